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
  let cells = ReportingNumbers(
    parts, memberAxis: memberAxis, timeAxis: timeAxis, rowOfGroup: rowOfGroup)
  let nobody = Array(repeating: false, count: cells.count)
  var present = sides.map { _ in nobody }
  var entered = present
  for side in sides.indices {
    let rows = parts[side].columns[sides[side].entered].rows
    for group in rows.indices {
      let cell = cells.ofGroup[side][group]
      present[side][cell] = true
      if rows[group] > 0 { entered[side][cell] = true }
    }
  }
  var hasReported = nobody
  for cell in hasReported.indices {
    hasReported[cell] =
      entered.contains { $0[cell] }
      && sides.indices.allSatisfy { side in
        entered[side][cell]
          || !present[side][cell]
            && (sides[side].isRegister
              || sides.indices.contains {
                sides[$0].family == sides[side].family && entered[$0][cell]
              })
      }
  }
  return cells.ofGroup.map { groups in groups.map { hasReported[$0] } }
}

/// One number for each member and year that any side has a group of.
private struct ReportingNumbers {
  private(set) var ofGroup: [[Int]]
  private(set) var count: Int

  init(
    _ parts: [LeafResult], memberAxis: Int?, timeAxis: Int?, rowOfGroup: [[Int32]]
  ) {
    guard let memberAxis else {
      ofGroup = rowOfGroup.map { $0.map { Int($0) } }
      count = (ofGroup.lazy.flatMap { $0 }.max() ?? -1) + 1
      return
    }
    // Years are few and members are numbered from 0, so the two together need no look-up.
    let years = timeAxis.map { axis in
      Set(parts.flatMap { $0.keys[axis] }).sorted()
    }
    let memberCount = (parts.lazy.flatMap { $0.keys[memberAxis] }.max() ?? -1) + 2
    var placeOfYear: [Int32: Int] = [:]
    for (place, year) in (years ?? []).enumerated() { placeOfYear[year] = place }
    count = Int(memberCount) * max(1, years?.count ?? 1)
    ofGroup = parts.map { part in
      var last: (year: Int32, place: Int) = (.min, 0)
      return (0..<part.groupCount).map { group in
        if let timeAxis, part.keys[timeAxis][group] != last.year {
          let year = part.keys[timeAxis][group]
          last = (year, placeOfYear[year]!)
        }
        return last.place * Int(memberCount) + Int(part.keys[memberAxis][group]) + 1
      }
    }
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
