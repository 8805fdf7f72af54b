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
  packLookups(count: offsets.count, into: &words) { row in
    // A code is a place in a dictionary, so it is far below 2^63; the look-up itself is checked.
    let code = firstCode &+ Int(truncatingIfNeeded: unsafe offsets[unchecked: row])
    return (accepted[code &>> 6] &>> UInt64(code & 63)) & 1
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
  packLookups(count: offsets.count, into: &words) { row in
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

/// Selects the rows whose offset of one byte is one of at most 64, given as the bits of one word.
///
/// - Precondition: every offset is below 64, and `words` has one word per 64 rows.
package func selectFew(
  _ offsets: Span<UInt8>, accepted: UInt64, into words: inout MutableSpan<UInt64>
) {
  // A bit that begins a run has none below it.
  let runs = (accepted & ~(accepted &<< 1)).nonzeroBitCount
  guard runs > 0, runs <= 4 else {
    return packLookups(count: offsets.count, into: &words) { row in
      (accepted &>> UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row])) & 1
    }
  }
  // Going through the rows once for each run is faster than looking every row up.
  var left = accepted
  while left != 0 {
    let low = left.trailingZeroBitCount
    let length = (~(left &>> UInt64(low))).trailingZeroBitCount
    selectRange(
      offsets, low: UInt8(low), high: UInt8(low &+ length &- 1), adding: left != accepted,
      into: &words)
    // Adding the lowest bit carries through its run.
    left &= left &+ (1 &<< UInt64(low))
  }
}

/// Selects the rows whose offset of one byte lies between two others, 64 rows at a time.
///
/// - Parameters:
///   - adding: whether rows that were selected before stay so.
///   - words: one bit per row; bits past the last row become zero.
/// - Precondition: `low <= high`, and `words` has one word per 64 rows.
package func selectRange(
  _ offsets: Span<UInt8>, low: UInt8, high: UInt8, adding: Bool = false,
  into words: inout MutableSpan<UInt64>
) {
  precondition(words.count == (offsets.count + 63) >> 6)
  let lows = SIMD64<UInt8>(repeating: low)
  let distances = SIMD64<UInt8>(repeating: high &- low)
  let ones = SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)
  let whole = offsets.count &>> 6
  let bytes = offsets.bytes
  for index in 0..<whole {
    // The 64 bytes from `index * 64` on are rows, for `index < whole`.
    let values = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index &<< 6, as: SIMD64<UInt8>.self)
    let flags = unsafe unsafeBitCast((values &- lows) .<= distances, to: SIMD8<UInt64>.self) & ones
    var word: UInt64 = 0
    for lane in 0..<8 { word |= packFlags(flags[lane]) &<< UInt64(lane &* 8) }
    words[index] = adding ? words[index] | word : word
  }
  if whole < words.count {
    var word: UInt64 = adding ? words[whole] : 0
    for row in (whole &<< 6)..<offsets.count where offsets[row] &- low <= high &- low {
      word |= 1 &<< UInt64(row & 63)
    }
    words[whole] = word
  }
}

/// Writes one bit per row, 64 to a word, for a `bit` that looks something up.
///
/// Look-ups do not become vector code, so they go to their places one by one.
@inlinable @inline(__always)
package func packLookups(
  count: Int, into words: inout MutableSpan<UInt64>, _ bit: (Int) -> UInt64
) {
  precondition(words.count == (count + 63) >> 6)
  let whole = count &>> 6
  for index in 0..<whole {
    // Two halves, so that the one need not wait for the other.
    var low: UInt64 = 0
    var high: UInt64 = 0
    for place in 0..<32 {
      let row = (index &<< 6) | place
      low |= bit(row) &<< UInt64(place)
      high |= bit(row | 32) &<< UInt64(place)
    }
    words[index] = low | (high &<< 32)
  }
  if whole < words.count {
    var word: UInt64 = 0
    for row in (whole &<< 6)..<count { word |= bit(row) &<< UInt64(row & 63) }
    words[whole] = word
  }
}

/// Writes one bit per row, 64 to a word; `bit` gives 0 or 1 for rows below `count`.
@inlinable @inline(__always)
package func packBits(
  count: Int, into words: inout MutableSpan<UInt64>, _ bit: (Int) -> UInt8
) {
  precondition(words.count == (count + 63) >> 6)
  let whole = count &>> 6
  for index in 0..<whole {
    var word: UInt64 = 0
    for lane in 0..<8 {
      // A byte per row first: that becomes vector code where `bit` is a comparison. All rows are
      // below `whole * 64 <= count`.
      var flags = SIMD8<UInt8>()
      for place in 0..<8 { flags[place] = bit((index &<< 6) | (lane &<< 3) | place) }
      word |= packFlags(unsafe unsafeBitCast(flags, to: UInt64.self)) &<< UInt64(lane &* 8)
    }
    words[index] = word
  }
  if whole < words.count {
    var word: UInt64 = 0
    for row in (whole &<< 6)..<count { word |= UInt64(bit(row)) &<< UInt64(row & 63) }
    words[whole] = word
  }
}

/// Takes the lowest bits of eight bytes, all of which are 0 or 1, together.
@inlinable @inline(__always)
package func packFlags(_ flags: UInt64) -> UInt64 {
  // The factor moves bit 8n to bit 56 + n, and no two products meet, so nothing is carried.
  (flags &* 0x0102_0408_1020_4080) &>> 56
}
