import HoiDiagnostics

extension Parser {
  mutating func statements() -> [Statement] {
    var statements: [Statement] = []
    while true {
      while tokens[position].kind == .semicolon { advance() }
      guard tokens[position].kind != .end else { return statements }
      statements.append(statement())
    }
  }

  /// One statement, up to its end; at least one token is read.
  private mutating func statement() -> Statement {
    begin()
    let part = beginPart()
    let start = position
    var kind: Statement.Kind
    do throws(Diagnostic) {
      kind = try statementKind()
      if !isAtEnd { throw expectedHere(.endOfStatement) }
    } catch {
      report(error)
      recover(from: start, stopsAtClauses: false)
      kind = .broken
    }
    let range = range(from: part.start)
    return Statement(kind, range: range, surroundings: endPart(part, takesTrailing: true))
  }

  /// Everything as it is at the beginning of a statement.
  private mutating func begin() {
    continuation = .clauses
    newlineEnds = true
    parenthesisDepth = 0
    blockDepth = 0
    nesting = 0
    nodes = 0
    commaSeparates = false
    lineAllowedAt = position
    refresh()
  }

  mutating func statementKind() throws(Diagnostic) -> Statement.Kind {
    guard current.kind == .word else {
      if current.kind == .rightParenthesis || current.kind == .rightBrace {
        throw .strayCloser(current.range, source)
      }
      throw unknownStatement()
    }
    let range = current.range
    guard !isNameHere, let word = keyword, let statement = StatementWord(word) else {
      if source[range].lowercased() == "select" { return try selectStatement() }
      throw unknownStatement()
    }
    advanceKeyword()
    if let verb = Question.Verb(rawValue: word.rawValue) {
      return .question(try question(verb, range))
    }
    return try other(statement, range)
  }

  /// Whether the first word is a name rather than the word of a statement.
  private var isNameHere: Bool {
    switch next.kind {
    case .dot, .comma: true
    // What is defined comes between the word and the sign.
    case .equal: keyword != .let && keyword != .param && keyword != .set
    default: false
    }
  }

  private mutating func other(
    _ word: StatementWord, _ range: SourceRange
  ) throws(Diagnostic) -> Statement.Kind {
    if isAtEnd { throw .empty(word.rawValue, at: range, source) }
    switch word {
    case .show, .check, .pace, .project, .trace, .rows, .list, .describe:
      preconditionFailure("questions are read by their verb")
    case .explain: return .explain(try explained())
    case .let:
      let (name, value) = try definition()
      return .let(name, value)
    case .param:
      let (name, value) = try definition()
      return .param(name, value)
    case .set: return try setting()
    case .expect:
      let condition = try expression()
      return .expect(condition, clauses())
    case .say: return .say(try string())
    case .use: return .use(try string(.file))
    case .load:
      let file = try string(.file)
      guard accept(.as) else { return .load(file, as: nil) }
      return .load(file, as: try name())
    case .dimension: return .dimension(try dimensionDeclaration())
    case .table: return .table(try tableDeclaration())
    case .subject: return .subject(try subjectDeclaration())
    case .target: return .target(try targetDeclaration())
    }
  }

  private mutating func explained() throws(Diagnostic) -> Statement {
    try enter()
    defer { leave() }
    let start = start
    let kind = try statementKind()
    return Statement(kind, range: range(from: start))
  }

  private mutating func definition() throws(Diagnostic) -> (Name, Expression) {
    let name = try name()
    let sign = current
    guard accept(.equal) else { throw expectedHere(.equalSign) }
    crossLine()
    if lacksOperand { throw .missingValue("=", at: sign.range, source) }
    return (name, try expression())
  }

  /// `set lang vi` and `set lang = vi` are the same.
  private mutating func setting() throws(Diagnostic) -> Statement.Kind {
    let name = try name()
    if accept(.equal) { crossLine() }
    return .set(name, try expression())
  }

  /// The whole dotted name that stands here.
  private func bareName() -> SourceRange {
    var end = position
    while end + 2 < tokens.count, tokens[end + 1].kind == .dot, tokens[end + 2].kind == .word,
      !tokens[end + 2].startsLine
    {
      end += 2
    }
    return current.range.union(tokens[end].range)
  }

  /// `nam = 2027` and `năm 2027`: what is asked is missing.
  private func condition(_ next: Token) -> Diagnostic? {
    guard current.kind == .word else { return nil }
    let value: Token
    if let sign = next.kind.comparison, sign != .contains, position + 2 < tokens.count {
      value = tokens[position + 2]
    } else if next.kind == .number, keyword?.hasRole(.clause) != true {
      value = next
    } else {
      return nil
    }
    guard !value.startsLine, [.number, .percentage, .word, .code, .string].contains(value.kind)
    else { return nil }
    let sign = value.start == next.start ? "=" : source[next.range]
    return .conditionAlone(
      current.range.union(value.range),
      "\(source[current.range]) \(sign) \(source[value.range])", source)
  }

  private func unknownStatement() -> Diagnostic {
    let range = current.range
    let text = source[range]
    guard current.kind == .word || current.kind == .string || current.kind == .code else {
      return current.kind == .illegal
        ? .illegalCharacter(range, source) : expectedHere(.statement)
    }
    let near = Keyword.nearest(to: text, in: .statement)
    let next = next
    if let condition = condition(next) { return condition }
    if let word = keyword, word.hasRole(.clause) {
      return .clauseAlone(text, word.rawValue, at: range, source)
    }
    let startsItem = next.kind == .dot || next.kind == .leftParenthesis || next.kind.isOperator
    let goesOn =
      next.kind == .end || next.kind == .comma
      || next.keyword.map { $0.hasRole(.clause) || $0 == .as } ?? false
    if startsItem || near == nil && goesOn { return .bareItem(bareName(), source) }
    return .unknownStatement(text, near: near, at: range, source)
  }
}
