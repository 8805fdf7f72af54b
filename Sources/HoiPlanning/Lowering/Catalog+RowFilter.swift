import HoiCatalog
import HoiColumns
import HoiNumbers

/// Predicates become tests of codes and of stored integers: answered once for each entry of a
/// dictionary, so that rows are only looked up.
extension Catalog {
  package func rowFilter(_ predicate: Predicate, over table: TableID) -> RowFilter {
    switch predicate {
    case .always: return .everything
    case .never: return .nothing
    case .members(let axis, let set):
      let key = groupKey(axis, over: table)
      var accepted = Bitmap(count: key.memberOfCode.count)
      set.visitPlaces(in: key.memberOfCode) { accepted[$0] = true }
      let population = accepted.population
      if population == 0 { return .nothing }
      if population == accepted.count { return .everything }
      return .codes(column: key.column, accepted: accepted)
    case .value(let id, let ordering, let bound):
      let measure = self[id]
      return valueFilter(ordering, bound, column: measure.column, scale: measure.scale)
    case .reported(let id, let wanted):
      return .reported(column: self[id].column, wanted)
    case .all(let terms):
      return conjunction(terms.map { rowFilter($0, over: table) })
    case .any(let terms):
      return disjunction(terms.map { rowFilter($0, over: table) })
    }
  }

  /// The member that each code of an axis's column stands for, and the code past the end.
  ///
  /// - Parameter asReported: rows of a member that merged count for itself, also in a restated
  ///   catalogue: who owed a report is asked of those who were there.
  package func groupKey(_ axis: Axis, over id: TableID, asReported: Bool = false) -> GroupKey {
    let table = self[id]
    switch axis {
    case .time:
      return GroupKey(column: table.timeColumn, memberOfCode: table.years + [-1])
    case .dimension(let dimension):
      let used = usedDimension(dimension, by: table)
      let members =
        asReported || !isRestated
        ? used.memberOfCode : used.memberOfCode.map { current($0, of: dimension) }
      return GroupKey(column: used.column, memberOfCode: members + [-1])
    case .attribute(let dimension, let index):
      let attribute = self[dimension].attributes[index]
      // What a member was in the year of a row stands in the row; it stays so when restated.
      if let column = table.column(of: axis) {
        return GroupKey(column: column, memberOfCode: Array(0..<Int32(attribute.keys.count)) + [-1])
      }
      let used = usedDimension(dimension, by: table)
      return GroupKey(
        column: used.column,
        memberOfCode: used.memberOfCode.map {
          attribute.value(of: current($0, of: dimension), in: nil)
        } + [-1])
    }
  }

  private func usedDimension(_ id: DimensionID, by table: Table) -> TableDimension {
    guard let used = table.dimension(id) else {
      preconditionFailure("meaning has refused an axis that a table lacks")
    }
    return used
  }
}

private func conjunction(_ filters: [RowFilter]) -> RowFilter {
  if filters.contains(.nothing) { return .nothing }
  let kept = filters.filter { $0 != .everything }
  return kept.isEmpty ? .everything : (kept.count == 1 ? kept[0] : .all(kept))
}

private func disjunction(_ filters: [RowFilter]) -> RowFilter {
  if filters.contains(.everything) { return .everything }
  let kept = filters.filter { $0 != .nothing }
  return kept.isEmpty ? .nothing : (kept.count == 1 ? kept[0] : .any(kept))
}

/// A comparison with a fraction as bounds on the stored whole numbers.
private func valueFilter(
  _ ordering: Predicate.Ordering, _ bound: Fraction, column: Int, scale: Int
) -> RowFilter {
  guard let scaled = Fraction.multiplying(bound, Fraction(powerOfTen(scale))) else {
    return extremeFilter(ordering, isPositive: !bound.isNegative, column: column)
  }
  let (quotient, remainder) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
  let floor = remainder < 0 ? quotient - 1 : quotient
  let isWhole = remainder == 0
  switch ordering {
  case .equal:
    return isWhole ? values(column, floor, floor) : .nothing
  case .notEqual:
    guard isWhole else { return .reported(column: column, true) }
    return disjunction([
      values(column, Int128.min, floor - 1), values(column, floor + 1, Int128.max),
    ])
  case .less: return values(column, Int128.min, isWhole ? floor - 1 : floor)
  case .lessOrEqual: return values(column, Int128.min, floor)
  case .greater: return values(column, floor + 1, Int128.max)
  case .greaterOrEqual: return values(column, isWhole ? floor : floor + 1, Int128.max)
  }
}

private func values(_ column: Int, _ low: Int128, _ high: Int128) -> RowFilter {
  let low = max(low, Int128(Int64.min))
  let high = min(high, Int128(Int64.max))
  return low <= high ? .values(column: column, Int64(low)...Int64(high)) : .nothing
}

/// Against a bound that no stored number can reach.
private func extremeFilter(
  _ ordering: Predicate.Ordering, isPositive: Bool, column: Int
) -> RowFilter {
  let holds =
    switch ordering {
    case .equal: false
    case .notEqual: true
    case .less, .lessOrEqual: isPositive
    case .greater, .greaterOrEqual: !isPositive
    }
  return holds ? .reported(column: column, true) : .nothing
}
