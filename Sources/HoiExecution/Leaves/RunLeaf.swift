import HoiColumns
import HoiPlanning
import Synchronization

/// Why a leaf has no result.
package enum LeafFailure: Error, Equatable {
  case cancelled
  /// A sum beyond 128 bits. Sums of 64-bit values in memory cannot get there; other engines may.
  case overflow
  case tooManyGroups
  /// A projection over so many years at most, too few for a line with an interval.
  case tooFewYears(Int)
  case memory
  /// A column that was left unread is asked for after all.
  case unread
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
  if !table.unread.isDisjoint(with: leaf.columns) { throw .unread }
  let prepared = PreparedLeaf(leaf, table: table)
  let workerCount = workerCount(for: table, context)
  if leaf.grouping.isEmpty {
    let workers = (0..<workerCount).map { _ in UngroupedWorker(prepared, table: table) }
    try drive(workers, over: table, context) { worker, segment in worker.add(segment) }
    for worker in workers.dropFirst() { workers[0].absorb(worker) }
    return workers[0].finish()
  }
  var workers: [GroupedWorker] = []
  for _ in 0..<workerCount {
    workers.append(
      try GroupedWorker(
        prepared, leaf: leaf, table: table, limits: context.limits, sharers: workerCount))
  }
  try drive(workers, over: table, context) { worker, segment throws(LeafFailure) in
    try worker.add(segment)
  }
  for worker in workers { worker.fold() }
  for worker in workers.dropFirst() { try workers[0].absorb(worker) }
  return workers[0].finish()
}

private func workerCount(for table: FactTable, _ context: ExecutionContext) -> Int {
  // Any of the pool's workers may come to take a segment.
  table.rowCount < context.parallelRows || table.segments.count < 2 ? 1 : context.pool.count
}

/// Hands out the segments of a table; the first failure ends the work of all.
private func drive<Worker: AnyObject>(
  _ workers: [Worker], over table: FactTable, _ context: ExecutionContext,
  _ add: (Worker, Segment) throws(LeafFailure) -> Void
) throws(LeafFailure) {
  if workers.count == 1 {
    for segment in table.segments {
      if context.isCancelled { throw .cancelled }
      try add(workers[0], segment)
    }
    return
  }
  let failure = Mutex<LeafFailure?>(nil)
  let hasFailed = Atomic<Bool>(false)
  context.pool.run(taskCount: table.segments.count) { worker, task in
    if hasFailed.load(ordering: .relaxed) { return }
    do throws(LeafFailure) {
      if context.isCancelled { throw .cancelled }
      try add(workers[worker], table.segments[task])
    } catch {
      failure.withLock { $0 = $0 ?? error }
      hasFailed.store(true, ordering: .relaxed)
    }
  }
  if let failure = failure.withLock({ $0 }) { throw failure }
}
