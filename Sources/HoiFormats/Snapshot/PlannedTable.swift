import HoiColumns

/// What the header says of a table.
struct PlannedTable {
  struct Column {
    var schema: ColumnSchema
    var keyCount: Int
    var keys: SnapshotRun
    /// Where its rows begin, counted from the end of the header.
    var offset: Int
    var parts: [Part] = []
  }

  /// The rows of one segment.
  struct Part {
    var base: Int64
    var minimum: Int64
    var maximum: Int64
    var missingCount: Int
    var width: Int
    var rowCount: Int
    var summary: OffsetSummary
    var sum: UInt64

    var offsetBytes: Int { SnapshotLayout.aligned(rowCount * width) }
    var wordCount: Int { missingCount == 0 ? 0 : (rowCount + 63) >> 6 }
    var byteCount: Int { offsetBytes + SnapshotLayout.aligned(wordCount * 8) }
  }

  var file: String
  var source: SnapshotSource
  var contents: UInt64
  var origin: RowOrigin
  var rowCounts: [Int]
  var columns: [Column]
}

/// Reads the header: everything it says must be possible, and lie within the file.
///
/// - Parameter bytes: how many there are behind the header.
func plannedTables(_ header: SnapshotReader, bytes: Int) throws -> [PlannedTable] {
  var reader = header
  let tables = try (0..<(try reader.count(upTo: 100_000))).map { _ in
    try PlannedTable(&reader, bytes: bytes)
  }
  guard reader.isAtEnd else { throw SnapshotFault.damaged([.header]) }
  return tables
}

extension PlannedTable {
  fileprivate init(_ reader: inout SnapshotReader, bytes: Int) throws {
    file = try reader.text()
    source = try SnapshotSource(&reader)
    contents = try reader.word()
    let origin = try reader.text()
    let breaks = try (0..<(try reader.count(upTo: 1 << 40))).map { _ in
      (row: try reader.count(), line: try reader.count())
    }
    self.origin = RowOrigin(file: origin, breaks: breaks)
    let rowCounts = try (0..<(try reader.count(upTo: 1 << 40))).map { _ in
      try reader.count(upTo: FactTable.mostSegmentRows)
    }
    self.rowCounts = rowCounts
    columns = try (0..<(try reader.count(upTo: 100_000))).map { _ in
      let column = try Column(&reader, rowCounts)
      guard column.lies(within: bytes) else { throw SnapshotFault.damaged([.header]) }
      return column
    }
  }
}

extension PlannedTable.Column {
  fileprivate init(_ reader: inout SnapshotReader, _ rowCounts: [Int]) throws {
    let name = try reader.text()
    guard let role = ColumnSchema.Role(snapshotNumber: try reader.count()) else {
      throw SnapshotFault.damaged([.header])
    }
    schema = ColumnSchema(name: name, role: role, scale: try reader.count(upTo: 18))
    keyCount = try reader.count(upTo: Int(Int32.max))
    keys = try SnapshotRun(&reader)
    offset = try reader.count()
    parts = try rowCounts.map { try PlannedTable.Part(&reader, rowCount: $0) }
  }

  /// Whether everything is within so many bytes, and the rows of keys have no other codes than there
  /// can be.
  fileprivate func lies(within bytes: Int) -> Bool {
    guard keys.offset <= bytes, keys.length <= bytes - keys.offset,
      SnapshotLayout.aligned(keys.length) <= bytes - keys.offset, offset <= bytes,
      offset % SnapshotLayout.alignment == 0,
      parts.reduce(0, { $0 + $1.byteCount }) <= bytes - offset
    else { return false }
    switch schema.role {
    case .measure: return keys.length == 0 && keyCount == 0
    case .time, .dimension:
      return parts.allSatisfy {
        $0.base >= 0 && $0.base <= $0.minimum && $0.maximum <= keyCount && $0.missingCount == 0
      }
    }
  }
}

extension PlannedTable.Part {
  fileprivate init(_ reader: inout SnapshotReader, rowCount: Int) throws {
    self.rowCount = rowCount
    base = try reader.integer()
    minimum = try reader.integer()
    maximum = try reader.integer()
    missingCount = try reader.count(upTo: rowCount)
    width = try reader.count(upTo: 8)
    let low = try reader.word()
    let high = try reader.word()
    let occurring = try reader.word()
    summary = OffsetSummary(
      sum: UInt128(high) << 64 | UInt128(low), occurring: occurring == 0 ? nil : occurring)
    sum = try reader.word()
    guard width & (width - 1) == 0, minimum <= maximum else {
      throw SnapshotFault.damaged([.header])
    }
  }
}
