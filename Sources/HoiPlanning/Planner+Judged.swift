import HoiCatalog
import HoiNumbers
import HoiSemantics

extension Planner {
  /// What a target says, in the rows that it is about.
  mutating func judged(
    _ id: TargetID, _ part: Value.Judged, _ formula: Formula, where filter: Predicate,
    in block: inout Block
  ) -> CellExpression {
    let target = catalog[id]
    let rows = filter.and(target.scope)
    let said: CellExpression
    switch part {
    case .goal:
      said = .literal(target.goal)
    case .gap:
      let value = expression(formula, where: rows, in: &block)
      said =
        target.wantsLess
        ? .arithmetic(.subtract, value, .literal(target.goal))
        : .arithmetic(.subtract, .literal(target.goal), value)
    case .verdict:
      let places = block.axes.indices.filter { block.axes[$0] != .time }
      block.judged.append(
        JudgedTarget(
          planned: self.target(
            id, where: rows.without(.time), by: places.map { block.axes[$0] }),
          places: places, timePlace: block.axes.firstIndex(of: .time),
          year: filter.allowed(on: .time).single))
      said = .verdict(block.judged.count - 1)
    }
    return inScope(of: target, said, in: block)
  }

  /// Not applicable in rows whose members stand outside the scope.
  private func inScope(
    of target: Target, _ expression: CellExpression, in block: Block
  ) -> CellExpression {
    var limited = expression
    for (place, axis) in block.axes.enumerated() {
      guard case .dimension(let id) = axis else {
        let allowed = target.scope.allowed(on: axis)
        if allowed != .everything {
          limited = .among(allowed, place: place, isGap: false, limited)
        }
        continue
      }
      guard !target.scope.axes.isDisjoint(with: catalog.axesAlike(axis)) else { continue }
      let members = (-1..<Int32(catalog[id].count)).filter { member in
        target.scope.couldHold { catalog.value(of: $0, for: member, of: id, in: nil) }
      }
      limited = .among(MemberSet(members), place: place, isGap: false, limited)
    }
    return limited
  }
}

extension Target {
  /// The number that must be reached; of a range the lower end.
  fileprivate var goal: Fraction {
    switch threshold {
    case .comparison(_, let bound): bound
    case .range(let low, _): low
    case nil: preconditionFailure("meaning has refused a promise without a number")
    }
  }

  fileprivate var wantsLess: Bool {
    switch threshold {
    case .comparison(.less, _), .comparison(.lessOrEqual, _): true
    case .comparison(.equal, _), .comparison(.notEqual, _), .comparison(.greater, _),
      .comparison(.greaterOrEqual, _), .range, nil:
      false
    }
  }
}
