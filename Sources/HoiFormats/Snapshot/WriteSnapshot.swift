import HoiColumns
import HoiKernels

/// Writes the loaded rows of tables to a file of their own, beside the place and then renamed: whoever
/// reads finds the old file or the new one, whole.
///
/// - Returns: the length of the file in bytes.
package func writeSnapshot(
  _ tables: [SnapshotTable], to path: String
) throws(SnapshotWriteFailure) -> Int {
  let keys = tables.map { $0.facts.keys.map { keyBytes($0) } }
  var header = SnapshotWriter()
  var places = RunPlaces(keys)
  header.add(tables.count)
  for (place, table) in tables.enumerated() {
    describe(table, keys[place], in: &header, &places)
  }
  let headerBytes = header.bytes.count
  header.pad()
  let start = SnapshotLayout.prologueBytes + header.bytes.count
  let length = start + places.end
  var prologue = SnapshotWriter()
  prologue.add(SnapshotLayout.magic)
  prologue.add(SnapshotLayout.order)
  prologue.add(SnapshotLayout.version)
  prologue.add(headerBytes)
  prologue.add(header.sum)
  prologue.add(length)
  prologue.add(0)
  prologue.add(prologue.sum)

  var output = try SnapshotFile(beside: path)
  try output.write(prologue.bytes.span.bytes)
  try output.write(header.bytes.span.bytes)
  for keys in keys.joined() {
    try output.write(keys.bytes.span.bytes)
    try output.pad()
  }
  for table in tables {
    for column in table.facts.columns.indices {
      for segment in table.facts.segments { try output.write(segment.columns[column]) }
    }
  }
  try output.finish(as: path)
  return length
}

/// Where the runs of the file will stand: the dictionaries first, close together because all of them are
/// read when it is opened, then the rows column by column.
private struct RunPlaces {
  private var nextKeys = 0
  private(set) var end: Int

  init(_ keys: [[SnapshotWriter]]) {
    end = keys.joined().reduce(0) { $0 + SnapshotLayout.aligned($1.bytes.count) }
  }

  mutating func keys(_ bytes: SnapshotWriter) -> SnapshotRun {
    var padded = bytes
    padded.pad()
    defer { nextKeys += padded.bytes.count }
    return SnapshotRun(offset: nextKeys, length: bytes.bytes.count, sum: padded.sum)
  }

  mutating func rows(byteCount: Int) -> Int {
    defer { end += byteCount }
    return end
  }
}

/// Says where everything of a table will stand.
private func describe(
  _ table: SnapshotTable, _ keys: [SnapshotWriter], in header: inout SnapshotWriter,
  _ places: inout RunPlaces
) {
  let facts = table.facts
  header.add(table.file)
  table.source.write(to: &header)
  header.add(table.contents)
  header.add(facts.origin.file)
  header.add(facts.origin.breaks.count)
  for gap in facts.origin.breaks {
    header.add(gap.row)
    header.add(gap.line)
  }
  header.add(facts.segments.count)
  for segment in facts.segments { header.add(segment.rowCount) }
  header.add(facts.columns.count)
  for (column, schema) in facts.columns.enumerated() {
    header.add(schema.name)
    header.add(schema.role.snapshotNumber)
    header.add(schema.scale)
    header.add(facts.keys[column].count)
    places.keys(keys[column]).write(to: &header)
    let parts = facts.segments.map { $0.columns[column] }
    header.add(places.rows(byteCount: parts.reduce(0) { $0 + $1.snapshotBytes }))
    for part in parts { describe(part, in: &header) }
  }
}

private func describe(_ part: EncodedColumn, in header: inout SnapshotWriter) {
  header.add(part.base)
  header.add(part.minimum)
  header.add(part.maximum)
  header.add(part.missingCount)
  header.add(part.width)
  header.add(UInt64(truncatingIfNeeded: part.offsetSum))
  header.add(UInt64(truncatingIfNeeded: part.offsetSum >> 64))
  // A column has rows, so something occurs.
  header.add(part.occurring ?? 0)
  header.add(part.snapshotSum)
}

/// A dictionary as bytes: where each text begins and the last ends, and then the texts; or the years.
private func keyBytes(_ keys: KeyDictionary) -> SnapshotWriter {
  var writer = SnapshotWriter()
  switch keys {
  case .text(let texts):
    var end = 0
    writer.add(end)
    for text in texts {
      end += text.utf8.count
      writer.add(end)
    }
    for text in texts { writer.add(bare: text) }
  case .years(let years): for year in years { writer.add(Int(year)) }
  case .none: break
  }
  return writer
}
