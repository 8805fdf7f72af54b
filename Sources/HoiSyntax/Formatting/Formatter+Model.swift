import HoiDiagnostics

extension Formatter {
  /// A member or an entry between braces.
  struct Element {
    let range: SourceRange
    var members: [MemberDeclaration] = []
    var parts: [Part] = []
    var isDefinition = false
  }

  mutating func dimension(_ dimension: DimensionDeclaration, _ range: SourceRange) {
    let members = dimension.members ?? []
    guard !dimension.entries.isEmpty else {
      place(range, [], members: members)
      return
    }
    let elements =
      members.map { Element(range: $0.label?.range.union($0.key.range) ?? $0.key.range) }
      + dimension.entries.map { Element(range: $0.range, members: $0.members) }
    block(range, elements.sorted { $0.range.start < $1.range.start })
  }

  /// Writes a statement with its entries on lines of their own.
  mutating func block(_ range: SourceRange, _ elements: [Element]) {
    let opener = tokens[firstToken(from: range.start)...].first { $0.kind == .leftBrace }
    guard let opener, opener.end <= range.end else {
      place(range, [])
      return
    }
    place(SourceRange(range.start, opener.end), [])
    lines.openBlock()
    position = opener.end
    for element in elements {
      open(element.range, indent: 2)
      place(
        element.range, element.parts, members: element.members, indent: 2,
        isDefinition: element.isDefinition)
      position = element.range.end
    }
    let gap = gap(to: range.end - 1)
    lines.comment(behind: gap.behind)
    lines.gap(gap.before, indent: 2)
    lines.dropBlankLine()
    if elements.isEmpty, gap.behind == nil, !gap.before.contains(where: { $0 != .blankLine }) {
      lines.closeEmptyBlock()
    } else {
      lines.add("}", indent: 0)
    }
  }

  /// The parts of a target: what it asks on the first line, how binding it is on the second, the words
  /// of the resolution on the third; each begins a line only where all do not fit on one.
  static func parts(_ target: TargetDeclaration) -> [Part] {
    let first = target.parts.map(\.kind.rawValue).min()
    let hasGrade = target.parts.contains { $0.kind == .grade }
    return target.parts.map { part in
      let lineBreak =
        switch part.kind {
        case .indicator, .threshold, .deadline, .from, .scope, .blend:
          part.kind.rawValue == first ? LineBreak.groupHead : LineBreak.inGroup
        case .clause: hasGrade ? LineBreak.inGroup : LineBreak.part
        case .grade, .quote, .note: LineBreak.part
        }
      return Part(range: part.range, order: part.kind.rawValue, lineBreak: lineBreak)
    }
  }
}

extension Formatter.Element {
  init(_ entry: SubjectDeclaration.Entry) {
    range = entry.range
    guard case .indicator(let indicator) = entry.kind else { return }
    isDefinition = true
    let texts = indicator.texts.map { (word: $0.word, start: $0.word.range.start) }
    var isBehindText = false
    parts = indicator.parts.map { part in
      let text = texts.first { $0.start == part.start }
      let lineBreak: Int?
      if let text {
        // At the beginning of a line a note is the subject's.
        lineBreak = text.word.text == Keyword.note.rawValue ? nil : LineBreak.part
        isBehindText = true
      } else {
        lineBreak = isBehindText ? LineBreak.part : LineBreak.flag
      }
      return Formatter.Part(range: part, order: 0, lineBreak: lineBreak)
    }
  }
}

extension DimensionDeclaration.Entry {
  fileprivate var members: [MemberDeclaration] {
    switch kind {
    case .attribute(_, _, _, let members), .yearlyAttribute(_, _, _, _, let members): members
    case .key, .label, .valid, .successor, .note, .broken: []
    }
  }
}

extension TableDeclaration.Entry {
  var members: [MemberDeclaration] {
    switch kind {
    case .dimensions(let columns, _): columns.flatMap { $0.members ?? [] }
    case .measure(let measure): measure.steps
    case .time, .reports, .valid, .option, .onlyRows, .note, .broken: []
    }
  }
}
