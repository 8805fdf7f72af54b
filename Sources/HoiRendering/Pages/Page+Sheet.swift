import HoiAnswer
import HoiDiagnostics
import HoiText

extension Page {
  /// Properties of one thing: a name and a text on each line, long texts broken under themselves.
  mutating func sheet(_ answer: Answer) {
    let rows = shownRows(answer)
    var grid = Grid()
    grid.rowCount = rows.count
    grid.hasRules = false
    for (place, column) in answer.columns.filter({ $0.role != .data }).enumerated() {
      let words = CellWords(column, options)
      let cells = rows.map { row in
        var cell = words.cell(row)
        if place == 0 { cell.ink = .faint }
        return cell
      }
      grid.columns.append(
        Grid.Column(
          name: displaySafe(column.name), head: "", isRight: false, cells: cells, wraps: place > 0))
    }
    add(self.grid(grid))
    let hidden = answer.rowCount - rows.count
    if hidden > 0 || !answer.notes.isEmpty { blankLine() }
    footer(answer, hiddenRows: hidden)
  }
}
