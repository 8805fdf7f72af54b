import HoiKernels

/// Texts that have a number, in the order they were met.
struct NumberedTexts {
  /// As `findCells` wants them.
  private(set) var slots: [UInt64]
  private var hashes: [UInt64] = []
  /// Where each text begins in `bytes`, and where the last ends.
  private(set) var starts: [UInt32] = [0]
  /// All texts, and what kernels look at behind them.
  private(set) var bytes: [UInt8]
  /// As `checkCells` wants them.
  let masks: [UInt8]

  init() {
    slots = Array(repeating: 0, count: 1 << 10)
    bytes = Array(repeating: 0, count: textMargin)
    masks =
      Array(repeating: 0xFF, count: textMargin) + Array(repeating: 0, count: textMargin)
  }

  var count: Int { hashes.count }
  var byteCount: Int {
    slots.capacity * 8 + hashes.capacity * 8 + starts.capacity * 4 + bytes.capacity
  }

  /// The number of the text between two places of a block, if it has one.
  func number(of block: Span<UInt8>, _ start: Int, _ end: Int, hash: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      let (first, last) = (Int(starts[number]), Int(starts[number + 1]))
      if hashes[number] == hash,
        isSameText(block, start, end, bytes.span, first, last, masks: masks.span)
      {
        return UInt32(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives a text that has none the next number.
  ///
  /// - Precondition: all texts together stay below 2^32 bytes.
  mutating func append(_ text: Span<UInt8>, hash: UInt64) {
    bytes.removeLast(textMargin)
    for index in text.indices { bytes.append(text[index]) }
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: repeatElement(0, count: textMargin))
    hashes.append(hash)
    // Half of the slots stay free, so that hardly any text is looked for twice.
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in hashes.indices { place(number) }
    } else {
      place(hashes.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hashes[number] & ~0xFFFF_FFFF | UInt64(number + 1)
  }
}
