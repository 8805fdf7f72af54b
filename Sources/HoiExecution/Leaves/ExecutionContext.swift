import HoiColumns
import HoiDiagnostics
import Synchronization

/// What one question runs under: its limits, its threads, and a way to stop it.
package final class ExecutionContext: Sendable {
  package let limits: Limits
  /// The threads that may work on a leaf.
  package let pool: WorkerPool
  /// Rows below which a second thread costs more than it saves.
  package let parallelRows: Int
  /// Whether counts of few people are kept out of what is answered.
  package let isPublic: Bool
  /// When it must be over, by the monotonic clock in nanoseconds; nil is as long as it takes.
  private let deadline: Int64?
  private let cancellation = Atomic<Bool>(false)

  package init(
    limits: Limits = Limits(), pool: WorkerPool = WorkerPool(count: 1), deadline: Int64? = nil,
    parallelRows: Int = 300_000, isPublic: Bool = false
  ) {
    self.limits = limits
    self.pool = pool
    self.parallelRows = parallelRows
    self.isPublic = isPublic
    self.deadline = deadline
  }

  /// Asks what runs to stop; it does so within one segment. May be called from a signal handler.
  package func cancel() { cancellation.store(true, ordering: .relaxed) }

  package var isCancelled: Bool { cancellation.load(ordering: .relaxed) || isOverdue }

  /// Whether its time is over.
  package var isOverdue: Bool {
    guard let deadline else { return false }
    return monotonicNanoseconds() >= deadline
  }
}
