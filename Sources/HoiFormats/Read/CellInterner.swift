/// Gives each different text of a column a number, in the order they appear.
///
/// Texts are compared as bytes, so that only the first of its kind is ever decoded.
struct CellInterner {
  private var texts: [UInt8] = []
  /// Where each text ends in `texts`; it begins where the one before ends.
  private var ends: [Int] = []
  /// The number of a text plus one, at the place its hash says or behind it; a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 8)
  // A seed of its own each time: no file can be made to collide.
  private let seed = UInt64.random(in: .min ... .max)

  var count: Int { ends.count }

  /// The number of the bytes from `start` to `end`, and whether it is a new one.
  mutating func number(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (Int, isNew: Bool) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(bytes, start, end)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, bytes, start, end) { return (number, false) }
      slot = (slot + 1) & mask
    }
    let number = ends.count
    for index in start..<end { texts.append(bytes[index]) }
    ends.append(texts.count)
    slots[slot] = UInt32(number + 1)
    if ends.count * 2 > slots.count { slots = slotsTwiceAsMany() }
    return (number, true)
  }

  private func isEqual(_ number: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - first == end - start else { return false }
    for index in 0..<(end - start) where texts[first + index] != bytes[start + index] {
      return false
    }
    return true
  }

  private func slotsTwiceAsMany() -> [UInt32] {
    var wider = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = wider.count - 1
    let span = texts.span
    var first = 0
    for (number, end) in ends.enumerated() {
      var slot = Int(truncatingIfNeeded: hash(span, first, end)) & mask
      while wider[slot] != 0 { slot = (slot + 1) & mask }
      wider[slot] = UInt32(number + 1)
      first = end
    }
    return wider
  }

  private func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = seed
    for index in start..<end { hash = mixed(hash ^ UInt64(bytes[index])) }
    return hash ^ (hash >> 32)
  }
}

/// Spreads every bit of a number over the upper half and folds that back.
func mixed(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
