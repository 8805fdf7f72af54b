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
      let dot = current.range
      advance()
      crossLine()
      // Sentences end in a full stop, statements do not.
      if isAtEnd { throw expectedHere(.nameAfterDot, fix: .replace(dot, with: "")) }
      parts.append(try name(.nameAfterDot))
    }
    let path = Path(parts)
    if parts.count > 3 { throw .pathTooLong(path.range, source) }
    return path
  }

  mutating func paths() throws(Diagnostic) -> [Path] {
    var paths: [Path] = []
    repeat {
      if paths.isEmpty {
        if lacksOperand { throw expectedHere(.name) }
      } else {
        try crossComma()
      }
      paths.append(try path())
    } while accept(.comma)
    return paths
  }

  /// Goes on behind a comma, in the next line too.
  ///
  /// - Throws: the refusal of a comma that nothing follows.
  mutating func crossComma() throws(Diagnostic) {
    let comma = tokens[position - 1].range
    crossLine()
    if lacksOperand {
      throw .danglingComma(comma, before: isAtEnd ? nil : source[current.range], source)
    }
  }

  mutating func string(_ expected: Expected = .text) throws(Diagnostic) -> StringLiteral {
    guard let literal = optionalString() else { throw expectedQuoted(expected) }
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

  /// The first word of a name and those behind it: `Nà Phặc` without its quotes is understood, and
  /// refused with them.
  mutating func withSpaces(_ first: Expression) -> Expression {
    guard case .name(let path) = first, path.parts.count == 1, goesOnAsName else { return first }
    var range = first.range
    while goesOnAsName {
      range = range.union(current.range)
      advance()
    }
    report(.nameNeedsQuotes(range, source))
    return .broken(range)
  }

  /// Whether the word here can only be the next of a name: no other thing in this language begins so.
  private var goesOnAsName: Bool {
    switch current.kind {
    case .number, .code: return true
    case .word:
      let word = source[current.range]
      return current.keyword == nil && next.kind.comparison == nil && next.keyword != .in
        && next.kind != .dot && next.kind != .leftParenthesis
        && !Self.isForeign(word.lowercased())
        // A clause with a slip in it is written small, which names are not.
        && (word.first?.isUppercase == true || Keyword.nearest(to: word, in: .clause) == nil)
    default: return false
    }
  }

  /// A file, a column or a unit without quotes gets them; other texts may be of several words.
  private func expectedQuoted(_ expected: Expected) -> Diagnostic {
    let isOneWord = expected == .file || expected == .column || expected == .unit
    guard isOneWord, [.word, .code, .number].contains(current.kind) else {
      return expectedHere(expected)
    }
    var last = position
    while last + 1 < tokens.count, tokens[last + 1].start == tokens[last].end,
      [.word, .code, .number, .dot, .slash].contains(tokens[last + 1].kind)
    {
      last += 1
    }
    let range = current.range.union(tokens[last].range)
    return expectedHere(expected, fix: .replace(range, with: "\"\(source[range])\""))
  }

  /// What was expected at the current token, and a word that may be put before it.
  func expectedHere(_ expected: Expected, inserting word: String) -> Diagnostic {
    let fix =
      isAtEnd
      ? Fix.replace(SourceRange(previousEnd, previousEnd), with: " " + word)
      : Fix.replace(SourceRange(start, start), with: word + " ")
    return expectedHere(expected, fix: fix)
  }

  /// What was expected at the current token, and the word that was meant by it, if one is near.
  func expectedHere(_ expected: Expected, near keywords: [Keyword]) -> Diagnostic {
    guard current.kind == .word,
      let near = Keyword.nearest(to: source[current.range], among: keywords)
    else { return expectedHere(expected) }
    return expectedHere(expected, fix: .replace(current.range, with: near))
  }

  /// What was expected at the current token, with what stands there.
  func expectedHere(_ expected: Expected, fix: Fix? = nil) -> Diagnostic {
    if isAtEnd {
      let end = previousEnd
      return .expected(expected, found: nil, at: SourceRange(end, end), source, fix: fix)
    }
    if current.kind == .illegal {
      // The lexer has said so; the same place again would be no second cause.
      return source[current.range] == "$"
        ? .illegalDollar(current.range, source) : .illegalCharacter(current.range, source)
    }
    return .expected(
      expected, found: source[current.range], at: current.range, source, fix: fix)
  }
}
