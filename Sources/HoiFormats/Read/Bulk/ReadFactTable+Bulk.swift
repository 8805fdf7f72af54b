import HoiColumns
import HoiDiagnostics

/// Reads the facts of a table from a delimited file, with all threads where it is large.
///
/// What is unusual in a large file, and everything that is wrong in any, is left to the reader that
/// takes a file cell by cell: the table, the refusals and the warnings are the same either way.
///
/// - Parameters:
///   - path: where the file is.
///   - name: the path as it was written, for messages.
///   - asker: the place that names the file.
///   - unread: columns that need not be read; they are only in a large file.
package func readFactTable(
  at path: String, named name: String, askedBy asker: (source: SourceText, range: SourceRange),
  _ blueprint: TableBlueprint, leaving unread: Set<Int> = [], limits: Limits, pool: WorkerPool,
  bulk: BulkReading = BulkReading()
) throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic]) {
  let budget = RowBudget(limits.memoryBytes)
  if let read = bulk.read(path, name, blueprint, leaving: unread, limits, pool, budget) {
    return read
  }
  if bulk.watch.hasStopped { throw .loadingTimedOut(name, askedBy: asker) }
  if budget.isExceeded { throw .memoryExceeded(name, limit: limits.memoryBytes, askedBy: asker) }
  try requireMemory(toRead: path, named: name, askedBy: asker, limits: limits)
  let bytes = try readFile(path, named: name, askedBy: asker, limits: limits)
  return try readFactTable(
    bytes, blueprint, file: name, limits: limits,
    watch: FileWatch(bulk.watch, over: name, askedBy: asker))
}

/// Requires the memory that a file takes which is read cell by cell: its bytes and eight for each of its
/// cells are there together.
package func requireMemory(
  toRead path: String, named name: String,
  askedBy asker: (source: SourceText, range: SourceRange), limits: Limits
) throws(Diagnostic) {
  if RowBudget(limits.memoryBytes).isExceeded(by: 3 * fileSize(path)) {
    throw .memoryExceeded(name, limit: limits.memoryBytes, askedBy: asker)
  }
}
