import HoiCatalog
import HoiNumbers

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
    let measures = denominator.measures
    return !measures.isEmpty && !denominator.countsReports
      && formula.measures.contains { !measures.contains($0) }
  }

  /// A part of a formula, over the rows that enter the whole.
  mutating func side(
    _ part: Formula, of whole: Formula, where filter: Predicate, in block: inout Block
  ) -> CellExpression {
    let tables = whole.tables
    guard tables.count > 1 else {
      return translate(part) { planner, id, kind in
        let leaf = planner.pool.leaf(over: id.table, where: filter, by: block.axes)
        return planner.reference(
          kind, id, of: whole, source: block.place(of: .leaf(leaf)), side: 0, leaf: leaf)
      }
    }
    let (source, leaves) = pairing(of: whole, where: filter, in: &block)
    return translate(part) { planner, id, kind in
      let side = tables.firstIndex(of: id.table)!
      return planner.reference(kind, id, of: whole, source: source, side: side, leaf: leaves[side])
    }
  }

  /// The source in which several tables are paired, and its leaf for each of them.
  private mutating func pairing(
    of whole: Formula, where filter: Predicate, in block: inout Block
  ) -> (source: Int, leaves: [Int]) {
    let reporting = catalog.sharedReportingDimension(whole.tables)
    var axes = block.axes
    if let reporting, !axes.contains(.dimension(reporting)) { axes.append(.dimension(reporting)) }
    var sides: [PairedSide] = []
    for table in whole.tables {
      let leaf = pool.leaf(over: table, where: filter, by: axes)
      let entered = pool.column(.count(requires: catalog.columns(of: whole, in: table)), in: leaf)
      sides.append(PairedSide(leaf: leaf, entered: entered))
    }
    let source = Source.pairing(
      sides, memberAxis: reporting.map { axes.firstIndex(of: .dimension($0))! },
      timeAxis: axes.firstIndex(of: .time))
    return (block.place(of: source), sides.map(\.leaf))
  }

  private enum Reading {
    case sum, reported, lowest
  }

  private mutating func reference(
    _ reading: Reading, _ id: MeasureID, of whole: Formula, source: Int, side: Int, leaf: Int
  ) -> CellExpression {
    let measure = catalog[id]
    let requires = catalog.columns(of: whole, in: id.table)
    let aggregate: Aggregate =
      switch reading {
      case .sum: .sum(column: measure.column, requires: requires)
      case .reported: .count(requires: requires)
      case .lowest: .minimum(column: measure.column, requires: requires)
      }
    let scale = if case .reported = reading { 0 } else { measure.scale }
    return .column(
      ColumnReference(
        source: source, side: side, column: pool.column(aggregate, in: leaf), scale: scale))
  }

  private mutating func translate(
    _ formula: Formula, _ column: (inout Planner, MeasureID, Reading) -> CellExpression
  ) -> CellExpression {
    switch formula {
    case .literal(let number): return .literal(number)
    case .measure(let id): return column(&self, id, .sum)
    case .reported(let id): return column(&self, id, .reported)
    case .lowest(let id): return column(&self, id, .lowest)
    case .sum(let left, let right):
      let left = translate(left, column)
      return .arithmetic(.add, left, translate(right, column))
    case .difference(let left, let right):
      let left = translate(left, column)
      return .arithmetic(.subtract, left, translate(right, column))
    case .product(let left, let right):
      let left = translate(left, column)
      return .arithmetic(.multiply, left, translate(right, column))
    case .quotient(let left, let right):
      let left = translate(left, column)
      return .arithmetic(.divide, left, translate(right, column))
    }
  }
}

extension Formula {
  /// Whether it counts reports, as the denominator of a flag does.
  var countsReports: Bool {
    switch self {
    case .reported: true
    case .literal, .measure, .lowest: false
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      left.countsReports || right.countsReports
    }
  }
}

extension Catalog {
  /// The columns of one table that a formula reads, ascending.
  func columns(of formula: Formula, in table: TableID) -> [Int] {
    formula.measures.filter { $0.table == table }.map { self[$0].column }.sorted()
  }

  /// The dimension whose members owe reports to every one of these tables.
  func sharedReportingDimension(_ tables: [TableID]) -> DimensionID? {
    guard let first = tables.first, let shared = self[first].reportsBy else { return nil }
    return tables.allSatisfy { self[$0].reportsBy == shared } ? shared : nil
  }
}
