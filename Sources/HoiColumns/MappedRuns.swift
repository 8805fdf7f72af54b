import Glibc
import Synchronization

/// A stretch of a mapped file and what its bytes add up to.
package struct MappedRun: Sendable {
  package var range: Range<Int>
  package var sum: UInt64

  package init(range: Range<Int>, sum: UInt64) {
    self.range = range
    self.sum = sum
  }
}

/// Rows in a mapped file, of which nobody sees a byte before its run has been compared with its sum.
///
/// Whoever looks at a run first compares it, with the thread that is about to read it. In the place of a
/// damaged run zeros are shown, and `isDamaged` says that nothing may be made of what has been read: the
/// loops over rows need no way to fail, and whoever gives an answer away asks once.
@usableFromInline
package final class MappedRuns: @unchecked Sendable {
  package let file: MappedFile
  private let runs: [MappedRun]
  private let sum: @Sendable (RawSpan) -> UInt64
  /// What is known of each run.
  private let states: UnsafeMutablePointer<Atomic<UInt8>>
  private let damaged = Atomic<Bool>(false)
  private let checked = Atomic<Int>(0)

  private enum State {
    static let unknown: UInt8 = 0
    static let sound: UInt8 = 1
    static let damaged: UInt8 = 2
  }

  /// - Precondition: all runs lie within the file.
  package init(
    _ file: MappedFile, _ runs: [MappedRun], sum: @escaping @Sendable (RawSpan) -> UInt64
  ) {
    self.file = file
    self.runs = runs
    self.sum = sum
    states = .allocate(capacity: runs.count)
    for run in runs.indices { unsafe (states + run).initialize(to: Atomic(State.unknown)) }
  }

  deinit {
    unsafe states.deinitialize(count: runs.count)
    unsafe states.deallocate()
  }

  /// Whether a run has been found that does not hold what was written.
  package var isDamaged: Bool { damaged.load(ordering: .acquiring) }

  /// Compares every run that nobody has looked at yet, with all threads.
  package func compareAll(_ pool: WorkerPool) {
    pool.run(taskCount: runs.count) { _, run in _ = isSound(run) }
  }

  /// The runs that have been found damaged so far.
  package var damagedRuns: [Int] {
    runs.indices.filter { unsafe states[$0].load(ordering: .acquiring) == State.damaged }
  }

  /// How many bytes have been compared so far.
  package var checkedBytes: Int { checked.load(ordering: .relaxed) }

  /// Whether a run holds what was written; compares it the first time.
  @usableFromInline
  package func isSound(_ run: Int) -> Bool {
    precondition(run >= 0 && run < runs.count)
    switch unsafe states[run].load(ordering: .acquiring) {
    case State.sound: return true
    case State.damaged: return false
    // Two threads may compare one run at once; they find the same.
    default: return compare(run)
    }
  }

  private func compare(_ run: Int) -> Bool {
    let (range, wanted) = (runs[run].range, runs[run].sum)
    let isSound = file.withBytes(range) { sum($0) } == wanted
    if !isSound { damaged.store(true, ordering: .releasing) }
    unsafe states[run].store(isSound ? State.sound : State.damaged, ordering: .releasing)
    checked.wrappingAdd(range.count, ordering: .relaxed)
    return isSound
  }

  /// Numbers that stand in a run of the file, without a copy.
  ///
  /// - Precondition: there are at most as many as a segment has rows, within the run, and `offset`
  ///   is a multiple of their size.
  package func buffer<Element: BitwiseCopyable>(
    at offset: Int, count: Int, of type: Element.Type, run: Int
  ) -> ColumnBuffer<Element> {
    precondition(count <= FactTable.mostSegmentRows && MemoryLayout<Element>.stride <= 8)
    precondition(offset >= runs[run].range.lowerBound)
    precondition(offset + count * MemoryLayout<Element>.stride <= runs[run].range.upperBound)
    return ColumnBuffer(
      mapped: file.memory(at: offset, count: count, of: type), by: self, run: run)
  }

  /// Shown in the place of what is damaged: offsets of zero and rows without a value, which every
  /// column may have.
  @usableFromInline var zeros: UnsafeMutableRawPointer { unsafe Self.zeros }

  nonisolated(unsafe) private static let zeros = unsafe calloc(FactTable.mostSegmentRows, 8)!
}
