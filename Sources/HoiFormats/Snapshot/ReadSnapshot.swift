import Glibc
import HoiColumns
import HoiKernels
import Synchronization

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

/// What the header says of a table.
private struct PlannedTable {
  struct Column {
    var schema: ColumnSchema
    var keyCount: Int
    var keys: SnapshotRun
    var data: SnapshotRun
    var parts: [Part] = []
  }

  struct Part {
    var base: Int64
    var minimum: Int64
    var maximum: Int64
    var missingCount: Int
    var width: Int
    var rowCount: Int
    var summary: OffsetSummary

    var offsetBytes: Int { SnapshotLayout.aligned(rowCount * width) }
    var wordCount: Int { missingCount == 0 ? 0 : (rowCount + 63) >> 6 }
    var byteCount: Int { offsetBytes + SnapshotLayout.aligned(wordCount * 8) }
  }

  var file: String
  var source: SnapshotSource
  var origin: RowOrigin
  var rowCounts: [Int]
  var columns: [Column]
}

/// Reads the header and gathers what has to be checked.
private struct SnapshotPlan {
  let file: MappedFile
  let start: Int
  private(set) var checks: [Check] = []

  /// Stretches of the file that a sum was made of.
  struct Check {
    var ranges: [Range<Int>]
    var isKeys: Bool
    var sum: UInt64
  }

  init(file: MappedFile, start: Int) {
    self.file = file
    self.start = start
  }

  mutating func tables(_ header: SnapshotReader) throws -> [PlannedTable] {
    var reader = header
    let tables = try (0..<(try reader.count(upTo: 100_000))).map { _ in try table(&reader) }
    guard reader.isAtEnd else { throw SnapshotFault.damaged }
    return tables
  }

  private mutating func table(_ reader: inout SnapshotReader) throws -> PlannedTable {
    let name = try reader.text()
    let source = try SnapshotSource(&reader)
    let origin = try reader.text()
    let breaks = try (0..<(try reader.count(upTo: file.count))).map { _ in
      (row: try reader.count(), line: try reader.count())
    }
    let rowCounts = try (0..<(try reader.count(upTo: file.count))).map { _ in
      try reader.count(upTo: FactTable.mostSegmentRows)
    }
    let columns = try (0..<(try reader.count(upTo: 100_000))).map { _ in
      try column(&reader, rowCounts)
    }
    return PlannedTable(
      file: name, source: source, origin: RowOrigin(file: origin, breaks: breaks),
      rowCounts: rowCounts, columns: columns)
  }

  private mutating func column(
    _ reader: inout SnapshotReader, _ rowCounts: [Int]
  ) throws -> PlannedTable.Column {
    let name = try reader.text()
    guard let role = ColumnSchema.Role(snapshotNumber: try reader.count()) else {
      throw SnapshotFault.damaged
    }
    let schema = ColumnSchema(name: name, role: role, scale: try reader.count(upTo: 18))
    let keyCount = try reader.count(upTo: Int(Int32.max))
    var column = PlannedTable.Column(
      schema: schema, keyCount: keyCount, keys: try SnapshotRun(&reader),
      data: try SnapshotRun(&reader))
    column.parts = try rowCounts.map { rowCount in
      PlannedTable.Part(
        base: try reader.integer(), minimum: try reader.integer(),
        maximum: try reader.integer(), missingCount: try reader.count(upTo: rowCount),
        width: try width(&reader), rowCount: rowCount, summary: try summary(&reader))
    }
    try check(column)
    return column
  }

  private func width(_ reader: inout SnapshotReader) throws -> Int {
    let width = try reader.count(upTo: 8)
    guard [0, 1, 2, 4, 8].contains(width) else { throw SnapshotFault.damaged }
    return width
  }

  private func summary(_ reader: inout SnapshotReader) throws -> OffsetSummary {
    let low = try reader.word()
    let high = try reader.word()
    let occurring = try reader.word()
    return OffsetSummary(
      sum: UInt128(high) << 64 | UInt128(low), occurring: occurring == 0 ? nil : occurring)
  }

  /// Everything must lie within the file, and be as long as it has to be.
  private mutating func check(_ column: PlannedTable.Column) throws {
    for run in [column.keys, column.data] {
      guard run.offset <= file.count - start, run.length <= file.count - start - run.offset else {
        throw SnapshotFault.damaged
      }
    }
    guard column.parts.reduce(0, { $0 + $1.byteCount }) == column.data.length else {
      throw SnapshotFault.damaged
    }
    let keys = start + column.keys.offset
    checks.append(
      Check(ranges: [keys..<(keys + column.keys.length)], isKeys: true, sum: column.keys.sum))
    var ranges: [Range<Int>] = []
    var offset = start + column.data.offset
    for part in column.parts {
      ranges.append(offset..<(offset + part.rowCount * part.width))
      offset += part.offsetBytes
      if part.wordCount > 0 { ranges.append(offset..<(offset + part.wordCount * 8)) }
      offset += SnapshotLayout.aligned(part.wordCount * 8)
    }
    checks.append(Check(ranges: ranges, isKeys: false, sum: column.data.sum))
  }

  /// Whether every run adds up to what its checksum says.
  func isSound(_ pool: WorkerPool) -> Bool {
    let isDamaged = Atomic<Bool>(false)
    pool.run(taskCount: checks.count) { _, task in
      let check = checks[task]
      var sum: UInt64 = 0
      for range in check.ranges {
        let part = range.isEmpty && !check.isKeys ? 0 : file.withBytes(range) { checksum($0) }
        sum = check.isKeys ? part : sum &* 31 &+ part
      }
      if sum != check.sum { isDamaged.store(true, ordering: .relaxed) }
    }
    return !isDamaged.load(ordering: .relaxed)
  }
}

extension PlannedTable {
  func table(_ file: MappedFile, _ start: Int) throws -> SnapshotTable {
    var offsets = columns.map { start + $0.data.offset }
    let keys = try columns.map { try $0.dictionary(file, start) }
    let segments = rowCounts.indices.map { segment in
      Segment(
        rowCount: rowCounts[segment],
        columns: columns.indices.map { column in
          let part = columns[column].parts[segment]
          defer { offsets[column] += part.byteCount }
          return part.column(file, at: offsets[column])
        })
    }
    return SnapshotTable(
      file: self.file, source: source,
      facts: FactTable(
        columns: columns.map(\.schema), keys: keys, segments: segments, origin: origin))
  }
}

extension PlannedTable.Column {
  fileprivate func dictionary(_ file: MappedFile, _ start: Int) throws -> KeyDictionary {
    let begin = start + keys.offset
    var reader = SnapshotReader(file.copy(begin..<(begin + keys.length)))
    let dictionary: KeyDictionary
    switch schema.role {
    case .time:
      dictionary = .years(
        try (0..<keyCount).map { _ in
          guard let year = Int32(exactly: try reader.integer()) else { throw SnapshotFault.damaged }
          return year
        })
    case .dimension: dictionary = .text(try (0..<keyCount).map { _ in try reader.text() })
    case .measure: dictionary = .none
    }
    guard reader.isAtEnd else { throw SnapshotFault.damaged }
    return dictionary
  }
}

extension PlannedTable.Part {
  fileprivate func column(_ file: MappedFile, at offset: Int) -> EncodedColumn {
    let offsets: EncodedColumn.Offsets =
      switch width {
      case 1: .bytes(file.buffer(at: offset, count: rowCount, of: UInt8.self))
      case 2: .halves(file.buffer(at: offset, count: rowCount, of: UInt16.self))
      case 4: .words(file.buffer(at: offset, count: rowCount, of: UInt32.self))
      case 8: .longs(file.buffer(at: offset, count: rowCount, of: UInt64.self))
      default: .constant
      }
    var validity: Bitmap?
    if wordCount > 0 {
      let words = file.buffer(at: offset + offsetBytes, count: wordCount, of: UInt64.self)
      validity = Bitmap(
        count: rowCount, words: words.withSpan { span in span.indices.map { span[$0] } })
    }
    return EncodedColumn(
      rowCount: rowCount, base: base, offsets: offsets, minimum: minimum, maximum: maximum,
      missingCount: missingCount, validity: validity, summary: summary)
  }
}

extension MappedFile {
  fileprivate func copy(_ range: Range<Int>) -> [UInt8] {
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
