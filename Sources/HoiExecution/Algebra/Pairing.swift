import HoiAnswer
import HoiPlanning

/// Leaves of several readings as one source: what one of them lacks does not enter from the others.
///
/// - Parameter keyCount: how many keys the block has; the leaves may have more behind them.
func pair(
  _ pairing: Pairing, keyCount: Int, leaves: [Leaf], results: [LeafResult]
) throws(LeafFailure) -> SourceCells {
  let sides = pairing.sides
  let parts = sides.map { results[$0.leaf] }
  let keys = parts.map { GroupKeys(columns: $0.keys, count: $0.groupCount) }
  let union = unite(keys, keyCount: keyCount)
  let leafKeyCount = keys[0].columns.count
  let cells = leafKeyCount == keyCount ? union : unite(keys, keyCount: leafKeyCount)
  let rowOfGroup = sides.indices.map { union.rows(ofSource: $0) }
  let cellOfGroup = sides.indices.map { cells.rows(ofSource: $0) }
  let enters = try enteringCells(
    pairing, parts, cells, cellOfGroup,
    attendance: pairing.attendance.map { (own) throws(LeafFailure) in
      try AttendanceCells(own, results: results)
    })
  // A row with a cell that enters has its sums, if only of nothing: absent cells inside a report are
  // zeros, not gaps.
  var isReported = Array(repeating: false, count: union.rowCount)
  for side in parts.indices {
    for group in 0..<parts[side].groupCount where enters[Int(cellOfGroup[side][group])] {
      isReported[Int(rowOfGroup[side][group])] = true
    }
  }
  var columns: [[AggregateColumn]] = []
  for side in parts.indices {
    let entersSide = cellOfGroup[side].map { enters[Int($0)] }
    var sideColumns: [AggregateColumn] = []
    for (place, aggregate) in leaves[sides[side].leaf].aggregates.enumerated() {
      sideColumns.append(
        try regroup(
          parts[side].columns[place], aggregate, rowOfGroup: rowOfGroup[side],
          enters: entersSide, isReported: isReported))
    }
    columns.append(sideColumns)
  }
  return SourceCells(
    keys: GroupKeys(columns: union.keys, count: union.rowCount), columns: columns)
}

/// Which cells enter: those that have a value on every side, or nothing in a report that came. A
/// cell is a row of the block, a year, and the member that owes the report.
private func enteringCells(
  _ pairing: Pairing, _ parts: [LeafResult], _ cells: GroupUnion, _ cellOfGroup: [[Int32]],
  attendance: AttendanceCells?
) -> [Bool] {
  let sides = pairing.sides
  let empty = Array(repeating: CellPresence.absent, count: cells.rowCount)
  var presence = sides.map { _ in empty }
  for side in sides.indices {
    let rows = parts[side].columns[sides[side].entered].rows
    for group in rows.indices {
      presence[side][Int(cellOfGroup[side][group])] = rows[group] > 0 ? .entered : .blank
    }
  }
  return (0..<cells.rowCount).map { cell in
    sides.indices.allSatisfy { side in
      switch presence[side][cell] {
      case .entered: return true
      case .blank: return false
      case .absent:
        if let attendance {
          return attendance.hasReported(side) { cells.keys[pairing.attendancePlaces[$0]][cell] }
        }
        return sides[side].isRegister
          || sides.indices.contains {
            sides[$0].family == sides[side].family && presence[$0][cell] == .entered
          }
      }
    }
  }
}

/// What a side has of a cell: no row, rows that lack a value, or rows with every value.
private enum CellPresence {
  case absent, blank, entered
}

/// Somebody who owes a report for a year.
struct ReportingCell: Hashable {
  var year: Int32
  var member: Int32
}

private func regroup(
  _ column: AggregateColumn, _ aggregate: Aggregate, rowOfGroup: [Int32], enters: [Bool],
  isReported: [Bool]
) throws(LeafFailure) -> AggregateColumn {
  var values = Array(repeating: Int128(0), count: isReported.count)
  var rows = Array(repeating: Int64(0), count: isReported.count)
  for group in rowOfGroup.indices where enters[group] && column.rows[group] > 0 {
    let row = Int(rowOfGroup[group])
    guard isReported[row] else { continue }
    let value = column.values[group]
    switch aggregate {
    case .sum, .count, .distinct:
      let (sum, overflow) = values[row].addingReportingOverflow(value)
      if overflow { throw .overflow }
      values[row] = sum
    case .minimum: values[row] = rows[row] == 0 ? value : min(values[row], value)
    case .maximum: values[row] = rows[row] == 0 ? value : max(values[row], value)
    }
    rows[row] += column.rows[group]
  }
  switch aggregate {
  case .sum, .count, .distinct:
    for row in rows.indices where isReported[row] && rows[row] == 0 { rows[row] = 1 }
  case .minimum, .maximum: break
  }
  return AggregateColumn(values: IntegerColumn(narrowing: values), rows: rows)
}
