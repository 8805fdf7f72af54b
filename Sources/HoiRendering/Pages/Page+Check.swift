import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

extension Page {
  /// Targets with their value, what is lacking and the verdict; below them how many stand where.
  mutating func check(_ answer: Answer) {
    let lines = CheckLine.all(answer, language)
    let rows = shownRows(answer)
    if !lines.isEmpty {
      add(grid(CheckGrid(answer, rows.map { lines[$0] }, rows: rows, options).grid))
      blankLine()
    }
    footer(answer, hiddenRows: answer.rowCount - rows.count)
  }
}
