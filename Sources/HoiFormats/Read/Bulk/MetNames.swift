import HoiText

/// The names of members that one worker met, with their hashes.
///
/// Two cells may have one name, such as a composed and a decomposed one: it is here twice then.
struct MetNames {
  private(set) var texts = PackedTexts()
  private(set) var hashes: [UInt64] = []

  /// - Parameter mayBeMany: as of `NumberedTexts`.
  init(mayBeMany: Bool) {
    if mayBeMany {
      texts.reserve(1 << 16, bytes: 1 << 21)
      hashes.reserveCapacity(1 << 16)
    }
  }

  mutating func append(_ text: Span<UInt8>, hash: UInt64) {
    texts.append(text)
    hashes.append(hash)
  }
}

/// The different names of all workers, in the order they come.
struct MergedNames {
  private(set) var texts = PackedTexts()
  private var hashes: [UInt64] = []
  /// The number of a name plus one, at the place its hash says or behind it; a power of two.
  private var slots: [UInt32]

  /// - Parameter lists: those whose names come.
  init(toHold lists: [MetNames]) {
    let most = lists.reduce(0) { $0 + $1.hashes.count }
    var count = 16
    while count < 2 * most { count *= 2 }
    slots = Array(repeating: 0, count: count)
    hashes.reserveCapacity(most)
    texts.reserve(most, bytes: lists.reduce(0) { $0 + $1.texts.bytes.count })
  }

  /// The numbers of a worker's names.
  mutating func numbers(of met: MetNames) -> [Int] {
    met.hashes.indices.map { number(of: $0, met) }
  }

  private mutating func number(of place: Int, _ met: MetNames) -> Int {
    let hash = met.hashes[place]
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isName(number, place, met) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    texts.append(place, of: met.texts)
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    return hashes.count - 1
  }

  private func isName(_ number: Int, _ place: Int, _ met: MetNames) -> Bool {
    let (own, other) = (texts.range(number), met.texts.range(place))
    guard own.count == other.count else { return false }
    for (left, right) in zip(own, other) where texts.bytes[left] != met.texts.bytes[right] {
      return false
    }
    return true
  }
}
