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
  let enters = enteringGroups(sides, memberAxis: memberAxis, timeAxis: timeAxis, results: results)
  let union = unite(
    parts.map { GroupKeys(columns: $0.keys, count: $0.groupCount) }, keyCount: keyCount)
  // A group in which a reporting member stands has its sums, if only of nothing: absent cells inside
  // a report are zeros, not gaps.
  var isReported = Array(repeating: false, count: union.rowCount)
  for side in parts.indices {
    for group in 0..<parts[side].groupCount where enters[side][group] {
      isReported[Int(union.rowOfGroup[side][group])] = true
    }
  }
  if memberAxis == nil {
    for side in parts.indices {
      var hasEntered = Array(repeating: false, count: union.rowCount)
      for group in 0..<parts[side].groupCount where enters[side][group] {
        hasEntered[Int(union.rowOfGroup[side][group])] = true
      }
      for row in isReported.indices where !hasEntered[row] { isReported[row] = false }
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

/// Which groups of each side belong to a member and year that reported to every side.
private func enteringGroups(
  _ sides: [PairedSide], memberAxis: Int?, timeAxis: Int?, results: [LeafResult]
) -> [[Bool]] {
  let parts = sides.map { results[$0.leaf] }
  guard let memberAxis else {
    return zip(sides, parts).map { side, part in
      part.columns[side.entered].rows.map { $0 > 0 }
    }
  }
  func cell(_ part: LeafResult, _ group: Int) -> ReportingCell {
    ReportingCell(
      year: timeAxis.map { part.keys[$0][group] } ?? 0, member: part.keys[memberAxis][group])
  }
  var reportedTo: [ReportingCell: Int] = [:]
  for (side, part) in parts.enumerated() {
    var seen: Set<ReportingCell> = []
    for group in 0..<part.groupCount where part.columns[sides[side].entered].rows[group] > 0 {
      seen.insert(cell(part, group))
    }
    for member in seen { reportedTo[member, default: 0] += 1 }
  }
  return parts.map { part in
    (0..<part.groupCount).map { reportedTo[cell(part, $0)] == parts.count }
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
