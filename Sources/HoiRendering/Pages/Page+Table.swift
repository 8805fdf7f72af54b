import HoiAnswer
import HoiDiagnostics
import HoiText

extension Page {
  /// Groups and items in columns, and what is said below them.
  mutating func table(_ answer: Answer) {
    let rows = shownRows(answer)
    chart(answer)
    if isTooWide(answer, rows) {
      // One row that does not fit is read downwards, with nothing left out.
      records(answer, rows)
    } else if answer.rowCount > 0 {
      add(grid(AnswerGrid(answer, rows: rows, options).grid))
      blankLine()
    }
    footer(answer, hiddenRows: answer.rowCount - rows.count)
  }

  private func isTooWide(_ answer: Answer, _ rows: [Int]) -> Bool {
    guard options.width != nil, rows.count == 1 else { return false }
    let fit = AnswerGrid(answer, rows: rows, options).grid.fit(options.width)
    return !fit.omitted.isEmpty
  }

  /// The rows that are shown: all totals, and the first of the others.
  func shownRows(_ answer: Answer) -> [Int] {
    let plain = answer.rowCount - answer.totalCount
    let count = options.rowLimit.map { min(plain, max(0, $0)) } ?? plain
    return Array(0..<count) + Array(plain..<answer.rowCount)
  }

  /// Lines of a grid that fits the page; names of columns that do not are told below it.
  mutating func grid(_ grid: Grid) -> [String] {
    let fit = grid.fit(options.width)
    widest = max(widest, margin + fit.widths.reduce(0, +) + grid.gap * (fit.widths.count - 1))
    omittedColumns = fit.omitted.map { grid.columns[$0].name }.filter { !$0.isEmpty }
    return grid.lines(fit, options)
  }
}
