import HoiAnswer
import HoiDiagnostics

/// Appends the cells of one row as plain text, with something between them.
///
/// Missing is an empty cell and *not applicable* the text `KAD`; what is not
/// published is `*`; a member that the data does not
/// name is empty; years are whole numbers; verdicts and sentences are in the language.
///
/// - Parameter append: writes a text as the format wants it.
func appendPlainRow(
  _ answer: Answer, _ row: Int, _ columns: [Int], _ language: Language, delimiter: UInt8,
  to output: inout [UInt8], append: (String, inout [UInt8]) -> Void
) {
  for (place, column) in columns.enumerated() {
    if place > 0 { output.append(delimiter) }
    switch answer.cell(row, column) {
    case .number(let value): appendNumber(value, answer.columns[column].unit, to: &output)
    case .missing, .unknown: break
    case .notApplicable: output.append(contentsOf: notApplicableText.utf8)
    case .hidden: output.append(UInt8(ascii: "*"))
    case .year(let year): output.append(contentsOf: String(year).utf8)
    case .text(let text): append(text, &output)
    case .wording(let wording): append(wording[language], &output)
    case .verdict(let verdict): append(verdict.wording[language], &output)
    }
  }
}

/// How a number that does not exist is written where there is no other way to tell it apart.
let notApplicableText = "KAD"
