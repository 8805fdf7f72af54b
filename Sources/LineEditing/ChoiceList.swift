import CLineEdit

/// Choices as the rows of a list, in columns that are read downward.
///
/// With labels where there is room for one choice a row, with as many columns as fit otherwise.
///
/// - Parameters:
///   - columns: cells in a row of the terminal.
///   - rows: at most so many; choices beyond them are left out and `…` says so.
///   - note: said in a last row; nil where `choices` are all there are.
package func listRows(
  _ choices: [LineChoice], columns: Int, rows: Int, note: String? = nil
) -> [String] {
  guard !choices.isEmpty, rows > 0 else { return [] }
  let columns = max(columns, 2)
  let texts = choices.map(\.text)
  let width = texts.map(cells).max() ?? 0
  let hasLabels = choices.contains { !$0.label.isEmpty }
  if hasLabels, note == nil, choices.count <= rows, width + 4 < columns {
    return choices.map { choice in
      let gap = String(repeating: " ", count: width - cells(choice.text) + 2)
      let row = choice.label.isEmpty ? choice.text : choice.text + gap + choice.label
      return cut(row, toCells: columns - 1)
    }
  }
  let columnWidth = min(width + 2, columns)
  let perRow = max(1, (columns + 1) / columnWidth)
  var needed = (texts.count + perRow - 1) / perRow
  var shown = texts[...]
  var last = note
  if needed > rows - (note == nil ? 0 : 1) {
    needed = max(1, rows - 1)
    shown = texts.prefix(needed * perRow)
    last = note ?? "…"
  }
  var lines = (0..<min(needed, shown.count)).map { row in
    var line = ""
    for place in stride(from: row, to: shown.count, by: needed) {
      let isLast = place + needed >= shown.count
      let text = cut(shown[place], toCells: columns - 1)
      let padding = isLast ? 0 : max(0, columnWidth - cells(text))
      line += text + String(repeating: " ", count: padding)
    }
    return line
  }
  if let last { lines.append(cut(last, toCells: columns - 1)) }
  return lines
}

/// How many cells a text takes; marks take none.
func cells(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(0, Int(hoi_cell_width($1.value))) }
}

/// A text cut to a number of cells, ending in `…` where something was cut.
func cut(_ text: String, toCells most: Int) -> String {
  guard cells(text) > most else { return text }
  var kept = String.UnicodeScalarView()
  var width = 0
  for scalar in text.unicodeScalars {
    width += max(0, Int(hoi_cell_width(scalar.value)))
    if width > most - 1 { break }
    kept.append(scalar)
  }
  return most > 0 ? String(kept) + "…" : ""
}
