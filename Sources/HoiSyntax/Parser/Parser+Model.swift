import HoiDiagnostics

extension Parser {
  /// Behind `dimension`.
  mutating func dimensionDeclaration() throws(Diagnostic) -> DimensionDeclaration {
    let name = try name()
    let label = optionalString()
    let file = accept(.from) ? try string(.file) : nil
    var members: [MemberDeclaration]?
    var entries: [DimensionDeclaration.Entry] = []
    if current.kind == .leftBrace {
      try block(.nothing) { parser in
        if parser.isDimensionEntry(hasFile: file != nil) {
          let (kind, range, surroundings) = parser.entry(
            broken: DimensionDeclaration.Entry.Kind.broken
          ) { parser throws(Diagnostic) in try parser.dimensionEntry() }
          entries.append(.init(kind, range: range, surroundings: surroundings))
        } else {
          parser.inlineMember(&members)
        }
      }
    }
    return DimensionDeclaration(
      name: name, label: label, file: file, members: members, entries: entries)
  }

  private mutating func inlineMember(_ members: inout [MemberDeclaration]?) {
    let start = position
    do throws(Diagnostic) {
      members = (members ?? []) + []
      members?.append(try member(.member))
      if !isEndOfEntry { throw missingComma() }
    } catch {
      report(error)
      if position == start, !isAtEnd { advance() }
      while !isAtEnd, current.kind != .comma { advance() }
    }
  }

  /// An entry is a word and a name, a member is a name and perhaps a text.
  private func isDimensionEntry(hasFile: Bool) -> Bool {
    if hasFile { return true }
    guard let word = keyword else { return false }
    if next.kind == .string { return word == .note }
    return [.word, .code, .number].contains(next.kind)
      && [.key, .label, .attribute, .valid, .successor].contains(word)
  }

  private mutating func dimensionEntry() throws(Diagnostic) -> DimensionDeclaration.Entry.Kind {
    guard let word = keyword, let entry = EntryWord(word) else {
      throw unknownEntry(["key", "label", "attribute", "valid", "successor", "note"])
    }
    switch entry {
    case .key:
      advanceKeyword()
      return .key(try name(.column))
    case .label:
      advanceKeyword()
      return .label(try name(.column))
    case .attribute:
      advanceKeyword()
      let name = try name()
      let label = optionalString()
      let column = accept(.from) ? try string(.column) : nil
      if let file = column, accept(.by) {
        let years = try self.name(.column)
        return .yearlyAttribute(
          name, label: label, file: file, by: years, try optionalMembers() ?? [])
      }
      return .attribute(name, label: label, column: column, try optionalMembers() ?? [])
    case .valid:
      advanceKeyword()
      let (from, to) = try validity()
      return .valid(from: from, to: to)
    case .successor:
      advanceKeyword()
      return .successor(try name(.column))
    case .note:
      advanceKeyword()
      return .note(try string())
    case .dimension, .time, .apart, .reports, .count, .amount, .level, .flag, .only, .ratio,
      .measure, .delimiter, .decimal, .encoding, .sheet, .skip, .missing, .blank:
      throw unknownEntry(["key", "label", "attribute", "valid", "successor", "note"])
    }
  }

  mutating func validity() throws(Diagnostic) -> (from: Name, to: Name) {
    let from = try name(.column)
    guard accept(.comma) else { throw expectedHere(.comma) }
    crossLine()
    return (from, try name(.column))
  }

  func unknownEntry(_ known: [String]) -> Diagnostic {
    guard current.kind == .word else { return expectedHere(.entry) }
    let word = source[current.range]
    let near = Keyword.nearest(to: word, among: known.compactMap { Keyword(rawValue: $0) })
    return .unknownEntry(word, near: near, known, at: current.range, source)
  }

  /// Behind `subject`.
  mutating func subjectDeclaration() throws(Diagnostic) -> SubjectDeclaration {
    let name = try name()
    let label = optionalString()
    var entries: [SubjectDeclaration.Entry] = []
    guard current.kind == .leftBrace else { throw expectedHere(.leftBrace) }
    try block(.indicatorWords) { parser in
      let (kind, range, surroundings) = parser.entry(
        broken: SubjectDeclaration.Entry.Kind.broken
      ) { parser throws(Diagnostic) in try parser.subjectEntry() }
      entries.append(.init(kind, range: range, surroundings: surroundings))
    }
    return SubjectDeclaration(name: name, label: label, entries: entries)
  }

  private mutating func subjectEntry() throws(Diagnostic) -> SubjectDeclaration.Entry.Kind {
    if accept(.note) { return .note(try string()) }
    if accept(.ratio) { return .indicator(try indicator(.ratio)) }
    if accept(.measure) { return .indicator(try indicator(.measure)) }
    throw unknownEntry(["ratio", "measure", "note"])
  }

  private mutating func indicator(
    _ kind: IndicatorDeclaration.Kind
  ) throws(Diagnostic) -> IndicatorDeclaration {
    let name = try name()
    let label = optionalString()
    let sign = current
    guard accept(.equal) else { throw expectedHere(.equalSign) }
    crossLine()
    if isAtEnd { throw .missingValue("=", at: sign.range, source) }
    var indicator = IndicatorDeclaration(
      kind: kind, name: name, label: label, formula: try sum(), part: nil, lowerBetter: nil,
      bound: nil, texts: [])
    var seen: [Keyword: SourceRange] = [:]
    while !isEndOfEntry {
      let start = position
      let part = try indicatorPart(&indicator)
      if part != .note { try keep(part, from: start, in: &seen) }
      indicator.parts.append(SourceRange(tokens[start].start, previousEnd))
    }
    return indicator
  }

  /// One part of an indicator, known by its word.
  private mutating func indicatorPart(
    _ indicator: inout IndicatorDeclaration
  ) throws(Diagnostic) -> Keyword {
    let range = current.range
    if accept(.part) {
      indicator.part = range
      return .part
    }
    if accept(.lower) {
      let end = current.range
      guard accept(.better) else { throw expectedHere(.better, inserting: "better") }
      indicator.lowerBetter = range.union(end)
      return .lower
    }
    if accept(.bound) {
      indicator.bound = try bound()
      return .bound
    }
    guard let word = keyword, [.note, .definition, .population, .source].contains(word) else {
      throw expectedHere(
        .indicatorOption, near: [.part, .lower, .bound, .definition, .population, .source, .note])
    }
    advanceKeyword()
    indicator.texts.append((Name(word.rawValue, range: range), try string()))
    return word
  }

  /// `0%..100%`, as a range of nothing in particular, or one value.
  private mutating func bound() throws(Diagnostic) -> Expression {
    let lower = try sum()
    guard accept(.dots) else { return lower }
    crossLine()
    let upper = try sum()
    return .range(lower, lower: lower, upper: upper, lower.range.union(upper.range))
  }
}
