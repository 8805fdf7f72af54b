import HoiColumns
import HoiPlanning

/// Why a leaf has no result.
package enum LeafFailure: Error, Equatable {
  case cancelled
  /// A sum beyond 128 bits. Sums of 64-bit values in memory cannot get there; other engines may.
  case overflow
  case tooManyGroups
  /// A projection over so many years at most, too few for a line with an interval.
  case tooFewYears(Int)
  case memory
}

/// Answers a leaf from the columns of its table.
///
/// Groups are in ascending order of their members, the first key slowest, rows without a member
/// last. Cancellation is looked at once per segment.
///
/// - Precondition: columns and codes are those of `table`, whose time and dimension columns have no
///   missing cells: a row that names no member has the code past the last.
package func run(
  _ leaf: Leaf, over table: FactTable, context: ExecutionContext
) throws(LeafFailure) -> LeafResult {
  let prepared = PreparedLeaf(leaf, table: table)
  if leaf.grouping.isEmpty {
    var worker = UngroupedWorker(prepared, table: table)
    for segment in table.segments {
      if context.isCancelled { throw .cancelled }
      worker.add(segment)
    }
    return worker.finish()
  }
  let worker = try GroupedWorker(prepared, leaf: leaf, table: table, limits: context.limits)
  for segment in table.segments {
    if context.isCancelled { throw .cancelled }
    try worker.add(segment)
  }
  return worker.finish()
}
