import HoiAnswer
import HoiCatalog
import HoiPlanning

/// The rows that a condition on results keeps, and how many it passed over for want of a value.
func rows(
  of block: BlockCells, having condition: PlannedCondition
) -> (kept: [Int32], passedOver: Int) {
  let found = truth(of: condition, block)
  var kept: [Int32] = []
  var passedOver = 0
  for row in 0..<block.rowCount {
    if found.holds[row] {
      kept.append(Int32(row))
    } else if found.lacks[row] {
      passedOver += 1
    }
  }
  return (kept, passedOver)
}

/// By row: whether a condition holds, and whether a comparison in it had nothing to compare.
private struct Truth {
  var holds: [Bool]
  var lacks: [Bool]
}

/// One term after the other for all rows, so that what a term is is asked once and not in every row.
private func truth(of condition: PlannedCondition, _ block: BlockCells) -> Truth {
  let nowhere = Array(repeating: false, count: block.rowCount)
  switch condition {
  case .compare(let ordering, let left, let right):
    let lacks = lackingValue(block.values[left], block.values[right])
    let holds = comparison(block.values[left], block.values[right], ordering, where: lacks)
    return Truth(holds: holds, lacks: lacks)
  case .missing(let value, let wanted):
    let column = block.values[value]
    return Truth(
      holds: (0..<block.rowCount).map { (column.state($0) == .missing) == wanted }, lacks: nowhere)
  case .member(let axis, let set):
    var holds = nowhere
    set.visitPlaces(in: block.keys[axis]) { holds[$0] = true }
    return Truth(holds: holds, lacks: nowhere)
  case .all(let terms):
    return terms.reduce(
      into: Truth(holds: Array(repeating: true, count: block.rowCount), lacks: nowhere)
    ) { all, term in
      let one = truth(of: term, block)
      for row in all.holds.indices {
        all.holds[row] = all.holds[row] && one.holds[row]
        all.lacks[row] = all.lacks[row] || one.lacks[row]
      }
    }
  case .any(let terms):
    return terms.reduce(into: Truth(holds: nowhere, lacks: nowhere)) { any, term in
      let one = truth(of: term, block)
      for row in any.holds.indices {
        any.holds[row] = any.holds[row] || one.holds[row]
        any.lacks[row] = any.lacks[row] || one.lacks[row]
      }
    }
  }
}

private func lackingValue(_ left: NumberColumn, _ right: NumberColumn) -> [Bool] {
  var lacks = Array(repeating: false, count: left.count)
  for states in [left.states, right.states] where !states.isEmpty {
    for row in lacks.indices where states[row] != .value { lacks[row] = true }
  }
  return lacks
}

private func comparison(
  _ left: NumberColumn, _ right: NumberColumn, _ ordering: Predicate.Ordering,
  where lacks: [Bool]
) -> [Bool] {
  guard let left = NarrowFractions(left), let right = NarrowFractions(right) else {
    return lacks.indices.map { row in
      guard let first = left[row], let second = right[row] else { return false }
      return ordering.holds(first, second)
    }
  }
  return lacks.indices.map { row in
    if lacks[row] { return false }
    // Denominators are positive where there is a value, and products of 64 bits fit 128.
    let first = Int128(left.numerators[row]) * Int128(right.denominators[row])
    let second = Int128(right.numerators[row]) * Int128(left.denominators[row])
    return switch ordering {
    case .equal: first == second
    case .notEqual: first != second
    case .less: first < second
    case .lessOrEqual: first <= second
    case .greater: first > second
    case .greaterOrEqual: first >= second
    }
  }
}

/// Fractions of 64 bits.
private struct NarrowFractions {
  let numerators: NarrowIntegers
  let denominators: NarrowIntegers

  init?(_ column: NumberColumn) {
    guard let numerators = NarrowIntegers(column.numerators),
      let denominators = NarrowIntegers(column.denominators)
    else { return nil }
    self.numerators = numerators
    self.denominators = denominators
  }
}

private struct NarrowIntegers {
  /// Empty where all are the same.
  private let values: [Int64]
  private let constant: Int64

  init?(_ column: IntegerColumn) {
    switch column {
    case .constant(let value, _):
      guard let value = Int64(exactly: value) else { return nil }
      (values, constant) = ([], value)
    case .narrow(let values): (self.values, constant) = (values, 0)
    case .wide: return nil
    }
  }

  subscript(row: Int) -> Int64 { values.isEmpty ? constant : values[row] }
}
