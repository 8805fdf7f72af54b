import HoiDiagnostics
import Synchronization

/// What one question runs under: its limits, its threads, and a way to stop it.
package final class ExecutionContext: Sendable {
  package let limits: Limits
  /// How many threads may work on a leaf.
  package let threadCount: Int
  private let cancellation = Atomic<Bool>(false)

  package init(limits: Limits = Limits(), threadCount: Int = 1) {
    self.limits = limits
    self.threadCount = threadCount
  }

  /// Asks what runs to stop; it does so within one segment. May be called from a signal handler.
  package func cancel() { cancellation.store(true, ordering: .relaxed) }

  /// Forgets a cancellation, before the next question.
  package func reset() { cancellation.store(false, ordering: .relaxed) }

  package var isCancelled: Bool { cancellation.load(ordering: .relaxed) }
}
