import HoiDiagnostics

extension Parser {
  /// A value or a condition: one grammar, from `or` down.
  mutating func expression() throws(Diagnostic) -> Expression {
    try enter()
    defer { leave() }
    let start = start
    var terms = [try conjunction()]
    while accept(.or) || accept(.bars) {
      try crossOperator()
      terms.append(try conjunction())
    }
    return terms.count == 1 ? terms[0] : .any(terms, range(from: start))
  }

  private mutating func conjunction() throws(Diagnostic) -> Expression {
    let start = start
    var terms = [try negation()]
    while accept(.and) || accept(.ampersands) {
      try crossOperator()
      terms.append(try negation())
    }
    return terms.count == 1 ? terms[0] : .all(terms, range(from: start))
  }

  private mutating func negation() throws(Diagnostic) -> Expression {
    guard isNegation else { return try comparison() }
    let start = start
    try enter()
    defer { leave() }
    advanceKeyword()
    try crossOperator()
    return .not(try negation(), range(from: start))
  }

  /// `not` is reserved; `không` is a name too, and is one before an operator or at the end.
  private var isNegation: Bool {
    guard keyword == .not else { return false }
    if source[current.range].lowercased() == "not" { return true }
    switch next.kind {
    case .word:
      guard let following = next.keyword else { return true }
      return following == .not || !following.hasRole(.clause) && !following.hasRole(.operator)
    case .string, .code, .number, .percentage, .parameter, .leftParenthesis: return true
    default: return false
    }
  }

  private mutating func comparison() throws(Diagnostic) -> Expression {
    let left = try sum()
    if let mended = try foreignComparison(left) { return mended }
    if accept(.in) {
      crossLine()
      return try membership(left)
    }
    guard let comparison = comparisonSign else { return left }
    let sign = current
    advance()
    crossLine()
    if lacksOperand { throw .missingValue(source[sign.range], at: sign.range, source) }
    let right: Expression
    switch comparison {
    case .equal, .notEqual: right = withSpaces(try member())
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .contains: right = try sum()
    }
    if comparison == .equal, current.kind == .dots { return try rangeAfterEqual(left, right, sign) }
    let whole = Expression.comparison(
      comparison, left: left, right: right, left.range.union(right.range))
    if comparisonSign != nil { throw .chainedComparison(current.range, source) }
    return whole
  }

  /// What follows a word between conditions, which has just been read.
  private mutating func crossOperator() throws(Diagnostic) {
    let sign = position - 1
    crossLine()
    guard lacksOperand || current.kind == .rightParenthesis else { return }
    let before = sign > 0 ? tokens[sign - 1].end : tokens[sign].start
    throw .missingCondition(
      tokens[sign].range, before: isAtEnd ? nil : source[current.range],
      fix: tokens[sign].keyword == .not
        ? nil : .replace(SourceRange(before, tokens[sign].end), with: ""), source)
  }

  var comparisonSign: Expression.Comparison? {
    current.kind.comparison
  }

  /// Behind `in`: `(a, b)` or `a..b`.
  mutating func membership(_ left: Expression) throws(Diagnostic) -> Expression {
    guard current.kind == .leftParenthesis, !bracketsAreAnEnd else {
      let lower = try unary()
      guard accept(.dots) else { throw try neitherListNorRange(lower) }
      crossLine()
      let upper = try member()
      return .range(left, lower: lower, upper: upper, left.range.union(upper.range))
    }
    let opener = current
    let state = openParenthesis(commaSeparates: true)
    try refuseEmptyBrackets(opener)
    var members: [Expression] = []
    repeat {
      if current.kind == .rightParenthesis, !members.isEmpty { break }
      members.append(withSpaces(try member()))
      if current.kind == .dots, members.count == 1 {
        return try bracketedRange(left, members[0], opener, state)
      }
    } while accept(.comma)
    try closeParenthesis(opener, state)
    return .membership(left, members, range(from: left.range.start))
  }

  /// `in 2025`, `in 2025, 2026`, `in 2025-2027`: what was meant, in its form.
  private mutating func neitherListNorRange(
    _ first: Expression
  ) throws(Diagnostic) -> Diagnostic {
    if case .name(let path) = first, path.parts.count == 1 {
      let ends = path.text.split(separator: "-", omittingEmptySubsequences: false)
      if ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) && !$0.isEmpty }) {
        return .listNeedsBrackets(first.range, mended: "\(ends[0])..\(ends[1])", source)
      }
    }
    if current.kind == .minus, case .number(let lower) = first {
      advance()
      let upper = try unary().range
      return .listNeedsBrackets(
        first.range.union(upper), mended: "\(lower.spelling)..\(source[upper])", source)
    }
    if [.plus, .minus, .star, .slash].contains(current.kind) {
      let range = try sum(from: try product(from: first)).range
      return .listNeedsBrackets(range, mended: "((\(source[range])))", source)
    }
    var range = first.range
    while !commaSeparates, accept(.comma), !isAtEnd { range = range.union(try member().range) }
    return .listNeedsBrackets(range, mended: "(\(source[range]))", source)
  }

  /// Whether the brackets here hold the lower end of a range, as in `in ($nam - 2)..$nam`.
  private var bracketsAreAnEnd: Bool {
    var depth = 0
    // A long list is not looked through for it, lest a text of many brackets takes minutes.
    for index in position..<min(tokens.count - 1, position + 1000) {
      switch tokens[index].kind {
      case .leftParenthesis: depth += 1
      case .rightParenthesis: depth -= 1
      case .semicolon: return false
      default: break
      }
      if depth == 0 { return tokens[index + 1].kind == .dots }
    }
    return false
  }

  /// `in (2025..2030)`: understood, refused with the brackets away.
  private mutating func bracketedRange(
    _ left: Expression, _ lower: Expression, _ opener: Token, _ state: ParenthesisState
  ) throws(Diagnostic) -> Expression {
    advance()
    let upper = try member()
    let closer = current
    try closeParenthesis(opener, state)
    let edits = [Fix.Edit(opener.range, ""), Fix.Edit(closer.range, "")]
    report(.rangeNeedsIn(opener.range.union(closer.range), edits, source))
    return .range(left, lower: lower, upper: upper, range(from: left.range.start))
  }

  /// `nam = 2025..2030`: understood, refused with `in`.
  private mutating func rangeAfterEqual(
    _ left: Expression, _ lower: Expression, _ sign: Token
  ) throws(Diagnostic) -> Expression {
    advance()
    crossLine()
    let upper = try member()
    let before = sign.start == left.range.end ? " " : ""
    let after = lower.range.start == sign.end ? " " : ""
    let edits = [Fix.Edit(sign.range, before + "in" + after)]
    report(.rangeNeedsIn(sign.range.union(upper.range), edits, source))
    return .range(left, lower: lower, upper: upper, left.range.union(upper.range))
  }

  /// What stands right of `=`, `!=` and in lists: one value; arithmetic only in brackets.
  mutating func member() throws(Diagnostic) -> Expression {
    let value = try unary()
    guard [.plus, .minus, .star, .slash].contains(current.kind) else { return value }
    let whole = try sum(from: try product(from: value))
    report(.arithmeticNeedsBrackets(whole.range, source))
    return .bracket(whole, whole.range)
  }
}
