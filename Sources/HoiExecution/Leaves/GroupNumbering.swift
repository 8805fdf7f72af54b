import HoiColumns
import HoiDiagnostics
import HoiPlanning

/// Gives rows the numbers of their groups; group 0 takes rows that do not count.
protocol GroupNumbering: AnyObject {
  /// Group numbers given so far are below it.
  var groupCount: Int { get }
  var byteCount: Int { get }
  /// Whether a row that is not selected may be numbered, to be diverted to group 0 after.
  var numbersAnyRow: Bool { get }

  /// Numbers the entering rows of a segment.
  func number(
    _ segment: Segment, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) throws(LeafFailure)

  /// Brings groups, none of them 0, into the order of their members.
  func order(_ groups: [UInt32]) -> [UInt32]

  /// The members of a key, by group.
  func members(key: Int, of groups: [UInt32]) -> [Int32]
}

/// Chooses between an array of all possible groups and a hash table of those met.
func makeNumbering(
  _ leaf: Leaf, filter: PreparedFilter, table: FactTable, limits: Limits
) -> any GroupNumbering {
  let ranks = leaf.grouping.map {
    MemberRanks($0, possible: PossibleCodes(of: $0.column, under: filter))
  }
  let columns = leaf.grouping.map(\.column)
  var product = 1
  for rank in ranks {
    product = product.multipliedReportingOverflow(by: max(rank.members.count, 1)).partialValue
    guard product <= 1 << 20 else { break }
  }
  // Fresh memory costs more than rows: a small table is not worth a large array.
  if product <= min(1 << 20, max(1 << 12, 4 * table.rowCount)) {
    return DenseNumbering(columns: columns, ranks: ranks, slotCount: product)
  }
  return HashNumbering(columns: columns, ranks: ranks, groupLimit: limits.groups)
}
