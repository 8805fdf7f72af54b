import HoiAnswer
import HoiDiagnostics
import HoiText

/// The table of an answer in words: what a page shows of it, whatever the width.
package func wordTable(_ answer: Answer, _ options: RenderOptions) -> WordTable {
  let rows = Array(0..<answer.rowCount)
  let grid: Grid
  switch answer.kind {
  case .table, .list, .sheet: grid = AnswerGrid(answer, rows: rows, options).grid
  case .check:
    grid =
      CheckGrid(
        answer, CheckLine.all(answer, options.language), rows: rows, options, showsClauses: true
      ).grid
  }
  let names = Set(answer.columns.filter { $0.role == .group }.map(\.name))
  return WordTable(
    columns: grid.columns.compactMap { column in
      // What is drawn with letters on a terminal has no place among words.
      if column.isDrawing { return nil }
      return WordTable.Column(
        head: column.head, isRight: column.isRight,
        isName: names.contains(column.name) || column.name == CheckColumn.target.rawValue,
        cells: column.cells.map { withoutPadding($0.text) }, tones: column.cells.map(\.ink.tone))
    }, rowCount: grid.rowCount, totalCount: grid.totalCount, sections: grid.sections)
}

/// The heading of an answer, in the order of its parts.
package func titleParts(_ answer: Answer, _ language: Language) -> [String] {
  answer.title.map { displaySafe($0[language]) }.filter { !$0.isEmpty }
}

/// Blanks that line up digits are left out.
private func withoutPadding(_ text: String) -> String {
  text.split(separator: " ").joined(separator: " ")
}

extension Ink {
  fileprivate var tone: WordTable.Tone {
    switch self {
    case .plain, .strong: .plain
    case .faint: .faint
    case .good: .good
    case .fair: .fair
    case .bad: .bad
    }
  }
}
