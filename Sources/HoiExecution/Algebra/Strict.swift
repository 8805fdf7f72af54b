import HoiAnswer
import HoiPlanning

/// Which rows of each value stand on a report that did not come: `strict` makes them missing.
///
/// Values that are no items stand on everything that the items stand on.
func rowsLackingReports(
  _ keys: GroupKeys, of block: Block, leaves: [Leaf], results: [LeafResult]
) throws(LeafFailure) -> [[Bool]] {
  var lacking: [[Bool]] = []
  for rosters in block.standsOn {
    var rows = Array(repeating: false, count: keys.count)
    for roster in rosters {
      try mark(&rows, roster, keys: keys.columns, leaves: leaves, results: results)
    }
    lacking.append(rows)
  }
  let any = (0..<keys.count).map { row in lacking.contains { $0[row] } }
  let others = block.values.count - lacking.count
  return lacking + Array(repeating: any, count: others)
}

private func mark(
  _ rows: inout [Bool], _ own: RowRoster, keys: [[Int32]], leaves: [Leaf], results: [LeafResult]
) throws(LeafFailure) {
  let groups = combinations(of: keys, at: own.places, rowCount: rows.count)
  let counts = try RosterCounts(
    own.roster, keys: groups.columns, rowCount: groups.count, leaves: leaves, results: results)
  let places = rowsLookedUp(own.places, of: keys, rowCount: rows.count, in: groups)
  for row in rows.indices {
    let group = Int(places[row])
    if counts.reported[group] < counts.expected[group] { rows[row] = true }
  }
}

extension NumberColumn {
  /// The column with nothing in some rows.
  func lacking(_ rows: [Bool]) -> NumberColumn {
    guard rows.contains(true) else { return self }
    var column = self
    if column.states.isEmpty { column.states = Array(repeating: .value, count: count) }
    for row in rows.indices where rows[row] { column.states[row] = .missing }
    return column
  }
}
