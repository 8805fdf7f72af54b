import HoiAnswer
import HoiPlanning

/// The rows of a block: what the sources have, the listed members where they are asked for, and other
/// rows that are given.
func frame(_ block: Block, _ sources: [GroupKeys], with others: [GroupKeys]) -> GroupUnion {
  var union = rows(of: block, sources + others)
  union.rowOfGroup.removeLast(others.count)
  return union
}

private func rows(of block: Block, _ sources: [GroupKeys]) -> GroupUnion {
  let keyCount = block.axes.count
  let present = unite(sources, keyCount: keyCount)
  switch block.rows {
  case .present:
    // How many rows there are of nothing is a number: 0.
    if keyCount == 0, present.rowCount == 0, block.values.contains(where: \.isCount) {
      return GroupUnion(keys: [], rowCount: 1, rowOfGroup: present.rowOfGroup)
    }
    return present
  case .listed(let members, let absent):
    guard present.rowCount > 0 else { return present }
    return adding(
      listed(members, absent: absent, below: present, keyCount: keyCount), to: sources, keyCount)
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
///
/// - Parameter absent: members that are left out, by the first key.
private func listed(
  _ members: [Int32], absent: [Int32: Set<Int32>] = [:], below present: GroupUnion, keyCount: Int
) -> GroupKeys {
  let before = unite(
    [GroupKeys(columns: present.keys, count: present.rowCount)], keyCount: keyCount - 1)
  var listed = GroupKeys(columns: Array(repeating: [], count: keyCount), count: 0)
  for row in 0..<before.rowCount {
    for member in members {
      if !absent.isEmpty, absent[before.keys[0][row]]?.contains(member) == true { continue }
      for key in before.keys.indices { listed.columns[key].append(before.keys[key][row]) }
      listed.columns[keyCount - 1].append(member)
    }
  }
  listed.count = listed.columns[keyCount - 1].count
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
