import Glibc
import HoiColumns
import Synchronization

extension BulkReading {
  /// Reads a file with as many workers as can be made use of.
  ///
  /// - Parameter crew: makes so many workers that have read nothing yet.
  func readStretches(
    _ starts: [Int], _ source: BulkSource, _ pool: WorkerPool, _ budget: RowBudget,
    _ crew: (Int) -> [BulkWorker]
  ) throws(Unusual) -> (workers: [BulkWorker], stretches: [BulkStretch]) {
    let workers = crew(starts.count > 1 ? pool.count : 1)
    if let stretches = try readAll(workers, starts, source, pool), stretches.meet {
      return (workers, stretches)
    }
    // A line break within quotes looked like the end of a row: one after the other, then.
    if budget.isExceeded || source.watch.hasStopped { throw Unusual() }
    budget.release()
    source.watch.restart()
    let worker = crew(1)
    return (worker, try readInTurn(worker[0], starts, source))
  }

  /// Where tasks begin, roughly: at a byte, from which the next row is theirs.
  func taskStarts(_ source: BulkSource, _ opened: OpenedCSV) -> [Int] {
    let head = opened.file.bytes[min(source.start, opened.file.bytes.count)...]
    let lines = head.reduce(0) { $0 + ($1 == lineFeed ? 1 : 0) }
    let rowBytes = max(1, head.count / max(1, lines))
    return Array(stride(from: source.start, to: source.end, by: max(1, rowBytes * taskRows)))
  }

  /// Nil where one stretch could not be read, perhaps because it began in the middle of a row.
  private func readAll(
    _ workers: [BulkWorker], _ starts: [Int], _ source: BulkSource, _ pool: WorkerPool
  ) throws(Unusual) -> [BulkStretch]? {
    let found = Mutex<[Int: BulkStretch]>([:])
    let hasFailed = Atomic<Bool>(false)
    pool.run(taskCount: starts.count) { worker, task in
      if hasFailed.load(ordering: .relaxed) { return }
      do throws(Unusual) {
        let limit = task + 1 < starts.count ? starts[task + 1] : source.end
        let stretch = try workers[worker].read(
          from: starts[task], upTo: limit, isExact: task == 0)
        found.withLock { $0[task] = stretch }
      } catch {
        hasFailed.store(true, ordering: .relaxed)
      }
    }
    if hasFailed.load(ordering: .relaxed) {
      // With one task there was nothing to guess.
      if starts.count == 1 { throw Unusual() }
      return nil
    }
    return found.withLock { found in starts.indices.map { found[$0]! } }
  }

  private func readInTurn(
    _ worker: BulkWorker, _ starts: [Int], _ source: BulkSource
  ) throws(Unusual) -> [BulkStretch] {
    var stretches: [BulkStretch] = []
    var offset = source.start
    for task in starts.indices {
      let limit = task + 1 < starts.count ? starts[task + 1] : source.end
      let stretch = try worker.read(from: offset, upTo: limit, isExact: true)
      offset = stretch.end
      stretches.append(stretch)
    }
    return stretches
  }

  /// Line breaks at the end of a file make no rows.
  func endOfRows(_ descriptor: Int32, _ size: Int) throws(Unusual) -> Int {
    var tail = [UInt8](repeating: 0, count: min(size, 256))
    let count = pread(descriptor, &tail, tail.count, off_t(size - tail.count))
    guard count == tail.count else { throw Unusual() }
    var end = size
    while let last = tail.last, last == lineFeed || last == carriageReturn {
      tail.removeLast()
      end -= 1
    }
    guard !tail.isEmpty else { throw Unusual() }
    return end
  }
}

extension [BulkStretch] {
  /// Whether each begins where the one before ends.
  var meet: Bool { zip(self, dropFirst()).allSatisfy { $0.end == $1.start } }
}
