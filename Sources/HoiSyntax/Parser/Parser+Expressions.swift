import HoiDiagnostics
import HoiText

/// What round brackets changed, to be put back behind them.
struct ParenthesisState {
  let newlineEnds: Bool
  let commaSeparates: Bool
}

extension Parser {
  mutating func sum() throws(Diagnostic) -> Expression {
    try sum(from: try product())
  }

  /// The rest of a sum whose first term has been read.
  ///
  /// A chain leans left, so each of its operators makes the tree one level deeper.
  mutating func sum(from first: Expression) throws(Diagnostic) -> Expression {
    let outer = nesting
    var left = first
    while let sign = sumSign {
      try enter()
      advance()
      crossLine()
      let right = try product()
      left = .arithmetic(sign, left: left, right: right, left.range.union(right.range))
    }
    nesting = outer
    return left
  }

  private var sumSign: Expression.Arithmetic? {
    current.kind == .plus ? .add : current.kind == .minus ? .subtract : nil
  }

  private mutating func product() throws(Diagnostic) -> Expression {
    try product(from: try unary())
  }

  mutating func product(from first: Expression) throws(Diagnostic) -> Expression {
    let outer = nesting
    var left = first
    while let sign = productSign {
      try enter()
      advance()
      crossLine()
      let right = try unary()
      left = .arithmetic(sign, left: left, right: right, left.range.union(right.range))
    }
    nesting = outer
    return left
  }

  private var productSign: Expression.Arithmetic? {
    current.kind == .star ? .multiply : current.kind == .slash ? .divide : nil
  }

  mutating func unary() throws(Diagnostic) -> Expression {
    guard current.kind == .minus else { return try operand() }
    let start = start
    try enter()
    defer { leave() }
    advance()
    crossLine()
    return .negative(try unary(), range(from: start))
  }

  mutating func operand() throws(Diagnostic) -> Expression {
    try countNode()
    switch current.kind {
    case .number, .percentage:
      if current.kind == .number, tokens[position + 1].kind == .dot { return .name(try path()) }
      return .number(try number())
    case .string:
      if tokens[position + 1].kind == .dot { return .name(try path()) }
      return .string(try string())
    case .parameter: return .parameter(parameter())
    case .leftParenthesis: return try bracket()
    case .word, .code:
      if lacksOperand || isStrayOperator { throw expectedHere(.operand) }
      let first = try name()
      if current.kind == .leftParenthesis { return try call(first) }
      if isFunctionWithoutBrackets(first) { return try bareCall(first) }
      return .name(try finishPath([first]))
    default: throw expectedHere(.operand)
    }
  }

  /// The name of the parameter that stands here; its range is with the dollar sign.
  mutating func parameter() -> Name {
    let token = current
    advance()
    return Name(String(text(of: token).dropFirst()), range: token.range)
  }

  /// Whether a clause stands where an operand is due: a clause word, and behind it what can follow a
  /// clause word but not a name.
  var lacksOperand: Bool {
    if isAtEnd { return true }
    // In declarations other words follow a name, and no clause stands.
    guard blockDepth == 0, continuation == .clauses, let word = keyword, word.hasRole(.clause)
    else { return false }
    let next = next
    switch next.kind {
    case .word:
      guard let following = next.keyword else { return true }
      // A word of another role may be a name behind a clause word, or a clause behind a name.
      return following == .total
        || !(following.hasRole(.clause) || following.hasRole(.operator) || following == .as
          || following == .to || following == .part)
    case .string, .number, .code, .percentage, .parameter: return true
    default: return false
    }
  }

  /// Whether `and` or `or` stands where an operand is due, with one behind it.
  private var isStrayOperator: Bool {
    guard keyword == .and || keyword == .or else { return false }
    switch next.kind {
    case .word: return next.keyword.map { !$0.hasRole(.clause) && !$0.hasRole(.operator) } ?? true
    case .string, .number, .code, .percentage, .parameter: return true
    default: return false
    }
  }

  /// Whether a function and what it is of stand side by side: `prev x`.
  private func isFunctionWithoutBrackets(_ name: Name) -> Bool {
    guard current.kind == .word else { return false }
    let isValue =
      next.kind == .dot
      || blockDepth == 0 && current.keyword == nil && next.kind.comparison == nil
        && !Self.isForeign(source[current.range].lowercased())
    return isValue && ValueFunction(folded: folded(name.text)) != nil
  }

  /// Understood, and refused with the brackets.
  private mutating func bareCall(_ function: Name) throws(Diagnostic) -> Expression {
    let argument = try path()
    report(.functionNeedsBrackets(function, argument.range, source))
    return .call(function, [.name(argument)], range(from: function.range.start))
  }

  private mutating func call(_ function: Name) throws(Diagnostic) -> Expression {
    let opener = current
    let state = openParenthesis(commaSeparates: true)
    try enter()
    var arguments: [Expression] = []
    while current.kind != .rightParenthesis, !(tokens[position].kind == .end) {
      if current.kind == .star {
        arguments.append(star(function, opener))
      } else {
        arguments.append(try expression())
      }
      guard accept(.comma) else { break }
    }
    leave()
    try closeParenthesis(opener, state)
    return .call(function, arguments, range(from: function.range.start))
  }

  /// `(value)`, or `(value where condition)`.
  private mutating func bracket() throws(Diagnostic) -> Expression {
    let opener = current
    let state = openParenthesis(commaSeparates: false)
    try refuseEmptyBrackets(opener)
    let value = try expression()
    var condition: Expression?
    if accept(.where) { condition = try expression() }
    try closeParenthesis(opener, state)
    let range = range(from: opener.start)
    return condition.map { .filtered(value, condition: $0, range) } ?? .bracket(value, range)
  }

  func refuseEmptyBrackets(_ opener: Token) throws(Diagnostic) {
    if current.kind == .rightParenthesis {
      throw expectedHere(.operand)
    }
  }

  mutating func openParenthesis(commaSeparates: Bool) -> ParenthesisState {
    let state = ParenthesisState(newlineEnds: newlineEnds, commaSeparates: self.commaSeparates)
    newlineEnds = false
    self.commaSeparates = commaSeparates
    parenthesisDepth += 1
    advance()
    return state
  }

  mutating func closeParenthesis(
    _ opener: Token, _ state: ParenthesisState
  ) throws(Diagnostic) {
    guard current.kind == .rightParenthesis else {
      if tokens[position].kind == .end { wantsMore = true }
      // What follows is no longer inside these brackets: they are diagnosed.
      parenthesisDepth = 0
      if current.kind == .comma { throw expectedHere(.closingBracket) }
      throw .unclosedBracket(opener.range, closedAt: previousEnd, source)
    }
    newlineEnds = state.newlineEnds
    commaSeparates = state.commaSeparates
    parenthesisDepth -= 1
    advance()
  }
}
