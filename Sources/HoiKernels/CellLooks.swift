/// How many cells of a column look like what.
package struct NumberCounts: Equatable {
  package var blank = 0
  package var whole = 0
  /// Of the whole ones, those from 1900 to 2100.
  package var year = 0
  package var decimal = 0

  package init() {}
}

/// Counts cells that are blank or numbers of one reading, up to the first that is anything else: blank,
/// digits alone without a zero before them, at most twelve, or a decimal of at most eight bytes.
///
/// - Parameter mayHavePoint: whether one or two digits behind a point are decimals and nothing else.
/// - Returns: the first row that was not counted, the end of `rows` where all were.
package func countNumbers(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>,
  mayHavePoint: Bool, into counts: inout NumberCounts
) -> Int {
  precondition(places.holds(rows, ends))
  guard bytes.count >= 16 else { return rows.lowerBound }
  let (raw, lastStart) = (bytes.bytes, UInt(bytes.count &- 16))
  var found = counts
  var row = rows.lowerBound
  while row < rows.upperBound {
    let (start, end) = places.uncheckedCell(row, ends)
    let length = end &- start
    // What is looked at are the 16 bytes up to the end.
    if UInt(bitPattern: length) > 12 || UInt(bitPattern: end &- 16) > lastStart { break }
    let low = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: end &- 8, as: UInt64.self)
    let digits = digitBytes(low, count: min(length, 8))
    if areDigits(digits) {
      if length > 8 {
        let high = unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: end &- 16, as: UInt64.self)
        if !areDigits(digitBytes(high, count: length &- 8)) { break }
      }
      // A blank cell is told by its length alone; the byte before a cell is no part of it.
      if length > 1, unsafe bytes[unchecked: start] == 0x30 { break }
      let value = numberOfDigits(digits)
      found.blank &+= length == 0 ? 1 : 0
      found.whole &+= length == 0 ? 0 : 1
      found.year &+= length == 4 && value &- 1_900 <= 200 ? 1 : 0
    } else {
      guard mayHavePoint, length <= 8, isDecimal(low, digits, length) else { break }
      found.decimal &+= 1
    }
    row &+= 1
  }
  counts = found
  return row
}

/// Whether a cell is digits with a point among them, one or two digits behind it.
///
/// - Parameters:
///   - word: the eight bytes up to the end of the cell.
///   - digits: the same, as digits.
@inline(__always)
private func isDecimal(_ word: UInt64, _ digits: UInt64, _ length: Int) -> Bool {
  for decimals in 1...2 where length > decimals &+ 1 {
    let shift = UInt64(56 &- 8 &* decimals)
    guard (word &>> shift) & 0xFF == 0x2E else { continue }
    return areDigits(digits & ~(0xFF &<< shift))
  }
  return false
}

/// Counts cells that are words, up to the first that may be none: words have a letter that stands in no
/// number and in no sign for *missing*, or a letter as well as a digit.
///
/// - Parameters:
///   - letters: a bit for each such letter, from a on; either case counts.
///   - longest: cells of more bytes are not looked at.
/// - Returns: the first row that was not counted, the end of `rows` where all are words.
package func countWords(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>,
  letters: UInt32, longest: Int
) -> Int {
  precondition(places.holds(rows, ends) && longest >= 0)
  var row = rows.lowerBound
  while row < rows.upperBound {
    let (start, end) = places.uncheckedCell(row, ends)
    if UInt(bitPattern: end &- start) > UInt(longest) || start < 0 || end > bytes.count { break }
    if !isWord(bytes, start, end, letters: letters) { break }
    row &+= 1
  }
  return row
}

/// Whether a cell is a word, as for `countWords`.
///
/// - Precondition: the cell lies within `bytes`.
@inline(__always)
package func isWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, letters: UInt32) -> Bool {
  let letters = letters & (1 << 26 - 1)
  var (hasLetter, hasDigit) = (false, false)
  var place = start
  while place < end {
    let byte = unsafe bytes[unchecked: place]
    let letter = (byte | 0x20) &- 0x61
    if letter < 26 {
      hasLetter = true
      if (letters &>> UInt32(letter)) & 1 == 1 { return true }
    } else if byte &- 0x30 <= 9 {
      hasDigit = true
    }
    if hasLetter, hasDigit { return true }
    place &+= 1
  }
  return false
}
