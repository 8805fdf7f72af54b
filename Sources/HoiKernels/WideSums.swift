/// Adds up the offsets of 64 bits of selected rows.
///
/// - Parameter words: one bit per row, bits past the last row zero.
/// - Precondition: at most 2^17 offsets, so that the sum is below 2^81; `words` has one word per 64
///   rows.
package func wideSum(_ offsets: Span<UInt64>, words: Span<UInt64>) -> UInt128 {
  precondition(offsets.count <= 1 << 17)
  precondition(words.count == (offsets.count + 63) >> 6)
  var total: UInt128 = 0
  for index in words.indices {
    var left = words[index]
    while left != 0 {
      total &+= UInt128(offsets[(index &<< 6) | left.trailingZeroBitCount])
      left &= left &- 1
    }
  }
  return total
}

/// The smallest and largest offset of the selected rows, or nil where none is.
///
/// - Parameter words: one bit per row, bits past the last row zero.
/// - Precondition: `words` has one word per 64 rows.
@inlinable
package func maskedBounds<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, words: Span<UInt64>
) -> (low: Offset, high: Offset)? {
  precondition(words.count == (offsets.count + 63) >> 6)
  var low = Offset.max
  var high = Offset.min
  var found = false
  for index in words.indices {
    var left = words[index]
    found = found || left != 0
    while left != 0 {
      let offset = offsets[(index &<< 6) | left.trailingZeroBitCount]
      low = min(low, offset)
      high = max(high, offset)
      left &= left &- 1
    }
  }
  return found ? (low, high) : nil
}
