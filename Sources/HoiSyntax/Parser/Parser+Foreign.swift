import HoiDiagnostics

/// Sentences of other languages that people bring along: understood, and refused with the line in ours.
extension Parser {
  private var lowercasedWord: String? {
    current.kind == .word ? source[current.range].lowercased() : nil
  }

  private func lowercased(_ token: Token) -> String? {
    token.kind == .word ? source[token.range].lowercased() : nil
  }

  /// Behind a value: `LIKE`, `BETWEEN`, `IS NULL`, `NOT IN`.
  mutating func foreignComparison(_ left: Expression) throws(Diagnostic) -> Expression? {
    switch lowercasedWord {
    case "like", "ilike": return try like(left, negation: nil)
    case "between": return try between(left, negation: nil)
    case "is": return try isNull(left)
    case "not":
      let negation = current
      switch lowercased(next) {
      case "like", "ilike":
        advance()
        return .not(try like(left, negation: negation), left.range)
      case "between":
        advance()
        return .not(try between(left, negation: negation), left.range)
      case "in":
        advance()
        let edits = edits(negating: left, negation, before: current)
        let signs = negation.range.union(current.range)
        report(.foreignOperator(signs, "not … in", edits, source))
        advance()
        return .not(try membership(left), range(from: left.range.start))
      default: return nil
      }
    default: return nil
    }
  }

  private func edits(
    negating left: Expression, _ negation: Token?, before sign: Token
  ) -> [Fix.Edit] {
    guard let negation else { return [] }
    return [
      Fix.Edit(SourceRange(left.range.start, left.range.start), "not "),
      Fix.Edit(SourceRange(negation.start, sign.start), ""),
    ]
  }

  private mutating func like(
    _ left: Expression, negation: Token?
  ) throws(Diagnostic) -> Expression {
    let sign = current
    var edits = edits(negating: left, negation, before: sign)
    edits.append(Fix.Edit(sign.range, "~"))
    advance()
    crossLine()
    let right = try unary()
    if case .string(let literal) = right {
      // One by one, because the quotes may be mended by edits of their own.
      for offset in literal.range.start..<literal.range.end
      where source.bytes[offset] == UInt8(ascii: "%") {
        edits.append(Fix.Edit(SourceRange(offset, offset + 1), ""))
      }
    }
    report(.foreignOperator(sign.range, "~", edits, source))
    return .comparison(.contains, left: left, right: right, left.range.union(right.range))
  }

  private mutating func between(
    _ left: Expression, negation: Token?
  ) throws(Diagnostic) -> Expression {
    let sign = current
    advance()
    crossLine()
    let lower = try sum()
    guard accept(.and) else { throw expectedHere(.betweenAnd) }
    crossLine()
    let upper = try sum()
    let edits =
      edits(negating: left, negation, before: sign) + [
        Fix.Edit(sign.range, "in"),
        Fix.Edit(SourceRange(lower.range.end, upper.range.start), ".."),
      ]
    report(.between(sign.range, edits, source))
    return .range(left, lower: lower, upper: upper, left.range.union(upper.range))
  }

  private mutating func isNull(_ left: Expression) throws(Diagnostic) -> Expression? {
    let sign = current
    let following = lowercased(next)
    let isNegated = following == "not" || following == "không"
    guard isNegated || following == "null" else {
      report(.foreignSign(sign.range, "=", source))
      advance()
      let right = try member()
      return .comparison(.equal, left: left, right: right, left.range.union(right.range))
    }
    advance()
    if isNegated { advance() }
    guard lowercasedWord == "null" else { throw expectedHere(.operand) }
    let range = left.range.union(current.range)
    let edits = [
      Fix.Edit(
        SourceRange(left.range.start, left.range.start), isNegated ? "not missing(" : "missing("),
      Fix.Edit(SourceRange(left.range.end, current.end), ")"),
    ]
    report(.isNull(SourceRange(sign.start, current.end), edits, source))
    advance()
    let name = Name("missing", range: sign.range)
    let missing = Expression.call(name, [left], range)
    return isNegated ? .not(missing, range) : missing
  }

  /// `GROUP BY`, `ORDER BY`, `FROM` where a clause is due; every other thing is refused.
  mutating func foreignClause() throws(Diagnostic) -> Clause.Kind? {
    let token = current
    let word = lowercasedWord
    if word == "group" || word == "order", next.keyword == .by {
      let range = token.range.union(next.range)
      let isGroup = word == "group"
      report(.foreignClause(range, isGroup ? "by" : "sort", source))
      advance()
      if !isGroup { return .sort(try foreignSort()) }
      advance()
      return .by(try paths())
    }
    if keyword == .from {
      try foreignFrom()
      return nil
    }
    throw unexpectedClause()
  }

  private mutating func foreignSort() throws(Diagnostic) -> [SortKey] {
    advance()
    return try sortKeys()
  }

  /// `FROM t`: the table goes in front of the names.
  private mutating func foreignFrom() throws(Diagnostic) {
    let before = previousEnd
    let sign = current
    advance()
    let table = try path()
    var edits = [Fix.Edit(SourceRange(before, table.range.end), "")]
    for item in lastItems {
      if case .name(let path) = item.expression, path.parts.count == 1 {
        edits.append(Fix.Edit(SourceRange(path.range.start, path.range.start), "\(table.text)."))
      }
    }
    report(.foreignFrom(sign.range.union(table.range), table.text, edits, source))
  }

  /// `count(*)`; the star is the current token.
  mutating func star(_ function: Name, _ opener: Token) -> Expression {
    let range = current.range
    let table = tokens[position...].indices.first {
      lowercased(tokens[$0]) == "from" && $0 + 1 < tokens.count
        && tokens[$0 + 1].kind == .word
    }
    let name = table.map { source[tokens[$0 + 1].range] }
    report(.countStar(function.range.union(range), star: range, table: name, source))
    advance()
    return name.map { .name(Path([Name($0, range: range)])) } ?? .broken(range)
  }

  /// `desc` or `asc` behind a sort key that begins at an offset; whether it turns the order.
  mutating func foreignOrder(_ start: Int, _ isDescending: Bool) -> Bool {
    guard let word = lowercasedWord, ["desc", "asc", "descending", "ascending"].contains(word)
    else { return false }
    let turns = word.hasPrefix("desc")
    var edits = [Fix.Edit(SourceRange(previousEnd, current.end), "")]
    if turns, !isDescending { edits.append(Fix.Edit(SourceRange(start, start), "-")) }
    report(.sortOrder(current.range, turns, edits, source))
    advance()
    return turns
  }

  /// `SELECT …` in the place of a statement.
  mutating func selectStatement() throws(Diagnostic) -> Statement.Kind {
    let select = current
    let firstOfOurs = diagnostics.count
    var edits: [Fix.Edit]
    let verb: Question.Verb
    if next.kind == .star, position + 2 < tokens.count, lowercased(tokens[position + 2]) == "from" {
      edits = [Fix.Edit(SourceRange(select.start, tokens[position + 2].end), "rows")]
      verb = .rows
      advance()
      advance()
    } else {
      edits = [Fix.Edit(select.range, "show")]
      verb = .show
    }
    advance()
    let question = try question(verb, select.range)
    let ours = diagnostics[min(firstOfOurs, diagnostics.count)...]
    edits += ours.flatMap { $0.fix?.edits ?? [] }
    let others = ours.filter { ($0.fix?.edits ?? []).isEmpty }
    diagnostics.removeSubrange(min(firstOfOurs, diagnostics.count)...)
    report(.select(select.range, edits, source))
    diagnostics += others
    return .question(question)
  }

  private func unexpectedClause() -> Diagnostic {
    let token = current
    switch token.kind {
    case .word where next.kind.comparison != nil:
      return .missingAnd(at: token.range, isComma: false, source)
    case .word:
      let near =
        lowercased(token).flatMap { Self.halfClauses[$0] }
        ?? Keyword.nearest(to: source[token.range], in: .clause)
      return .unknownClause(source[token.range], near: near, at: token.range, source)
    case .comma:
      if next.kind == .end || next.keyword?.hasRole(.clause) ?? false {
        let following = next.kind == .end ? nil : source[next.range]
        return .danglingComma(token.range, before: following, source)
      }
      return lastClauseWasCondition
        ? .missingAnd(at: token.range, isComma: true, source) : expectedHere(.clause)
    case .rightParenthesis, .rightBrace: return .strayCloser(token.range, source)
    case .number where followsBareName, .percentage where followsBareName,
      .string where followsBareName:
      return expectedHere(.clause, inserting: "=")
    default: return expectedHere(.clause)
    }
  }

  /// Whether a condition ends in a name that is compared with nothing: `where nam 2027`.
  private var followsBareName: Bool {
    guard lastClauseWasCondition, position >= 2, tokens[position - 1].kind == .word else {
      return false
    }
    let before = tokens[position - 2]
    return before.keyword?.hasRole(.clause) ?? false || before.keyword == .and
      || before.keyword == .or
  }

  /// Whether a word is one of other languages' sentences, small.
  static func isForeign(_ word: String) -> Bool {
    halfClauses[word] != nil
      || [
        "like", "ilike", "between", "is", "null", "desc", "asc", "descending", "ascending",
      ].contains(word)
  }

  /// Other languages' words for clauses, written by halves.
  private static let halfClauses = ["group": "by", "order": "sort"]
}
