import HoiDiagnostics
import HoiText

/// A delimited file up to and with its header.
struct OpenedCSV {
  let file: DataFile
  /// Every column's head, in NFC, blanks trimmed.
  let header: [String]
  let headerCells: [CellBounds]
  let headerRange: SourceRange
  /// Stands at the first record below the header.
  let scanner: CSVScanner

  /// Checks the encoding, finds the delimiter and reads the header.
  init(
    _ file: DataFile, delimiter: UInt8? = nil, skippedLines: Int = 0, limits: Limits
  ) throws(Diagnostic) {
    try checkEncoding(file)
    let bytes = file.bytes.span
    var (offset, line) = (file.hasByteOrderMark ? 3 : 0, 1)
    let said = separatorLine(bytes, from: offset)
    for _ in 0..<max(skippedLines, said == nil ? 0 : 1) where offset < bytes.count {
      offset = lineEnd(bytes, from: offset).next
      line += 1
    }
    while offset < bytes.count {
      let end = lineEnd(bytes, from: offset)
      let text = trimmedBounds(bytes, offset, end.stop)
      if text.start < text.end { break }
      (offset, line) = (end.next, line + 1)
    }
    var scanner = CSVScanner(
      delimiter: delimiter ?? said ?? likelyDelimiter(bytes, from: offset),
      longestCell: min(limits.cellBytes, Int(Int32.max) - 1), offset: offset, line: line)
    var cells: [CellBounds] = []
    var record: CSVScanner.Record?
    repeat {
      cells.removeAll()
      do {
        record = try scanner.nextRecord(bytes, keeping: limits.fileColumns, into: &cells)
      } catch {
        throw .shape(error, in: file, longestCell: limits.cellBytes)
      }
    } while record?.isBlank == true
    guard let record else { throw .emptyFile(file) }
    if let surplus = record.surplus {
      throw .tooManyColumns(
        file, surplus..<max(surplus, record.end), count: record.cellCount,
        limit: limits.fileColumns)
    }
    self.file = file
    self.header = cells.map { decodedText(bytes, $0) }
    self.headerCells = cells
    self.headerRange = SourceRange(record.start, record.end)
    self.scanner = scanner
  }
}

/// The text of a cell as everything else sees it: decoded, in NFC.
func decodedText(_ bytes: Span<UInt8>, _ cell: CellBounds) -> String {
  normalized(String(decoding: cellBytes(bytes, cell), as: UTF8.self))
}

private func checkEncoding(_ file: DataFile) throws(Diagnostic) {
  if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
    throw .utf16(file)
  }
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: file.bytes.span)
  } catch {
    throw .invalidUTF8(file, error.byteOffsets)
  }
  if let word = wordInOldFont(file.bytes.span) {
    throw .oldFont(file, SourceRange(word.range.lowerBound, word.range.upperBound), word.text)
  }
}

/// The delimiter that a first line `sep=;` names, as spreadsheets write it.
private func separatorLine(_ bytes: Span<UInt8>, from offset: Int) -> UInt8? {
  let stop = lineEnd(bytes, from: offset).stop
  guard stop - offset == 5 else { return nil }
  for (index, expected) in "sep=".utf8.enumerated() {
    // Setting one bit makes a capital small; `=` has it set.
    guard bytes[offset + index] | 0x20 == expected else { return nil }
  }
  let delimiter = bytes[offset + 4]
  return delimiters.contains(delimiter) ? delimiter : nil
}

private let delimiters: [UInt8] = Array(",;\t|".utf8)

/// The delimiter that the header line has most of outside quotes; a comma where it has none.
private func likelyDelimiter(_ bytes: Span<UInt8>, from offset: Int) -> UInt8 {
  var counts = [0, 0, 0, 0]
  var isQuoted = false
  var position = offset
  while position < bytes.count {
    let byte = bytes[position]
    if byte == quote { isQuoted.toggle() }
    if !isQuoted {
      if byte == lineFeed || byte == carriageReturn { break }
      if let index = delimiters.firstIndex(of: byte) { counts[index] += 1 }
    }
    position += 1
  }
  var best = 0
  for index in 1..<counts.count where counts[index] > counts[best] { best = index }
  return delimiters[best]
}

private func lineEnd(_ bytes: Span<UInt8>, from offset: Int) -> (stop: Int, next: Int) {
  var stop = offset
  while stop < bytes.count, bytes[stop] != lineFeed, bytes[stop] != carriageReturn { stop += 1 }
  var next = min(stop + 1, bytes.count)
  if stop < bytes.count, bytes[stop] == carriageReturn, next < bytes.count,
    bytes[next] == lineFeed
  {
    next += 1
  }
  return (stop, next)
}
