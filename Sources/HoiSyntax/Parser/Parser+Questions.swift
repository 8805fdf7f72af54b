import HoiDiagnostics

extension Parser {
  /// Behind the verb, which has been read.
  mutating func question(
    _ verb: Question.Verb, _ verbRange: SourceRange
  ) throws(Diagnostic) -> Question {
    let subject: Question.Subject
    lastClauseWasCondition = false
    let start = position
    do throws(Diagnostic) {
      subject = try questionSubject(verb, verbRange)
    } catch {
      report(error)
      let from = tokens[start].start
      recover(from: position)
      subject = brokenSubject(verb, range(from: min(from, previousEnd)))
    }
    return Question(verb: verb, verbRange: verbRange, subject: subject, clauses: clauses())
  }

  private func brokenSubject(_ verb: Question.Verb, _ range: SourceRange) -> Question.Subject {
    switch verb {
    case .show: .items([Item(.broken(range))])
    case .check, .list, .pace, .project, .trace, .rows, .describe: .everything
    }
  }

  private mutating func questionSubject(
    _ verb: Question.Verb, _ verbRange: SourceRange
  ) throws(Diagnostic) -> Question.Subject {
    switch verb {
    case .show: return try shown(verbRange)
    case .check, .list:
      if isAtEnd || isClauseHere { return .everything }
      return .path(try path())
    case .trace, .rows, .describe:
      if lacksOperand { throw .empty(verb.rawValue, at: verbRange, source) }
      return .path(try path())
    case .pace, .project:
      if lacksOperand { throw .empty(verb.rawValue, at: verbRange, source) }
      let path = try path()
      guard accept(.to) else { throw missingYear() }
      return .pathToYear(path, try wholeNumber(.year))
    }
  }

  /// Whether a clause begins here rather than a name.
  var isClauseHere: Bool {
    guard let word = keyword, word.hasRole(.clause) else { return false }
    return next.kind != .dot
  }

  private mutating func shown(_ verbRange: SourceRange) throws(Diagnostic) -> Question.Subject {
    if isAtEnd || lacksOperand { throw .empty("show", at: verbRange, source) }
    if current.kind == .word, source[current.range] == "_", next.kind != .dot {
      let range = current.range
      advance()
      return .previous(range)
    }
    lastItems = []
    lastItems = try items()
    return .items(lastItems)
  }

  private mutating func items() throws(Diagnostic) -> [Item] {
    commaSeparates = true
    defer { commaSeparates = false }
    var items = [try item()]
    while accept(.comma) {
      try crossComma()
      items.append(try item())
    }
    return items
  }

  private mutating func item() throws(Diagnostic) -> Item {
    let expression = try expression()
    guard accept(.as) else { return Item(expression) }
    if lacksOperand { throw expectedHere(.alias) }
    return Item(expression, alias: try name(.alias))
  }

  private func missingYear() -> Diagnostic {
    // `pace x 2030` has its year; only the word before it is lacking.
    if current.kind == .number { return expectedHere(.toYear, inserting: "to") }
    let end = previousEnd
    return .expected(
      .toYear, found: isAtEnd ? nil : source[current.range],
      at: isAtEnd ? SourceRange(end, end) : current.range, source,
      fix: .replace(SourceRange(end, end), with: " to 2030"))
  }

  /// A whole number without a suffix, or a parameter in its place.
  mutating func wholeNumber(_ expected: Expected) throws(Diagnostic) -> NumberLiteral {
    if current.kind == .parameter { return NumberLiteral(parameter: parameter()) }
    guard current.kind == .number || current.kind == .percentage else {
      throw expectedHere(expected)
    }
    let literal = try number()
    if literal.scale > 0 || literal.suffix == .percent {
      throw .notWhole(literal.range, expected, source)
    }
    return literal
  }
}
