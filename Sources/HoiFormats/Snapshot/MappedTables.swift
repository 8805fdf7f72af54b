import HoiColumns
import HoiKernels
import HoiText

/// Shows tables from the file itself.
///
/// Dictionaries are compared with their sums here, by all threads, because a model is linked by them;
/// rows are compared when they are looked at.
///
/// - Parameter start: the end of the header.
func mappedTables(
  _ planned: [PlannedTable], in file: MappedFile, from start: Int, _ pool: WorkerPool
) throws -> (rows: MappedRuns, tables: [SnapshotTable]) {
  var runs: [MappedRun] = []
  var dictionaries: [(run: MappedRun, part: SnapshotPart)] = []
  for table in planned {
    for column in table.columns {
      if column.keys.length > 0 {
        dictionaries.append(
          (column.keyRun(from: start), .keys(column: column.schema.name, file: table.file)))
      }
      var offset = start + column.offset
      for part in column.parts {
        runs.append(MappedRun(range: offset..<(offset + part.byteCount), sum: part.sum))
        offset += part.byteCount
      }
    }
  }
  let keys = MappedRuns(file, dictionaries.map(\.run), sum: { checksum($0) })
  keys.compareAll(pool)
  if keys.isDamaged {
    throw SnapshotFault.damaged(keys.damagedRuns.map { dictionaries[$0].part })
  }
  let rows = MappedRuns(file, runs, sum: { checksum($0) })
  var run = 0
  let tables = try planned.map { table in
    defer { run += table.columns.count * table.rowCounts.count }
    return try table.table(rows, firstRun: run, from: start)
  }
  return (rows, tables)
}

extension PlannedTable {
  fileprivate func table(
    _ rows: MappedRuns, firstRun: Int, from start: Int
  ) throws -> SnapshotTable {
    var offsets = columns.map { start + $0.offset }
    let keys = try columns.map { try $0.dictionary(rows.file, from: start) }
    let segments = rowCounts.indices.map { segment in
      Segment(
        rowCount: rowCounts[segment],
        columns: columns.indices.map { column in
          let part = columns[column].parts[segment]
          defer { offsets[column] += part.byteCount }
          return part.column(
            rows, run: firstRun + column * rowCounts.count + segment, at: offsets[column])
        })
    }
    return SnapshotTable(
      file: file, source: source, contents: contents,
      facts: FactTable(
        columns: columns.map(\.schema), keys: keys, segments: segments, origin: origin))
  }
}

extension PlannedTable.Column {
  fileprivate func keyRun(from start: Int) -> MappedRun {
    let begin = start + keys.offset
    return MappedRun(range: begin..<(begin + SnapshotLayout.aligned(keys.length)), sum: keys.sum)
  }

  fileprivate func dictionary(_ file: MappedFile, from start: Int) throws -> KeyDictionary {
    let begin = start + keys.offset
    switch schema.role {
    case .measure: return .none
    case .time:
      var reader = SnapshotReader(file, begin..<(begin + keys.length))
      let years = try (0..<keyCount).map { _ in
        guard let year = Int32(exactly: try reader.integer()) else {
          throw SnapshotFault.damaged([.header])
        }
        return year
      }
      guard reader.isAtEnd else { throw SnapshotFault.damaged([.header]) }
      return .years(years)
    case .dimension:
      // Where each text begins, and where the last ends; then the texts.
      let texts = begin + (keyCount + 1) * 8
      guard begin + keys.length >= texts,
        file.withBytes(begin..<texts, { ascends($0, to: begin + keys.length - texts) })
      else { throw SnapshotFault.damaged([.header]) }
      return .text(
        TextList(count: keyCount) { place in
          let (from, to) = (file.word(at: begin + place * 8), file.word(at: begin + place * 8 + 8))
          return file.text((texts + Int(from))..<(texts + Int(to)))
        })
    }
  }
}

/// Whether words ascend from zero to a last one.
private func ascends(_ words: RawSpan, to last: Int) -> Bool {
  var before: UInt64 = 0
  var isAscending = true
  for place in stride(from: 0, to: words.byteCount, by: 8) {
    let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    isAscending = isAscending && word >= before && (place > 0 || word == 0)
    before = word
  }
  return isAscending && before == UInt64(last)
}

extension PlannedTable.Part {
  fileprivate func column(_ rows: MappedRuns, run: Int, at offset: Int) -> EncodedColumn {
    let offsets: EncodedColumn.Offsets =
      switch width {
      case 1: .bytes(rows.buffer(at: offset, count: rowCount, of: UInt8.self, run: run))
      case 2: .halves(rows.buffer(at: offset, count: rowCount, of: UInt16.self, run: run))
      case 4: .words(rows.buffer(at: offset, count: rowCount, of: UInt32.self, run: run))
      case 8: .longs(rows.buffer(at: offset, count: rowCount, of: UInt64.self, run: run))
      default: .constant
      }
    let validity =
      wordCount == 0
      ? nil
      : rows.buffer(at: offset + offsetBytes, count: wordCount, of: UInt64.self, run: run)
    return EncodedColumn(
      rowCount: rowCount, base: base, offsets: offsets, minimum: minimum, maximum: maximum,
      missingCount: missingCount, mappedValidity: validity, summary: summary)
  }
}
