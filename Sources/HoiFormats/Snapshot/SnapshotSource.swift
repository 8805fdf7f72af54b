import Glibc
import HoiColumns

/// What a table was read from: while this is the same, so are its rows.
package struct SnapshotSource: Hashable, Sendable {
  /// Everything that the model says of how the file is read.
  var reading: String
  var size: Int64
  var seconds: Int64
  var nanoseconds: Int64

  /// Nil where the file is not there or is no plain file.
  package init?(_ path: String, _ blueprint: TableBlueprint) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    reading = blueprint.fingerprint
    size = Int64(status.st_size)
    seconds = Int64(status.st_mtim.tv_sec)
    nanoseconds = Int64(status.st_mtim.tv_nsec)
  }

  /// Whether it may hold the same whatever its time says: read the same way, and as long.
  package func mayBeSame(as other: SnapshotSource) -> Bool {
    reading == other.reading && size == other.size
  }

  init(_ reader: inout SnapshotReader) throws(SnapshotReader.Malformed) {
    reading = try reader.text()
    size = try reader.integer()
    seconds = try reader.integer()
    nanoseconds = try reader.integer()
  }

  func write(to writer: inout SnapshotWriter) {
    writer.add(reading)
    writer.add(size)
    writer.add(seconds)
    writer.add(nanoseconds)
  }
}

/// One table with what it was read from.
package struct SnapshotTable: Sendable {
  /// The file as the model names it.
  package var file: String
  package var source: SnapshotSource
  /// What the bytes of the file added up to.
  package var contents: UInt64
  package var facts: FactTable

  package init(file: String, source: SnapshotSource, contents: UInt64, facts: FactTable) {
    self.file = file
    self.source = source
    self.contents = contents
    self.facts = facts
  }
}
