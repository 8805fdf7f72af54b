import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiPlanning
import HoiSemantics

/// The rows of a pivoted answer: each combination of the axes that are not in columns, and behind it
/// the row of each member.
struct PivotedRows {
  /// The members that became columns, in their order.
  private(set) var members: [Int32]
  /// By member, by row of the answer.
  private(set) var rowOfMember: [[Int32]]
  /// One row of the block for each row of the answer, to take its other keys from.
  private(set) var heads: [Int32]

  /// - Parameters:
  ///   - rows: the rows of the block in the order of the answer; a combination stands where its first
  ///     row does, and has all its members.
  ///   - most: how many combinations are kept, within each part that some axes tell apart.
  init(
    _ rows: [Int32], of block: BlockCells, axis: Int, limit: RowLimit?
  ) {
    members = Set(block.keys[axis]).sorted { memberRank($0) < memberRank($1) }
    let others = block.keys.indices.filter { $0 != axis }
    let combinations = Partition(block.keys, places: others, rowCount: block.rowCount)
    var firsts = Array(repeating: Int32(-1), count: combinations.count)
    var order: [Int32] = []
    for row in rows {
      let combination = Int(combinations.groups[Int(row)])
      if firsts[combination] < 0 {
        firsts[combination] = row
        order.append(row)
      }
    }
    if let limit {
      order = HoiExecution.limit(
        order, of: block, to: limit.most, within: limit.groups.filter { $0 != axis })
    }
    heads = order
    var placeOfCombination = Array(repeating: -1, count: combinations.count)
    for (place, row) in order.enumerated() {
      placeOfCombination[Int(combinations.groups[Int(row)])] = place
    }
    var placeOfMember: [Int32: Int] = [:]
    for (place, member) in members.enumerated() { placeOfMember[member] = place }
    rowOfMember = Array(
      repeating: Array(repeating: -1, count: order.count), count: members.count)
    for row in 0..<block.rowCount {
      let place = placeOfCombination[Int(combinations.groups[row])]
      if place >= 0 { rowOfMember[placeOfMember[block.keys[axis][row]]!][place] = Int32(row) }
    }
  }
}

extension NumberColumn {
  /// The rows named, in that order; -1 is a combination that is not there.
  func gatheringPresent(_ rows: [Int32]) -> NumberColumn {
    if !rows.contains(-1) { return gathering(rows) }
    var builder = NumberColumnBuilder(capacity: rows.count)
    for row in rows {
      if row >= 0, let value = self[Int(row)] {
        builder.append(value)
      } else {
        builder.append(row < 0 ? .missing : state(Int(row)))
      }
    }
    return builder.finish()
  }
}
