import Glibc
import HoiColumns
import HoiKernels
import Synchronization

/// What the bytes of a file add up to; nil where it cannot be read to its end.
///
/// It is read and not mapped, because others may write to a file of data meanwhile.
package func contentsSum(_ path: String, pool: WorkerPool) -> UInt64? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  let count = Int(status.st_size)
  let pieces = (count + Piece.byteCount - 1) / Piece.byteCount
  let workers = (0..<pool.count).map { _ in Piece() }
  let sums = Mutex<[UInt64?]>(Array(repeating: nil, count: pieces))
  pool.run(taskCount: pieces) { worker, task in
    let first = task * Piece.byteCount
    let sum = workers[worker].sum(
      of: descriptor, from: first, count: min(Piece.byteCount, count - first))
    sums.withLock { $0[task] = sum }
  }
  let found = sums.withLock { $0 }.compactMap { $0 }
  guard found.count == pieces else { return nil }
  return checksum((found + [UInt64(count)]).span.bytes)
}

/// What one worker reads a piece of the file into.
private final class Piece {
  static let byteCount = 1 << 20

  private var bytes: [UInt8] = []

  func sum(of descriptor: Int32, from first: Int, count: Int) -> UInt64? {
    if bytes.isEmpty { bytes = Array(repeating: 0, count: Self.byteCount) }
    var done = 0
    while done < count {
      let step = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress! + done, count - done, off_t(first + done))
      }
      if step < 0, errno == EINTR { continue }
      if step <= 0 { return nil }
      done += step
    }
    let read = bytes
    return checksum(read.span.bytes.extracting(first: count))
  }
}
