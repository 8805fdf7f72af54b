import HoiCatalog
import HoiNumbers
import HoiSemantics

/// Formulas of bare measures: what is read together, enters together.
extension Planner {
  /// A formula over the rows in which every measure that it reads is reported.
  mutating func expression(
    _ formula: Formula, where filter: Predicate, in block: inout Block
  ) -> CellExpression {
    let value = side(formula, of: formula, where: filter, in: &block)
    guard let denominator = formula.sides?.denominator, knowsMore(denominator, than: formula) else {
      return value
    }
    return .knowing(
      denominator: side(denominator, of: denominator, where: filter, in: &block), value)
  }

  /// Whether the denominator can be known where the formula is not.
  func knowsMore(_ denominator: Formula, than formula: Formula) -> Bool {
    let known = denominator.leaves
    return !known.isEmpty && !denominator.countsReports
      && formula.leaves.contains { leaf in !known.contains { $0 == leaf } }
  }

  /// A part of a formula, over the rows that enter the whole.
  mutating func side(
    _ part: Formula, of whole: Formula, where filter: Predicate, in block: inout Block
  ) -> CellExpression {
    let readings = whole.readings
    guard readings.count > 1 else {
      guard let reading = readings.first else { return translate(part) { _, _, _, _ in nil } }
      let leaf = leaf(reading, of: whole, where: filter, by: block.axes)
      let absence = absence(whole, where: filter, in: &block)
      return single(part, reading, leaf, of: whole, absence: absence, in: &block)
    }
    let (source, leaves) = pairing(of: whole, where: filter, in: &block)
    let absence = absence(whole, where: filter, in: &block)
    return translate(part) { planner, id, scope, kind in
      let reading = FormulaReading(table: id.table, scope: scope)
      guard let side = readings.firstIndex(of: reading) else { return nil }
      return planner.reference(
        kind, id, reading, of: whole, source: source, side: side, leaf: leaves[side],
        absence: absence)
    }
  }

  /// A formula of one reading over a leaf of its own.
  mutating func single(
    _ part: Formula, _ reading: FormulaReading, _ leaf: Int, of whole: Formula,
    absence: Int? = nil, in block: inout Block
  ) -> CellExpression {
    let source = block.place(of: .leaf(leaf))
    return translate(part) { planner, id, _, kind in
      planner.reference(
        kind, id, reading, of: whole, source: source, side: 0, leaf: leaf, absence: absence)
    }
  }

  /// The leaf over the rows of a reading.
  ///
  /// - Parameters:
  ///   - whole: what else must be reported in its rows; nil for every row that is there.
  mutating func leaf(
    _ reading: FormulaReading, of whole: Formula?, where filter: Predicate, by axes: [Axis],
    reporter: DimensionID? = nil, asReported: Bool = false
  ) -> Int {
    let scope = reading.scope
    var rows = filter
    if scope.yearsBack > 0 {
      rows = rows.shown(only: shownYears).shifted(yearsBack: scope.yearsBack)
    }
    rows = rows.and(scope.filter)
    for other in whole?.readings ?? [] where other != reading && other.isRelated(to: reading) {
      rows = rows.and(catalog.entering(both: other, and: reading, of: whole!))
    }
    return pool.leaf(
      over: reading.table, where: rows, by: axes, yearsBack: scope.yearsBack, reporter: reporter,
      asReported: asReported)
  }

  /// The source in which several readings are paired, and its leaf for each of them.
  private mutating func pairing(
    of whole: Formula, where filter: Predicate, in block: inout Block
  ) -> (source: Int, leaves: [Int]) {
    let reporting = catalog.sharedReportingDimension(whole.tables)
    let axes = block.axes
    // Restated, the axis of the answer and those who reported are two things.
    let own = catalog.isRestated ? nil : reporting.flatMap { axes.firstIndex(of: .dimension($0)) }
    let reporter = own == nil ? reporting : nil
    // Years that are pooled are paired apart all the same: one that reported to one side alone adds
    // nothing to the other.
    let poolsYears =
      reporting != nil && !axes.contains(.time) && filter.allowed(on: .time).single == nil
    let keys = poolsYears ? axes + [.time] : axes
    let readings = whole.readings
    let sides = readings.map { reading in
      let leaf = leaf(
        reading, of: whole, where: filter, by: keys, reporter: reporter)
      let requires = catalog.columns(of: whole, in: reading)
      return PairedSide(
        leaf: leaf, entered: pool.column(.count(requires: requires), in: leaf),
        family: readings.firstIndex { $0.isRelated(to: reading) }!,
        isRegister: catalog[reading.table].isRegister)
    }
    var pairing = Pairing(sides: sides, attendancePlaces: [])
    if let reporting {
      let attendance = attendance(whole, readings, to: reporting, where: filter, by: keys)
      pairing.attendance = attendance
      pairing.attendancePlaces = attendance.axes.map { axis in
        axis == .dimension(reporting) ? own ?? keys.count : keys.firstIndex(of: axis)!
      }
    }
    return (block.place(of: .pairing(pairing)), sides.map(\.leaf))
  }

  private enum Kind {
    case sum, reported, lowest
  }

  private mutating func reference(
    _ kind: Kind, _ id: MeasureID, _ reading: FormulaReading, of whole: Formula, source: Int,
    side: Int, leaf: Int, absence: Int?
  ) -> CellExpression {
    let measure = catalog[id]
    let requires = catalog.columns(of: whole, in: reading)
    let aggregate: Aggregate =
      switch kind {
      case .sum: .sum(column: measure.column, requires: requires)
      case .reported: .count(requires: requires)
      case .lowest: .minimum(column: measure.column, requires: requires)
      }
    var reference = ColumnReference(
      source: source, side: side, column: pool.column(aggregate, in: leaf), scale: measure.scale)
    switch kind {
    case .sum: reference.absent = absence.map { .zero(absence: $0) } ?? .gap
    case .reported:
      reference.scale = 0
      reference.absent = absence.map { .zero(absence: $0) } ?? .gap
    case .lowest: reference.absent = absence.map { .notApplicable(absence: $0) } ?? .gap
    }
    return .column(reference)
  }

  /// - Parameter column: the sum of a measure over a scope; nil for one that the whole does not read.
  private mutating func translate(
    _ formula: Formula, over scope: Scope = .plain,
    _ column: (inout Planner, MeasureID, Scope, Kind) -> CellExpression?
  ) -> CellExpression {
    func known(_ id: MeasureID, _ kind: Kind, _ planner: inout Planner) -> CellExpression {
      guard let column = column(&planner, id, scope, kind) else {
        preconditionFailure("a part reads nothing that the whole does not")
      }
      return column
    }
    func both(
      _ operation: Value.Operator, _ left: Formula, _ right: Formula, _ planner: inout Planner
    ) -> CellExpression {
      let left = planner.translate(left, over: scope, column)
      return .arithmetic(operation, left, planner.translate(right, over: scope, column))
    }
    switch formula {
    case .literal(let number): return .literal(number)
    case .measure(let id): return known(id, .sum, &self)
    case .reported(let id): return known(id, .reported, &self)
    case .lowest(let id): return known(id, .lowest, &self)
    case .scoped(let inner, let own): return translate(inner, over: own.within(scope), column)
    case .sum(let left, let right): return both(.add, left, right, &self)
    case .difference(let left, let right): return both(.subtract, left, right, &self)
    case .product(let left, let right): return both(.multiply, left, right, &self)
    case .quotient(let left, let right): return both(.divide, left, right, &self)
    }
  }
}

extension Formula {
  /// Whether it counts reports, as the denominator of a flag does.
  var countsReports: Bool {
    switch self {
    case .reported: true
    case .scoped(let inner, _): inner.countsReports
    case .literal, .measure, .lowest: false
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      left.countsReports || right.countsReports
    }
  }
}

extension Catalog {
  /// The columns that a formula reads together in the rows of a reading, ascending: what it adds
  /// there, what a related side adds over all of them and more, and what conditions look at.
  func columns(of formula: Formula, in reading: FormulaReading) -> [Int] {
    var measures = Set(formula.measures(of: reading))
    for other in formula.readings where other.isRelated(to: reading) {
      measures.formUnion(other.scope.filter.measures)
      if reading.scope.filter.implies(other.scope.filter) {
        measures.formUnion(formula.measures(of: other))
      }
    }
    return measures.map { self[$0].column }.sorted()
  }

  /// Which rows of a reading may enter where a related side adds some of them too: those outside
  /// that side, and those in which it is reported.
  func entering(
    both other: FormulaReading, and reading: FormulaReading, of formula: Formula
  ) -> Predicate {
    if reading.scope.filter.implies(other.scope.filter) { return .always }
    let reported = formula.measures(of: other).map { Predicate.reported($0, true) }
    return .any([other.scope.filter.negation, .all(reported)])
  }

  /// The years that a formula can be asked of: those of its sides that look least far back.
  package func years(shownBy formula: Formula) -> [Int32] {
    let least = formula.readings.map(\.scope.yearsBack).min()
    let shown = formula.readings.filter { $0.scope.yearsBack == least }
    return Set(shown.flatMap { self[$0.table].years }).sorted()
  }

  /// The years that some values can be asked of.
  func years(shownBy values: [Value]) -> [Int32] {
    let years = values.reduce(into: Set<Int32>()) { years, value in
      let formulas = value.formulas
      for formula in formulas { years.formUnion(self.years(shownBy: formula)) }
      let read = Set(formulas.flatMap(\.tables))
      for table in value.tables where !read.contains(table) { years.formUnion(self[table].years) }
    }
    return years.sorted()
  }

  /// The dimension whose members owe reports to every one of these tables.
  func sharedReportingDimension(_ tables: [TableID]) -> DimensionID? {
    // A register lists what holds and owes nothing; it only has to tell the members apart.
    let owing = tables.filter { !self[$0].isRegister }
    guard let first = owing.first ?? tables.first, let shared = self[first].reportsBy,
      owing.allSatisfy({ self[$0].reportsBy == shared }),
      tables.allSatisfy({ self[$0].dimension(shared) != nil })
    else { return nil }
    return shared
  }
}

extension Predicate {
  /// The condition for the years that have rows, so that an earlier year adds none of its own behind
  /// the last; a single year that is asked for is shown whatever it has.
  func shown(only years: [Int32]) -> Predicate {
    allowed(on: .time).single == nil ? and(.members(.time, MemberSet(years))) : self
  }

  /// Whether its terms alone show that it holds only where another condition does.
  fileprivate func implies(_ other: Predicate) -> Bool {
    let own = Set(terms)
    return other.terms.allSatisfy(own.contains)
  }
}
