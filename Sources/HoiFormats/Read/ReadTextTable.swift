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

private func lines(_ breaks: [(row: Int, line: Int)], rowCount: Int) -> [Int] {
  let origin = RowOrigin(file: "", breaks: breaks)
  return (0..<rowCount).map { origin.line(ofRow: $0) ?? 0 }
}
