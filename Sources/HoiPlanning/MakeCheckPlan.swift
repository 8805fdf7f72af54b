import HoiCatalog
import HoiSemantics

/// A plan for `check`: every target over every year, so that a straight line and breached years can
/// be told from the same leaves.
package func makePlan(_ question: CheckQuestion, in catalog: Catalog) -> CheckPlan {
  var planner = Planner(catalog: catalog)
  let targets = question.targets.map { checked in
    planner.target(
      checked.id, where: catalog[checked.id].scope.and(question.filter), by: checked.axes)
  }
  let blends = catalog.blends(of: question.targets).map { members in
    PlannedBlend(
      parts: members.map { checked in
        planner.target(
          checked.id, where: catalog[checked.id].scope.and(question.filter),
          by: Array(checked.axes.prefix(checked.splitCount)))
      }, isNarrower: members.contains(where: \.isNarrower))
  }
  return CheckPlan(leaves: planner.pool.leaves, targets: targets, blends: blends)
}

extension Catalog {
  /// Targets of a question that share a threshold: two or more of one blend, in the order of the
  /// model.
  fileprivate func blends(of targets: [CheckedTarget]) -> [[CheckedTarget]] {
    var names: [String] = []
    for target in targets {
      if let name = self[target.id].blend, !names.contains(name) { names.append(name) }
    }
    return names.map { name in targets.filter { self[$0.id].blend == name } }
      .filter { $0.count > 1 }
  }
}

extension Planner {
  /// What a verdict needs to know of a target, by year and then by some axes.
  mutating func target(
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
