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
///   - starts: by group number, where the marks of the group begin.
///   - marks: enough words from every start for every code, and the one past the last.
/// - Precondition: `offsets.count == groups.count`; there is a start for every group.
@inlinable
package func markByGroup<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, firstCode: Int, groups: Span<UInt32>, starts: Span<UInt32>,
  marks: inout MutableSpan<UInt64>
) {
  precondition(offsets.count == groups.count)
  for row in offsets.indices {
    // A code is a place in a dictionary, far below 2^63; the store is checked.
    let code = firstCode &+ Int(truncatingIfNeeded: offsets[row])
    let word = Int(truncatingIfNeeded: starts[Int(groups[row])]) &+ (code &>> 6)
    marks[word] |= 1 &<< UInt64(truncatingIfNeeded: code & 63)
  }
}
