import HoiAnswer
import HoiPlanning
import HoiSemantics

/// For each row of a block, how many owed a report and how many sent it.
struct RosterCounts {
  private(set) var expected: [Int64]
  private(set) var reported: [Int64]

  init(
    _ roster: Roster, keys: [[Int32]], rowCount: Int, leaves: [Leaf], results: [LeafResult]
  ) throws(LeafFailure) {
    let cells = try LedgerCells(roster.ledger, leaves: leaves, results: results)
    let union = unite(
      [
        GroupKeys(columns: keys, count: rowCount),
        GroupKeys(columns: cells.block.keys, count: cells.block.rowCount),
      ], keyCount: keys.count)
    // A row of the ledger that no row of the block stands for says nothing of it.
    var rowOfUnion = Array(repeating: -1, count: union.rowCount)
    for (row, united) in union.rows(ofSource: 0).enumerated() { rowOfUnion[Int(united)] = row }
    let rows = union.rows(ofSource: 1).map { rowOfUnion[Int($0)] }
    expected = Array(repeating: 0, count: rowCount)
    reported = expected
    guard let memberPlace = roster.memberPlace, let owing = roster.owing,
      let attendance = cells.attendance
    else {
      addRows(of: cells, rows)
      return
    }
    let owed = OwingCounts(
      owing, attendance, side: cells.denominatorPlace, apartPlaces: roster.apartPlaces, keys: keys,
      rowCount: rowCount)
    expected = owed.expected
    // Those who have reported, but nothing that is asked for.
    var withoutRow = owed.attended
    for (place, row) in rows.enumerated() where row >= 0 {
      let year = roster.yearPlace.map { cells.block.keys[$0][place] }
      let member = cells.block.keys[memberPlace][place]
      guard owes(owing, member, in: year) else { continue }
      if cells.hasAttended(place) { withoutRow[row] -= 1 }
      if cells.isNothing(place) {
        expected[row] -= 1
      } else if cells.hasEntered(place) {
        reported[row] += 1
      }
    }
    for row in 0..<rowCount {
      if cells.ledger.hasDenominator {
        expected[row] -= withoutRow[row]
      } else {
        reported[row] += withoutRow[row]
      }
    }
  }

  private mutating func addRows(of cells: LedgerCells, _ rows: [Int]) {
    for (place, row) in rows.enumerated() where row >= 0 {
      expected[row] += Int64(cells.rowsPresent(place))
      reported[row] += Int64(cells.rowsEntered(place))
    }
  }

  private func owes(_ owing: Owing, _ member: Int32, in year: Int32?) -> Bool {
    // Members ascend.
    let owing = owing.members(in: year)
    var low = 0
    var high = owing.count
    while low < high {
      let middle = (low + high) / 2
      if owing[middle] < member { low = middle + 1 } else { high = middle }
    }
    return low < owing.count && owing[low] == member
  }
}

/// What the reports of some rosters come to, row by row.
func reports(
  _ kind: Value.Reports, _ rosters: [RosterCounts], rowCount: Int
) -> NumberColumn {
  var expected = Array(repeating: Int64(0), count: rowCount)
  var reported = expected
  for roster in rosters {
    for row in 0..<rowCount {
      expected[row] += roster.expected[row]
      reported[row] += roster.reported[row]
    }
  }
  switch kind {
  case .coverage:
    let states = expected.map { $0 > 0 ? CellState.value : .notApplicable }
    return NumberColumn(
      numerators: .narrow(reported), denominators: .narrow(expected.map { max($0, 1) }),
      states: states.contains(.notApplicable) ? states : [])
  case .missing:
    return NumberColumn(
      numerators: .narrow(zip(expected, reported).map { $0 - $1 }),
      denominators: .constant(1, count: rowCount))
  }
}
