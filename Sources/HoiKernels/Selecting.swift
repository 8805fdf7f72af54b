/// Selects the rows whose code is accepted.
///
/// - Parameters:
///   - offsets: one per row, counted from `firstCode`.
///   - accepted: one bit per code.
///   - words: one bit per row; bits past the last row become zero.
/// - Precondition: every code is within `accepted`, and `words` has one word per 64 rows.
@inlinable
package func selectCodes<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, firstCode: Int, accepted: Span<UInt64>,
  into words: inout MutableSpan<UInt64>
) {
  packBits(count: offsets.count, into: &words) { row in
    // A code is a place in a dictionary, so it is far below 2^63; the look-up itself is checked.
    let code = firstCode &+ Int(truncatingIfNeeded: unsafe offsets[unchecked: row])
    return (accepted[code &>> 6] &>> UInt64(truncatingIfNeeded: code & 63)) & 1
  }
}

/// Selects the rows whose offset is one of at most 64, given as the bits of one word.
///
/// - Parameters:
///   - accepted: bit n is set where offset n is accepted.
///   - words: one bit per row; bits past the last row become zero.
/// - Precondition: every offset is below 64, and `words` has one word per 64 rows.
@inlinable
package func selectFew<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, accepted: UInt64, into words: inout MutableSpan<UInt64>
) {
  packBits(count: offsets.count, into: &words) { row in
    (accepted &>> UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row])) & 1
  }
}

/// Selects the rows whose offset lies between two others, both included.
///
/// - Parameter words: one bit per row; bits past the last row become zero.
/// - Precondition: `low <= high`, and `words` has one word per 64 rows.
@inlinable
package func selectRange<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, low: Offset, high: Offset, into words: inout MutableSpan<UInt64>
) {
  // One unsigned comparison for two: what lies below `low` wraps to above the distance.
  let distance = high &- low
  packBits(count: offsets.count, into: &words) { row in
    unsafe offsets[unchecked: row] &- low <= distance ? 1 : 0
  }
}

/// Writes one bit per row, 64 to a word; `bit` gives 0 or 1 for rows below `count`.
@inlinable @inline(__always)
package func packBits(count: Int, into words: inout MutableSpan<UInt64>, _ bit: (Int) -> UInt64) {
  precondition(words.count == (count + 63) >> 6)
  let whole = count &>> 6
  for index in 0..<whole {
    var word: UInt64 = 0
    // 64 rows a word, all below `whole * 64 <= count`.
    for place in 0..<64 { word |= bit((index &<< 6) | place) &<< UInt64(place) }
    words[index] = word
  }
  if whole < words.count {
    var word: UInt64 = 0
    for row in (whole &<< 6)..<count { word |= bit(row) &<< UInt64(row & 63) }
    words[whole] = word
  }
}
