import HoiCatalog
import HoiNumbers
import HoiSemantics

/// Turns values into expressions over the leaves that it collects on the way.
struct Planner {
  let catalog: Catalog
  var pool: LeafPool

  init(catalog: Catalog) {
    self.catalog = catalog
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
    }
  }

  private mutating func expression(
    _ aggregation: Value.Aggregation, of id: MeasureID, where filter: Predicate,
    in block: inout Block
  ) -> CellExpression {
    let own = catalog[id].column
    func reference(_ aggregate: Aggregate, _ planner: inout Planner) -> ColumnReference {
      planner.column(
        aggregate, over: id.table, scale: planner.catalog[id].scale, where: filter, in: &block)
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
      let count = column(.count(requires: [own]), over: id.table, where: filter, in: &block)
      return .arithmetic(.divide, .column(sum), .column(count))
    }
  }

  /// A column of the leaf over one table by the block's axes.
  mutating func column(
    _ aggregate: Aggregate, over table: TableID, scale: Int = 0, where filter: Predicate,
    in block: inout Block
  ) -> ColumnReference {
    let leaf = pool.leaf(over: table, where: filter, by: block.axes)
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
