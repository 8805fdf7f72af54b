import Glibc
import HoiColumns
import Synchronization

/// The memory that rows may take, shared by all who read them.
package final class RowBudget: Sendable {
  private let limit: Int
  private let taken = Atomic<Int>(0)
  private let hasOverdrawn = Atomic<Bool>(false)

  init(_ limit: Int) { self.limit = limit }

  /// Whether so many bytes more would be too many; it is remembered that they were.
  func isExceeded(by bytes: Int) -> Bool {
    let isExceeded = bytes > limit - taken.load(ordering: .relaxed)
    if isExceeded { hasOverdrawn.store(true, ordering: .relaxed) }
    return isExceeded
  }

  /// Forgets the rows that were read for nothing.
  func release() { taken.store(0, ordering: .relaxed) }

  func take(_ bytes: Int) { taken.wrappingAdd(bytes, ordering: .relaxed) }

  /// Whether more was asked for than there is.
  var isExceeded: Bool { hasOverdrawn.load(ordering: .relaxed) }
}

/// How long a file is, 0 where it is none.
func fileSize(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
}

extension EncodedColumn {
  /// What its numbers take.
  var byteCount: Int { rowCount * width + (validity.map { $0.words.count * 8 } ?? 0) }
}
