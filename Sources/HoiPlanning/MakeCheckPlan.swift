import HoiCatalog
import HoiSemantics

/// A plan for `check`: every target over every year, so that a straight line and breached years can
/// be told from the same leaves.
package func makePlan(_ question: CheckQuestion, in catalog: Catalog) -> CheckPlan {
  var planner = Planner(catalog: catalog)
  let targets = question.targets.map { checked in
    planner.target(
      checked.id, where: catalog[checked.id].scope.narrowed(by: question.filter), by: checked.axes)
  }
  let blends = catalog.blends(of: question.targets).map { members in
    PlannedBlend(
      parts: members.map { checked in
        planner.target(
          checked.id, where: catalog[checked.id].scope.narrowed(by: question.filter),
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
