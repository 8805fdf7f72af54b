import HoiAnswer
import HoiPlanning

/// Leaves of several tables as one source: what one of them lacks does not enter from the others.
///
/// - Parameters:
///   - sides: the leaves, each grouped by the block's axes and then by the member that owes reports.
///   - memberAxis: the place of that member among the keys; nil where the tables share none.
///   - keyCount: how many keys the block has.
func pair(
  _ sides: [PairedSide], memberAxis: Int?, timeAxis: Int?, keyCount: Int, leaves: [Leaf],
  results: [LeafResult]
) throws(LeafFailure) -> SourceCells {
  let parts = sides.map { results[$0.leaf] }
  let union = unite(
    parts.map { GroupKeys(columns: $0.keys, count: $0.groupCount) }, keyCount: keyCount)
  let enters = enteringGroups(
    sides, parts, memberAxis: memberAxis, timeAxis: timeAxis, rowOfGroup: union.rowOfGroup)
  // A group in which a reporting member stands has its sums, if only of nothing: absent cells inside
  // a report are zeros, not gaps.
  var isReported = Array(repeating: false, count: union.rowCount)
  for side in parts.indices {
    for group in 0..<parts[side].groupCount where enters[side][group] {
      isReported[Int(union.rowOfGroup[side][group])] = true
    }
  }
  var columns: [[AggregateColumn]] = []
  for side in parts.indices {
    var sideColumns: [AggregateColumn] = []
    for (place, aggregate) in leaves[sides[side].leaf].aggregates.enumerated() {
      sideColumns.append(
        try regroup(
          parts[side].columns[place], aggregate, rowOfGroup: union.rowOfGroup[side],
          enters: enters[side], isReported: isReported))
    }
    columns.append(sideColumns)
  }
  return SourceCells(
    keys: GroupKeys(columns: union.keys, count: union.rowCount), columns: columns)
}

/// Which groups of each side belong to a member and year that reported to every side; where no
/// member owes the reports, each row of the block stands for itself.
///
/// A side without any row where one of its family has reported is nothing of a report that came.
private func enteringGroups(
  _ sides: [PairedSide], _ parts: [LeafResult], memberAxis: Int?, timeAxis: Int?,
  rowOfGroup: [[Int32]]
) -> [[Bool]] {
  func cell(_ side: Int, _ group: Int) -> ReportingCell {
    guard let memberAxis else { return ReportingCell(year: 0, member: rowOfGroup[side][group]) }
    return ReportingCell(
      year: timeAxis.map { parts[side].keys[$0][group] } ?? 0,
      member: parts[side].keys[memberAxis][group])
  }
  var present = sides.map { _ in Set<ReportingCell>() }
  var entered = present
  for side in sides.indices {
    for group in 0..<parts[side].groupCount {
      let cell = cell(side, group)
      present[side].insert(cell)
      if parts[side].columns[sides[side].entered].rows[group] > 0 { entered[side].insert(cell) }
    }
  }
  func hasReported(_ cell: ReportingCell) -> Bool {
    sides.indices.allSatisfy { side in
      entered[side].contains(cell)
        || !present[side].contains(cell)
          && sides.indices.contains {
            sides[$0].family == sides[side].family && entered[$0].contains(cell)
          }
    }
  }
  let reported = entered.reduce(into: Set()) { $0.formUnion($1) }.filter(hasReported)
  return sides.indices.map { side in
    (0..<parts[side].groupCount).map { reported.contains(cell(side, $0)) }
  }
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
