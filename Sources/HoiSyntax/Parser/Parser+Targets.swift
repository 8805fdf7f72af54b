import HoiDiagnostics

extension Parser {
  /// Behind `target`.
  mutating func targetDeclaration() throws(Diagnostic) -> TargetDeclaration {
    continuation = .targetWords
    refresh()
    var target = TargetDeclaration(id: try path())
    target.label = optionalString()
    while !isAtEnd {
      let start = position
      let opener = current.range
      do throws(Diagnostic) {
        try countNode()
        // The first of two stands, so a part is kept only once it is known to be the first.
        var longer = target
        let kind = try targetPart(&longer)
        let range = range(from: opener.start)
        if kind != .note, let first = target.parts.first(where: { $0.kind == kind }) {
          let whole = SourceRange(tokens[start - 1].end, range.end)
          throw .partTwice(source[first.range], at: opener, whole: whole, source)
        }
        longer.parts.append(.init(kind, range: range))
        target = longer
      } catch {
        report(error)
        recoverTarget(from: start)
      }
    }
    return target
  }

  private mutating func recoverTarget(from start: Int) {
    // A part that was read and refused as a whole leaves nothing to skip.
    if isAtEnd { return }
    if position > start, let word = keyword, TargetWord(word) != nil { return }
    recover(from: start)
  }

  private mutating func targetPart(
    _ target: inout TargetDeclaration
  ) throws(Diagnostic) -> TargetDeclaration.Part.Kind {
    if let comparison = comparisonSign, comparison != .contains {
      let sign = current
      advance()
      crossLine()
      if isAtEnd || isPartHere { throw .missingValue(source[sign.range], at: sign.range, source) }
      let value = try sum()
      target.threshold = .comparison(comparison, value, sign.range.union(value.range))
      return .threshold
    }
    guard let word = keyword.flatMap({ TargetWord($0) }), word != .to else {
      throw unknownTargetWord()
    }
    let opener = current.range
    advanceKeyword()
    switch word {
    case .on: target.indicator = try path()
    case .in:
      crossLine()
      let lower = try sum()
      guard accept(.dots) else { throw expectedHere(.dots) }
      crossLine()
      let upper = try sum()
      target.threshold = .range(lower: lower, upper: upper, opener.union(upper.range))
    case .due: target.deadline = .due(try wholeNumber(.year))
    case .every:
      guard accept(.year) else {
        throw expectedHere(.everyYear, inserting: current.kind == .number ? "year to" : "year")
      }
      let last = accept(.to) ? try wholeNumber(.year) : nil
      target.deadline = .everyYear(to: last, range(from: opener.start))
    case .from:
      target.from = try wholeNumber(.year)
      if startsValue { target.fromValue = try sum() }
    case .where: target.scope = try expression()
    case .blend: target.blend = try name()
    case .grade: target.grade = try name()
    case .per: target.clause = try string()
    case .quote: target.quote = try string()
    case .note: target.notes.append(try string())
    case .to: preconditionFailure("refused above")
    }
    return .init(word)
  }

  /// Whether a part of a target stands where a value is due: its word, and behind it what no name is
  /// followed by.
  private var isPartHere: Bool {
    guard let word = keyword, word.hasRole(.target) else { return false }
    return [.number, .string, .code, .percentage].contains(next.kind)
      || next.kind == .word && next.keyword?.hasRole(.target) != true
  }

  /// Whether a value stands here, rather than the next part.
  private var startsValue: Bool {
    switch current.kind {
    case .number, .percentage, .parameter, .leftParenthesis, .minus: true
    case .word, .code, .string, .rightParenthesis, .leftBrace, .rightBrace, .comma, .semicolon,
      .dot, .dots, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde,
      .plus, .star, .slash, .percent, .ampersands, .bars, .illegal, .end:
      false
    }
  }

  private func unknownTargetWord() -> Diagnostic {
    guard current.kind == .word else { return expectedHere(.targetPart) }
    let word = source[current.range]
    return .unknownTargetWord(
      word, near: Keyword.nearest(to: word, in: .target), at: current.range, source)
  }
}

extension TargetDeclaration.Part.Kind {
  /// The part that a word opens; `in` opens a threshold, and `to` stands inside a deadline.
  fileprivate init(_ word: TargetWord) {
    self =
      switch word {
      case .on: .indicator
      case .in: .threshold
      case .due, .every, .to: .deadline
      case .from: .from
      case .where: .scope
      case .blend: .blend
      case .grade: .grade
      case .per: .clause
      case .quote: .quote
      case .note: .note
      }
  }
}
