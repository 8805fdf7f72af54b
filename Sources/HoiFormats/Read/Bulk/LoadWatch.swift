import Glibc
import Synchronization

/// How far the reading of a large file has come, and when reading has to be over.
package final class LoadWatch: Sendable {
  private let isStopped = Atomic<Bool>(false)
  private let readBytes = Atomic<Int>(0)
  private let span = Mutex<(bytes: Int, percents: Range<Int>)?>(nil)
  /// By the clock that only runs forward, in nanoseconds.
  private let deadline: Int64?

  /// - Parameter milliseconds: how long reading may take from now on; nil for as long as it takes.
  package init(milliseconds: Int? = nil) {
    deadline = milliseconds.map { nanoseconds() + Int64($0) * 1_000_000 }
  }

  /// Whether reading has been stopped because its time was over.
  package var hasStopped: Bool { isStopped.load(ordering: .relaxed) }

  /// Whether the time is over, which whoever asks then stops for.
  func mustStop() -> Bool {
    guard let deadline, nanoseconds() >= deadline else { return false }
    isStopped.store(true, ordering: .relaxed)
    return true
  }

  /// How much of the file that is read now has been read; nil while none is.
  package var percent: Int? {
    guard let (bytes, percents) = span.withLock({ $0 }) else { return nil }
    let read = min(readBytes.load(ordering: .relaxed), bytes)
    return percents.lowerBound + read * percents.count / max(1, bytes)
  }

  /// - Parameter percents: what so many bytes are of all that is to be read of the file.
  func begin(_ bytes: Int, percents: Range<Int>) {
    span.withLock { $0 = (bytes, percents) }
    restart()
  }

  func restart() { readBytes.store(0, ordering: .relaxed) }

  func read(_ bytes: Int) { readBytes.wrappingAdd(bytes, ordering: .relaxed) }
}

private func nanoseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
