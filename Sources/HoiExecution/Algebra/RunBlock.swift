import HoiAnswer
import HoiPlanning

/// The cells of a block: a row per combination of its axes, a column per value.
struct BlockCells {
  /// One column of members per axis.
  var keys: [[Int32]]
  var rowCount: Int
  var values: [NumberColumn]
}

/// What a source gives: groups by the block's axes, and for each of its leaves the aggregates.
struct SourceCells {
  var keys: GroupKeys
  var columns: [[AggregateColumn]]
}

/// Lays the sources of a block side by side and computes its values.
///
/// - Parameters:
///   - lacking: for each value the rows in which it is missing whatever was reported, and so no part of
///     a share and no place among ranks; empty for none.
///   - others: rows that are there whatever the sources have, ascending.
func run(
  _ block: Block, leaves: [Leaf], results: [LeafResult], judges: [TargetCells] = [],
  lacking: [[Bool]] = [], with others: GroupKeys? = nil
) throws(LeafFailure) -> BlockCells {
  let sources = try sources(of: block, leaves: leaves, results: results)
  let union = try union(of: block, sources, leaves: leaves, results: results, with: others)
  var cells = AlignedCells(
    rowCount: union.rowCount, keys: union.keys,
    columns: sources.map(\.columns),
    groupOfRow: sources.indices.map { source in
      groupOfRow(union.rowOfGroup[source], rowCount: union.rowCount)
    })
  if cells.groupOfRow.contains(where: { $0?.contains(-1) ?? false }) {
    for absence in block.absences { cells.isNothing.append(try nothing(absence, union, results)) }
  }
  for inner in block.inner {
    let rows = combinations(of: union.keys, at: inner.places, rowCount: union.rowCount)
    let other = try run(inner.block, leaves: leaves, results: results, with: rows)
    cells.inner.append(
      (
        other.values,
        rowsLookedUp(
          inner.places, of: union.keys, rowCount: union.rowCount,
          in: GroupKeys(columns: other.keys, count: other.rowCount))
      ))
  }
  for roster in block.rosters {
    cells.rosters.append(
      try RosterCounts(
        roster, keys: union.keys, rowCount: union.rowCount, leaves: leaves, results: results))
  }
  for (judged, judge) in zip(block.judged, judges) {
    cells.verdicts.append(
      try verdicts(judged, judge, keys: union.keys, rowCount: union.rowCount))
  }
  if block.values.contains(where: \.isAmongRows) {
    cells.partition = Partition(union.keys, places: block.within, rowCount: union.rowCount)
  }
  var values: [NumberColumn] = []
  for (place, value) in block.values.enumerated() {
    cells.lacking = lacking.isEmpty ? [] : lacking[place]
    values.append(try evaluate(value, over: cells).lacking(cells.lacking))
  }
  return BlockCells(keys: union.keys, rowCount: union.rowCount, values: values)
}

/// The rows that a block has, without its values.
func rowKeys(
  of block: Block, leaves: [Leaf], results: [LeafResult], with others: GroupKeys? = nil
) throws(LeafFailure) -> GroupKeys {
  let sources = try sources(of: block, leaves: leaves, results: results)
  let union = try union(of: block, sources, leaves: leaves, results: results, with: others)
  return GroupKeys(columns: union.keys, count: union.rowCount)
}

private func union(
  of block: Block, _ sources: [SourceCells], leaves: [Leaf], results: [LeafResult],
  with others: GroupKeys?
) throws(LeafFailure) -> GroupUnion {
  var rows = others.map { [$0] } ?? []
  for inner in block.inner {
    guard let year = inner.yearOfRows else { continue }
    let keys = try rowKeys(of: inner.block, leaves: leaves, results: results)
    rows.append(widened(keys, at: inner.places, keyCount: block.axes.count, with: year))
  }
  return frame(block, sources.map(\.keys), with: rows)
}

private func sources(
  of block: Block, leaves: [Leaf], results: [LeafResult]
) throws(LeafFailure) -> [SourceCells] {
  var sources: [SourceCells] = []
  for source in block.sources {
    switch source {
    case .leaf(let leaf):
      let result = results[leaf]
      sources.append(
        SourceCells(
          keys: GroupKeys(columns: result.keys, count: result.groupCount),
          columns: [result.columns]))
    case .pairing(let pairing):
      sources.append(
        try pair(pairing, keyCount: block.axes.count, leaves: leaves, results: results))
    }
  }
  return sources
}

/// The rows in which a source that has no group has nothing: everybody has reported.
private func nothing(
  _ absence: Absence, _ union: GroupUnion, _ results: [LeafResult]
) throws(LeafFailure) -> [Bool] {
  let owed = OwingCounts(
    absence.owing, try AttendanceCells(absence.attendance, results: results),
    apartPlaces: absence.apartPlaces, keys: union.keys, rowCount: union.rowCount)
  return (0..<union.rowCount).map {
    owed.expected[$0] > 0 && owed.expected[$0] == owed.attended[$0]
  }
}

/// The combinations of another block as those of this one, which has one key more.
private func widened(
  _ keys: GroupKeys, at places: [Int], keyCount: Int, with member: Int32
) -> GroupKeys {
  let columns = (0..<keyCount).map { key in
    places.firstIndex(of: key).map { keys.columns[$0] }
      ?? Array(repeating: member, count: keys.count)
  }
  return GroupKeys(columns: columns, count: keys.count)
}

/// The combinations that rows have at some places among their keys, ascending, each once.
func combinations(of keys: [[Int32]], at places: [Int], rowCount: Int) -> GroupKeys {
  let keys = places.map { keys[$0] }
  var rows: [Int] = []
  for row in rowsInOrder(keys, rowCount: rowCount).lazy.map({ Int($0) })
  where rows.isEmpty || isOrdered(keys, rows[rows.count - 1], before: keys, row) {
    rows.append(row)
  }
  return GroupKeys(columns: keys.map { key in rows.map { key[$0] } }, count: rows.count)
}

/// Of combinations that are all there, the one that each row has at some places.
func rowsLookedUp(
  _ places: [Int], of keys: [[Int32]], rowCount: Int, in groups: GroupKeys
) -> [Int32] {
  let keys = places.map { keys[$0] }
  var found = Array(repeating: Int32(0), count: rowCount)
  var place = 0
  for row in rowsInOrder(keys, rowCount: rowCount) {
    while isOrdered(groups.columns, place, before: keys, Int(row)) { place += 1 }
    found[Int(row)] = Int32(place)
  }
  return found
}

/// The rows ascending by some keys; those that are so already stay.
func rowsInOrder(_ keys: [[Int32]], rowCount: Int) -> [Int32] {
  let rows = rowNumbers(rowCount)
  let isSorted = rows.dropFirst().allSatisfy {
    !isOrdered(keys, Int($0), before: keys, Int($0) - 1)
  }
  return isSorted
    ? rows : rows.sorted { isOrdered(keys, Int($0), before: keys, Int($1)) }
}

/// Whether the members of one row come before those of another.
func isOrdered(_ left: [[Int32]], _ row: Int, before right: [[Int32]], _ other: Int) -> Bool {
  for key in left.indices where left[key][row] != right[key][other] {
    return memberRank(left[key][row]) < memberRank(right[key][other])
  }
  return false
}

/// The group of a source behind each row, or -1; nil where rows and groups are the same.
private func groupOfRow(_ rowOfGroup: [Int32]?, rowCount: Int) -> [Int32]? {
  // Both ascend without repeating, so equal counts mean equal places.
  guard let rowOfGroup, rowOfGroup.count != rowCount else { return nil }
  var groups = Array(repeating: Int32(-1), count: rowCount)
  for (group, row) in rowOfGroup.enumerated() { groups[Int(row)] = Int32(group) }
  return groups
}

extension CellExpression {
  /// Whether it looks at other rows of its group.
  var isAmongRows: Bool {
    switch self {
    case .share, .rank: true
    case .literal, .column, .count, .looked, .notApplicable, .reports, .verdict: false
    case .among(_, _, _, let inner): inner.isAmongRows
    case .arithmetic(_, let left, let right): left.isAmongRows || right.isAmongRows
    case .knowing(let left, let right): left.isAmongRows || right.isAmongRows
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _): inner.isAmongRows
    }
  }
}
