import HoiDiagnostics

extension Parser {
  /// Every clause to the end of the statement; each kind at most once, the first stands.
  mutating func clauses() -> [Clause] {
    var clauses: [Clause] = []
    // A few at most, so that a list is looked through sooner than a word is hashed.
    var seen: [(word: Keyword, range: SourceRange)] = []
    while !isAtEnd {
      let part = beginPart()
      let start = position
      let opener = keyword
      let keywordRange = current.range
      var kind: Clause.Kind?
      do throws(Diagnostic) {
        kind = try clause()
      } catch {
        report(error)
        recover(from: start)
        kind = .broken
      }
      let range = range(from: part.start)
      let surroundings = endPart(part, takesTrailing: !isAtEnd)
      guard let kind else { continue }
      if let opener, opener.hasRole(.clause) {
        if let first = seen.first(where: { $0.word == opener })?.range {
          let before = start == 0 ? 0 : tokens[start - 1].end
          report(
            .clauseTwice(
              opener, at: keywordRange, first: source[first],
              whole: SourceRange(before, range.end), source))
          continue
        }
        seen.append((opener, range))
      }
      let words = SourceRange(keywordRange.start, keywordRange.end)
      clauses.append(Clause(kind, keyword: words, range: range, surroundings: surroundings))
    }
    return clauses
  }

  /// One clause; nil where a mistake was read away and none is there.
  private mutating func clause() throws(Diagnostic) -> Clause.Kind? {
    try countNode()
    guard let word = keyword, let clause = ClauseWord(word) else { return try foreignClause() }
    let wordRange = current.range
    advanceKeyword()
    lastClauseWasCondition = clause == .where || clause == .having
    switch clause {
    case .by: return .by(try list(word, wordRange))
    case .where: return .where(try condition(word, wordRange))
    case .having: return .having(try condition(word, wordRange))
    case .vs: return .versus(try condition(word, wordRange))
    case .with:
      guard accept(.total) else {
        let fix = Fix.replace(SourceRange(wordRange.end, wordRange.end), with: " total")
        throw .expected(
          .total, found: isAtEnd ? nil : source[current.range], at: wordRange, source, fix: fix)
      }
      return .withTotal
    case .pivot:
      try refuseEmpty(word, wordRange)
      return .pivot(try path())
    case .sort:
      try refuseEmpty(word, wordRange)
      return .sort(try sortKeys())
    case .limit:
      try refuseEmpty(word, wordRange)
      let count = try wholeNumber(.wholeNumber)
      guard accept(.per) else { return .limit(count, per: []) }
      return .limit(count, per: try paths())
    case .pooled: return .pooled(try list(word, wordRange))
    case .strict: return .strict
    case .restated: return .restated
    case .chart:
      guard current.kind == .word, !isClauseHere else { return .chart(nil) }
      return .chart(try name())
    case .format:
      try refuseEmpty(word, wordRange)
      return .format(try name())
    case .into:
      try refuseEmpty(word, wordRange)
      return .into(try string(.file))
    }
  }

  private mutating func list(
    _ word: Keyword, _ range: SourceRange
  ) throws(Diagnostic) -> [Path] {
    try refuseEmpty(word, range)
    return try paths()
  }

  private mutating func condition(
    _ word: Keyword, _ range: SourceRange
  ) throws(Diagnostic) -> Expression {
    try refuseEmpty(word, range)
    return try expression()
  }

  private mutating func refuseEmpty(
    _ word: Keyword, _ range: SourceRange
  ) throws(Diagnostic) {
    if isAtEnd || lacksOperand { throw .empty(word.rawValue, at: range, source) }
  }

  mutating func sortKeys() throws(Diagnostic) -> [SortKey] {
    commaSeparates = true
    defer { commaSeparates = false }
    var keys = [try sortKey()]
    while accept(.comma) {
      try crossComma()
      keys.append(try sortKey())
    }
    return keys
  }

  private mutating func sortKey() throws(Diagnostic) -> SortKey {
    let start = start
    let isDescending = accept(.minus)
    let expression = try operand()
    let range = range(from: start)
    let isTurned = foreignOrder(start, isDescending)
    return SortKey(expression, isDescending: isDescending || isTurned, range: range)
  }
}
