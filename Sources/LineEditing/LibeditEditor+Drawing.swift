import CLineEdit

// What libedit has no notion of: colours, a hint behind the line, a list below it. All of it is drawn
// in the cells that libedit thinks hold the plain line, or is taken away before libedit draws.
extension LibeditEditor {
  private static let save = "\u{1B}7"
  private static let restore = "\u{1B}8"
  private static let eraseRest = "\u{1B}[K"
  private static let plain = "\u{1B}[0m"
  private static let dim = "\u{1B}[2m"

  /// The prompt as it is seen, without what takes no room.
  var visiblePrompt: String {
    prompt.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
  }

  /// Draws the line again with its colours and a hint, where it stands in one row.
  func paint() {
    guard let help else { return }
    let line = self.line
    let cursor = Int(hoi_line_cursor())
    if let painted, painted == (line, cursor) { return }
    painted = (line, cursor)
    // Where a letter takes no cell, or is shown as something else, libedit's picture is its own.
    let widths = line.unicodeScalars.map { Int(hoi_cell_width($0.value)) }
    guard widths.allSatisfy({ $0 > 0 }) else { return }
    let start = cells(visiblePrompt)
    let room = terminalSize().columns - start - widths.reduce(0, +) - 1
    guard room > 0 else { return }
    if cursor == line.unicodeScalars.count, !line.isEmpty {
      let more = help.hint(for: line, history: walk.statements) ?? ""
      hint = enterable(more).contains { $0.isNewline || $0 == "\t" } ? "" : enterable(more)
    }
    guard hint != "" || help.colored(line) != nil else { return }
    let shown = hint.isEmpty ? "" : Self.dim + cut(hint, toCells: room) + Self.plain
    hoi_terminal_say(
      "\(Self.save)\r\u{1B}[\(start)C\(help.colored(line) ?? line)\(Self.plain)"
        + "\(shown)\(Self.eraseRest)\(Self.restore)")
  }

  /// Erases the hint before a key has its effect; answers whether there was one.
  func takeHintAway() -> Bool {
    acceptedHint = hint
    guard !hint.isEmpty else { return false }
    hint = ""
    painted = nil
    hoi_terminal_say(Self.eraseRest)
    return true
  }

  /// Shows choices below the line, and the line again below them.
  func list(_ found: LineChoices) {
    let size = terminalSize()
    let cursor = hoi_line_cursor()
    let above = rowsAboveCursor()
    moveToEnd()
    let below = rowsAboveCursor() - above
    hoi_line_move(cursor - hoi_line_cursor())
    let rows = listRows(
      found.choices, columns: size.columns, rows: max(2, size.rows - 4), note: found.cutNote)
    hoi_terminal_say(
      String(repeating: "\n", count: below + 1) + rows.map { $0 + "\n" }.joined())
    painted = nil
    hoi_terminal_draw()
  }
}
