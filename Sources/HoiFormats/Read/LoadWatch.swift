import HoiColumns
import HoiDiagnostics
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
    deadline = milliseconds.map { monotonicNanoseconds() + Int64($0) * 1_000_000 }
  }

  /// Whether reading has been stopped because its time was over.
  package var hasStopped: Bool { isStopped.load(ordering: .relaxed) }

  /// Whether the time is over, which whoever asks then stops for.
  func mustStop() -> Bool {
    guard let deadline, monotonicNanoseconds() >= deadline else { return false }
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

  func read(upTo offset: Int) { readBytes.store(offset, ordering: .relaxed) }
}

/// The watch over a file that is read cell by cell.
package struct FileWatch {
  private let watch: LoadWatch
  private let name: String
  private let asker: Asker
  private let percents: Range<Int>

  /// - Parameters:
  ///   - name: the path as it was written.
  ///   - percents: what this reading of it is of all that is to be read.
  package init(
    _ watch: LoadWatch, over name: String, askedBy asker: Asker, percents: Range<Int> = 0..<100
  ) {
    self.watch = watch
    self.name = name
    self.asker = asker
    self.percents = percents
  }

  func begin(_ bytes: Int) { watch.begin(bytes, percents: percents) }

  /// Refuses to read on where the time is over.
  ///
  /// - Parameter filling: a file of one block is read in no time, and never refused.
  func requireTime(after filling: BlockFilling) throws(Diagnostic) {
    guard filling.rowCount > filling.block.capacity else { return }
    watch.read(upTo: filling.offset)
    try requireTime()
  }

  func requireTime() throws(Diagnostic) {
    if watch.mustStop() { throw .loadingTimedOut(name, askedBy: asker) }
  }
}
