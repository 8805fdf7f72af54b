import HoiKernels

/// Texts that have a number, in the order they were met.
///
/// One worker has them. They are no value, since each look at one would count who refers to its arrays.
final class NumberedTexts {
  let keys: TextKeys
  /// As `findCells` wants them.
  private(set) var slots: [UInt32]
  private var hashes: [UInt64] = []
  /// How many steps of 16 bytes a text takes among `texts`, as `checkCells` wants them.
  private(set) var steps = 1
  /// Before the first stands what no text is.
  private(set) var texts = Array(repeating: 0 as UInt8, count: 15) + [0xFF]
  /// Those that are longer, which kernels do not find.
  private var longTexts: [UInt32: [UInt8]] = [:]
  private var longBytes = 0

  /// - Parameters:
  ///   - keys: the same for all whose hashes are to be compared.
  ///   - mayBeMany: whether there is to be room for many: what is not touched costs nothing, and growing
  ///     would touch all of it anew.
  init(_ keys: TextKeys, mayBeMany: Bool) {
    self.keys = keys
    slots = Array(repeating: 0, count: 1 << 8)
    if mayBeMany {
      texts.reserveCapacity(1 << 22)
      hashes.reserveCapacity(1 << 16)
    }
  }

  var count: Int { hashes.count }
  var byteCount: Int {
    slots.count * 4 + hashes.count * 8 + texts.count + longBytes
  }

  func hash(of block: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    hashOfText(block, start, end, keys: keys)
  }

  /// The number of the text between two places of a block, if it has one.
  func number(of block: Span<UInt8>, _ start: Int, _ end: Int, hash: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = (slots[slot] & UInt32(slots.count - 1)) - 1
      if hashes[Int(number)] == hash, isText(number, block.extracting(start..<end)) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives a text that has none the next number.
  ///
  /// - Precondition: there are fewer than 2^31 of them.
  func append(_ text: Span<UInt8>, hash: UInt64) {
    if text.count > longestText(steps: steps) { widen(for: text.count) }
    let width = steps * 16
    let isLong = text.count > longestText(steps: steps)
    texts.append(addingCapacity: width) { added in
      if !isLong {
        for index in text.indices { added.append(text[index]) }
      }
      while added.count < width - 1 { added.append(0) }
      // No text of a kernel has the length that stands for a long one.
      added.append(isLong ? 0xFF : UInt8(text.count))
    }
    if isLong {
      longTexts[UInt32(count)] = text.indices.map { text[$0] }
      longBytes += text.count
    }
    hashes.append(hash)
    // Two thirds of the slots stay free, so that hardly any text is looked for twice.
    if hashes.count * 3 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in hashes.indices { place(number) }
    } else {
      place(hashes.count - 1)
    }
  }

  /// Whether a text has a number's text.
  private func isText(_ number: UInt32, _ text: Span<UInt8>) -> Bool {
    if let long = longTexts[number] {
      return long.count == text.count && text.indices.allSatisfy { long[$0] == text[$0] }
    }
    let width = steps * 16
    let first = (Int(number) + 1) * width
    return texts[first + width - 1] == text.count
      && text.indices.allSatisfy { texts[first + $0] == text[$0] }
  }

  /// Gives all texts the room that a longer one takes, if that is not too much for many of them.
  private func widen(for length: Int) {
    let wanted = length / 16 + 1
    if wanted * 16 > textMargin || count * wanted * 16 > Self.mostWidened { return }
    let (width, wider) = (steps * 16, wanted * 16)
    var moved: [UInt8] = []
    moved.reserveCapacity((count + 1) * wider)
    for number in 0...count {
      let text = texts[(number * width)..<((number + 1) * width)]
      moved.append(contentsOf: text.dropLast())
      moved.append(contentsOf: repeatElement(0, count: wider - width))
      moved.append(text.last!)
    }
    for (number, long) in longTexts where long.count < wider {
      let first = (Int(number) + 1) * wider
      for place in long.indices { moved[first + place] = long[place] }
      moved[first + wider - 1] = UInt8(long.count)
      longTexts[number] = nil
    }
    (texts, steps) = (moved, wanted)
  }

  private static let mostWidened = 1 << 25

  private func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    let high = UInt32(truncatingIfNeeded: hashes[number] >> 32)
    slots[slot] = high & ~UInt32(slots.count - 1) | UInt32(number + 1)
  }
}
