import HoiAnswer
import HoiCatalog
import HoiPlanning

/// The rows that a condition on results keeps, and how many it passed over for want of a value.
func rows(
  of block: BlockCells, having condition: PlannedCondition
) -> (kept: [Int32], passedOver: Int) {
  var kept: [Int32] = []
  var passedOver = 0
  for row in 0..<block.rowCount {
    if holds(condition, row, block) {
      kept.append(Int32(row))
    } else if lacksValue(condition, row, block) {
      passedOver += 1
    }
  }
  return (kept, passedOver)
}

private func holds(_ condition: PlannedCondition, _ row: Int, _ block: BlockCells) -> Bool {
  switch condition {
  case .compare(let ordering, let left, let right):
    guard let first = block.values[left][row], let second = block.values[right][row] else {
      return false
    }
    return ordering.holds(first, second)
  case .missing(let value, let wanted):
    return (block.values[value].state(row) == .missing) == wanted
  case .member(let axis, let set):
    return set.contains(block.keys[axis][row])
  case .all(let terms):
    return terms.allSatisfy { holds($0, row, block) }
  case .any(let terms):
    return terms.contains { holds($0, row, block) }
  }
}

/// Whether a comparison in the condition had nothing to compare in this row.
private func lacksValue(_ condition: PlannedCondition, _ row: Int, _ block: BlockCells) -> Bool {
  switch condition {
  case .compare(_, let left, let right):
    return block.values[left].state(row) != .value || block.values[right].state(row) != .value
  case .missing, .member:
    return false
  case .all(let terms), .any(let terms):
    return terms.contains { lacksValue($0, row, block) }
  }
}
