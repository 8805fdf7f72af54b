import HoiCatalog
import HoiSemantics

/// Who has reported at all, whatever else a question asks of the reports.
///
/// What a report that came leaves out is nothing, and not a gap. So whether it came is asked of all
/// its rows: only conditions on the year, on who owes it, and on what never adds are kept.
package struct Attendance: Hashable, Sendable {
  /// One for each reading.
  package var sides: [Side]
  /// The keys of every leaf: the year, unless one is fixed; what never adds, where the rows are told
  /// apart by it; and last the member that owes the report.
  package var axes: [Axis]

  /// The reports to one table, in the years of one reading.
  package struct Side: Hashable, Sendable {
    package var leaf: Int
    /// The column of the leaf that counts the rows with every measure that the reading adds and that
    /// conditions look at.
    package var entered: Int
    /// Sides of one family are the same reports.
    package var family: Int
    /// A register owes no report: what it does not list does not hold.
    package var isRegister: Bool
  }
}

/// The members that owe a report for each row of a block.
package struct Owing: Hashable, Sendable {
  /// Who owes in a year, and in the years that are not there.
  package var ofYear: [Int32: [Int32]]
  package var ofOtherYears: [Int32]
  /// The years that each row is about, where the year is no axis and several are pooled.
  package var pooledYears: [Int32]
  /// The place of the year among the axes.
  package var timePlace: Int?
  /// Axes that tell members apart.
  package var telling: [Telling]

  /// An axis that members stand on.
  package struct Telling: Hashable, Sendable {
    package var place: Int
    package var valueOfMember: [Int32]
  }

  package func members(in year: Int32?) -> [Int32] {
    year.flatMap { ofYear[$0] } ?? ofOtherYears
  }
}

/// Rows without any group of a source: nothing was counted there, if everybody has reported.
package struct Absence: Hashable, Sendable {
  package var attendance: Attendance
  package var owing: Owing
  /// The places, among the axes of the block, of what never adds.
  package var apartPlaces: [Int]
}

extension Planner {
  /// Who reported to each reading of a formula, told apart as the rows of a block are.
  mutating func attendance(
    _ formula: Formula, _ readings: [FormulaReading], to dimension: DimensionID,
    where filter: Predicate, by axes: [Axis]
  ) -> Attendance {
    let apart = axes.filter { catalog.isApart($0, in: formula.tables) }
    let hasYears = axes.contains(.time) || filter.allowed(on: .time).single == nil
    let keys = (hasYears ? [.time] : []) + apart + [.dimension(dimension)]
    let rows = catalog.conditions(ofReportsBy: dimension, to: formula.tables, filter)
    let sides = readings.map { reading in
      var whole = reading
      whole.scope.filter = .always
      let leaf = leaf(
        whole, of: nil, where: rows, by: keys, asReported: true)
      // A report that lacks what a condition looks at does not say that there is nothing.
      let requires = (formula.measures(of: reading) + filter.measures)
        .filter { $0.table == reading.table }.map { catalog[$0].column }
      return Attendance.Side(
        leaf: leaf, entered: pool.column(.count(requires: Set(requires).sorted()), in: leaf),
        family: readings.firstIndex { $0.isRelated(to: reading) }!,
        isRegister: catalog[reading.table].isRegister)
    }
    return Attendance(sides: sides, axes: keys)
  }

  /// What it means that a formula has no row in a group; nil where nobody owes its reports.
  mutating func absence(
    _ formula: Formula, where filter: Predicate, in block: inout Block
  ) -> Int? {
    guard let dimension = catalog.sharedReportingDimension(formula.tables) else { return nil }
    let absence = Absence(
      attendance: attendance(
        formula, formula.readings, to: dimension, where: filter, by: block.axes),
      owing: owing(formula.tables, to: dimension, where: filter, by: block.axes),
      apartPlaces: block.axes.indices.filter {
        catalog.isApart(block.axes[$0], in: formula.tables)
      })
    if let known = block.absences.firstIndex(of: absence) { return known }
    block.absences.append(absence)
    return block.absences.count - 1
  }

  /// Who owes reports to some tables, row by row of a block with these axes.
  mutating func owing(
    _ tables: [TableID], to dimension: DimensionID, where filter: Predicate, by axes: [Axis]
  ) -> Owing {
    let key = OwingKey(tables: tables, dimension: dimension, filter: filter, axes: axes)
    if let known = owings[key] { return known }
    var owing = Owing(
      ofYear: [:],
      ofOtherYears: catalog.members(of: dimension, within: filter, by: tables),
      pooledYears: [], timePlace: axes.firstIndex(of: .time), telling: [])
    if owing.timePlace != nil || filter.allowed(on: .time).single == nil {
      for year in Set(tables.flatMap { catalog[$0].years }) {
        owing.ofYear[year] = catalog.members(of: dimension, within: filter, in: year, by: tables)
      }
      if owing.timePlace == nil {
        owing.pooledYears = owing.ofYear.keys.filter(filter.allowed(on: .time).contains).sorted()
      }
    }
    for (place, axis) in axes.enumerated()
    where catalog.axesAlike(.dimension(dimension)).contains(axis) {
      owing.telling.append(
        Owing.Telling(
          place: place,
          valueOfMember: (0..<Int32(catalog[dimension].count)).map {
            catalog.value(of: axis, for: $0, of: dimension, in: nil) ?? -1
          }))
    }
    owings[key] = owing
    return owing
  }
}

/// What decides who owes reports for the rows of a block.
struct OwingKey: Hashable {
  var tables: [TableID]
  var dimension: DimensionID
  var filter: Predicate
  var axes: [Axis]
}

extension Catalog {
  /// Whether the members of an axis never add in one of some tables.
  func isApart(_ axis: Axis, in tables: [TableID]) -> Bool {
    guard case .dimension(let id) = axis else { return false }
    return tables.contains { self[$0].dimension(id)?.isApart ?? false }
  }

  /// The conditions that say whose reports are meant, and of when and which kind, without those on
  /// what stands in them.
  fileprivate func conditions(
    ofReportsBy dimension: DimensionID, to tables: [TableID], _ filter: Predicate
  ) -> Predicate {
    let apart = tables.flatMap { self[$0].dimensions }.filter(\.isApart).map(\.dimension)
    let fixed = [.time] + apart.map(Axis.dimension)
    let kept = Set(fixed + axesAlike(.dimension(dimension)))
    let rows = filter.terms.filter { $0.measures.isEmpty && $0.axes.isSubset(of: kept) }
      .reduce(Predicate.always) { $0.and($1) }
    // A year that several conditions fix together stays fixed.
    return fixed.reduce(rows) { rows, axis in
      guard let single = filter.allowed(on: axis).single, rows.allowed(on: axis).single == nil
      else { return rows }
      return rows.and(.members(axis, MemberSet([single])))
    }
  }
}
