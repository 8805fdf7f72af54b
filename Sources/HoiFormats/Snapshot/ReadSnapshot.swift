import Glibc
import HoiColumns
import HoiKernels

/// Why a snapshot is not used.
package enum SnapshotFault: Error, Equatable {
  case unreadable
  /// Something else under the name of a snapshot.
  case foreign
  case otherOrder
  case otherVersion(Int)
  case truncated(expected: Int, found: Int)
  /// What stands there is not what was written.
  case damaged
}

/// The tables of a snapshot, their columns shown from the file itself.
///
/// Every byte is compared with its checksum first, by all threads.
/// - Returns: nil where there is no such file.
package func readSnapshot(
  _ path: String, pool: WorkerPool
) throws(SnapshotFault) -> [SnapshotTable]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw .unreadable
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw .unreadable
  }
  let size = Int(status.st_size)
  guard size >= SnapshotLayout.prologueBytes,
    let file = MappedFile(descriptor: descriptor, count: size)
  else { throw .foreign }
  do {
    let (header, start) = try readPrologue(file, size)
    var plan = SnapshotPlan(file: file, start: start)
    let tables = try plan.tables(header)
    if !plan.isSound(pool) { throw SnapshotFault.damaged }
    return try tables.map { try $0.table(file, start) }
  } catch let fault as SnapshotFault {
    throw fault
  } catch {
    throw .damaged
  }
}

private func readPrologue(
  _ file: MappedFile, _ size: Int
) throws -> (header: SnapshotReader, start: Int) {
  var prologue = SnapshotReader(file.copy(0..<SnapshotLayout.prologueBytes))
  guard try prologue.word() == SnapshotLayout.magic else { throw SnapshotFault.foreign }
  guard try prologue.word() == SnapshotLayout.order else { throw SnapshotFault.otherOrder }
  let version = try prologue.count()
  guard version == SnapshotLayout.version else { throw SnapshotFault.otherVersion(version) }
  let length = try prologue.count(upTo: 1 << 40)
  let sum = try prologue.word()
  let whole = try prologue.count()
  guard whole == size else { throw SnapshotFault.truncated(expected: whole, found: size) }
  let end = SnapshotLayout.prologueBytes + length
  guard end <= size else { throw SnapshotFault.damaged }
  let header = file.copy(SnapshotLayout.prologueBytes..<end)
  guard checksum(header.span.bytes) == sum else { throw SnapshotFault.damaged }
  return (SnapshotReader(header), SnapshotLayout.aligned(end))
}

extension MappedFile {
  func copy(_ range: Range<Int>) -> [UInt8] {
    withBytes(range) { bytes in
      var copy: [UInt8] = []
      copy.reserveCapacity(bytes.byteCount)
      for place in 0..<bytes.byteCount {
        copy.append(bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self))
      }
      return copy
    }
  }
}
