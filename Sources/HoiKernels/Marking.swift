/// Sets the bit of each selected row's code.
///
/// - Parameters:
///   - offsets: one per row, counted from `firstCode`.
///   - words: one bit per row, bits past the last row zero.
///   - marks: one bit per code.
/// - Precondition: `words` has one word per 64 rows; every selected code is within `marks`.
@inlinable
package func markCodes<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, firstCode: Int, words: Span<UInt64>,
  marks: inout MutableSpan<UInt64>
) {
  precondition(words.count == (offsets.count + 63) >> 6)
  for index in words.indices {
    var left = words[index]
    while left != 0 {
      let offset = offsets[(index &<< 6) | left.trailingZeroBitCount]
      // A code is a place in a dictionary, far below 2^63; the store is checked.
      let code = firstCode &+ Int(truncatingIfNeeded: offset)
      marks[code &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: code & 63)
      left &= left &- 1
    }
  }
}

/// Sets the bit of each row's code in the marks of its group.
///
/// - Parameters:
///   - offsets: one per row, counted from `firstCode`.
///   - groups: one group number per row.
///   - shift: there are `1 << shift` copies of each group, which share their marks.
///   - wordsPerGroup: the marks of a group; enough for every code, and the one past the last.
///   - marks: `wordsPerGroup` words for all groups that do not count, and for each that does.
/// - Precondition: `offsets.count == groups.count`.
@inlinable
package func markByGroup<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, firstCode: Int, groups: Span<UInt32>, shift: UInt32, wordsPerGroup: Int,
  marks: inout MutableSpan<UInt64>
) {
  precondition(offsets.count == groups.count)
  for row in offsets.indices {
    // Both products are below the count of bits in memory; the store is checked.
    let code = firstCode &+ Int(truncatingIfNeeded: offsets[row])
    let place = Int(max(groups[row] &>> shift, firstGroup &- 1) &- (firstGroup &- 1))
    let word = place &* wordsPerGroup &+ (code &>> 6)
    marks[word] |= 1 &<< UInt64(truncatingIfNeeded: code & 63)
  }
}
