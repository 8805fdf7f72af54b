import HoiDiagnostics
import HoiText

extension Parser {
  func text(of token: Token) -> String { normalized(source[token.range]) }

  /// A name: a word, a code, a number by its spelling, or a text in quotes.
  mutating func name(_ expected: Expected = .name) throws(Diagnostic) -> Name {
    try countNode()
    let token = current
    let name: Name
    switch token.kind {
    case .word, .code, .number: name = Name(text(of: token), range: token.range)
    case .string: name = Name(stringText(token), range: token.range, isQuoted: true)
    case .parameter:
      report(.illegalDollar(SourceRange(token.start, token.start + 1), source))
      let range = SourceRange(token.start + 1, token.end)
      name = Name(normalized(source[range]), range: range)
    default: throw expectedHere(expected)
    }
    advance()
    return name
  }

  /// `a`, `a.b`, `a.b.c`.
  mutating func path(_ expected: Expected = .name) throws(Diagnostic) -> Path {
    try finishPath([name(expected)])
  }

  mutating func finishPath(_ first: [Name]) throws(Diagnostic) -> Path {
    var parts = first
    while current.kind == .dot {
      advance()
      crossLine()
      parts.append(try name(.nameAfterDot))
    }
    let path = Path(parts)
    if parts.count > 3 { throw .pathTooLong(path.range, source) }
    return path
  }

  mutating func paths() throws(Diagnostic) -> [Path] {
    var paths: [Path] = []
    repeat {
      if !paths.isEmpty { crossLine() }
      if lacksOperand { throw expectedHere(.name) }
      paths.append(try path())
    } while accept(.comma)
    return paths
  }

  mutating func string(_ expected: Expected = .text) throws(Diagnostic) -> StringLiteral {
    guard let literal = optionalString() else { throw expectedHere(expected) }
    return literal
  }

  mutating func optionalString() -> StringLiteral? {
    guard current.kind == .string else { return nil }
    let token = current
    advance()
    return StringLiteral(stringText(token), range: token.range)
  }

  private func stringText(_ token: Token) -> String {
    normalized(stringContent(source.bytes[token.start..<token.end]))
  }

  /// What was expected at the current token, with what stands there.
  func expectedHere(_ expected: Expected) -> Diagnostic {
    if isAtEnd {
      let end = previousEnd
      return .expected(expected, found: nil, at: SourceRange(end, end), source)
    }
    if current.kind == .illegal {
      // The lexer has said so; the same place again would be no second cause.
      return source[current.range] == "$"
        ? .illegalDollar(current.range, source) : .illegalCharacter(current.range, source)
    }
    return .expected(expected, found: source[current.range], at: current.range, source)
  }
}
