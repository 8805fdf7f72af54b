extension Outline {
  mutating func dimension(_ dimension: DimensionDeclaration) {
    for member in dimension.members ?? [] { self.member(member) }
    for entry in dimension.entries { self.entry(entry) }
  }

  private mutating func member(_ member: MemberDeclaration) {
    line("member", member.key.range, Self.joined(Self.show(member.key), Self.show(member.label)))
  }

  private mutating func entry(_ entry: DimensionDeclaration.Entry) {
    var members: [MemberDeclaration] = []
    let (word, detail): (String, String)
    switch entry.kind {
    case .key(let name): (word, detail) = ("key", Self.show(name))
    case .label(let name): (word, detail) = ("label", Self.show(name))
    case .attribute(let name, let label, let column, let listed):
      (word, detail) = (
        "attribute", Self.joined(Self.show(name), Self.show(label), Self.show(column))
      )
      members = listed
    case .yearlyAttribute(let name, let label, let file, let years, let listed):
      (word, detail) = (
        "yearly attribute",
        Self.joined(Self.show(name), Self.show(label), Self.show(file), Self.show(years))
      )
      members = listed
    case .valid(let from, let to):
      (word, detail) = ("valid", Self.joined(Self.show(from), Self.show(to)))
    case .successor(let name): (word, detail) = ("successor", Self.show(name))
    case .note(let text): (word, detail) = ("note", Self.show(text))
    case .broken: (word, detail) = ("broken entry", "")
    }
    part(word, entry.range, entry.surroundings, detail) { outline in
      for member in members { outline.member(member) }
    }
  }

  mutating func entry(_ entry: TableDeclaration.Entry) {
    switch entry.kind {
    case .time(let time):
      part(
        "time", entry.range, entry.surroundings,
        Self.joined(
          Self.show(time.name), time.period?.text, time.referenceDay.map { "at " + $0.text },
          Self.show(time.column)))
    case .dimensions(let dimensions, let isApart):
      part(isApart ? "apart" : "dimensions", entry.range, entry.surroundings) { outline in
        for dimension in dimensions { outline.column(dimension) }
      }
    case .reports(let name, let condition):
      part("reports by", entry.range, entry.surroundings, Self.show(name)) { outline in
        if let condition { outline.expression(condition) }
      }
    case .measure(let measure):
      part(
        measure.kind.rawValue, entry.range, entry.surroundings, Self.detail(measure)
      ) { outline in
        for step in measure.steps { outline.member(step) }
      }
    case .valid(let from, let to):
      part(
        "valid", entry.range, entry.surroundings, Self.joined(Self.show(from), Self.show(to)))
    case .option(let name, let values):
      part("option", entry.range, entry.surroundings, Self.show(name)) { outline in
        for value in values { outline.expression(value) }
      }
    case .onlyRows(let condition):
      part("only rows", entry.range, entry.surroundings) { $0.expression(condition) }
    case .note(let text): part("note", entry.range, entry.surroundings, Self.show(text))
    case .broken: part("broken entry", entry.range, entry.surroundings)
    }
  }

  private mutating func column(_ dimension: ColumnDimension) {
    line(
      "dimension", dimension.name.range,
      Self.joined(
        Self.show(dimension.name), Self.show(dimension.label), Self.show(dimension.column))
    ) { outline in
      for member in dimension.members ?? [] { outline.member(member) }
    }
  }

  private static func detail(_ measure: MeasureDeclaration) -> String {
    let accumulation: String? =
      switch measure.accumulation {
      case .stock?: "stock"
      case .flow?: "flow"
      case nil: nil
      }
    return joined(
      show(measure.name), show(measure.label), measure.unit.map { "unit " + show($0) },
      accumulation, measure.isOpen ? "open" : nil, measure.column.map { "from " + show($0) },
      measure.columnPattern.map { "from columns " + show($0) })
  }

  mutating func entry(_ entry: SubjectDeclaration.Entry) {
    switch entry.kind {
    case .note(let text): part("note", entry.range, entry.surroundings, Self.show(text))
    case .broken: part("broken entry", entry.range, entry.surroundings)
    case .indicator(let indicator):
      part(
        indicator.kind.rawValue, entry.range, entry.surroundings,
        Self.joined(
          Self.show(indicator.name), Self.show(indicator.label),
          indicator.part == nil ? nil : "part",
          indicator.lowerBetter == nil ? nil : "lower better")
      ) { outline in
        outline.expression(indicator.formula)
        if let bound = indicator.bound {
          outline.line("bound", bound.range) { $0.expression(bound) }
        }
        for (word, text) in indicator.texts { outline.line(word.text, text.range, Self.show(text)) }
      }
    }
  }

  mutating func target(_ target: TargetDeclaration) {
    if let path = target.indicator { line("on", path.range, path.text) }
    switch target.threshold {
    case .comparison(let sign, let value, let range)?:
      line("threshold", range, sign.rawValue) { $0.expression(value) }
    case .range(let lower, let upper, let range)?:
      line("threshold", range, "in") { outline in
        outline.expression(lower)
        outline.expression(upper)
      }
    case nil: break
    }
    switch target.deadline {
    case .due(let year)?: line("due", year.range, year.spelling)
    case .everyYear(let last, let range)?:
      line("every year", range, last.map { "to " + $0.spelling } ?? "")
    case nil: break
    }
    if let year = target.from {
      line("from", year.range, year.spelling) { outline in
        if let value = target.fromValue { outline.expression(value) }
      }
    }
    if let scope = target.scope { line("where", scope.range) { $0.expression(scope) } }
    if let blend = target.blend { line("blend", blend.range, Self.show(blend)) }
    if let grade = target.grade { line("grade", grade.range, Self.show(grade)) }
    if let clause = target.clause { line("per", clause.range, Self.show(clause)) }
    if let quote = target.quote { line("quote", quote.range, Self.show(quote)) }
    for note in target.notes { line("note", note.range, Self.show(note)) }
  }
}
