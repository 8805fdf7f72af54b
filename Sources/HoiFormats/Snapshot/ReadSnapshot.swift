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
  /// What stands there is not what was written: here, as far as that is known.
  case damaged([SnapshotPart])
}

/// What has a checksum of its own in a snapshot.
package enum SnapshotPart: Equatable, Sendable {
  case header
  /// The members that a column names, or its years.
  case keys(column: String, file: String)
  /// Rows of a column, counted from 0.
  case rows(Range<Int>, column: String, file: String)
}

/// The tables of a snapshot, their rows shown from the file itself.
package struct MappedSnapshot: Sendable {
  /// What has been compared of the rows, and whether any were found damaged.
  package var rows: MappedRuns
  package var tables: [SnapshotTable]

  /// Compares all rows with their checksums, where that has not been done yet.
  package func verify(_ pool: WorkerPool) throws(SnapshotFault) {
    rows.compareAll(pool)
    if rows.isDamaged { throw .damaged(damage) }
  }

  /// The rows that have been found damaged so far.
  package var damage: [SnapshotPart] {
    let damaged = Set(rows.damagedRuns)
    var (parts, run): ([SnapshotPart], Int) = ([], 0)
    for table in tables {
      for column in table.facts.columns {
        for (segment, first) in zip(table.facts.segments, table.facts.firstRows) {
          if damaged.contains(run) {
            let rows = first..<(first + segment.rowCount)
            parts.append(.rows(rows, column: column.name, file: table.file))
          }
          run += 1
        }
      }
    }
    return parts
  }
}

/// Opens a snapshot: its header and its dictionaries are compared with their checksums, by all threads,
/// and its rows where somebody looks at them.
///
/// - Returns: nil where there is no such file.
package func readSnapshot(
  _ path: String, pool: WorkerPool
) throws(SnapshotFault) -> MappedSnapshot? {
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
    let planned = try plannedTables(header, bytes: size - start)
    let (rows, tables) = try mappedTables(planned, in: file, from: start, pool)
    return MappedSnapshot(rows: rows, tables: tables)
  } catch let fault as SnapshotFault {
    throw fault
  } catch {
    throw .damaged([.header])
  }
}

private func readPrologue(
  _ file: MappedFile, _ size: Int
) throws -> (header: SnapshotReader, start: Int) {
  var prologue = SnapshotReader(file, 0..<SnapshotLayout.prologueBytes)
  guard try prologue.word() == SnapshotLayout.magic else { throw SnapshotFault.foreign }
  guard try prologue.word() == SnapshotLayout.order else { throw SnapshotFault.otherOrder }
  let version = try prologue.count()
  guard version == SnapshotLayout.version else { throw SnapshotFault.otherVersion(version) }
  let length = try prologue.count(upTo: 1 << 40)
  let sum = try prologue.word()
  let whole = try prologue.count()
  _ = try prologue.word()
  let before = SnapshotLayout.prologueBytes - 8
  guard file.withBytes(0..<before, { checksum($0) }) == (try prologue.word()) else {
    throw SnapshotFault.damaged([.header])
  }
  guard whole == size else { throw SnapshotFault.truncated(expected: whole, found: size) }
  let end = SnapshotLayout.prologueBytes + length
  let start = SnapshotLayout.aligned(end)
  guard start <= size,
    file.withBytes(SnapshotLayout.prologueBytes..<start, { checksum($0) }) == sum
  else { throw SnapshotFault.damaged([.header]) }
  return (SnapshotReader(file, SnapshotLayout.prologueBytes..<end), start)
}
