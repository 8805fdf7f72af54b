import HoiDiagnostics

extension Formatter {
  /// - Parameter isVerbatim: as it was written, because it cannot be read.
  mutating func statement(_ statement: Statement, isVerbatim: Bool) {
    open(statement.range, indent: 0)
    if isVerbatim {
      lines.add(source[statement.range], indent: 0)
    } else {
      body(statement, statement.range)
    }
    position = statement.range.end
  }

  /// - Parameter range: of the whole statement, where it is explained.
  private mutating func body(_ statement: Statement, _ range: SourceRange) {
    switch statement.kind {
    case .question(let question): place(range, Self.parts(question.clauses), headHang: 4)
    case .expect(_, let clauses): place(range, Self.parts(clauses), headHang: 4)
    case .explain(let inner): body(inner, range)
    case .let, .param: place(range, [], isDefinition: true)
    case .set, .say, .use, .load: place(range, [])
    case .dimension(let dimension): self.dimension(dimension, range)
    case .table(let table):
      block(range, table.entries.map { Element(range: $0.range, members: $0.members) })
    case .subject(let subject): block(range, subject.entries.map { Element($0) })
    case .target(let target): place(range, Self.parts(target))
    case .broken: preconditionFailure("a text with a broken statement is not formatted")
    }
  }

  private static func parts(_ clauses: [Clause]) -> [Part] {
    clauses.map { Part(range: $0.range, order: $0.order, lineBreak: LineBreak.part) }
  }

  /// Writes what stands between the last part and one that begins.
  mutating func open(_ range: SourceRange, indent: Int) {
    let gap = gap(to: range.start)
    lines.comment(behind: gap.behind)
    lines.gap(gap.before, indent: indent)
  }

  /// What an element ends in, and where it stands in a statement.
  struct Part {
    let range: SourceRange
    /// Where it is best read.
    let order: Int
    /// Nil where it must follow on the line of the part before.
    let lineBreak: Int?
  }

  /// Writes a statement or an entry: its head, and its parts in order.
  mutating func place(
    _ range: SourceRange, _ parts: [Part], members: [MemberDeclaration] = [], indent: Int = 0,
    headHang: Int = 2, isDefinition: Bool = false
  ) {
    let headEnd = parts.first?.range.start ?? range.end
    var pieces = [lexemes(SourceRange(range.start, headEnd))]
    var end = pieces[0].last?.end ?? range.start
    for part in parts {
      let gap = gapBetween(end, part.range.start)
      pieces[pieces.count - 1].setBehind(gap.behind)
      var piece = lexemes(part.range)
      piece[0].before = gap.before.filter { $0 != .blankLine }
      piece[0].isSpaced = true
      piece[0].lineBreak = part.lineBreak
      pieces.append(piece)
      end = part.range.end
    }
    let order = parts.indices.sorted { (parts[$0].order, $0) < (parts[$1].order, $1) }
    var all = pieces[0]
    for index in order { all += pieces[index + 1] }
    separateMembers(&all, members)
    LineBreak.find(in: &all, isDefinition: isDefinition)
    lines.place(all[...], indent: indent, headHang: headHang)
  }

  /// Parts the members of a list by commas, however they were parted, and ends no list in one.
  private func separateMembers(_ lexemes: inout [Lexeme], _ members: [MemberDeclaration]) {
    let starts = Set(members.map(\.key.range.start))
    var result: [Lexeme] = []
    var braces = 0
    for (index, lexeme) in lexemes.enumerated() {
      let next = index + 1 < lexemes.count ? lexemes[index + 1].kind : .end
      let isSeparator = lexeme.kind == .comma || lexeme.kind == .semicolon
      if isSeparator, braces > 0 || next == .rightParenthesis {
        result.setBehind(lexeme.behind)
        if index + 1 < lexemes.count {
          lexemes[index + 1].before.insert(contentsOf: lexeme.before, at: 0)
        }
        continue
      }
      var lexeme = lexemes[index]
      if starts.contains(lexeme.start), result.last?.kind != .leftBrace {
        var comma = Lexeme(.comma, ",", isSpaced: false, at: lexeme.start)
        comma.behind = result.last?.behind
        result[result.count - 1].behind = nil
        result.append(comma)
        lexeme.isSpaced = true
      }
      if lexeme.kind == .leftBrace { braces += 1 }
      if lexeme.kind == .rightBrace {
        braces -= 1
        lexeme.isSpaced = result.last?.kind != .leftBrace
      }
      result.append(lexeme)
    }
    lexemes = result
  }
}

extension [Lexeme] {
  /// Puts a comment on the line of the last.
  fileprivate mutating func setBehind(_ comment: String?) {
    guard let comment, !isEmpty else { return }
    self[count - 1].behind = comment
  }
}

/// Clauses in the order of the manual; what is said stays the same.
func inCanonicalOrder(_ clauses: [Clause]) -> [Clause] {
  clauses.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    .map(\.element)
}

extension Clause {
  /// Its place in the order of the manual.
  fileprivate var order: Int {
    switch kind {
    case .by: 0
    case .where: 1
    case .having: 2
    case .versus: 3
    case .withTotal: 4
    case .pivot: 5
    case .sort: 6
    case .limit: 7
    case .pooled: 8
    case .strict: 9
    case .restated: 10
    case .chart: 11
    case .format: 12
    case .into: 13
    case .broken: 14
    }
  }
}
