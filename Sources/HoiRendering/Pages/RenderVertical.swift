import HoiAnswer
import HoiDiagnostics
import HoiText

/// An answer with a line for each cell: for what is too wide for a table.
package func renderVertical(_ answer: Answer, _ options: RenderOptions) -> String {
  var page = Page(options)
  page.title(answer)
  let rows = page.shownRows(answer)
  page.records(answer, rows)
  page.footer(answer, hiddenRows: answer.rowCount - rows.count)
  return page.text
}

extension Page {
  /// A block for each row, totals last, each under a rule with its number.
  mutating func records(_ answer: Answer, _ rows: [Int]) {
    let table = wordTable(answer, options)
    let heads = table.columns.map { $0.head.split(separator: "\n").joined(separator: " ") }
    let names = min(heads.reduce(0) { max($0, cellWidth($1)) }, mostNames)
    let count = answer.rowCount - answer.totalCount
    for row in rows {
      let name =
        row >= count ? totalWording[language] : groupedCount(Int128(row + 1), language)
      var rule = options.glyphs.rule + " " + name + " "
      rule += String(repeating: options.glyphs.rule, count: max(2, names - cellWidth(rule)))
      if answer.rowCount > 1 { add([blanks(margin) + Ink.faint.painting(rule, options)]) }
      if let section = table.sections[row] { paragraph(section, ink: .strong) }
      for (head, column) in zip(heads, table.columns) where !column.cells[row].isEmpty {
        record(head, column.cells[row], column.tones[row], names: names)
      }
      blankLine()
    }
  }

  /// Names are broken over lines beyond this.
  private var mostNames: Int { min(32, max(8, (options.width ?? 80) / 2)) }

  private mutating func record(
    _ head: String, _ text: String, _ tone: WordTable.Tone, names: Int
  ) {
    let room = options.width.map { max(20, $0 - margin - names - 2) } ?? .max
    let (left, right) = (wrapped(head, toCells: names), wrapped(text, toCells: room))
    for line in 0..<max(left.count, right.count) {
      let name = line < left.count ? left[line] : ""
      let value = line < right.count ? right[line] : ""
      let gap = value.isEmpty ? 0 : names + 2 - cellWidth(name)
      add([
        blanks(margin) + Ink.faint.painting(name, options) + blanks(gap)
          + Ink(tone).painting(value, options)
      ])
    }
  }
}

extension Ink {
  fileprivate init(_ tone: WordTable.Tone) {
    switch tone {
    case .plain: self = .plain
    case .good: self = .good
    case .fair: self = .fair
    case .bad: self = .bad
    case .faint: self = .faint
    }
  }
}
