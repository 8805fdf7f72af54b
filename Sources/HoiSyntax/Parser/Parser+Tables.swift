import HoiDiagnostics

extension Parser {
  private static let known = [
    "time", "dimension", "apart", "reports", "count", "amount", "level", "flag", "valid", "only",
    "note", "delimiter", "decimal", "encoding", "sheet", "skip", "missing", "blank",
  ]

  /// Behind `table`.
  mutating func tableDeclaration() throws(Diagnostic) -> TableDeclaration {
    let name = try name()
    let label = optionalString()
    let file = accept(.from) ? try string(.file) : nil
    var entries: [TableDeclaration.Entry] = []
    guard current.kind == .leftBrace else { throw expectedHere(.leftBrace) }
    try block(.nothing) { parser in
      let (kind, range, surroundings) = parser.entry(
        broken: TableDeclaration.Entry.Kind.broken
      ) { parser throws(Diagnostic) in try parser.tableEntry() }
      entries.append(.init(kind, range: range, surroundings: surroundings))
    }
    return TableDeclaration(name: name, label: label, file: file, entries: entries)
  }

  private mutating func tableEntry() throws(Diagnostic) -> TableDeclaration.Entry.Kind {
    guard let word = keyword, let entry = EntryWord(word) else { throw unknownEntry(Self.known) }
    let range = current.range
    switch entry {
    case .key, .label, .attribute, .successor, .ratio, .measure: throw unknownEntry(Self.known)
    case .time, .dimension, .apart, .reports, .count, .amount, .level, .flag, .only, .valid,
      .note, .delimiter, .decimal, .encoding, .sheet, .skip, .missing, .blank:
      advanceKeyword()
    }
    switch entry {
    case .time: return .time(try time())
    case .dimension: return .dimensions(try columnDimensions(), isApart: false)
    case .apart:
      guard accept(.dimension) else { throw expectedHere(.dimension, inserting: "dimension") }
      return .dimensions(try columnDimensions(), isApart: true)
    case .reports:
      guard accept(.by) else { throw expectedHere(.by, inserting: "by") }
      let name = try name()
      return .reports(by: name, where: accept(.where) ? try expression() : nil)
    case .count: return .measure(try measure(.count))
    case .amount: return .measure(try measure(.amount))
    case .level: return .measure(try measure(.level))
    case .flag: return .measure(try measure(.flag))
    case .valid:
      let (from, to) = try validity()
      return .valid(from: from, to: to)
    case .only:
      guard accept(.rows) else { throw expectedHere(.rowsWhere, inserting: "rows") }
      guard accept(.where) else { throw expectedHere(.rowsWhere, inserting: "where") }
      return .onlyRows(try expression())
    case .note: return .note(try string())
    case .blank:
      guard accept(.is) else { throw expectedHere(.isZero, inserting: "is") }
      guard accept(.zero) else { throw expectedHere(.isZero, inserting: "zero") }
      return .option(Name("blank", range: range), [])
    case .delimiter, .decimal, .encoding, .sheet, .skip, .missing:
      return .option(Name(word.rawValue, range: range), try optionValues())
    case .key, .label, .attribute, .successor, .ratio, .measure:
      preconditionFailure("refused above")
    }
  }

  private mutating func optionValues() throws(Diagnostic) -> [Expression] {
    commaSeparates = true
    defer { commaSeparates = false }
    var values = [try operand()]
    while accept(.comma) {
      crossLine()
      values.append(try operand())
    }
    return values
  }

  /// `nam school at 31-05 from "Năm học"`, the parts behind the name in any order.
  private mutating func time() throws(Diagnostic) -> TimeDeclaration {
    var time = TimeDeclaration(
      name: try name(.column), period: nil, referenceDay: nil, column: nil)
    var seen: [Keyword: SourceRange] = [:]
    while !isEndOfEntry {
      let start = position
      let part: Keyword
      if accept(.at) {
        part = .at
        time.referenceDay = try name(.day)
      } else if accept(.from) {
        part = .from
        time.column = try string(.column)
      } else if current.kind == .word {
        part = .school
        time.period = try name()
      } else {
        throw expectedHere(.endOfEntry)
      }
      try keep(part, from: start, in: &seen)
    }
    return time
  }

  private mutating func columnDimensions() throws(Diagnostic) -> [ColumnDimension] {
    var dimensions: [ColumnDimension] = []
    repeat {
      if !dimensions.isEmpty { crossLine() }
      let name = try name()
      let label = optionalString()
      let column = accept(.from) ? try string(.column) : nil
      dimensions.append(
        ColumnDimension(
          name: name, label: label, column: column, members: try optionalMembers()))
    } while accept(.comma)
    return dimensions
  }

  private mutating func measure(
    _ kind: MeasureDeclaration.Kind
  ) throws(Diagnostic) -> MeasureDeclaration {
    let name = try name()
    var measure = MeasureDeclaration(
      kind: kind, name: name, label: optionalString(), unit: nil, accumulation: nil, column: nil,
      columnPattern: nil, steps: [])
    var seen: [Keyword: SourceRange] = [:]
    while !isEndOfEntry {
      let start = position
      try keep(try measurePart(&measure), from: start, in: &seen)
    }
    return measure
  }

  /// One part of a measure, known by its word.
  private mutating func measurePart(
    _ measure: inout MeasureDeclaration
  ) throws(Diagnostic) -> Keyword {
    if accept(.unit) {
      measure.unit = try string(.unit)
      return .unit
    }
    if accept(.stock) {
      measure.accumulation = .stock
      return .stock
    }
    if accept(.flow) {
      // It says how the measure adds, as `stock` does.
      measure.accumulation = .flow
      return .stock
    }
    if accept(.open) {
      measure.isOpen = true
      return .open
    }
    if accept(.from) {
      if accept(.columns) {
        measure.columnPattern = try string(.column)
      } else {
        measure.column = try string(.column)
      }
      return .from
    }
    guard current.kind == .leftBrace else {
      throw expectedHere(.measureOption, near: [.unit, .stock, .flow, .open, .from])
    }
    measure.steps = try members()
    return .level
  }
}
