import HoiCatalog
import HoiNumbers
import HoiSemantics

/// Turns values into expressions over the leaves that it collects on the way.
struct Planner {
  let catalog: Catalog
  var pool: LeafPool
  /// Aggregates that are being planned are of rows so many years before those shown.
  private var yearsBack: Int32 = 0
  /// The years that rows of the answer may be about: an earlier year alone shows none behind the last.
  var shownYears: [Int32]
  /// Who owes reports, by what decides it.
  var owings: [OwingKey: Owing] = [:]

  init(catalog: Catalog, shownYears: [Int32] = []) {
    self.catalog = catalog
    self.shownYears = shownYears
    self.pool = LeafPool(catalog: catalog)
  }

  /// An expression for a value, over the rows that pass the filter, in the block's groups.
  mutating func expression(
    _ value: Value, where filter: Predicate, in block: inout Block
  ) -> CellExpression {
    switch value {
    case .literal(let number):
      return .literal(number)
    case .formula(let formula):
      return expression(formula, where: filter, in: &block)
    case .numerator(let formula):
      return side(formula.sides?.numerator ?? formula, of: formula, where: filter, in: &block)
    case .denominator(let formula):
      return side(formula.sides?.denominator ?? formula, of: formula, where: filter, in: &block)
    case .aggregate(let aggregation, let id):
      return expression(aggregation, of: id, where: filter, in: &block)
    case .rowCount(let table):
      return .count(column(.count(requires: []), over: table, where: filter, in: &block))
    case .distinct(let table, let axis):
      let key = catalog.groupKey(axis, over: table)
      return .count(
        column(.distinct(column: key.column), over: table, where: filter, in: &block))
    case .arithmetic(let operation, let left, let right):
      let left = expression(left, where: filter, in: &block)
      return .arithmetic(operation, left, expression(right, where: filter, in: &block))
    case .negative(let inner):
      return .negative(expression(inner, where: filter, in: &block))
    case .magnitude(let inner):
      return .magnitude(expression(inner, where: filter, in: &block))
    case .rounded(let inner, let places):
      return .rounded(expression(inner, where: filter, in: &block), places)
    case .earlier(let inner, let years):
      yearsBack += years
      defer { yearsBack -= years }
      return withinData(inner, expression(inner, where: filter, in: &block), in: block)
    case .within(let inner, let condition):
      return expression(inner, where: filter.and(condition), in: &block)
    case .fixed(let inner, let axis, let member):
      return fixed(inner, axis, member, where: filter, in: &block)
    case .share(let inner):
      return .share(expression(inner, where: filter, in: &block))
    case .rank(let inner, let lowestFirst):
      return .rank(expression(inner, where: filter, in: &block), lowestFirst: lowestFirst)
    case .judged(let id, let part, on: let formula):
      return judged(id, part, formula, where: filter, in: &block)
    case .reports(let formula, let kind):
      let rosters = rosters(formula, where: filter, by: block.axes).map { roster in
        block.rosters.append(roster)
        return block.rosters.count - 1
      }
      return .reports(rosters: rosters, kind)
    }
  }

  /// A count of what nobody could have counted is missing and not 0.
  private func withinData(
    _ value: Value, _ expression: CellExpression, in block: Block
  ) -> CellExpression {
    guard expression.isCount, let place = block.axes.firstIndex(of: .time),
      let table = value.tables.first
    else { return expression }
    return .among(
      MemberSet(catalog[table].years.map { $0 + yearsBack }), place: place, isGap: true, expression)
  }

  private mutating func expression(
    _ aggregation: Value.Aggregation, of id: MeasureID, where filter: Predicate,
    in block: inout Block
  ) -> CellExpression {
    let own = catalog[id].column
    let formula = Formula.measure(id).over(Scope(yearsBack: yearsBack))
    let absence = absence(formula, where: filter, in: &block)
    func reference(_ aggregate: Aggregate, _ planner: inout Planner) -> ColumnReference {
      var reference = planner.column(
        aggregate, over: id.table, scale: planner.catalog[id].scale, where: filter, in: &block)
      switch aggregate {
      case .sum, .count: reference.absent = absence.map { .zero(absence: $0) } ?? .gap
      case .minimum, .maximum:
        reference.absent = absence.map { .notApplicable(absence: $0) } ?? .gap
      case .distinct: break
      }
      return reference
    }
    switch aggregation {
    case .sum: return .column(reference(.sum(column: own, requires: [own]), &self))
    case .minimum: return .column(reference(.minimum(column: own, requires: [own]), &self))
    case .maximum: return .column(reference(.maximum(column: own, requires: [own]), &self))
    case .count:
      return .count(
        column(.count(requires: [own]), over: id.table, where: filter, in: &block))
    case .average:
      let sum = reference(.sum(column: own, requires: [own]), &self)
      var count = column(.count(requires: [own]), over: id.table, where: filter, in: &block)
      count.absent = sum.absent
      return .arithmetic(.divide, .column(sum), .column(count))
    }
  }

  /// A column of the leaf over one table by the block's axes.
  mutating func column(
    _ aggregate: Aggregate, over table: TableID, scale: Int = 0, where filter: Predicate,
    in block: inout Block
  ) -> ColumnReference {
    var rows = filter
    if yearsBack > 0 {
      rows = rows.shown(only: shownYears).shifted(yearsBack: yearsBack)
    }
    let leaf = pool.leaf(over: table, where: rows, by: block.axes, yearsBack: yearsBack)
    return ColumnReference(
      source: block.place(of: .leaf(leaf)), side: 0, column: pool.column(aggregate, in: leaf),
      scale: scale)
  }
}

extension Block {
  /// The place of a source among the block's, which may already be there.
  mutating func place(of source: Source) -> Int {
    if let place = sources.firstIndex(of: source) { return place }
    sources.append(source)
    return sources.count - 1
  }

  /// The place of a value among the block's, which may already be there.
  mutating func place(of value: CellExpression) -> Int {
    if let place = values.firstIndex(of: value) { return place }
    values.append(value)
    return values.count - 1
  }
}
