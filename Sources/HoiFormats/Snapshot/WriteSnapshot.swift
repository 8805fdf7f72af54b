import Glibc
import HoiColumns
import HoiKernels

/// Why a snapshot could not be written: the system's number.
package struct SnapshotWriteFailure: Error {
  package let number: Int32
}

/// Writes the loaded rows of tables to a file of their own, beside the place and then renamed: whoever
/// reads finds the old file or the new one, whole.
///
/// - Returns: the length of the file in bytes.
package func writeSnapshot(
  _ tables: [SnapshotTable], to path: String
) throws(SnapshotWriteFailure) -> Int {
  var header = SnapshotWriter()
  header.add(tables.count)
  var offset = 0
  for table in tables { describe(table, in: &header, from: &offset) }
  let start = SnapshotLayout.aligned(SnapshotLayout.prologueBytes + header.bytes.count)
  let length = start + offset
  var prologue = SnapshotWriter()
  prologue.add(SnapshotLayout.magic)
  prologue.add(SnapshotLayout.order)
  prologue.add(SnapshotLayout.version)
  prologue.add(header.bytes.count)
  prologue.add(checksum(header.bytes.span.bytes))
  prologue.add(length)

  var output = try SnapshotFile(beside: path)
  try output.write(prologue.bytes.span.bytes)
  try output.write(header.bytes.span.bytes)
  try output.pad(to: start)
  for table in tables {
    for column in table.facts.columns.indices {
      let keys = keyBytes(table.facts.keys[column])
      try output.write(keys.span.bytes)
      try output.pad()
      for segment in table.facts.segments { try output.write(segment.columns[column]) }
    }
  }
  try output.finish(as: path)
  return length
}

/// Says where everything of a table will stand.
private func describe(
  _ table: SnapshotTable, in header: inout SnapshotWriter, from offset: inout Int
) {
  let facts = table.facts
  header.add(table.file)
  table.source.write(to: &header)
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
    let keys = keyBytes(facts.keys[column])
    run(keys.count, checksum(keys.span.bytes), from: &offset).write(to: &header)
    describe(facts.segments.map { $0.columns[column] }, in: &header, from: &offset)
  }
}

private func describe(
  _ parts: [EncodedColumn], in header: inout SnapshotWriter, from offset: inout Int
) {
  var sum: UInt64 = 0
  var length = 0
  var parted = SnapshotWriter()
  for part in parts {
    parted.add(part.base)
    parted.add(part.minimum)
    parted.add(part.maximum)
    parted.add(part.missingCount)
    parted.add(part.width)
    parted.add(UInt64(truncatingIfNeeded: part.offsetSum))
    parted.add(UInt64(truncatingIfNeeded: part.offsetSum >> 64))
    // A column has rows, so something occurs.
    parted.add(part.occurring ?? 0)
    length += SnapshotLayout.aligned(part.rowCount * part.width)
    sum = sum &* 31 &+ (part.withOffsetBytes { checksum($0) } ?? 0)
    if let validity = part.validity {
      length += SnapshotLayout.aligned(validity.words.count * 8)
      sum = sum &* 31 &+ checksum(validity.words.span.bytes)
    }
  }
  run(length, sum, from: &offset).write(to: &header)
  header.add(parted)
}

private func run(_ length: Int, _ sum: UInt64, from offset: inout Int) -> SnapshotRun {
  defer { offset += SnapshotLayout.aligned(length) }
  return SnapshotRun(offset: offset, length: length, sum: sum)
}

/// A dictionary as bytes: the length of each text and then the texts, or the years.
private func keyBytes(_ keys: KeyDictionary) -> [UInt8] {
  var writer = SnapshotWriter()
  switch keys {
  case .text(let texts): for text in texts { writer.add(text) }
  case .years(let years): for year in years { writer.add(Int(year)) }
  case .none: break
  }
  return writer.bytes
}

extension EncodedColumn {
  /// Bytes of one offset; 0 for a constant.
  var width: Int {
    switch offsets {
    case .constant: 0
    case .bytes: 1
    case .halves: 2
    case .words: 4
    case .longs: 8
    }
  }

  /// Shows the offsets as bytes; nil for a constant, which has none.
  func withOffsetBytes<Result>(_ body: (RawSpan) -> Result) -> Result? {
    switch offsets {
    case .constant: nil
    case .bytes(let buffer): buffer.withBytes { body($0) }
    case .halves(let buffer): buffer.withBytes { body($0) }
    case .words(let buffer): buffer.withBytes { body($0) }
    case .longs(let buffer): buffer.withBytes { body($0) }
    }
  }
}

/// A file that takes its name only when it is whole.
private struct SnapshotFile: ~Copyable {
  private let descriptor: Int32
  private let temporary: String
  private var position = 0
  private var isFinished = false

  init(beside path: String) throws(SnapshotWriteFailure) {
    temporary = "\(path).\(getpid()).new"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw SnapshotWriteFailure(number: errno) }
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(temporary) }
  }

  mutating func write(_ column: EncodedColumn) throws(SnapshotWriteFailure) {
    let failure = column.withOffsetBytes { put($0) } ?? 0
    if failure != 0 { throw SnapshotWriteFailure(number: failure) }
    try pad()
    if let validity = column.validity {
      try write(validity.words.span.bytes)
      try pad()
    }
  }

  mutating func write(_ bytes: RawSpan) throws(SnapshotWriteFailure) {
    let failure = put(bytes)
    if failure != 0 { throw SnapshotWriteFailure(number: failure) }
  }

  mutating func pad(to offset: Int? = nil) throws(SnapshotWriteFailure) {
    let wanted = offset ?? SnapshotLayout.aligned(position)
    let zeros = [UInt8](repeating: 0, count: wanted - position)
    try write(zeros.span.bytes)
  }

  mutating func finish(as path: String) throws(SnapshotWriteFailure) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw SnapshotWriteFailure(number: errno)
    }
    isFinished = true
  }

  /// The system's number of what failed, 0 where nothing did.
  private mutating func put(_ bytes: RawSpan) -> Int32 {
    let (descriptor, count) = (descriptor, bytes.byteCount)
    var written = 0
    while written < count {
      let step = unsafe bytes.withUnsafeBytes { pointer in
        unsafe Glibc.write(descriptor, pointer.baseAddress! + written, count - written)
      }
      if step < 0, errno == EINTR { continue }
      if step <= 0 { return errno == 0 ? EIO : errno }
      written += step
    }
    position += count
    return 0
  }
}
