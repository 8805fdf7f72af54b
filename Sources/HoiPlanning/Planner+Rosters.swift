import HoiCatalog
import HoiSemantics

extension Planner {
  /// Who owes reports for a formula, row by row of a block with these axes.
  mutating func rosters(
    _ formula: Formula, where filter: Predicate, by axes: [Axis]
  ) -> [Roster] {
    ledgers(formula, where: filter, by: axes, isSplit: true).map { ledger in
      var roster = Roster(
        ledger: ledger, yearPlace: ledger.block.axes.firstIndex(of: .time),
        apartPlaces: axes.indices.filter { catalog.isApart(axes[$0], in: formula.tables) })
      guard let dimension = ledger.dimension else { return roster }
      roster.memberPlace = ledger.block.axes.firstIndex(of: .dimension(dimension))
      roster.owing = owing(ledger.tables, to: dimension, where: filter, by: axes)
      return roster
    }
  }

  /// A value where an axis has one member, for every row alike: what rows differ by on that axis, and
  /// on others that speak of the same members, is left out of the groups.
  mutating func fixed(
    _ value: Value, _ axis: Axis, _ member: Int32, where filter: Predicate, in block: inout Block
  ) -> CellExpression {
    let alike = catalog.axesAlike(axis)
    let rows = alike.reduce(filter) { $0.without($1) }.and(.members(axis, MemberSet([member])))
    let places = block.axes.indices.filter { !alike.contains(block.axes[$0]) }
    guard places.count < block.axes.count else {
      return expression(value, where: rows, in: &block)
    }
    var inner = Block(
      axes: places.map { block.axes[$0] }, sources: [], rows: .present, values: [],
      within: block.within.compactMap { places.firstIndex(of: $0) })
    inner.values.append(expression(value, where: rows, in: &inner))
    // Compared with another year, what is there in one of the two has a row.
    let isOnlyTime = places.count == block.axes.count - 1 && axis == .time
    block.inner.append(
      InnerBlock(
        block: inner, places: places,
        yearOfRows: isOnlyTime ? filter.allowed(on: .time).single : nil))
    return .looked(inner: block.inner.count - 1, value: 0)
  }
}

extension CellExpression {
  /// Whether it counts, so that nothing is 0 and not missing.
  package var isCount: Bool {
    if case .count = self { return true }
    return false
  }
}
