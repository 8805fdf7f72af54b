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
func run(
  _ block: Block, leaves: [Leaf], results: [LeafResult]
) throws(LeafFailure) -> BlockCells {
  let keyCount = block.axes.count
  var sources: [SourceCells] = []
  for source in block.sources {
    switch source {
    case .leaf(let leaf):
      let result = results[leaf]
      sources.append(
        SourceCells(
          keys: GroupKeys(columns: result.keys, count: result.groupCount),
          columns: [result.columns]))
    case .pairing(let sides, let memberAxis, let timeAxis):
      sources.append(
        try pair(
          sides, memberAxis: memberAxis, timeAxis: timeAxis, keyCount: keyCount, leaves: leaves,
          results: results))
    }
  }
  let union = frame(block, sources.map(\.keys))
  var cells = AlignedCells(
    rowCount: union.rowCount, keys: union.keys,
    columns: sources.map(\.columns),
    groupOfRow: sources.indices.map { source in
      groupOfRow(union.rowOfGroup[source], rowCount: union.rowCount)
    })
  for inner in block.inner {
    let other = try run(inner.block, leaves: leaves, results: results)
    cells.inner.append((other.values, rowsLookedUp(inner.places, of: union, in: other)))
  }
  for roster in block.rosters {
    cells.rosters.append(
      try RosterCounts(
        roster, keys: union.keys, rowCount: union.rowCount, leaves: leaves, results: results))
  }
  if block.values.contains(where: \.isAmongRows) {
    cells.partition = Partition(union.keys, places: block.within, rowCount: union.rowCount)
  }
  var values: [NumberColumn] = []
  for value in block.values { values.append(try evaluate(value, over: cells)) }
  return BlockCells(keys: union.keys, rowCount: union.rowCount, values: values)
}

/// The row of an inner block that each row looks up, or -1.
private func rowsLookedUp(
  _ places: [Int], of union: GroupUnion, in other: BlockCells
) -> [Int32] {
  let keys = places.map { union.keys[$0] }
  let order = rowsInOrder(keys, rowCount: union.rowCount)
  var found = Array(repeating: Int32(-1), count: union.rowCount)
  var place = 0
  for row in order {
    while place < other.rowCount,
      isOrdered(other.keys, place, before: keys, Int(row))
    { place += 1 }
    if place < other.rowCount, !isOrdered(keys, Int(row), before: other.keys, place) {
      found[Int(row)] = Int32(place)
    }
  }
  return found
}

/// The rows ascending by some keys; those that are so already stay.
func rowsInOrder(_ keys: [[Int32]], rowCount: Int) -> [Int32] {
  let rows = Array(0..<Int32(rowCount))
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

/// The rows of a block: what the sources have, and the listed members where they are asked for.
private func frame(_ block: Block, _ sources: [GroupKeys]) -> GroupUnion {
  let keyCount = block.axes.count
  let present = unite(sources, keyCount: keyCount)
  switch block.rows {
  case .present:
    // How many rows there are of nothing is a number: 0.
    if keyCount == 0, present.rowCount == 0, block.values.contains(where: \.isCount) {
      return GroupUnion(keys: [], rowCount: 1, rowOfGroup: present.rowOfGroup)
    }
    return present
  case .listed(let members):
    guard present.rowCount > 0 else { return present }
    return adding(listed(members, below: present, keyCount: keyCount), to: sources, keyCount)
  case .crossed(let axis, let members):
    guard present.rowCount > 0 else { return present }
    return adding(
      crossed(axis, listed: members, present, keyCount: keyCount), to: sources, keyCount)
  }
}

/// The union of the sources with rows that are there whatever the sources have.
private func adding(
  _ rows: GroupKeys, to sources: [GroupKeys], _ keyCount: Int
) -> GroupUnion {
  var all = unite(sources + [rows], keyCount: keyCount)
  all.rowOfGroup.removeLast()
  return all
}

/// Each member beside each combination of the keys before the last.
private func listed(
  _ members: [Int32], below present: GroupUnion, keyCount: Int
) -> GroupKeys {
  let before = unite(
    [GroupKeys(columns: present.keys, count: present.rowCount)], keyCount: keyCount - 1)
  var listed = GroupKeys(columns: Array(repeating: [], count: keyCount), count: 0)
  for row in 0..<before.rowCount {
    for member in members {
      for key in before.keys.indices { listed.columns[key].append(before.keys[key][row]) }
      listed.columns[keyCount - 1].append(member)
    }
  }
  listed.count = before.rowCount * members.count
  return listed
}

/// Each member of one key beside each combination of the others.
private func crossed(
  _ axis: Int, listed members: [Int32]?, _ present: GroupUnion, keyCount: Int
) -> GroupKeys {
  let columns = Set(present.keys[axis]).sorted { memberRank($0) < memberRank($1) }
  let others = (0..<keyCount).filter { $0 != axis }
  let keys = others.map { present.keys[$0] }
  let order = rowsInOrder(keys, rowCount: present.rowCount)
  let sorted = GroupKeys(
    columns: keys.map { key in order.map { key[Int($0)] } }, count: present.rowCount)
  var rows = unite([sorted], keyCount: others.count)
  if let members {
    rows = adding(listed(members, below: rows, keyCount: others.count), to: [sorted], others.count)
  }
  var crossed = Array(repeating: [Int32](), count: keyCount)
  for row in 0..<rows.rowCount {
    for column in columns {
      for (place, key) in others.enumerated() { crossed[key].append(rows.keys[place][row]) }
      crossed[axis].append(column)
    }
  }
  let count = rows.rowCount * columns.count
  let sortedRows = rowsInOrder(crossed, rowCount: count)
  return GroupKeys(
    columns: crossed.map { key in sortedRows.map { key[Int($0)] } }, count: count)
}

/// The group of a source behind each row, or -1; nil where rows and groups are the same.
private func groupOfRow(_ rowOfGroup: [Int32], rowCount: Int) -> [Int32]? {
  // Both ascend without repeating, so equal counts mean equal places.
  if rowOfGroup.count == rowCount { return nil }
  var groups = Array(repeating: Int32(-1), count: rowCount)
  for (group, row) in rowOfGroup.enumerated() { groups[Int(row)] = Int32(group) }
  return groups
}

extension CellExpression {
  /// Whether it looks at other rows of its group.
  var isAmongRows: Bool {
    switch self {
    case .share, .rank: true
    case .literal, .column, .count, .looked, .notApplicable, .reports: false
    case .inYears(_, _, let inner): inner.isAmongRows
    case .arithmetic(_, let left, let right): left.isAmongRows || right.isAmongRows
    case .knowing(let left, let right): left.isAmongRows || right.isAmongRows
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _): inner.isAmongRows
    }
  }
}
