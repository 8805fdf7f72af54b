import HoiAnswer
import HoiDiagnostics
import HoiText

/// The cells of one column as people read them.
package struct CellWords {
  private let column: AnswerColumn
  private let format: NumberFormat
  private let language: Language
  private let glyphs: Glyphs

  package init(_ column: AnswerColumn, _ options: RenderOptions) {
    self.column = column
    language = options.language
    glyphs = options.glyphs
    format = NumberFormat(column, options.language)
  }

  package var isNumeric: Bool {
    switch column.cells {
    case .numbers: true
    case .members, .years, .text, .wording, .verdicts: false
    }
  }

  /// The text of a cell, safe to be shown.
  package func text(_ row: Int) -> String {
    switch shown(row) {
    case .number(let number): number.text
    case .text(let text, _): text
    }
  }

  enum Shown {
    case number(ShownNumber)
    case text(String, Ink)
  }

  func shown(_ row: Int) -> Shown {
    switch column.shownCell(row) {
    case .number(let value): .number(format.parts(value))
    case .missing: .text(glyphs.missing, .faint)
    case .notApplicable: .text("KAD", .faint)
    case .hidden: .text("*", .faint)
    case .year(let year): .text(yearText(year), .plain)
    case .text(let text): .text(displaySafe(text), .plain)
    case .unknown: .text(language == .vietnamese ? "(không rõ)" : "(unknown)", .faint)
    case .wording(let wording): .text(displaySafe(wording[language]), .plain)
    case .verdict(let verdict): .text(displaySafe(verdict.wording[language]), verdict.ink)
    }
  }

  /// A school year has two calendar years in its name.
  private func yearText(_ year: Int) -> String {
    guard year > 0 else { return "" }
    if case .years(_, .school) = column.cells { return "\(year)\(glyphs.dash)\(year + 1)" }
    return "\(year)"
  }
}
