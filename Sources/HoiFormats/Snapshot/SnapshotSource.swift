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

extension TableBlueprint {
  /// A text that differs where the blueprint does in anything that a reader looks at.
  fileprivate var fingerprint: String { String(reflecting: self) }
}

/// One table with what it was read from.
package struct SnapshotTable: Sendable {
  /// The file as the model names it.
  package var file: String
  package var source: SnapshotSource
  package var facts: FactTable

  package init(file: String, source: SnapshotSource, facts: FactTable) {
    self.file = file
    self.source = source
    self.facts = facts
  }
}
