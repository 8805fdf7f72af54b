import Glibc
import HoiColumns
import HoiDiagnostics
import HoiKernels
import HoiText

/// How large files are read; tests make them small.
package struct BulkReading: Sendable {
  /// Below this a file is read cell by cell.
  package var leastBytes = 4 << 20
  /// How many rows one task reads, by the length of the first ones.
  package var taskRows = 60_000
  /// What is read to find the header and the length of rows.
  package var headBytes = 1 << 18
  /// How much of the file a worker holds at a time; a row has to fit.
  package var blockBytes = 1 << 18
  package var watch = LoadWatch()

  package init() {}

  /// The table; nil where the file is small, or cannot be read so.
  package func read(
    _ path: String, _ name: String, _ blueprint: TableBlueprint, leaving unread: Set<Int> = [],
    _ limits: Limits, _ pool: WorkerPool, _ budget: RowBudget = RowBudget(.max),
    percents: Range<Int> = 0..<100
  ) -> (table: FactTable, warnings: [Diagnostic])? {
    guard let (descriptor, size) = openLarge(path, limits) else { return nil }
    defer { close(descriptor) }
    do {
      let opened = try openHead(
        descriptor, size, name, delimiter: blueprint.delimiter,
        skippedLines: blueprint.skippedLines, limits)
      let places = try plainPlaces(opened.layout(of: blueprint, limits: limits), blueprint)
      watch.begin(size, percents: percents)
      let table = try read(
        descriptor, size, opened, places, blueprint, unread, limits, pool, budget)
      return (table, personalWarnings(table, places, opened, blueprint))
    } catch {
      return nil
    }
  }

  /// Opens a file that is large enough; nil for any other.
  func openLarge(_ path: String, _ limits: Limits) -> (descriptor: Int32, size: Int)? {
    guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size >= leastBytes, status.st_size <= limits.fileBytes
    else {
      close(descriptor)
      return nil
    }
    return (descriptor, Int(status.st_size))
  }

  private func personalWarnings(
    _ table: FactTable, _ places: [Int], _ opened: OpenedCSV, _ blueprint: TableBlueprint
  ) -> [Diagnostic] {
    zip(table.keys, places).compactMap { keys, place in
      guard case .text(let texts) = keys,
        let kind = personalData(head: opened.header[place], texts: texts)
      else { return nil }
      return .personal(kind, at: place, opened, table: blueprint.table)
    }
  }

  /// Where the columns stand in a file that has a row for each of the table's, and every one of them.
  private func plainPlaces(
    _ layout: FileLayout, _ blueprint: TableBlueprint
  ) throws(Unusual) -> [Int] {
    guard !layout.isWide, layout.preliminary == nil, blueprint.textColumns.isEmpty,
      blueprint.conditions.isEmpty
    else { throw Unusual() }
    var places: [Int] = []
    for source in layout.sources.prefix(blueprint.columns.count) {
      guard case .column(let place) = source else { throw Unusual() }
      places.append(place)
    }
    return places
  }

  func openHead(
    _ descriptor: Int32, _ size: Int, _ name: String, delimiter: UInt8? = nil,
    skippedLines: Int = 0, _ limits: Limits
  ) throws -> OpenedCSV {
    var head = [UInt8](repeating: 0, count: min(headBytes, size))
    let count = pread(descriptor, &head, head.count, 0)
    // Two bytes a letter are turned into UTF-8 as a whole.
    if transcodedUTF16(head) != nil { throw Unusual() }
    guard count == head.count, let last = head.lastIndex(of: lineFeed) else { throw Unusual() }
    head.removeLast(head.count - last - 1)
    return try OpenedCSV(
      DataFile(bytes: head, name: name), delimiter: delimiter, skippedLines: skippedLines,
      limits: limits)
  }

  private func read(
    _ descriptor: Int32, _ size: Int, _ opened: OpenedCSV, _ places: [Int],
    _ blueprint: TableBlueprint, _ unread: Set<Int>, _ limits: Limits, _ pool: WorkerPool,
    _ budget: RowBudget
  ) throws(Unusual) -> FactTable {
    let marks = MissingMarks(blueprint.missingMarks, blankIsZero: blueprint.blankIsZero)
    // Which of the two an empty place stands for would have to be kept cell by cell.
    if marks.looksNumeric || (marks.blankIsZero && !blueprint.missingMarks.isEmpty) {
      throw Unusual()
    }
    // A cell of these could hold text that is never looked at otherwise.
    guard opened.header.count == places.count || isUTF8(descriptor, size) else { throw Unusual() }
    let source = BulkSource(
      descriptor: descriptor, start: opened.scanner.offset,
      end: try endOfRows(descriptor, size), delimiter: opened.scanner.delimiter,
      columnCount: opened.header.count, blockBytes: blockBytes, watch: watch)
    let starts = taskStarts(source, opened)
    // One set for all workers, so that they can compare their hashes.
    let keys = TextKeys((0..<(textMargin / 8)).map { _ in UInt64.random(in: .min ... .max) })
    func crew(_ count: Int) -> [BulkWorker] {
      (0..<count).map { number in
        BulkWorker(
          source, columns: columns(blueprint, unread, places, opened, keys, marks, limits),
          number: number, budget: budget)
      }
    }
    let (workers, stretches) = try readStretches(starts, source, pool, budget, crew)
    let table = try BulkAssembly(workers: workers, limits: limits, pool: pool)
      .table(stretches, file: opened.file.name, firstLine: opened.scanner.line)
    if blueprint.requiresUniqueKeys, repeatedKey(in: table) != nil { throw Unusual() }
    return table
  }

  private func columns(
    _ blueprint: TableBlueprint, _ unread: Set<Int>, _ places: [Int], _ opened: OpenedCSV,
    _ keys: TextKeys, _ marks: MissingMarks, _ limits: Limits
  ) -> [BulkColumn] {
    zip(blueprint.columns.indices, places).map { index, place in
      let column = blueprint.columns[index]
      let kind: BulkColumn.Kind =
        switch column.schema.role {
        case _ where unread.contains(index): .unread
        case .time: .time(limits.years)
        case .dimension: .member
        case .measure(.flag): .flag
        case .measure(let kind): .number(kind)
        }
      return BulkColumn(
        kind, column.schema, places: CellPlaces(column: place, columnCount: opened.header.count),
        keys: keys, marks: marks, decimal: blueprint.decimal, cells: opened.scanner)
    }
  }
}

/// Whether all of a file is text.
private func isUTF8(_ descriptor: Int32, _ size: Int) -> Bool {
  var buffer = [UInt8](repeating: 0, count: 1 << 18)
  var held = 0
  var offset = 0
  while offset < size {
    let wanted = min(buffer.count - held, size - offset)
    let got = buffer.withUnsafeMutableBytes { bytes in
      unsafe pread(descriptor, bytes.baseAddress! + held, wanted, off_t(offset))
    }
    if got <= 0 { return false }
    offset += got
    held += got
    var whole = held
    // A character may be cut by the end of the block.
    if offset < size {
      while whole > held - 4, whole > 0, buffer[whole - 1] & 0xC0 == 0x80 { whole -= 1 }
      if whole > 0, buffer[whole - 1] >= 0xC0 { whole -= 1 }
    }
    do {
      _ = try UTF8Span(validating: buffer.span.extracting(first: whole))
    } catch {
      return false
    }
    buffer.withUnsafeMutableBytes { bytes in
      if let base = bytes.baseAddress { unsafe memmove(base, base + whole, held - whole) }
    }
    held -= whole
  }
  return held == 0
}
