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
  let cells = AlignedCells(
    rowCount: union.rowCount,
    columns: sources.map(\.columns),
    groupOfRow: sources.indices.map { source in
      groupOfRow(union.rowOfGroup[source], rowCount: union.rowCount)
    })
  var values: [NumberColumn] = []
  for value in block.values { values.append(try evaluate(value, over: cells)) }
  return BlockCells(keys: union.keys, rowCount: union.rowCount, values: values)
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
    var all = unite(sources + [listed], keyCount: keyCount)
    all.rowOfGroup.removeLast()
    return all
  }
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
  /// Whether it counts, so that nothing is 0 and not missing.
  var isCount: Bool {
    if case .count = self { return true }
    return false
  }
}
