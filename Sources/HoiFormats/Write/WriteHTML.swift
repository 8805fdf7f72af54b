import HoiAnswer
import HoiDiagnostics
import HoiText

/// An answer as a page of HTML that needs nothing beside it: heading, chart, table and notes.
///
/// Rows and columns have their heads marked as such, so that a screen reader can say them; colour
/// only repeats what the words say. The same question gives the same bytes.
///
/// - Parameters:
///   - chart: an SVG picture to stand above the table, written as it is.
///   - table: the cells in words.
package func writeHTML(
  title: [String], _ table: WordTable, chart: String?, notes: [String], _ language: Language
) -> String {
  let heading = title.map(escapedMarkup)
  var lines = [
    "<!DOCTYPE html>",
    "<html lang=\"\(language.rawValue)\">",
    "<head>",
    "<meta charset=\"utf-8\">",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
    "<title>\(heading.joined(separator: " · "))</title>",
    "<style>\n\(styleSheet)</style>",
    "</head>",
    "<body>",
    "<main>",
  ]
  if let first = heading.first { lines.append("<h1>\(first)</h1>") }
  if heading.count > 1 {
    lines.append("<p class=\"scope\">\(heading.dropFirst().joined(separator: " · "))</p>")
  }
  if let chart { lines.append("<figure>\n\(chart)</figure>") }
  if !table.columns.isEmpty, table.rowCount > 0 {
    lines += tableLines(table, caption: heading.joined(separator: " · "))
  }
  if !notes.isEmpty {
    lines.append("<ul class=\"notes\">")
    lines += notes.map { "<li>\(escapedMarkup($0))</li>" }
    lines.append("</ul>")
  }
  lines += ["</main>", "</body>", "</html>"]
  return lines.joined(separator: "\n") + "\n"
}

private func tableLines(_ table: WordTable, caption: String) -> [String] {
  // What is wider than the screen is scrolled by itself, also with the keyboard.
  var lines = [
    "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\">", "<table>",
    "<caption>\(caption)</caption>", "<thead>", "<tr>",
  ]
  lines += table.columns.map { column in
    let head = escapedMarkup(column.head).split(separator: "\n").joined(separator: "<br>")
    return "<th scope=\"col\"\(column.isRight ? " class=\"n\"" : "")>\(head)</th>"
  }
  lines += ["</tr>", "</thead>", "<tbody>"]
  let totals = table.rowCount - table.totalCount
  for row in 0..<table.rowCount {
    if row == totals { lines += ["</tbody>", "<tfoot>"] }
    if let section = table.sections[row] {
      lines.append(
        "<tr><th scope=\"rowgroup\" class=\"section\" colspan=\"\(table.columns.count)\">"
          + "\(escapedMarkup(section))</th></tr>")
    }
    lines.append(rowLine(table, row))
  }
  lines.append(totals < table.rowCount ? "</tfoot>" : "</tbody>")
  return lines + ["</table>", "</div>"]
}

private func rowLine(_ table: WordTable, _ row: Int) -> String {
  let cells = table.columns.map { column in
    var classes: [String] = column.isRight ? ["n"] : []
    if column.tones[row] != .plain { classes.append(column.tones[row].rawValue) }
    let marked = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    let text = escapedMarkup(column.cells[row])
    return column.isName
      ? "<th scope=\"row\"\(marked)>\(text)</th>" : "<td\(marked)>\(text)</td>"
  }
  return "<tr>\(cells.joined())</tr>"
}

private let styleSheet = """
  :root { color-scheme: light dark; --rule: #8884; --faint: #666; --good: #176b2c; --fair: #8a5a00;
    --bad: #a3201a; }
  @media (prefers-color-scheme: dark) {
    :root { --faint: #aaa; --good: #6fcf87; --fair: #e0b050; --bad: #ff8a80; }
  }
  body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; margin: 0; }
  main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 1.4rem; line-height: 1.25; margin: 0; }
  .scope { margin: .25rem 0 0; color: var(--faint); }
  figure { margin: 1.25rem 0 0; }
  figure svg { max-width: 100%; height: auto; }
  .wide { overflow-x: auto; margin: 1.25rem 0 0; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; font-weight: 400; }
  thead th { vertical-align: bottom; border-bottom: 1px solid var(--faint); color: var(--faint); }
  tbody tr + tr > * { border-top: 1px solid var(--rule); }
  tfoot > tr > * { border-top: 1px solid var(--faint); font-weight: 600; }
  .n { text-align: right; white-space: nowrap; }
  .section { font-weight: 600; padding-top: 1rem; }
  .good { color: var(--good); }
  .fair { color: var(--fair); }
  .bad { color: var(--bad); }
  .faint { color: var(--faint); }
  .notes { margin: 1rem 0 0; padding: 0; list-style: none; color: var(--faint); font-size: .9rem; }
  @media print { main { padding: 0; } .wide { overflow: visible; } }

  """
