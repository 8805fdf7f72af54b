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

/// Reads cells of digits alone, up to the first that is anything else or has more than 16 bytes.
///
/// - Parameters:
///   - values: row n of the block goes to `first + n`; an empty cell is 0.
///   - missing: a bit for each of `values`, set where the cell is empty.
/// - Returns: the first row that was not read, the end of `rows` where all were.
/// - Precondition: cells end 16 bytes or more behind the beginning of `bytes`.
package func readDigits(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  into values: inout MutableSpan<Int64>, missing: inout MutableSpan<UInt64>
) -> Int {
  precondition(places.holds(rows, ends))
  precondition(first >= 0 && values.count >= first + rows.upperBound)
  precondition(missing.count << 6 >= values.count)
  // Longer numbers are looked for from the first on: a column has them or has none.
  let short = read(bytes, ends, places, rows, first, upTo: 8, &values, &missing)
  if short == rows.upperBound { return short }
  let rest = short..<rows.upperBound
  return read(bytes, ends, places, rest, first, upTo: 16, &values, &missing)
}

/// - Parameter longest: 8 or 16 digits.
@inline(__always)
private func read(
  _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, _ rows: Range<Int>,
  _ first: Int, upTo longest: Int, _ values: inout MutableSpan<Int64>,
  _ missing: inout MutableSpan<UInt64>
) -> Int {
  guard bytes.count >= 16 else { return rows.lowerBound }
  let (raw, lastStart) = (bytes.bytes, UInt(bytes.count &- 16))
  var row = rows.lowerBound
  while row < rows.upperBound {
    // As many rows as stand in one word of `missing`.
    let word = (first &+ row) &>> 6
    let stop = min(rows.upperBound, (word &+ 1) &<< 6 &- first)
    var empty: UInt64 = 0
    var bit = UInt64(1) &<< UInt64((first &+ row) & 63)
    var isRead = true
    while row < stop {
      let (start, end) = places.uncheckedCell(row, ends)
      let length = end &- start
      // What is looked at are the 16 bytes up to the end.
      if UInt(bitPattern: length) > UInt(longest) || UInt(bitPattern: end &- 16) > lastStart {
        isRead = false
        break
      }
      let low = unsafe raw.unsafeLoadUnaligned(
        fromUncheckedByteOffset: end &- 8, as: UInt64.self)
      let digits = digitBytes(low, count: longest == 8 ? length : min(length, 8))
      // Empty cells come as they like: what they are is computed, since a jump would be guessed wrong.
      var (value, areRead) = (numberOfDigits(digits), areDigits(digits))
      if longest > 8 {
        let high = unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: end &- 16, as: UInt64.self)
        let digits = digitBytes(high, count: max(length, 8) &- 8)
        areRead = areRead && areDigits(digits)
        // Below 10^8 each: together below 10^16.
        value &+= numberOfDigits(digits) &* 100_000_000
      }
      if !areRead {
        isRead = false
        break
      }
      unsafe values[unchecked: first &+ row] = Int64(bitPattern: value)
      empty |= length == 0 ? bit : 0
      bit = bit &<< 1
      row &+= 1
    }
    missing[word] |= empty
    if !isRead { break }
  }
  return row
}

/// Reads cells of digits with at most one decimal sign among them, up to the first that is anything
/// else, has more than 16 bytes, more decimals than `scale`, or could also be a whole number in groups of
/// three.
///
/// - Parameters:
///   - scale: values are the amount times `10^scale`, at most 9.
///   - values, missing: as for `readDigits`.
/// - Returns: the first row that was not read, the end of `rows` where all were.
/// - Precondition: every cell lies within `bytes`, 16 bytes or more from the beginning.
package func readDecimals(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  sign: UInt8, scale: Int, into values: inout MutableSpan<Int64>,
  missing: inout MutableSpan<UInt64>
) -> Int {
  precondition(places.holds(rows, ends) && (0...9).contains(scale))
  precondition(first >= 0 && values.count >= first + rows.upperBound)
  precondition(missing.count << 6 >= values.count)
  let raw = bytes.bytes
  let signs = UInt64(sign) &* 0x0101_0101_0101_0101
  let factors = (0...9).map { decimals in
    (decimals..<max(scale, decimals)).reduce(1 as UInt64) { factor, _ in factor * 10 }
  }
  var empty = EmptyCells(at: first &+ rows.lowerBound)
  for row in rows {
    let (start, end) = places.uncheckedCell(row, ends)
    let length = end &- start
    // So no value reaches 10^18.
    if UInt(bitPattern: length) > 16 || start < 16 || end > bytes.count
      || (length > 8 && length &+ scale > 18)
    {
      empty.finish(&missing)
      return row
    }
    let last = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: end &- 8, as: UInt64.self)
    let before = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: end &- 16, as: UInt64.self)
    var low = digitBytes(last, count: min(length, 8))
    var high = digitBytes(before, count: max(length, 8) &- 8)
    // Bytes before the cell are made zeros, which are no sign.
    let unlike = (last ^ signs) | ~usedBytes(min(length, 8))
    let marks = (unlike &- 0x0101_0101_0101_0101) & ~unlike & 0x8080_8080_8080_8080
    var decimals = 0
    var isPlain = true
    if marks != 0 {
      let at = marks.trailingZeroBitCount &>> 3
      decimals = 7 &- at
      let whole = length &- decimals &- 1
      isPlain =
        whole > 0 && decimals > 0 && decimals <= scale
        && !(decimals == 3 && whole <= 3 && bytes[start] != 0x30)
      // The bytes before the sign move up by one, over it.
      let below = (UInt64(1) &<< UInt64(at &* 8)) &- 1
      low = ((low & below) &<< 8) | (low & ~((below &<< 8) | 0xFF)) | (high &>> 56)
      high = high &<< 8
    }
    if !isPlain || !areDigits(low) || !areDigits(high) {
      empty.finish(&missing)
      return row
    }
    // Below 10^16, times what makes it at most 10^18; below 10^8, times at most 10^9.
    let value = numberOfDigits(low) &+ numberOfDigits(high) &* 100_000_000
    unsafe values[unchecked: first &+ row] = Int64(bitPattern: value &* factors[decimals])
    empty.note(length == 0, &missing)
  }
  empty.finish(&missing)
  return rows.upperBound
}

/// Sets the bits of empty cells 64 rows at a time.
private struct EmptyCells {
  private var place: Int
  private var bits: UInt64 = 0

  init(at place: Int) { self.place = place }

  @inline(__always)
  mutating func note(_ isEmpty: Bool, _ missing: inout MutableSpan<UInt64>) {
    bits |= (isEmpty ? 1 : 0) &<< UInt64(place & 63)
    if place & 63 == 63 {
      missing[place &>> 6] |= bits
      bits = 0
    }
    place &+= 1
  }

  mutating func finish(_ missing: inout MutableSpan<UInt64>) {
    if bits != 0 { missing[place &>> 6] |= bits }
  }
}

/// The last bytes of a word as digits, zeros before them.
@inline(__always)
func digitBytes(_ word: UInt64, count: Int) -> UInt64 {
  (word ^ 0x3030_3030_3030_3030) & usedBytes(count)
}

/// Ones for the last bytes of a word, of which there are 0 to 8.
@inline(__always)
private func usedBytes(_ count: Int) -> UInt64 {
  // Shifted twice, since a word cannot be shifted by all of its bits.
  let half = UInt64(32 &- count &* 4)
  return (~0 &<< half) &<< half
}

/// Whether all bytes are at most 9.
@inline(__always)
func areDigits(_ digits: UInt64) -> Bool {
  ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0
}

/// The number that eight digits make, the first in the lowest byte.
@inline(__always)
func numberOfDigits(_ digits: UInt64) -> UInt64 {
  // Neighbours are joined: eight of one digit, four of two, two of four, one of eight.
  let pairs = ((digits &* 2561) &>> 8) & 0x00FF_00FF_00FF_00FF
  let fours = ((pairs &* 6_553_601) &>> 16) & 0x0000_FFFF_0000_FFFF
  return (fours &* 42_949_672_960_001) &>> 32
}
