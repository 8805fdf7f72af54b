import HoiColumns

/// What the header says of a table.
struct PlannedTable {
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
