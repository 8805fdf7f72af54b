import HoiCatalog
import HoiSemantics

/// A plan for `pace`.
package func makePlan(_ question: PaceQuestion, in catalog: Catalog) -> PacePlan {
  var planner = Planner(catalog: catalog)
  let id = question.target.id
  let target = planner.target(
    id, where: catalog[id].scope.narrowed(by: question.filter), by: question.target.axes)
  return PacePlan(leaves: planner.pool.leaves, target: target)
}

/// A plan for `project`.
package func makePlan(_ question: ProjectQuestion, in catalog: Catalog) -> SeriesPlan {
  var planner = Planner(catalog: catalog)
  let series = planner.series(
    question.value.formula, isPart: question.value.isPart, where: question.filter,
    by: question.axes)
  return SeriesPlan(leaves: planner.pool.leaves, series: series)
}

extension Planner {
  /// What a verdict needs to know of a target, by year and then by some axes.
  mutating func target(
    _ id: TargetID, where filter: Predicate, by axes: [Axis]
  ) -> PlannedTarget {
    let indicator = catalog[catalog[id].indicator]
    return PlannedTarget(
      target: id,
      series: series(indicator.formula, isPart: indicator.isPart, where: filter, by: axes))
  }

  /// A formula by year and then by some axes.
  mutating func series(
    _ formula: Formula, isPart: Bool, where filter: Predicate, by axes: [Axis]
  ) -> PlannedSeries {
    let others = shownYears
    shownYears = catalog.years(shownBy: formula)
    defer { shownYears = others }
    let axes = [.time] + axes
    var block = Block(axes: axes, sources: [], rows: .present, values: [])
    block.values.append(expression(formula, where: filter, in: &block))
    var hasDenominator = false
    if let sides = formula.sides {
      block.values += [
        side(sides.numerator, of: formula, where: filter, in: &block),
        side(sides.denominator, of: formula, where: filter, in: &block),
      ]
      if let reading = sides.denominator.readings.first, sides.denominator.readings.count == 1 {
        hasDenominator = true
        let known = catalog.columns(of: sides.denominator, in: reading)
        let leaf = leaf(
          reading, of: sides.denominator, where: filter, by: block.axes)
        block.values += [
          side(sides.denominator, of: sides.denominator, where: filter, in: &block),
          count(requires: [], in: leaf, of: &block),
          count(requires: known, in: leaf, of: &block),
        ]
      }
    }
    return PlannedSeries(
      formula: formula, isPart: isPart, block: block, hasDenominator: hasDenominator,
      ledgers: ledgersApart(formula, where: filter, by: axes), filter: filter)
  }

  /// Who owes reports, for each member apart: whoever handed in the estimate has not handed in the
  /// accounts.
  private mutating func ledgersApart(
    _ formula: Formula, where filter: Predicate, by axes: [Axis]
  ) -> [Ledger] {
    catalog.apartRounds(axes, in: formula.tables, where: filter).flatMap { round in
      ledgers(
        formula, where: round.reduce(filter) { $0.and($1.condition) }, by: axes
      ).map { stated in
        var ledger = stated
        ledger.apart = round
        return ledger
      }
    }
  }
}
