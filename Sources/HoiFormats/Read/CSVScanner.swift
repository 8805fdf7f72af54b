/// Finds records and cells in the bytes of a delimited file.
///
/// A cell is plain or stands in quotes, in which a quote is doubled and line breaks are text. A
/// quote inside a plain cell is text.
struct CSVScanner {
  let delimiter: UInt8
  /// The longest cell, in bytes.
  let longestCell: Int
  /// Where the next record begins.
  var offset: Int
  /// The line it begins on, from 1.
  var line: Int

  /// What can be wrong with the shape of a record.
  enum Fault: Error {
    case unclosedQuote(opener: Int)
    case textAfterQuote(start: Int, end: Int)
    case cellTooLong(start: Int, isQuoted: Bool)
  }

  struct Record {
    let start: Int
    /// Without the line break.
    let end: Int
    let line: Int
    let cellCount: Int
    /// Where the first cell begins that was not kept.
    let surplus: Int?
    /// No cell holds anything: a blank line, or one of delimiters only.
    let isBlank: Bool
  }

  /// Appends the cells of the next record, at most `most` of them; nil at the end of the file.
  mutating func nextRecord(
    _ bytes: Span<UInt8>, keeping most: Int, into cells: inout [CellBounds]
  ) throws(Fault) -> Record? {
    guard offset < bytes.count else { return nil }
    let (start, firstLine) = (offset, line)
    var cellCount = 0
    var surplus: Int?
    var isBlank = true
    while true {
      let cell = try nextCell(bytes)
      if cell.length > 0 || cell.form != .plain { isBlank = false }
      if cellCount < most {
        cells.append(cell)
      } else if surplus == nil {
        surplus = cell.start
      }
      cellCount += 1
      guard offset < bytes.count, bytes[offset] == delimiter else { break }
      offset += 1
    }
    let end = offset
    if offset < bytes.count {
      offset += 1
      if bytes[end] == carriageReturn, offset < bytes.count, bytes[offset] == lineFeed {
        offset += 1
      }
      line += 1
    }
    return Record(
      start: start, end: end, line: firstLine, cellCount: cellCount, surplus: surplus,
      isBlank: isBlank)
  }

  /// Stops at the delimiter or line break behind the cell, or at the end of the file.
  private mutating func nextCell(_ bytes: Span<UInt8>) throws(Fault) -> CellBounds {
    let start = offset
    var position = offset
    while position < bytes.count, isInnerBlank(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == quote {
      return try quotedCell(bytes, opener: position)
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
      position += 1
    }
    if position - start > longestCell { throw .cellTooLong(start: start, isQuoted: false) }
    offset = position
    let text = trimmedBounds(bytes, start, position)
    return CellBounds(start: text.start, length: Int32(text.end - text.start), form: .plain)
  }

  private mutating func quotedCell(
    _ bytes: Span<UInt8>, opener: Int
  ) throws(Fault) -> CellBounds {
    var form = CellBounds.Form.quoted
    var position = opener + 1
    while true {
      guard position < bytes.count else { throw .unclosedQuote(opener: opener) }
      if position - opener > longestCell { throw .cellTooLong(start: opener, isQuoted: true) }
      let byte = bytes[position]
      if byte == quote {
        guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
        form = .doubled
        position += 1
      } else if byte == lineFeed {
        line += 1
      } else if byte == carriageReturn,
        position + 1 >= bytes.count || bytes[position + 1] != lineFeed
      {
        line += 1
      }
      position += 1
    }
    let text = trimmedBounds(bytes, opener + 1, position)
    position += 1
    while position < bytes.count, isInnerBlank(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] != delimiter, bytes[position] != lineFeed,
      bytes[position] != carriageReturn
    {
      throw .textAfterQuote(start: position, end: restOfCell(bytes, from: position))
    }
    offset = position
    return CellBounds(start: text.start, length: Int32(text.end - text.start), form: form)
  }

  private func restOfCell(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != delimiter, bytes[end] != lineFeed,
      bytes[end] != carriageReturn
    {
      end += 1
    }
    return end
  }

  /// A blank that may stand between a delimiter and a quote.
  private func isInnerBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte == 0x09 && delimiter != 0x09)
  }
}

let quote: UInt8 = 0x22
let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D
