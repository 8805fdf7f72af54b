import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// What a `table` statement says; its rows are read by the blueprint, then `makeTable` adds it.
  ///
  /// - Throws: a table without years or without a measure, two columns of one name, a name that is
  ///   taken, an option that is not known or cannot be kept.
  package func tableDefinition(
    _ declaration: TableDeclaration
  ) throws(Diagnostic) -> TableDefinition {
    try requireFreeName(declaration.name)
    var definition = TableDefinition(
      blueprint: TableBlueprint(table: declaration.name.text, columns: []), source: source,
      name: declaration.name, label: declaration.label?.text,
      time: .init(name: "", period: .calendar, referenceDay: nil, column: 0))
    var names: [Name] = []
    var timeRange: SourceRange?
    var conditions: [Expression] = []
    var validity: (from: Name, to: Name)?
    var owing: Expression?
    for entry in declaration.entries {
      switch entry.kind {
      case .time(let time):
        if timeRange != nil { throw .secondTime(entry.range, in: source) }
        timeRange = entry.range
        try add(time, at: entry.range, to: &definition)
        names.append(time.name)
      case .dimensions(let used, let isApart):
        for dimension in used {
          add(dimension, isApart: isApart, to: &definition)
          names.append(dimension.name)
        }
      case .measure(let measure):
        try add(measure, at: entry.range, to: &definition)
        names.append(measure.name)
      case .reports(let name, let condition):
        if definition.reportsBy != nil { throw .secondReportsBy(entry.range, in: source) }
        definition.reportsBy = name
        owing = condition
      case .option(let name, let values):
        try add(option: name, values, at: entry.range, to: &definition)
      case .onlyRows(let condition): conditions.append(condition)
      case .valid(let from, let to): validity = (from, to)
      case .note(let text): definition.notes.append(text.text)
      case .broken: break
      }
    }
    if timeRange == nil { throw .tableWithoutTime(declaration.name, in: source) }
    if definition.measures.isEmpty { throw .tableWithoutMeasure(declaration.name, in: source) }
    try requireDistinct(names)
    try resolvePatterns(declaration, &definition)
    if let validity { try add(validity, to: &definition) }
    for condition in conditions { try add(condition, to: &definition) }
    try checkReportsBy(&definition)
    try checkDimensions(definition)
    if let owing { try add(owing: owing, to: &definition) }
    definition.blueprint.requiresUniqueKeys = definition.measures.contains { !$0.isFlow }
    return definition
  }

  private func add(
    _ time: TimeDeclaration, at range: SourceRange, to definition: inout TableDefinition
  ) throws(Diagnostic) {
    guard let word = time.period else { throw .missingPeriod(time.name, in: source) }
    let period: Period
    switch HoiText.folded(word.text) {
    case HoiText.folded("school"), HoiText.folded("năm học"): period = .school
    case HoiText.folded("calendar"), HoiText.folded("năm dương lịch"), HoiText.folded("dương lịch"):
      period = .calendar
    default: throw .unknownPeriod(word, in: source)
    }
    definition.time = .init(
      name: time.name.text, period: period,
      referenceDay: try time.referenceDay.map { name throws(Diagnostic) in
        try referenceDay(name)
      }, column: definition.blueprint.columns.count)
    definition.addColumn(time.name, .time, from: time.column)
  }

  /// `31-05`: a day that some year has.
  private func referenceDay(_ name: Name) throws(Diagnostic) -> (day: Int, month: Int) {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let parts = name.text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month), day >= 1, day <= lengths[month - 1]
    else { throw .notADay(name, in: source) }
    return (day, month)
  }

  private func add(
    _ used: ColumnDimension, isApart: Bool, to definition: inout TableDefinition
  ) {
    definition.dimensions.append(
      .init(
        declaration: used, isApart: isApart, column: definition.blueprint.columns.count))
    definition.addColumn(used.name, .dimension, from: used.column)
  }

  /// `valid tu, den`: columns of days, that are none of the table's own.
  private func add(
    _ validity: (from: Name, to: Name), to definition: inout TableDefinition
  ) throws(Diagnostic) {
    for name in [validity.from, validity.to]
    where definition.blueprint.columns.contains(where: { $0.schema.name == name.text }) {
      throw .validityWithYearName(name, at: name.range, in: source)
    }
    let time = definition.time
    let known = catalog.tables.flatMap(\.years)
    definition.blueprint.validity = RowValidity(
      from: validity.from.text, to: validity.to.text,
      days: YearDays(period: time.period, referenceDay: time.referenceDay),
      knownYears: known.min().flatMap { first in known.max().map { first...$0 } })
  }

  private func checkReportsBy(_ definition: inout TableDefinition) throws(Diagnostic) {
    guard let name = definition.reportsBy else { return }
    let own = definition.dimensions.map(\.declaration.name.text)
    if own.contains(name.text) { return }
    let wanted = HoiText.folded(name.text)
    let like = definition.dimensions.map(\.declaration.name).filter {
      HoiText.folded($0.text) == wanted
    }
    guard like.count == 1 else { throw .reportsByNoDimension(name, own: own, in: source) }
    definition.reportsBy = like[0]
  }

  /// A dimension that is there already keeps its members: other ones are refused.
  private func checkDimensions(_ definition: TableDefinition) throws(Diagnostic) {
    for used in definition.dimensions.map(\.declaration) {
      if let members = used.members { try requireDistinct(members.map(\.key)) }
      guard let id = catalog.dimension(named: used.name.text) else { continue }
      let old = catalog[id]
      let listed = old.listedCount ?? 0
      let isOther = used.members.map { members in
        old.listedCount != members.count
          || members.map(\.key.text) != Array(old.keys.prefix(listed))
          || members.map({ $0.label?.text ?? $0.key.text }) != Array(old.labels.prefix(listed))
      }
      let isRenamed = used.label.map { $0.text != old.label }
      if isOther == true || isRenamed == true {
        throw .redeclaredDimension(used.name, in: source)
      }
    }
  }
}

extension TableDefinition {
  mutating func addColumn(
    _ name: Name, _ role: ColumnSchema.Role, from column: StringLiteral?
  ) {
    blueprint.columns.append(
      .init(
        schema: ColumnSchema(name: name.text, role: role), sourceName: column?.text ?? name.text))
  }
}
