import HoiCatalog
import HoiSemantics

/// What a `trace` looks at: the sums by the leaves that an answer would read, and the rows behind them.
package struct TracePlan: Sendable {
  package var leaves: [Leaf]
  package var series: PlannedSeries
  package var readings: [TracedReading]
  /// Whether what reported to one reading alone stays out of all.
  package var isPaired: Bool
  /// Who reported to each reading; nil where the tables share nobody who owes.
  package var attendance: Attendance?
  /// The places of its keys among those of the rows, the member that owes standing last.
  package var attendancePlaces: [Int]
}

/// The rows of one table that a formula reads together.
package struct TracedReading: Sendable {
  package var reading: FormulaReading
  /// Rows in the scope of the question and of the reading.
  package var present: RowFilter
  /// Of those, the ones that can enter.
  package var entering: RowFilter
  /// Columns that must all have a value in a row.
  package var requires: [Int]
  /// The year that is shown, then the axes of the question.
  package var keys: [GroupKey]
  /// Who owes the report that a row belongs to.
  package var owner: (dimension: DimensionID, key: GroupKey)?
  /// How readings that are part of one another are known.
  package var family: Int
  /// What it does not list does not hold.
  package var isRegister: Bool
}

/// A plan for `trace`.
package func makePlan(_ question: TraceQuestion, in catalog: Catalog) -> TracePlan {
  let formula = question.value.formula
  var planner = Planner(catalog: catalog, shownYears: catalog.years(shownBy: formula))
  let axes = question.axes.filter { $0 != .time }
  let series = planner.series(
    formula, isPart: question.value.isPart, where: question.filter, by: axes)
  let readings = formula.readings.map { reading in
    planner.traced(reading, of: formula, where: question.filter, by: [.time] + axes)
  }
  let attendance = catalog.sharedReportingDimension(formula.tables).map { id in
    planner.attendance(
      formula, formula.readings, to: id, where: question.filter, by: [.time] + axes)
  }
  return TracePlan(
    leaves: planner.pool.leaves, series: series, readings: readings,
    isPaired: readings.count > 1, attendance: attendance,
    attendancePlaces: (attendance?.axes ?? []).dropLast().map {
      ([.time] + axes).firstIndex(of: $0)!
    } + [axes.count + 1])
}

extension Planner {
  fileprivate mutating func traced(
    _ reading: FormulaReading, of formula: Formula, where filter: Predicate, by axes: [Axis]
  ) -> TracedReading {
    let present = leaf(reading, of: nil, where: filter, by: axes)
    let entering = leaf(reading, of: formula, where: filter, by: axes)
    return TracedReading(
      reading: reading, present: pool.leaves[present].filter,
      entering: pool.leaves[entering].filter,
      requires: catalog.columns(of: formula, in: reading),
      keys: pool.leaves[entering].grouping,
      owner: (catalog.sharedReportingDimension(formula.tables) ?? catalog[reading.table].reportsBy)
        .map { id in
          (id, catalog.groupKey(.dimension(id), over: reading.table, asReported: true))
        },
      family: formula.readings.firstIndex { $0.isRelated(to: reading) }!,
      isRegister: catalog[reading.table].isRegister)
  }
}
