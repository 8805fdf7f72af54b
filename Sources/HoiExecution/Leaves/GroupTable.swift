import HoiKernels

/// A hash table that numbers keys of 64 bits from `firstGroup` on, in the order they are first met.
struct GroupTable {
  private(set) var groupCount = Int(firstGroup)
  /// By group number; what stands below `firstGroup` and from `groupCount` on means nothing.
  private(set) var keys: [UInt64]
  private var slots: [UInt32]

  init() {
    keys = Array(repeating: 0, count: 1 << 10)
    slots = Array(repeating: 0, count: 1 << 11)
  }

  var byteCount: Int { keys.count * 8 + slots.count * 4 }

  /// Numbers the first `count` keys.
  ///
  /// - Parameter limit: the most groups that there may be.
  mutating func number(
    _ packed: [UInt64], count: Int, limit: Int, groups: inout [UInt32]
  ) throws(LeafFailure) {
    var row = 0
    while true {
      row = numberRows(
        packed.span.extracting(first: count), from: row, slots: &slots, keys: &keys,
        groupCount: &groupCount, groups: &groups)
      if groupCount - Int(firstGroup) > limit { throw .tooManyGroups }
      if row == count { return }
      // Group numbers have 32 bits.
      if keys.count > 1 << 30 { throw .tooManyGroups }
      grow()
    }
  }

  /// The keys that have a number, from `firstGroup` on.
  var keysOfGroups: [UInt64] { Array(keys[Int(firstGroup)..<groupCount]) }

  /// Numbers the keys of another table.
  ///
  /// - Returns: the numbers by group of that table, so that the first few mean nothing.
  mutating func number(adding keys: [UInt64], limit: Int) throws(LeafFailure) -> [UInt32] {
    var numbers = Array(repeating: UInt32(0), count: keys.count)
    if !keys.isEmpty {
      try number(keys, count: keys.count, limit: limit, groups: &numbers)
    }
    return Array(repeating: 0, count: Int(firstGroup)) + numbers
  }

  private mutating func grow() {
    keys.append(contentsOf: repeatElement(0, count: keys.count))
    slots = Array(repeating: 0, count: 2 * keys.count)
    let (keys, groupCount) = (keys, groupCount)
    withSpan(of: &slots) { rehash(keys.span, groupCount: groupCount, slots: &$0) }
  }
}

/// Takes the arrays of a table one by one, since only so can all be written to at once.
private func numberRows(
  _ packed: Span<UInt64>, from row: Int, slots: inout [UInt32], keys: inout [UInt64],
  groupCount: inout Int, groups: inout [UInt32]
) -> Int {
  var slotSpan = slots.mutableSpan
  var keySpan = keys.mutableSpan
  var groupSpan = groups.mutableSpan
  return numberKeys(
    packed, from: row, slots: &slotSpan, keys: &keySpan, groupCount: &groupCount,
    groups: &groupSpan)
}
