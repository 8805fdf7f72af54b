import HoiAnswer
import HoiDiagnostics

/// An answer as Markdown for a report: the title, a table, and what is said below it.
///
/// All columns are shown, as people read them; numbers stand right, totals are bold, missing is `—`
/// and *not applicable* `KAD`.
///
/// - Parameters:
///   - notes: the sentences below the table, one to a line, as the renderer words them.
///   - words: for each column of the answer its head and cells, as the renderer shows them.
package func writeMarkdown(
  _ answer: Answer, _ language: Language, notes: [String] = [], words: [ColumnWords]
) -> String {
  var lines: [String] = []
  let title = answer.title.map { escapedMarkdown($0[language]) }.joined(separator: " · ")
  if !title.isEmpty { lines += ["**\(title)**", ""] }
  if !answer.columns.isEmpty {
    lines.append(tableLine(words.map { escapedMarkdown($0.head) }))
    lines.append(tableLine(words.map { $0.isNumeric ? "---:" : "---" }))
    for row in 0..<answer.rowCount {
      let isTotal = row >= answer.rowCount - answer.totalCount
      lines.append(
        tableLine(
          answer.columns.indices.map { place in
            var text = words[place].text(row)
            if isTotal, case .unknown = answer.cell(row, place) {
              // A total stands for all members; its name goes into the first column.
              text = place == 0 ? totalText[language] : ""
            }
            text = escapedMarkdown(text)
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

/// A column as people read it.
package struct ColumnWords {
  var head: String
  var isNumeric: Bool
  /// The text of the cell in a row.
  var text: (Int) -> String

  package init(head: String, isNumeric: Bool, text: @escaping (Int) -> String) {
    self.head = head
    self.isNumeric = isNumeric
    self.text = text
  }
}

private let totalText = Wording(vi: "Tổng", en: "Total")

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
