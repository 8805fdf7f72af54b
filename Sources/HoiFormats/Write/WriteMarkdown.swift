import HoiAnswer
import HoiDiagnostics

/// An answer as Markdown for a report: the title, a table, and what is said below it.
///
/// Cells are as people read them; numbers stand right, totals are bold.
///
/// - Parameters:
///   - title: the parts of the heading.
///   - table: the cells in words.
///   - notes: the sentences below the table, one to a line.
package func writeMarkdown(title: [String], _ table: WordTable, notes: [String]) -> String {
  var lines: [String] = []
  if !title.isEmpty {
    lines += ["**\(title.map(escapedMarkdown).joined(separator: " · "))**", ""]
  }
  if !table.columns.isEmpty, table.rowCount > 0 {
    lines.append(tableLine(table.columns.map { escapedMarkdown($0.head) }))
    lines.append(tableLine(table.columns.map { $0.isRight ? "---:" : "---" }))
    for row in 0..<table.rowCount {
      if let section = table.sections[row] {
        // A table of Markdown has no heads within: the section is a row of its own.
        let blanks = table.columns.dropFirst().map { _ in "" }
        lines.append(tableLine(["*\(escapedMarkdown(section))*"] + blanks))
      }
      let isTotal = row >= table.rowCount - table.totalCount
      lines.append(
        tableLine(
          table.columns.map { column in
            let text = escapedMarkdown(column.cells[row])
            return isTotal && !text.isEmpty ? "**\(text)**" : text
          }))
    }
    lines.append("")
  }
  for note in notes {
    // Two blanks keep the next note on a line of its own.
    lines.append(escapedMarkdown(note) + "  ")
  }
  while lines.last == "" { lines.removeLast() }
  return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}

private func tableLine(_ cells: [String]) -> String {
  "| " + cells.joined(separator: " | ") + " |"
}

/// Text that stands for itself: signs that Markdown would take for its own are escaped, line breaks
/// and other controls become blanks.
private func escapedMarkdown(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.isControl {
      result.append(" ")
      continue
    }
    if markdownSigns.contains(scalar) { result.append("\\") }
    result.append(scalar)
  }
  return String(result)
}

private let markdownSigns: Set<Unicode.Scalar> = ["\\", "|", "`", "*", "_", "<", "["]
