import HoiColumns
import HoiKernels
import Synchronization

/// Reads the header and gathers what has to be checked.
struct SnapshotPlan {
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
