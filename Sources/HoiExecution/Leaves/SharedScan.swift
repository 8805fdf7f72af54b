import HoiColumns
import HoiPlanning

/// Answers leaves, those over the same rows together.
///
/// A year and the year before it, side by side, are two leaves that differ in nothing but which years
/// they take and whose they are said to be: one scan finds the groups of both.
package func run(
  _ leaves: [Leaf], over tables: (Int) -> FactTable, context: ExecutionContext
) throws(LeafFailure) -> [LeafResult] {
  var results = [LeafResult?](repeating: nil, count: leaves.count)
  for scan in sharedScans(leaves) {
    let result = try run(scan.leaf, over: tables(scan.leaf.table), context: context)
    for place in scan.places {
      results[place] = scan.places.count == 1 ? result : scan.part(leaves[place], of: result)
    }
  }
  return results.map { $0! }
}

/// A leaf that has the groups of several, told apart by code where those differ.
private struct SharedScan {
  let leaf: Leaf
  let places: [Int]
  /// By key: whether it is grouped by code, and not by the member of the code.
  let isByCode: [Bool]

  init(_ leaves: [Leaf], places: [Int]) {
    self.places = places
    let parts = places.map { leaves[$0] }
    let first = parts[0]
    guard parts.count > 1 else {
      leaf = first
      isByCode = []
      return
    }
    let isByCode = first.grouping.indices.map { key in
      parts.contains {
        $0.grouping[key] != first.grouping[key]
          || $0.accepted(first.grouping[key].column) != first.accepted(first.grouping[key].column)
      }
    }
    var filters = first.otherConditions
    for column in Set(first.grouping.map(\.column)).sorted() {
      if let accepted = union(parts.map { $0.accepted(column) }) {
        filters.append(.codes(column: column, accepted: accepted))
      }
    }
    var aggregates: [Aggregate] = []
    for aggregate in parts.flatMap(\.aggregates) where !aggregates.contains(aggregate) {
      aggregates.append(aggregate)
    }
    leaf = Leaf(
      table: first.table,
      filter: filters.isEmpty ? .everything : filters.count == 1 ? filters[0] : .all(filters),
      grouping: zip(first.grouping, isByCode).map { key, isByCode in
        isByCode
          ? GroupKey(
            column: key.column, memberOfCode: Array(0..<Int32(key.memberOfCode.count))) : key
      }, aggregates: aggregates)
    self.isByCode = isByCode
  }

  /// What one of the leaves would have found by itself.
  func part(_ part: Leaf, of result: LeafResult) -> LeafResult {
    var groups = Array(0..<Int32(result.groupCount))
    for (key, codes) in zip(part.grouping, result.keys).enumerated() where isByCode[key] {
      guard let accepted = part.accepted(codes.0.column) else { continue }
      groups.removeAll { !accepted[Int(codes.1[Int($0)])] }
    }
    let keys = part.grouping.indices.map { key in
      groups.map { group in
        let member = result.keys[key][Int(group)]
        return isByCode[key] ? part.grouping[key].memberOfCode[Int(member)] : member
      }
    }
    let columns = part.aggregates.map { aggregate in
      let column = result.columns[leaf.aggregates.firstIndex(of: aggregate)!]
      return AggregateColumn(
        values: column.values.gathering(groups), rows: groups.map { column.rows[Int($0)] })
    }
    return LeafResult(groupCount: groups.count, keys: keys, columns: columns)
  }
}

/// Leaves that share a table, grouping columns and all conditions on other columns share a scan, where the
/// members of each ascend as the codes do: so do the groups then, whichever way they are told apart.
private func sharedScans(_ leaves: [Leaf]) -> [SharedScan] {
  var places: [[Int]] = []
  for (place, leaf) in leaves.enumerated() {
    let known = places.firstIndex { others in
      let other = leaves[others[0]]
      return leaf.table == other.table && !leaf.grouping.isEmpty
        && leaf.grouping.map(\.column) == other.grouping.map(\.column)
        && leaf.otherConditions == other.otherConditions
        && [leaf, other].allSatisfy { $0.grouping.allSatisfy(\.ascendsByCode) }
    }
    if let known { places[known].append(place) } else { places.append([place]) }
  }
  return places.map { SharedScan(leaves, places: $0) }
}

/// The codes that any of some conditions lets through; nil where one lets all through.
private func union(_ accepted: [Bitmap?]) -> Bitmap? {
  guard var all = accepted[0] else { return nil }
  for other in accepted.dropFirst() {
    guard let other else { return nil }
    for code in 0..<all.count where other[code] { all[code] = true }
  }
  return all
}

extension Leaf {
  private var conditions: [RowFilter] {
    switch filter {
    case .everything: []
    case .all(let parts): parts
    case .nothing, .codes, .values, .reported, .any: [filter]
    }
  }

  /// The one condition on the codes of a column that it is grouped by; nil where there is none.
  fileprivate func accepted(_ column: Int) -> Bitmap? {
    for case .codes(column, let accepted) in conditions where isGrouped(by: column) {
      return accepted
    }
    return nil
  }

  /// The conditions but those that `accepted` tells of.
  fileprivate var otherConditions: [RowFilter] {
    var seen: Set<Int> = []
    return conditions.filter { condition in
      guard case .codes(let column, _) = condition, isGrouped(by: column) else { return true }
      return !seen.insert(column).inserted
    }
  }

  private func isGrouped(by column: Int) -> Bool { grouping.contains { $0.column == column } }
}

extension GroupKey {
  fileprivate var ascendsByCode: Bool { MemberRanks.isOrdered(memberOfCode) }
}
