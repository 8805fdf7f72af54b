import HoiDiagnostics

extension Parser {
  /// Whether a statement surely begins at a token: a statement word that a name or nothing follows.
  func beginsStatement(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.startsLine || index == 0, let word = token.keyword, word.hasRole(.statement),
      index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    if next.startsLine { return word == .check || word == .list }
    if next.kind == .word { return next.keyword.map { !isInfix($0) } ?? true }
    return next.kind == .string || next.kind == .code
  }

  private func isInfix(_ word: Keyword) -> Bool {
    word == .and || word == .or || word == .in || word == .as
  }

  /// Skips what belongs to a part that could not be read: to the next clause word, or to the end of
  /// the statement or entry.
  ///
  /// - Parameter start: where the part began; at least one token behind it is skipped.
  mutating func recover(from start: Int, stopsAtClauses: Bool = true) {
    var depth = parenthesisDepth
    parenthesisDepth = 0
    newlineEnds = true
    nesting = 0
    commaSeparates = false
    var braces = 0
    var isFirst = position == start
    while position < tokens.count - 1 {
      let token = tokens[position]
      if !isFirst, isStop(token, depth: depth, braces: braces, stopsAtClauses) { break }
      isFirst = false
      switch token.kind {
      case .semicolon where braces == 0:
        refresh()
        return
      case .leftParenthesis: depth += 1
      case .rightParenthesis: depth -= 1
      case .leftBrace: braces += 1
      case .rightBrace:
        if braces == 0, blockDepth > 0 {
          refresh()
          return
        }
        braces -= 1
      default: break
      }
      position += 1
    }
    refresh()
  }

  private func isStop(
    _ token: Token, depth: Int, braces: Int, _ stopsAtClauses: Bool
  ) -> Bool {
    if token.startsLine, beginsStatement(position) { return true }
    guard braces <= 0 else { return false }
    if token.kind == .semicolon { return true }
    if token.kind == .rightBrace { return blockDepth > 0 }
    guard depth <= 0 else { return false }
    if token.startsLine, !goesOn(token) { return true }
    guard stopsAtClauses, let word = token.keyword else { return false }
    return word.hasRole(continuation == .targetWords ? .target : .clause)
  }
}
