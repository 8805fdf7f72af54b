import CLineEdit

// What libedit asks to be done to the line.
extension LibeditEditor {
  var line: String { String(cString: hoi_line_text()) }

  var beforeCursor: String {
    String(String.UnicodeScalarView(line.unicodeScalars.prefix(Int(hoi_line_cursor()))))
  }

  /// Does what one of our own keys means; false rings the bell.
  func obey(_ code: Int32) -> Bool {
    switch OwnKey(code: code) {
    case .mark: joinMark()
    case .paste:
      guard let pasted else { return false }
      hoi_line_insert(pasted)
    case .interrupt:
      moveToEnd()
      hoi_line_insert("^C")
    case .movement(.older):
      guard let text = walk.older(than: line, beforeCursor: beforeCursor) else { return false }
      replaceLine(text)
    case .movement(.newer):
      guard let text = walk.newer(than: line) else { return false }
      replaceLine(text)
    case .complete: return complete()
    case .acceptHint: hoi_line_insert(acceptedHint)
    case .enter, .movement, nil: return false
    }
    return true
  }

  /// Does what Tab asks: the choice where there is one, what all have in common, at last a list.
  private func complete() -> Bool {
    guard let found = help?.choices(behind: beforeCursor), let first = found.choices.first else {
      return false
    }
    if found.choices.count == 1, found.cutNote == nil {
      let rest = String(line.unicodeScalars.dropFirst(Int(hoi_line_cursor())))
      replace(found.replaced, by: first.text + (rest.hasPrefix(" ") ? "" : first.ending))
      return true
    }
    let typed = String(beforeCursor.unicodeScalars.suffix(found.replaced))
    if let common = found.common, common != typed {
      replace(found.replaced, by: common)
      lineAtTab = beforeCursor
      return true
    }
    guard lineAtTab == beforeCursor else {
      lineAtTab = beforeCursor
      return false
    }
    list(found)
    return true
  }

  private func replace(_ letters: Int, by text: String) {
    hoi_line_delete_before_cursor(Int32(letters))
    hoi_line_insert(enterable(text))
  }

  private func joinMark() {
    let letter = line.unicodeScalars.prefix(Int(hoi_line_cursor())).last
    // A mark that makes no letter stays in the line: the text is right, if not its picture.
    let composed = letter.flatMap { composedLetter($0, mark) }
    if composed != nil { hoi_line_delete_before_cursor(1) }
    hoi_line_insert(String(Character(composed ?? mark)))
  }

  func moveToEnd() {
    hoi_line_move(Int32(line.unicodeScalars.count) - hoi_line_cursor())
  }

  private func replaceLine(_ text: String) {
    moveToEnd()
    hoi_line_delete_before_cursor(hoi_line_cursor())
    hoi_line_insert(text)
  }
}
