import HoiAnswer
import HoiDiagnostics

/// An answer as comma-separated values: a header of names, then the rows, totals last.
///
/// Cells are quoted as RFC 4180 has it, only where they must be; lines end in LF. Missing is an
/// empty cell, *not applicable* is `KAD`. A text that begins with `=` `+` `-` or `@` is written as
/// it is: this is data for programs, and a spreadsheet that opens it may take it for a formula.
///
/// - Parameter delimiter: `;` for spreadsheets of places that write a decimal comma.
package func writeCSV(
  _ answer: Answer, _ language: Language, delimiter: UInt8 = 0x2C
) -> String {
  var output: [UInt8] = []
  let columns = answer.dataColumns
  let append = { (text: String, output: inout [UInt8]) in
    appendCSVText(text, delimiter: delimiter, to: &output)
  }
  for (place, column) in columns.enumerated() {
    if place > 0 { output.append(delimiter) }
    append(answer.columns[column].name, &output)
  }
  output.append(lineFeed)
  for row in 0..<answer.rowCount {
    let start = output.count
    appendPlainRow(
      answer, row, columns, language, delimiter: delimiter, to: &output, append: append)
    // A row of one empty cell must not look like a blank line.
    if output.count == start { output.append(contentsOf: [quote, quote]) }
    output.append(lineFeed)
  }
  return String(decoding: output, as: UTF8.self)
}

private func appendCSVText(_ text: String, delimiter: UInt8, to output: inout [UInt8]) {
  let bytes = text.utf8
  let needsQuotes =
    bytes.contains { $0 == delimiter || $0 == quote || $0 == lineFeed || $0 == carriageReturn }
    || bytes.first == 0x20 || bytes.last == 0x20
  guard needsQuotes else {
    output.append(contentsOf: bytes)
    return
  }
  output.append(quote)
  for byte in bytes {
    if byte == quote { output.append(quote) }
    output.append(byte)
  }
  output.append(quote)
}
