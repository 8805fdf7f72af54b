import Glibc
import HoiColumns

/// Why a snapshot could not be written: the system's number.
package struct SnapshotWriteFailure: Error {
  package let number: Int32
}

/// A file that takes its name only when it is whole.
///
/// It is written in pieces of two megabytes that begin at multiples of it: the system then keeps them in
/// memory as it got them, and shows each to whoever maps the file at one stroke, not page by page.
struct SnapshotFile: ~Copyable {
  private let descriptor: Int32
  private let temporary: String
  private var position = 0
  private var pending: [UInt8] = []
  private var isFinished = false

  private static let pieceBytes = 1 << 21

  init(beside path: String) throws(SnapshotWriteFailure) {
    temporary = "\(path).\(getpid()).new"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw SnapshotWriteFailure(number: errno) }
    pending.reserveCapacity(Self.pieceBytes)
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(temporary) }
  }

  mutating func write(_ column: EncodedColumn) throws(SnapshotWriteFailure) {
    try column.eachStretch { bytes throws(SnapshotWriteFailure) in
      try write(bytes)
      try pad()
    }
  }

  mutating func write(_ bytes: RawSpan) throws(SnapshotWriteFailure) {
    var place = 0
    while place < bytes.byteCount {
      let count = min(bytes.byteCount - place, Self.pieceBytes - pending.count)
      let part = bytes.extracting(place..<(place + count))
      unsafe part.withUnsafeBytes { unsafe pending.append(contentsOf: $0) }
      place += count
      if pending.count == Self.pieceBytes { try flush() }
    }
    position += bytes.byteCount
  }

  mutating func pad() throws(SnapshotWriteFailure) {
    let zeros = [UInt8](repeating: 0, count: SnapshotLayout.aligned(position) - position)
    try write(zeros.span.bytes)
  }

  mutating func finish(as path: String) throws(SnapshotWriteFailure) {
    try flush()
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw SnapshotWriteFailure(number: errno)
    }
    isFinished = true
  }

  private mutating func flush() throws(SnapshotWriteFailure) {
    var written = 0
    while written < pending.count {
      let step = unsafe pending.withUnsafeBytes { pointer in
        unsafe Glibc.write(
          descriptor, pointer.baseAddress! + written, pending.count - written)
      }
      if step < 0, errno == EINTR { continue }
      if step <= 0 { throw SnapshotWriteFailure(number: errno == 0 ? EIO : errno) }
      written += step
    }
    pending.removeAll(keepingCapacity: true)
  }
}
