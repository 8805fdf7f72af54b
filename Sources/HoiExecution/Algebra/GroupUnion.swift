/// Groups of several sources laid side by side.
struct GroupUnion {
  /// One column per key, rows ascending, the first key slowest, unknown members last.
  var keys: [[Int32]]
  var rowCount: Int
  /// For each source the row that each of its groups became; nil where each has its own number.
  var rowOfGroup: [[Int32]?]

  /// The row that each group of a source became.
  func rows(ofSource source: Int) -> [Int32] { rowOfGroup[source] ?? rowNumbers(rowCount) }
}

/// The numbers of so many rows, ascending.
func rowNumbers(_ count: Int) -> [Int32] {
  // Writing over zeros becomes vector code; gathering a range does not.
  var rows = Array(repeating: Int32(0), count: count)
  for row in rows.indices { rows[row] = Int32(truncatingIfNeeded: row) }
  return rows
}

/// The groups of one source, known by the first keys of its leaf.
struct GroupKeys {
  /// One column per key; groups ascending by them. Groups may repeat where later keys tell them apart.
  var columns: [[Int32]]
  var count: Int
}

/// Merges sorted groups: every combination that any source has, once.
func unite(_ sources: [GroupKeys], keyCount: Int) -> GroupUnion {
  if let same = union(ofSame: sources, keyCount: keyCount) { return same }
  var union = GroupUnion(
    keys: Array(repeating: [], count: keyCount), rowCount: 0, rowOfGroup: [])
  var rowOfGroup = sources.map { Array(repeating: Int32(0), count: $0.count) }
  var heads = Array(repeating: 0, count: sources.count)
  while true {
    var lowest: Int?
    for source in sources.indices where heads[source] < sources[source].count {
      guard let best = lowest else {
        lowest = source
        continue
      }
      if isBefore(sources[source], heads[source], sources[best], heads[best], keyCount) {
        lowest = source
      }
    }
    guard let lowest else {
      union.rowOfGroup = rowOfGroup
      return union
    }
    let group = heads[lowest]
    let row = Int32(union.rowCount)
    for key in 0..<keyCount { union.keys[key].append(sources[lowest].columns[key][group]) }
    union.rowCount += 1
    for source in sources.indices {
      while heads[source] < sources[source].count,
        isSame(sources[source], heads[source], sources[lowest], group, keyCount)
      {
        rowOfGroup[source][heads[source]] = row
        heads[source] += 1
      }
    }
  }
}

/// Sources that all have the same groups, each once, are their own union.
private func union(ofSame sources: [GroupKeys], keyCount: Int) -> GroupUnion? {
  guard let first = sources.first, keyCount > 0,
    sources.allSatisfy({ $0.columns.count == keyCount && $0.count == first.count }),
    sources.dropFirst().allSatisfy({ $0.columns == first.columns })
  else { return nil }
  return GroupUnion(
    keys: first.columns, rowCount: first.count,
    rowOfGroup: Array(repeating: nil, count: sources.count))
}

/// The place of a member among others: unknown ones (-1) stand last.
func memberRank(_ member: Int32) -> UInt32 { UInt32(bitPattern: member) }

private func isBefore(
  _ left: GroupKeys, _ leftGroup: Int, _ right: GroupKeys, _ rightGroup: Int, _ keyCount: Int
) -> Bool {
  for key in 0..<keyCount {
    let a = memberRank(left.columns[key][leftGroup])
    let b = memberRank(right.columns[key][rightGroup])
    if a != b { return a < b }
  }
  return false
}

private func isSame(
  _ left: GroupKeys, _ leftGroup: Int, _ right: GroupKeys, _ rightGroup: Int, _ keyCount: Int
) -> Bool {
  for key in 0..<keyCount
  where left.columns[key][leftGroup] != right.columns[key][rightGroup] {
    return false
  }
  return true
}
