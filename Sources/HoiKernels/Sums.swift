/// Adds up the offsets of selected rows.
///
/// - Parameter words: one bit per row, bits past the last row zero.
/// - Precondition: offsets have at most 32 bits and are at most 2^17, so that the sum is below
///   2^49; `words` has one word per 64 rows.
@inlinable
package func maskedSum<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, words: Span<UInt64>
) -> UInt64 {
  precondition(Offset.bitWidth <= 32 && offsets.count <= 1 << 17)
  precondition(words.count == (offsets.count + 63) >> 6)
  var total: UInt64 = 0
  for index in words.indices {
    let word = words[index]
    let first = index &<< 6
    if word == ~0 {
      total &+= blockSum(offsets, from: first, to: first &+ 64)
    } else if word.nonzeroBitCount <= 12 || first &+ 64 > offsets.count {
      var left = word
      while left != 0 {
        total &+= UInt64(truncatingIfNeeded: offsets[first | left.trailingZeroBitCount])
        left &= left &- 1
      }
    } else {
      // Loading always and masking keeps the loop free of branches; `first + 63` is a row.
      for place in 0..<64 {
        let mask = 0 &- ((word &>> UInt64(place)) & 1)
        total &+= UInt64(truncatingIfNeeded: unsafe offsets[unchecked: first | place]) & mask
      }
    }
  }
  return total
}

/// Adds up the offsets of some rows, in 32-bit lanes where they are narrow.
@inlinable @inline(__always)
package func blockSum<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, from first: Int, to end: Int
) -> UInt64 {
  precondition(first >= 0 && end <= offsets.count)
  if Offset.bitWidth <= 16 {
    var total: UInt64 = 0
    var start = first
    while start < end {
      let stop = min(start &+ (1 &<< 15), end)
      var lane: UInt32 = 0
      // 2^15 rows below 2^16 each: below 2^31.
      for row in start..<stop {
        lane &+= UInt32(truncatingIfNeeded: unsafe offsets[unchecked: row])
      }
      total &+= UInt64(lane)
      start = stop
    }
    return total
  }
  var total: UInt64 = 0
  for row in first..<end {
    total &+= UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row])
  }
  return total
}
