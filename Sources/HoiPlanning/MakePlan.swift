import HoiCatalog
import HoiSemantics

/// A plan for `show`.
package func makePlan(_ question: ShowQuestion, in catalog: Catalog) -> Plan {
  var planner = Planner(catalog: catalog)
  var main = Block(
    axes: question.axes, sources: [], rows: frame(of: question, in: catalog), values: [])
  for item in question.items {
    // Not shared with an equal item before it: values and items stand at the same places.
    let value = planner.expression(item.value, where: question.filter, in: &main)
    main.values.append(value)
  }
  let having = question.having.map {
    planner.condition($0, where: question.filter, in: &main)
  }
  let sort = question.sort.map { planner.key($0, where: question.filter, in: &main) }

  var total: Block?
  if question.hasTotal {
    var block = Block(
      axes: Array(question.axes.prefix(question.splitCount)), sources: [], rows: .present,
      values: [])
    for item in question.items {
      block.values.append(planner.expression(item.value, where: question.filter, in: &block))
    }
    total = block
  }

  var ledgers: [Ledger] = []
  let ledgersOfItem = question.items.map { item in
    item.value.formulas.flatMap { formula in
      planner.ledgers(formula, where: question.filter, by: question.axes).map { ledger in
        if let known = ledgers.firstIndex(where: { $0.isSame(as: ledger) }) { return known }
        ledgers.append(ledger)
        return ledgers.count - 1
      }
    }
  }
  return Plan(
    leaves: planner.pool.leaves, main: main, total: total, ledgers: ledgers,
    ledgersOfItem: ledgersOfItem, having: having, sort: sort)
}

/// With one `by` dimension of a table that owes reports by it, every listed member has a row.
private func frame(of question: ShowQuestion, in catalog: Catalog) -> Block.Frame {
  guard question.axes.count == question.splitCount + 1,
    case .dimension(let id)? = question.axes.last,
    question.tables.contains(where: { catalog[$0].reportsBy == id })
  else { return .present }
  return .listed(catalog.members(of: id, within: question.filter))
}

extension Planner {
  fileprivate mutating func condition(
    _ condition: ResultCondition, where filter: Predicate, in block: inout Block
  ) -> PlannedCondition {
    switch condition {
    case .compare(let ordering, let left, let right):
      let left = place(left, where: filter, in: &block)
      return .compare(ordering, left, place(right, where: filter, in: &block))
    case .missing(let value, let wanted):
      return .missing(place(value, where: filter, in: &block), wanted)
    case .member(let axis, let set):
      return .member(axis: axis, set)
    case .all(let terms):
      return .all(terms.map { self.condition($0, where: filter, in: &block) })
    case .any(let terms):
      return .any(terms.map { self.condition($0, where: filter, in: &block) })
    }
  }

  fileprivate mutating func key(
    _ key: ResultKey, where filter: Predicate, in block: inout Block
  ) -> PlannedKey {
    switch key.key {
    case .axis(let axis): .axis(axis, isDescending: key.isDescending)
    case .value(let value):
      .value(place(value, where: filter, in: &block), isDescending: key.isDescending)
    }
  }

  private mutating func place(
    _ value: Value, where filter: Predicate, in block: inout Block
  ) -> Int {
    let expression = expression(value, where: filter, in: &block)
    return block.place(of: expression)
  }
}
