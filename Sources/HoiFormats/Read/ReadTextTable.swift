import HoiColumns
import HoiDiagnostics

/// Reads a small delimited file, such as a list of members, every cell as text.
///
/// The rules are those of fact tables. Heads must differ, empty ones apart.
package func readTextTable(
  _ bytes: [UInt8], file name: String, limits: Limits
) throws(Diagnostic) -> TextTable {
  let opened = try OpenedCSV(DataFile(bytes: bytes, name: name), limits: limits)
  try checkHeadsDiffer(opened)
  var filling = BlockFilling(opened)
  var columns = [[String]](repeating: [], count: opened.header.count)
  let span = opened.file.bytes.span
  repeat {
    filling.fillBlock(span)
    for row in 0..<filling.block.rowCount {
      for column in columns.indices {
        let cell = filling.block.cell(row, column)
        let text = decodedText(span, cell)
        if text.utf8.contains(0) {
          throw .cell(.notText, at: cell, opened.header[column], nil, opened.file)
        }
        columns[column].append(text)
      }
    }
    if let fault = filling.fault { throw .record(fault, in: opened, limits) }
    if filling.rowCount > limits.members {
      throw .tooManyRows(opened, limit: limits.members)
    }
  } while filling.block.rowCount > 0
  return TextTable(
    file: name, header: opened.header, columns: columns,
    lines: lines(filling.breaks, rowCount: filling.rowCount))
}

/// Where a cell of a delimited file stands, so that what is found out later can point at it.
///
/// - Parameters:
///   - bytes: the whole file, as it was read.
///   - line: the line its row begins on, from 1.
///   - column: counted from 0; nil, or one that the row does not have, is the whole line.
package func cellSource(
  _ bytes: [UInt8], file name: String, line: Int, column: Int? = nil, delimiter: UInt8? = nil,
  skippedLines: Int = 0, limits: Limits = Limits()
) -> (source: SourceText, range: SourceRange) {
  let file = DataFile(bytes: bytes, name: name)
  let whole = file.lineRange(ofLine: line)
  guard let column else { return file.excerpt(whole) }
  do {
    var scanner = try OpenedCSV(
      file, delimiter: delimiter, skippedLines: skippedLines, limits: limits
    ).scanner
    (scanner.offset, scanner.line) = (whole.start, line)
    var cells: [CellBounds] = []
    _ = try scanner.nextRecord(file.bytes.span, keeping: limits.fileColumns, into: &cells)
    guard cells.indices.contains(column) else { return file.excerpt(whole) }
    return file.excerpt(SourceRange(cells[column].start, cells[column].end))
  } catch {
    // What cannot be read again as it was is still shown by its line.
    return file.excerpt(whole)
  }
}

private func lines(_ breaks: [(row: Int, line: Int)], rowCount: Int) -> [Int] {
  let origin = RowOrigin(file: "", breaks: breaks)
  return (0..<rowCount).map { origin.line(ofRow: $0) ?? 0 }
}
