/// Numbers packed keys from `firstGroup` on, in the order they are first met.
///
/// An open hash table: `slots` holds group numbers, 0 where free, `keys` the key of each group.
/// Stops before a key that would be new when `keys` is full, so that the caller can make room.
///
/// - Parameters:
///   - packed: one key per row.
///   - first: the row to begin with.
///   - slots: a power of two of them, more than `keys.count`.
///   - keys: by group number; those below `firstGroup` are not used.
///   - groupCount: the number that the next new group gets; grows.
///   - groups: one group number per row, written from `first` on.
/// - Returns: the row that was not numbered, or the count of rows.
/// - Precondition: `groups` is at least as long as `packed`, and `groupCount` is from `firstGroup` to
///   `keys.count`.
package func numberKeys(
  _ packed: Span<UInt64>, from first: Int, slots: inout MutableSpan<UInt32>,
  keys: inout MutableSpan<UInt64>, groupCount: inout Int, groups: inout MutableSpan<UInt32>
) -> Int {
  precondition(groups.count >= packed.count && slots.count.nonzeroBitCount == 1)
  precondition(slots.count > keys.count && groupCount >= firstGroup && groupCount <= keys.count)
  var lastKey: UInt64 = 0
  var lastGroup: UInt32 = 0
  for row in first..<packed.count {
    let key = packed[row]
    // Files are mostly sorted, so a row often has the key of the row before.
    if lastGroup == 0 || key != lastKey {
      var slot = startingSlot(of: key, slotCount: slots.count)
      // Ends: there are more slots than groups, so one is free. Slots hold numbers below
      // `groupCount`, and a slot's number is masked to their count.
      while true {
        lastGroup = unsafe slots[unchecked: slot]
        if lastGroup == 0 {
          guard groupCount < keys.count else { return row }
          lastGroup = UInt32(truncatingIfNeeded: groupCount)
          slots[slot] = lastGroup
          keys[groupCount] = key
          groupCount &+= 1
          break
        }
        if unsafe keys[unchecked: Int(lastGroup)] == key { break }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      lastKey = key
    }
    groups[row] = lastGroup
  }
  return packed.count
}

/// Fills empty slots with the groups that there are, after the table has grown.
///
/// - Precondition: all slots are 0 and there are more than `groupCount`, a power of two; the keys
///   are all different.
package func rehash(
  _ keys: Span<UInt64>, groupCount: Int, slots: inout MutableSpan<UInt32>
) {
  precondition(groupCount >= firstGroup && groupCount <= keys.count)
  precondition(slots.count > groupCount)
  precondition(slots.count.nonzeroBitCount == 1)
  for group in Int(firstGroup)..<groupCount {
    var slot = startingSlot(of: keys[group], slotCount: slots.count)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = UInt32(truncatingIfNeeded: group)
  }
}

/// Sorts keys, and the groups they belong to, by one digit; equal digits keep their order.
///
/// - Parameters:
///   - shift: where the digit begins.
///   - counts: one per value of the digit, a power of two of them; overwritten.
/// - Precondition: keys and groups, given and sorted, are of one length.
package func sortByDigit(
  _ keys: Span<UInt64>, groups: Span<UInt32>, shift: UInt64, counts: inout MutableSpan<Int>,
  intoKeys sortedKeys: inout MutableSpan<UInt64>, groups sortedGroups: inout MutableSpan<UInt32>
) {
  precondition(keys.count == groups.count && sortedKeys.count == keys.count)
  precondition(sortedGroups.count == keys.count && counts.count.nonzeroBitCount == 1)
  let last = UInt64(counts.count &- 1)
  for digit in counts.indices { counts[digit] = 0 }
  for index in keys.indices { counts[Int((keys[index] &>> shift) & last)] &+= 1 }
  var place = 0
  for digit in counts.indices {
    let count = counts[digit]
    counts[digit] = place
    place &+= count
  }
  for index in keys.indices {
    let digit = Int((keys[index] &>> shift) & last)
    let place = counts[digit]
    counts[digit] = place &+ 1
    sortedKeys[place] = keys[index]
    sortedGroups[place] = groups[index]
  }
}

/// Spreads keys that differ in few low bits over all slots.
@inline(__always)
private func startingSlot(of key: UInt64, slotCount: Int) -> Int {
  // Multiplying carries low bits up, the shift brings them back down into the mask.
  let spread = key &* 0x9E37_79B9_7F4A_7C15
  return Int(truncatingIfNeeded: spread ^ (spread &>> 32)) & (slotCount &- 1)
}
