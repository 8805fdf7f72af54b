import HoiDiagnostics

extension Parser {
  /// `{ entry … }`: entries parted by line ends, `;` or commas.
  ///
  /// - Parameters:
  ///   - continuation: which words at the beginning of a line go on with the entry before.
  ///   - read: reads one entry, given the comments before it; reports on its own what it cannot read.
  mutating func block(
    _ continuation: Continuation, _ read: (inout Parser) -> Void
  ) throws(Diagnostic) {
    let opener = current
    let outer = (self.continuation, newlineEnds)
    (self.continuation, newlineEnds) = (continuation, true)
    blockDepth += 1
    defer {
      blockDepth -= 1
      (self.continuation, newlineEnds) = outer
      refresh()
    }
    advance()
    while true {
      lineAllowedAt = position
      refresh()
      let token = tokens[position]
      switch token.kind {
      case .rightBrace:
        blockDepth -= 1
        advance()
        blockDepth += 1
        return
      case .semicolon, .comma:
        position += 1
        refresh()
      default:
        if token.kind == .end { wantsMore = true }
        if token.kind == .end || beginsOuterStatement(position) {
          throw .unclosedBrace(opener.range, closedAt: previousEnd, source)
        }
        let start = position
        read(&self)
        if position == start { recover(from: start, stopsAtClauses: false) }
      }
    }
  }

  /// A statement inside braces: the brace before it was not closed.
  private func beginsOuterStatement(_ index: Int) -> Bool {
    guard let word = tokens[index].keyword, !word.hasRole(.entry) else { return false }
    return beginsStatement(index)
  }

  /// Whether an entry or a member is over: its line, its braces, or a comma behind it.
  var isEndOfEntry: Bool { isAtEnd || current.kind == .comma }

  /// Reads one entry with the comments around it; what fails is recorded and skipped.
  mutating func entry<Kind>(
    broken: Kind, _ read: (inout Parser) throws(Diagnostic) -> Kind
  ) -> (kind: Kind, range: SourceRange, surroundings: Surroundings) {
    let part = beginPart()
    let start = position
    var kind = broken
    do throws(Diagnostic) {
      try countNode()
      kind = try read(&self)
      if !isEndOfEntry { throw expectedHere(.endOfEntry) }
    } catch {
      report(error)
      recover(from: start, stopsAtClauses: false)
    }
    let range = range(from: part.start)
    if current.kind == .comma, tokens[position + 1].startsLine { advance() }
    return (kind, range, endPart(part, takesTrailing: true))
  }

  /// Keeps in mind that a part stands in an entry.
  ///
  /// - Throws: the refusal of a second one.
  mutating func keep(
    _ part: Keyword, from start: Int, in seen: inout [Keyword: SourceRange]
  ) throws(Diagnostic) {
    let range = SourceRange(tokens[start].start, previousEnd)
    if let first = seen[part] {
      let whole = SourceRange(tokens[start - 1].end, range.end)
      throw .partTwice(source[first], at: tokens[start].range, whole: whole, source)
    }
    seen[part] = range
  }

  /// `{ nu "Nữ", nam "Nam" }`.
  mutating func members() throws(Diagnostic) -> [MemberDeclaration] {
    var members: [MemberDeclaration] = []
    try block(.nothing) { parser in
      let start = parser.position
      do throws(Diagnostic) {
        members.append(try parser.member(.member))
        if !parser.isEndOfEntry {
          throw parser.missingComma()
        }
      } catch {
        parser.report(error)
        parser.recoverMember(from: start)
      }
    }
    return members
  }

  mutating func member(_ expected: Expected) throws(Diagnostic) -> MemberDeclaration {
    let key = try name(expected)
    return MemberDeclaration(key: key, label: optionalString())
  }

  /// Between two members on a line.
  func missingComma() -> Diagnostic {
    let end = SourceRange(previousEnd, previousEnd)
    return expectedHere(.commaOrBrace, fix: .replace(end, with: ","))
  }

  /// Skips one member: to the comma, the line's end or the brace behind it.
  private mutating func recoverMember(from start: Int) {
    if position == start, !isAtEnd { advance() }
    while !isAtEnd, current.kind != .comma { advance() }
  }

  mutating func optionalMembers() throws(Diagnostic) -> [MemberDeclaration]? {
    current.kind == .leftBrace ? try members() : nil
  }
}
