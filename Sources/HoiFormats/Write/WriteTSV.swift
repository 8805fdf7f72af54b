import HoiAnswer
import HoiDiagnostics

/// An answer as tab-separated values: a header of names, then the rows, totals last.
///
/// Nothing is quoted. A tab, a line break or any other control character in a text becomes a blank,
/// so that every row is one line and no text can command a terminal. Missing is an empty cell, *not
/// applicable* is `KAD`.
package func writeTSV(_ answer: Answer, _ language: Language) -> String {
  var output: [UInt8] = []
  let columns = answer.dataColumns
  for (place, column) in columns.enumerated() {
    if place > 0 { output.append(tab) }
    appendTSVText(answer.columns[column].name, to: &output)
  }
  output.append(lineFeed)
  for row in 0..<answer.rowCount {
    appendPlainRow(
      answer, row, columns, language, delimiter: tab, to: &output, append: appendTSVText)
    output.append(lineFeed)
  }
  return String(decoding: output, as: UTF8.self)
}

private let tab: UInt8 = 0x09

private func appendTSVText(_ text: String, to output: inout [UInt8]) {
  for scalar in text.unicodeScalars {
    if scalar.isControl {
      output.append(0x20)
    } else {
      output.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the controls, or turns the direction of the text around it.
  var isControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
