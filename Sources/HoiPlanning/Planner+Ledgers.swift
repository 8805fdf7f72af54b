import HoiCatalog

extension Planner {
  /// Who owes a report for a formula: one ledger where its tables share a reporting dimension, else
  /// one for each table.
  mutating func ledgers(
    _ formula: Formula, where filter: Predicate, by axes: [Axis]
  ) -> [Ledger] {
    let tables = formula.tables
    let shared = catalog.sharedReportingDimension(tables)
    if tables.count == 1 || shared != nil {
      return [ledger(formula, tables: tables, dimension: shared, where: filter, by: axes)]
    }
    return tables.map { table in
      ledger(
        formula, tables: [table], dimension: catalog[table].reportsBy, where: filter, by: axes)
    }
  }

  private mutating func ledger(
    _ formula: Formula, tables: [TableID], dimension: DimensionID?, where filter: Predicate,
    by axes: [Axis]
  ) -> Ledger {
    let hasYears = axes.contains(.time)
    var block = Block(
      axes: dimension.map { (hasYears ? [.time] : []) + [.dimension($0)] } ?? axes, sources: [],
      rows: .present, values: [])
    for table in tables {
      let requires = catalog.columns(of: formula, in: table)
      for required in [[], requires] {
        block.values.append(
          .count(column(.count(requires: required), over: table, where: filter, in: &block)))
      }
    }
    var hasDenominator = false
    if let denominator = formula.sides?.denominator, !denominator.countsReports,
      let table = denominator.tables.first, denominator.tables.count == 1, tables.contains(table)
    {
      hasDenominator = true
      block.values.append(side(denominator, of: denominator, where: filter, in: &block))
      let entering = formula.measures.filter { $0.table == table }
      block.values.append(
        side(denominator, of: reading(entering), where: filter, in: &block))
    }
    return Ledger(
      formula: formula, tables: tables, dimension: dimension, filter: filter,
      hasYears: dimension == nil ? axes.first == .time : hasYears, block: block,
      hasDenominator: hasDenominator)
  }

  /// A formula that reads these measures of one table together.
  private func reading(_ measures: [MeasureID]) -> Formula {
    measures.dropFirst().reduce(.measure(measures[0])) { .sum($0, .measure($1)) }
  }
}

extension Ledger {
  /// Whether it asks the same of the same tables, so that it need be stated once.
  func isSame(as other: Ledger) -> Bool {
    tables == other.tables && dimension == other.dimension && filter == other.filter
      && block.values == other.block.values && block.sources == other.block.sources
  }
}
