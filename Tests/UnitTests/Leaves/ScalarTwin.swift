import HoiColumns
import HoiExecution
import HoiPlanning

/// A leaf's result as plain rows, for comparing.
struct PlainResult: Hashable {
  struct Group: Hashable {
    var members: [Int32]
    var values: [Int128]
    var rows: [Int64]
  }

  var groups: [Group]

  init(groups: [Group]) { self.groups = groups }

  init(_ result: LeafResult) {
    groups = (0..<result.groupCount).map { group in
      Group(
        members: result.keys.map { $0[group] },
        values: result.columns.map { $0.values[group] },
        rows: result.columns.map { $0.rows[group] })
    }
  }
}

/// Answers a leaf one row at a time, in the plainest way there is.
func scalarTwin(_ leaf: Leaf, over table: PlainTable) -> PlainResult {
  var rowsOfGroup: [[Int32]: [Int]] = [:]
  for row in 0..<table.rowCount where holds(leaf.filter, row, table) {
    let members = leaf.grouping.map { key in
      key.memberOfCode[code(table, key.column, row)]
    }
    rowsOfGroup[members, default: []].append(row)
  }
  let order = rowsOfGroup.keys.sorted { left, right in
    for (one, other) in zip(left, right) where one != other {
      return one == -1 ? false : other == -1 ? true : one < other
    }
    return false
  }
  return PlainResult(
    groups: order.map { members in
      let results = leaf.aggregates.map { aggregate($0, rowsOfGroup[members]!, table) }
      return .init(members: members, values: results.map(\.value), rows: results.map(\.rows))
    })
}

private func code(_ table: PlainTable, _ column: Int, _ row: Int) -> Int {
  table.cells[column][row].map { Int($0) } ?? table.keys[column].count
}

private func holds(_ filter: RowFilter, _ row: Int, _ table: PlainTable) -> Bool {
  switch filter {
  case .everything: true
  case .nothing: false
  case .codes(let column, let accepted): accepted[code(table, column, row)]
  case .values(let column, let range): table.cells[column][row].map(range.contains) ?? false
  case .reported(let column, let wanted): (table.cells[column][row] != nil) == wanted
  case .all(let parts): parts.allSatisfy { holds($0, row, table) }
  case .any(let parts): parts.contains { holds($0, row, table) }
  }
}

private func aggregate(
  _ aggregate: Aggregate, _ rows: [Int], _ table: PlainTable
) -> (value: Int128, rows: Int64) {
  func entering(_ columns: [Int]) -> [Int] {
    rows.filter { row in columns.allSatisfy { table.cells[$0][row] != nil } }
  }
  func values(_ column: Int, _ rows: [Int]) -> [Int128] {
    rows.map { Int128(table.cells[column][$0]!) }
  }
  switch aggregate {
  case .sum(let column, let requires):
    let rows = entering(requires + [column])
    return (values(column, rows).reduce(0, +), Int64(rows.count))
  case .count(let requires):
    let rows = entering(requires)
    return (Int128(rows.count), Int64(rows.count))
  case .minimum(let column, let requires):
    let rows = entering(requires + [column])
    return (values(column, rows).min() ?? 0, Int64(rows.count))
  case .maximum(let column, let requires):
    let rows = entering(requires + [column])
    return (values(column, rows).max() ?? 0, Int64(rows.count))
  case .distinct(let column):
    let rows = entering([column])
    return (Int128(Set(values(column, rows)).count), Int64(rows.count))
  }
}
