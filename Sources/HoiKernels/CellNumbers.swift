/// Where the cells of one column stand in a block of a delimited file.
///
/// Cell `row * columnCount + column` lies between two neighbours of a list of ends, the first of which
/// is the byte before the block's first row.
package struct CellPlaces {
  package let column: Int
  package let columnCount: Int
  /// How many bytes before its end are none of a cell: the carriage return of a line end, or nothing.
  package var cut = 0

  package init(column: Int, columnCount: Int) {
    precondition(column >= 0 && column < columnCount)
    self.column = column
    self.columnCount = columnCount
  }

  /// The bytes of a cell.
  ///
  /// - Precondition: `ends` has an end for every cell, ascending; what is cut is there in every row.
  @inlinable @inline(__always)
  package func cell(_ row: Int, _ ends: Span<UInt32>) -> (start: Int, end: Int) {
    let place = row &* columnCount &+ column
    return (Int(ends[place]) &+ 1, Int(ends[place &+ 1]) &- cut)
  }

  /// Whether there is an end for each cell of these rows.
  @inline(__always)
  func holds(_ rows: Range<Int>, _ ends: Span<UInt32>) -> Bool {
    rows.lowerBound >= 0 && rows.upperBound &* columnCount < ends.count
  }

  /// The bytes of a cell of a row that is held.
  @inline(__always)
  func uncheckedCell(_ row: Int, _ ends: Span<UInt32>) -> (start: Int, end: Int) {
    // Below the last row's end, which is there.
    let place = row &* columnCount &+ column
    return unsafe (Int(ends[unchecked: place]) &+ 1, Int(ends[unchecked: place &+ 1]) &- cut)
  }
}

/// Reads cells of digits alone, up to the first that is anything else.
///
/// - Parameters:
///   - values: row n of the block goes to `first + n`; an empty cell is 0.
///   - missing: a bit for each of `values`, set where the cell is empty.
/// - Returns: the first row that was not read, the end of `rows` where all were.
/// - Precondition: every cell lies within `bytes`, 8 bytes or more from the beginning.
package func readDigits(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  into values: inout MutableSpan<Int64>, missing: inout MutableSpan<UInt64>
) -> Int {
  let raw = bytes.bytes
  for row in rows {
    let (start, end) = places.cell(row, ends)
    let length = end &- start
    let place = first &+ row
    if length == 0 {
      values[place] = 0
      missing[place &>> 6] |= 1 &<< UInt64(place & 63)
      continue
    }
    if length > 16 { return row }
    precondition(start >= 8 && end <= bytes.count)
    let low = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: end &- 8, as: UInt64.self)
    let digits = digitBytes(low, count: min(length, 8))
    if !areDigits(digits) { return row }
    var value = numberOfDigits(digits)
    if length > 8 {
      // At least 8 bytes stand before the cell, so 16 before its last 8.
      let high = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: end &- 16, as: UInt64.self)
      let digits = digitBytes(high, count: length &- 8)
      if !areDigits(digits) { return row }
      // Below 10^8 each: together below 10^16.
      value &+= numberOfDigits(digits) &* 100_000_000
    }
    values[place] = Int64(bitPattern: value)
  }
  return rows.upperBound
}

/// Reads cells of digits with at most one decimal sign among them, up to the first that is anything
/// else, has more decimals than `scale`, or could also be a whole number in groups of three.
///
/// - Parameters:
///   - scale: values are the amount times `10^scale`, at most 9.
///   - values, missing: as for `readDigits`.
/// - Returns: the first row that was not read, the end of `rows` where all were.
/// - Precondition: every cell lies within `bytes`, 8 bytes or more from the beginning.
package func readDecimals(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  sign: UInt8, scale: Int, into values: inout MutableSpan<Int64>,
  missing: inout MutableSpan<UInt64>
) -> Int {
  let raw = bytes.bytes
  let signs = UInt64(sign) &* 0x0101_0101_0101_0101
  for row in rows {
    let (start, end) = places.cell(row, ends)
    let length = end &- start
    let place = first &+ row
    if length == 0 {
      values[place] = 0
      missing[place &>> 6] |= 1 &<< UInt64(place & 63)
      continue
    }
    precondition(start >= 8 && end <= bytes.count)
    if length > 8 {
      guard let value = longDecimal(bytes, start, end, sign: sign, scale: scale) else { return row }
      values[place] = value
      continue
    }
    let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: end &- 8, as: UInt64.self)
    // Bytes of the cells before are made zeros, which are no sign.
    let used = ~UInt64(0) &<< UInt64(64 &- length &* 8)
    let unlike = (word ^ signs) | ~used
    let marks = (unlike &- 0x0101_0101_0101_0101) & ~unlike & 0x8080_8080_8080_8080
    var decimals = 0
    var digits: UInt64
    if marks == 0 {
      digits = digitBytes(word, count: length)
    } else {
      let at = marks.trailingZeroBitCount &>> 3
      decimals = 7 &- at
      let whole = length &- decimals &- 1
      if whole == 0 || decimals == 0 || decimals > scale { return row }
      if decimals == 3 && whole <= 3 && bytes[start] != 0x30 { return row }
      // The bytes before the sign move up by one, over it.
      let below = (UInt64(1) &<< UInt64(at &* 8)) &- 1
      let closed = ((word & below) &<< 8) | (word & ~((below &<< 8) | 0xFF))
      digits = digitBytes(closed, count: length &- 1)
    }
    if !areDigits(digits) { return row }
    var value = numberOfDigits(digits)
    // Below 10^8, times at most 10^9.
    for _ in decimals..<scale { value &*= 10 }
    values[place] = Int64(bitPattern: value)
  }
  return rows.upperBound
}

/// A cell of more than 8 bytes, digit by digit; nil where `readDecimals` is to stop.
private func longDecimal(
  _ bytes: Span<UInt8>, _ start: Int, _ end: Int, sign: UInt8, scale: Int
) -> Int64? {
  // So no value reaches 10^18.
  guard end &- start &+ scale <= 18 else { return nil }
  var value: Int64 = 0
  var signAt = end
  for place in start..<end {
    let digit = bytes[place] &- 0x30
    if digit <= 9 {
      value = value &* 10 &+ Int64(digit)
    } else {
      guard bytes[place] == sign, signAt == end, place > start else { return nil }
      signAt = place
    }
  }
  var decimals = end &- signAt
  if signAt < end {
    decimals &-= 1
    if decimals == 0 || decimals > scale { return nil }
    // With 9 bytes and 3 decimals there are too many digits before for a group.
  }
  for _ in decimals..<scale { value &*= 10 }
  return value
}

/// The last bytes of a word as digits, zeros before them.
@inline(__always)
private func digitBytes(_ word: UInt64, count: Int) -> UInt64 {
  // `count` is 1 to 8.
  let used = ~UInt64(0) &<< UInt64(64 &- count &* 8)
  return (word ^ 0x3030_3030_3030_3030) & used
}

/// Whether all bytes are at most 9.
@inline(__always)
private func areDigits(_ digits: UInt64) -> Bool {
  ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0
}

/// The number that eight digits make, the first in the lowest byte.
@inline(__always)
private func numberOfDigits(_ digits: UInt64) -> UInt64 {
  // Neighbours are joined: eight of one digit, four of two, two of four, one of eight.
  let pairs = ((digits &* 2561) &>> 8) & 0x00FF_00FF_00FF_00FF
  let fours = ((pairs &* 6_553_601) &>> 16) & 0x0000_FFFF_0000_FFFF
  return (fours &* 42_949_672_960_001) &>> 32
}
