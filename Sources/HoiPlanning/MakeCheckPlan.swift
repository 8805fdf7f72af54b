import HoiCatalog
import HoiSemantics

/// A plan for `check`: every target over every year, so that a straight line and breached years can
/// be told from the same leaves.
package func makePlan(_ question: CheckQuestion, in catalog: Catalog) -> CheckPlan {
  var planner = Planner(catalog: catalog)
  let targets = question.targets.map { id in
    planner.target(id, where: catalog[id].scope.and(question.filter), by: question.axes)
  }
  return CheckPlan(leaves: planner.pool.leaves, targets: targets)
}

extension Planner {
  fileprivate mutating func target(
    _ id: TargetID, where filter: Predicate, by axes: [Axis]
  ) -> PlannedTarget {
    let formula = catalog[catalog[id].indicator].formula
    let axes = [.time] + axes
    var block = Block(axes: axes, sources: [], rows: .present, values: [])
    block.values.append(expression(formula, where: filter, in: &block))
    var hasDenominator = false
    if let sides = formula.sides, let reading = sides.denominator.readings.first,
      sides.denominator.readings.count == 1
    {
      hasDenominator = true
      let known = catalog.columns(of: sides.denominator, in: reading)
      let leaf = leaf(
        reading, of: sides.denominator, where: filter, by: block.axes, years: formula)
      block.values += [
        side(sides.numerator, of: formula, where: filter, in: &block),
        side(sides.denominator, of: formula, where: filter, in: &block),
        side(sides.denominator, of: sides.denominator, where: filter, in: &block),
        count(requires: [], in: leaf, of: &block),
        count(requires: known, in: leaf, of: &block),
      ]
    }
    return PlannedTarget(
      target: id, block: block, hasDenominator: hasDenominator,
      ledgers: ledgers(formula, where: filter, by: axes), filter: filter)
  }
}
