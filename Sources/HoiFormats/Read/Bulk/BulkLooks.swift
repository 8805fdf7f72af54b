import Glibc
import HoiColumns
import HoiDiagnostics
import HoiKernels

/// What the cells of one column look like in one stretch of a file.
struct BulkLook {
  var look: ColumnLooks
  /// Where in the file the first text begins.
  var firstText: Int?

  init(head: String) {
    look = ColumnLooks(head: head)
    look.isSurelyNumbers = true
  }
}

extension BulkReading {
  /// What the columns of a large file look like, found with all threads and without holding the file.
  ///
  /// - Returns: the same as from the bytes of the file; nil where the file is small, unusual or wrong. Bytes
  ///   that are no text may pass for one: whoever reads the rows refuses them.
  package func columnLooks(
    at path: String, named name: String, limits: Limits, pool: WorkerPool
  ) -> [ColumnLooks]? {
    guard let (descriptor, size) = openLarge(path, limits) else { return nil }
    defer { close(descriptor) }
    do {
      let opened = try openHead(descriptor, size, name, limits)
      try checkHeadsDiffer(opened)
      let source = BulkSource(
        descriptor: descriptor, start: opened.scanner.offset,
        end: try endOfRows(descriptor, size), delimiter: opened.scanner.delimiter,
        columnCount: opened.header.count, blockBytes: blockBytes, watch: watch)
      // The rows are read afterwards.
      watch.begin(size, percents: 0..<50)
      let budget = RowBudget(.max)
      let (_, stretches) = try readStretches(
        taskStarts(source, opened), source, pool, budget
      ) { count in
        (0..<count).map { number in
          BulkWorker(
            source, columns: [], number: number, budget: budget, looker: BulkLooker(opened))
        }
      }
      return try merged(stretches, opened, descriptor)
    } catch {
      return nil
    }
  }

  private func merged(
    _ stretches: [BulkStretch], _ opened: OpenedCSV, _ descriptor: Int32
  ) throws(Unusual) -> [ColumnLooks] {
    var all = opened.header.map { BulkLook(head: $0) }
    for stretch in stretches where stretch.rowCount > 0 {
      for column in all.indices { all[column].add(stretch.looks[column]) }
    }
    for column in all.indices {
      // Said only of a column that mixes both; counting lines up to it takes time.
      guard let first = all[column].firstText, all[column].look.numberCount > 0 else { continue }
      all[column].look.firstTextLine = try line(of: first, descriptor)
    }
    return all.map(\.look)
  }

  /// The number of the line that holds an offset; all lines end in a line feed here.
  private func line(of offset: Int, _ descriptor: Int32) throws(Unusual) -> Int {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var (line, place) = (1, 0)
    while place < offset {
      let got = pread(descriptor, &buffer, min(buffer.count, offset - place), off_t(place))
      if got <= 0 { throw Unusual() }
      for index in 0..<got where buffer[index] == lineFeed { line += 1 }
      place += got
    }
    return line
  }
}

extension BulkLook {
  /// Takes the rows behind these into account.
  fileprivate mutating func add(_ next: BulkLook) {
    look.blankCount += next.look.blankCount
    look.wholeCount += next.look.wholeCount
    look.yearCount += next.look.yearCount
    look.schoolYearCount += next.look.schoolYearCount
    look.decimalCount += next.look.decimalCount
    look.codeCount += next.look.codeCount
    look.percentageCount += next.look.percentageCount
    look.textCount += next.look.textCount
    look.markCount += next.look.markCount
    for mark in next.look.marks where !look.marks.contains(mark) { look.marks.append(mark) }
    look.isSurelyNumbers = look.isSurelyNumbers && next.look.isSurelyNumbers
    firstText = firstText ?? next.firstText
  }
}
