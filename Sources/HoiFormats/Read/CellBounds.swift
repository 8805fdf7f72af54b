/// Where one cell of a data file stands: its text, without the blanks and quotes around it.
struct CellBounds {
  enum Form: UInt8 {
    case plain
    case quoted
    /// Quoted, with doubled quotes inside: the text has to be copied to be read.
    case doubled
  }

  var start: Int
  var length: Int32
  var form: Form

  var end: Int { start + Int(length) }
}

/// A run of records, their cells in one array, row by row.
///
/// Columns are read one at a time within a block: what is read from a block stays in the cache, and
/// the scanner that fills it can be replaced without touching what reads it.
struct CellBlock {
  /// Cells of a block: 256 KB of bounds.
  static let cellCount = 1 << 14

  let columnCount: Int
  /// The table's row that the block begins with.
  var firstRow = 0
  var rowCount = 0
  var cells: [CellBounds] = []

  init(columnCount: Int) {
    self.columnCount = columnCount
    cells.reserveCapacity(max(Self.cellCount, columnCount) + columnCount)
  }

  /// How many records fit.
  var capacity: Int { max(1, Self.cellCount / max(1, columnCount)) }

  func cell(_ row: Int, _ column: Int) -> CellBounds { cells[row * columnCount + column] }

  mutating func clear(firstRow: Int) {
    self.firstRow = firstRow
    rowCount = 0
    cells.removeAll(keepingCapacity: true)
  }
}

/// Bounds without the blanks at both ends: space, tab, line break, and the blanks of Unicode that
/// spreadsheets write, such as the no-break space.
func trimmedBounds(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
  var (start, end) = (start, end)
  while start < end {
    let width = blankWidth(bytes, startingAt: start, end: end)
    if width == 0 { break }
    start += width
  }
  while start < end {
    let width = blankWidth(bytes, endingAt: end, start: start)
    if width == 0 { break }
    end -= width
  }
  return (start, end)
}

private func blankWidth(_ bytes: Span<UInt8>, startingAt start: Int, end: Int) -> Int {
  let byte = bytes[start]
  if isBlank(byte) { return 1 }
  if byte < 0xC2 { return 0 }
  if start + 1 < end, byte == 0xC2, bytes[start + 1] == 0xA0 { return 2 }
  if start + 2 < end, isWideBlank(byte, bytes[start + 1], bytes[start + 2]) { return 3 }
  return 0
}

private func blankWidth(_ bytes: Span<UInt8>, endingAt end: Int, start: Int) -> Int {
  let byte = bytes[end - 1]
  if isBlank(byte) { return 1 }
  if byte < 0x80 { return 0 }
  if end - 2 >= start, bytes[end - 2] == 0xC2, byte == 0xA0 { return 2 }
  if end - 3 >= start, isWideBlank(bytes[end - 3], bytes[end - 2], byte) { return 3 }
  return 0
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

/// Figure space, narrow no-break space, zero-width space, ideographic space, byte order mark.
private func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second, third) {
  case (0xE2, 0x80, 0x87), (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x8B), (0xE3, 0x80, 0x80),
    (0xEF, 0xBB, 0xBF):
    true
  default: false
  }
}

/// The text of a cell, its doubled quotes made single.
func cellBytes(_ bytes: Span<UInt8>, _ cell: CellBounds) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(Int(cell.length))
  var index = cell.start
  while index < cell.end {
    text.append(bytes[index])
    index += cell.form == .doubled && bytes[index] == 0x22 ? 2 : 1
  }
  return text
}
