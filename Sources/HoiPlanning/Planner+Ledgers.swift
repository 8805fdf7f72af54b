import HoiCatalog

extension Planner {
  /// Who owes a report for a formula: one ledger where its tables share a reporting dimension, else
  /// one for each table.
  mutating func ledgers(
    _ formula: Formula, where filter: Predicate, by axes: [Axis], isSplit: Bool = false
  ) -> [Ledger] {
    let readings = formula.readings
    let shared = catalog.sharedReportingDimension(formula.tables)
    if readings.count == 1 || shared != nil {
      return [
        ledger(formula, readings, dimension: shared, where: filter, by: axes, isSplit: isSplit)
      ]
    }
    return readings.map { reading in
      ledger(
        formula, [reading], dimension: catalog[reading.table].reportsBy, where: filter, by: axes,
        isSplit: isSplit)
    }
  }

  private mutating func ledger(
    _ formula: Formula, _ readings: [FormulaReading], dimension: DimensionID?,
    where filter: Predicate, by axes: [Axis], isSplit: Bool
  ) -> Ledger {
    // Years that are pooled are told apart all the same: each owes its reports.
    let hasYears = axes.contains(.time) || filter.allowed(on: .time).single == nil
    var kept = dimension == nil || isSplit ? axes : []
    if hasYears, dimension != nil, !kept.contains(.time) { kept.append(.time) }
    if let dimension, !kept.contains(.dimension(dimension)) { kept.append(.dimension(dimension)) }
    var block = Block(axes: kept, sources: [], rows: .present, values: [])
    for reading in readings {
      let present = self.leaf(
        reading, of: nil, where: filter, by: block.axes,
        asReported: dimension != nil)
      let entered = self.leaf(
        reading, of: formula, where: filter, by: block.axes,
        asReported: dimension != nil)
      let requires = catalog.columns(of: formula, in: reading)
      block.values.append(count(requires: [], in: present, of: &block))
      block.values.append(count(requires: requires, in: entered, of: &block))
    }
    var hasDenominator = false
    if let denominator = formula.sides?.denominator, !denominator.countsReports,
      let reading = denominator.readings.first, denominator.readings.count == 1,
      readings.contains(reading)
    {
      hasDenominator = true
      for whole in [denominator, formula] {
        let leaf = self.leaf(
          reading, of: whole, where: filter, by: block.axes,
          asReported: dimension != nil)
        block.values.append(single(denominator, reading, leaf, of: whole, in: &block))
      }
    }
    return Ledger(
      formula: formula, readings: readings,
      registers: readings.map { catalog[$0.table].isRegister }, dimension: dimension,
      filter: filter,
      hasYears: dimension == nil ? axes.first == .time : hasYears, shownYears: shownYears,
      block: block,
      hasDenominator: hasDenominator,
      attendance: dimension.map { id in
        attendance(formula, readings, to: id, where: filter, by: kept)
      })
  }

  mutating func count(
    requires: [Int], in leaf: Int, of block: inout Block
  ) -> CellExpression {
    .count(
      ColumnReference(
        source: block.place(of: .leaf(leaf)), side: 0,
        column: pool.column(.count(requires: requires), in: leaf), scale: 0))
  }
}

extension Ledger {
  /// The tables it speaks of, each once.
  package var tables: [TableID] {
    var found: [TableID] = []
    for reading in readings where !found.contains(reading.table) { found.append(reading.table) }
    return found
  }

  /// How many years before those shown all that it speaks of is.
  package var yearsBack: Int32 {
    let first = readings.first?.scope.yearsBack ?? 0
    return readings.allSatisfy { $0.scope.yearsBack == first } ? first : 0
  }

  /// Whether it asks the same of the same tables, so that it need be stated once.
  func isSame(as other: Ledger) -> Bool {
    readings == other.readings && dimension == other.dimension && filter == other.filter
      && block.values == other.block.values && block.sources == other.block.sources
  }
}
