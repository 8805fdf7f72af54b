import HoiColumns
import HoiDiagnostics
import HoiKernels
import HoiPlanning

/// Gives rows the numbers of their groups, from `firstGroup` on.
protocol GroupNumbering: AnyObject {
  /// Group numbers given so far are below it, not counting copies.
  var groupCount: Int { get }
  var byteCount: Int { get }
  /// Each group is there `1 << copyShift` times, side by side, so that rows of few groups wait less
  /// for each other: they are numbered with its copies in turn.
  var copyShift: UInt32 { get }
  /// Whether a row that is not selected may be numbered, to be diverted after.
  var numbersAnyRow: Bool { get }

  /// Numbers the entering rows of a segment; the first of them with the first copy.
  func number(
    _ segment: Segment, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) throws(LeafFailure)

  /// How groups follow from the codes of the one key in a segment as they are; nil where they do not.
  func step(in segment: Segment) -> GroupStep?

  /// Numbers the groups of another numbering of the same leaf too.
  ///
  /// - Returns: by group of the other its number here; nil where it is the same.
  func absorb(_ other: any GroupNumbering) throws(LeafFailure) -> [UInt32]?

  /// Brings groups into the order of their members.
  func order(_ groups: [UInt32]) -> [UInt32]

  /// The members of each key, by group.
  func members(of groups: [UInt32]) -> [[Int32]]
}

/// Chooses between an array of all possible groups and a hash table of those met.
func makeNumbering(
  _ leaf: Leaf, filter: PreparedFilter, table: FactTable, limits: Limits
) -> any GroupNumbering {
  let ranks = leaf.grouping.map {
    MemberRanks(
      $0,
      possible: PossibleCodes(
        of: $0.column, under: filter, codeCount: $0.memberOfCode.count))
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
