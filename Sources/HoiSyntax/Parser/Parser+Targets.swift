import HoiDiagnostics

extension Parser {
  /// Behind `target`.
  mutating func targetDeclaration() throws(Diagnostic) -> TargetDeclaration {
    continuation = .targetWords
    refresh()
    var target = TargetDeclaration(id: try path())
    target.label = optionalString()
    var seen: [TargetWord: SourceRange] = [:]
    while !isAtEnd {
      let start = position
      let startRange = current.range
      do throws(Diagnostic) {
        try countNode()
        // The first of two stands, so a part is kept only once it is known to be the first.
        var longer = target
        let word = try targetPart(&longer)
        let range = range(from: startRange.start)
        if let word, word != .note {
          if seen[word] != nil {
            let whole = SourceRange(tokens[start - 1].end, range.end)
            throw .partTwice(word.rawValue, at: startRange, whole: whole, source)
          }
          seen[word] = range
        }
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

  /// One part of a target; nil for its threshold.
  private mutating func targetPart(
    _ target: inout TargetDeclaration
  ) throws(Diagnostic) -> TargetWord? {
    if let comparison = comparisonSign, comparison != .contains {
      let sign = current
      advance()
      crossLine()
      if isAtEnd { throw .missingValue(source[sign.range], at: sign.range, source) }
      let value = try sum()
      if target.threshold != nil {
        let whole = SourceRange(sign.start, value.range.end)
        throw .partTwice(source[sign.range], at: sign.range, whole: whole, source)
      }
      target.threshold = .comparison(comparison, value, sign.range.union(value.range))
      return nil
    }
    guard let word = keyword.flatMap({ TargetWord($0) }), word != .to else {
      throw unknownTargetWord()
    }
    let opener = current.range
    advance()
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
      guard accept(.year) else { throw expectedHere(.everyYear) }
      let last = accept(.to) ? try wholeNumber(.year) : nil
      target.deadline = .everyYear(to: last, range(from: opener.start))
    case .from:
      target.from = try wholeNumber(.year)
      if !isAtEnd, current.kind != .word { target.fromValue = try sum() }
    case .where: target.scope = try expression()
    case .blend: target.blend = try name()
    case .grade: target.grade = try name()
    case .per: target.clause = try string()
    case .quote: target.quote = try string()
    case .note: target.notes.append(try string())
    case .to: preconditionFailure("refused above")
    }
    return word
  }

  private func unknownTargetWord() -> Diagnostic {
    guard current.kind == .word else { return expectedHere(.targetPart) }
    let word = source[current.range]
    return .unknownTargetWord(
      word, near: Keyword.nearest(to: word, in: .target), at: current.range, source)
  }
}
