import Glibc
import HoiColumns
import HoiKernels

/// What a delimited file holds below its header, and how its rows are to be read.
struct BulkSource {
  let descriptor: Int32
  /// Where the first row begins, and where the rows end.
  let start: Int
  let end: Int
  let delimiter: UInt8
  let columnCount: Int
  let blockBytes: Int
  let watch: LoadWatch
}

/// The rows that begin in one stretch of a file.
struct BulkStretch {
  /// Where its first row begins, and where the row after its last does.
  var start: Int
  var end: Int
  var segments: [BulkSegment] = []
  var rowCount = 0
  var lineFeeds = 0
  /// Rows that do not begin on the line after the row before, with the line feeds before them.
  var breaks: [(row: Int, lineFeeds: Int)] = []
  /// What the columns look like, where that is asked.
  var looks: [BulkLook] = []
}

/// Reads stretches of a file through buffers that are reused.
final class BulkWorker {
  let columns: [BulkColumn]
  private let source: BulkSource
  private let number: Int
  private let budget: RowBudget
  private let looker: BulkLooker?
  /// Bytes of the file, between margins that kernels may read.
  private var buffer: [UInt8]
  private var ends: [UInt32]
  private var scan = StructureScan()

  private static let margin = textMargin

  init(
    _ source: BulkSource, columns: [BulkColumn], number: Int, budget: RowBudget,
    looker: BulkLooker? = nil
  ) {
    self.looker = looker
    self.source = source
    self.budget = budget
    self.columns = columns
    self.number = number
    buffer = Array(repeating: 0, count: source.blockBytes + 2 * Self.margin)
    ends = unwritten(source.blockBytes + 2 * Self.margin)
  }

  /// Reads the rows that begin from one offset on and before another.
  ///
  /// - Parameter isExact: whether a row begins at `first`; else the first that does is looked for,
  ///   as if no line break behind it were within quotes.
  func read(
    from first: Int, upTo limit: Int, isExact: Bool
  ) throws(Unusual) -> BulkStretch {
    var offset = isExact ? first : first - 1
    var held = try fill(at: offset, keeping: 0)
    if !isExact {
      let skipped = try skipLine(held)
      offset += skipped
      held -= skipped
      move(from: skipped, count: held)
      held = try fill(at: offset, keeping: held)
    }
    var stretch = BulkStretch(start: offset, end: offset)
    var rowsInSegment = 0
    while offset < limit, offset < source.end {
      // Whoever asked tells that the time is over.
      if source.watch.mustStop() { throw Unusual() }
      let rows = try listRows(held, before: limit - offset)
      if rowsInSegment + rows > FactTable.mostSegmentRows {
        try finishSegment(&stretch, rowCount: rowsInSegment)
        rowsInSegment = 0
      }
      let used = Int(ends[rows * source.columnCount]) + 1 - Self.margin
      try readBlock(rowCount: rows, first: rowsInSegment, at: offset)
      countLines(&stretch, rowCount: rows)
      rowsInSegment += rows
      stretch.rowCount += rows
      source.watch.read(used)
      offset += used
      held -= used
      move(from: used, count: held)
      held = try fill(at: offset, keeping: held)
    }
    if rowsInSegment > 0 { try finishSegment(&stretch, rowCount: rowsInSegment) }
    stretch.end = offset
    stretch.looks = looker?.finish() ?? []
    return stretch
  }

  /// Reads on behind the bytes that are kept; tells how many there are then.
  private func fill(at offset: Int, keeping held: Int) throws(Unusual) -> Int {
    var count = held
    while count < source.blockBytes, offset + count < source.end {
      let wanted = min(source.blockBytes - count, source.end - offset - count)
      let place = Self.margin + count
      let got = buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(
          source.descriptor, bytes.baseAddress! + place, wanted, off_t(offset + count))
      }
      if got < 0, errno == EINTR { continue }
      // A file that has become shorter, or cannot be read, is told of by who reads it whole.
      if got <= 0 { throw Unusual() }
      count += got
    }
    if offset + count == source.end, count < source.blockBytes {
      buffer[Self.margin + count] = 0x0A
    }
    return count
  }

  private func move(from place: Int, count: Int) {
    guard count > 0, place > 0 else { return }
    buffer.withUnsafeMutableBytes { bytes in
      let base = unsafe bytes.baseAddress! + Self.margin
      unsafe memmove(base, base + place, count)
    }
  }

  /// How many bytes there are up to the first line feed, with it.
  private func skipLine(_ held: Int) throws(Unusual) -> Int {
    for place in 0..<held where buffer[Self.margin + place] == 0x0A { return place + 1 }
    throw Unusual()
  }

  /// Lists the cells of the whole rows in the buffer that begin before a limit.
  private func listRows(_ held: Int, before limit: Int) throws(Unusual) -> Int {
    scan = StructureScan()
    scan.count = 1
    ends[0] = UInt32(Self.margin - 1)
    // The last row may have no line feed: one has been put behind it.
    let isLast = held < source.blockBytes
    let end = Self.margin + held
    let closed = isLast && buffer[end - 1] != 0x0A ? end + 1 : end
    list(Self.margin..<closed, into: &ends)
    if scan.hasStrayQuote { throw Unusual() }
    if scan.hasReturn { try checkReturns(Self.margin..<end) }
    let columnCount = source.columnCount
    let rows = (scan.count - 1) / columnCount
    guard scan.rowEnds == rows, rows > 0 else { throw Unusual() }
    if isLast, scan.isQuoted || rows * columnCount != scan.count - 1 { throw Unusual() }
    var whole = 0
    while whole < rows, Int(ends[whole * columnCount]) + 1 - Self.margin < limit {
      let rowEnd = Int(ends[(whole + 1) * columnCount])
      guard buffer[rowEnd] == 0x0A else { throw Unusual() }
      whole += 1
    }
    guard whole > 0 else { throw Unusual() }
    return whole
  }

  private func list(_ bytes: Range<Int>, into ends: inout [UInt32]) {
    let buffer = buffer
    var span = ends.mutableSpan
    listStructure(
      buffer.span, in: bytes, delimiter: source.delimiter, scan: &scan, into: &span)
  }

  /// A carriage return ends a line unless a line feed follows.
  private func checkReturns(_ bytes: Range<Int>) throws(Unusual) {
    for place in bytes where buffer[place] == 0x0D && buffer[place + 1] != 0x0A {
      // What follows the last byte is not known yet.
      if place + 1 == bytes.upperBound { continue }
      throw Unusual()
    }
  }

  private func readBlock(rowCount: Int, first: Int, at offset: Int) throws(Unusual) {
    let (buffer, ends) = (buffer, ends)
    let cells = rowCount * source.columnCount
    // Where some rows have none, the few cells with one are read one by one.
    let endsInReturns =
      scan.hasReturn
      && (1...rowCount).allSatisfy {
        buffer[Int(ends[$0 * source.columnCount]) - 1] == carriageReturn
      }
    try looker?.read(
      buffer.span, ends: ends.span.extracting(first: cells + 1), rowCount: rowCount,
      fileOffset: offset - Self.margin, endsInReturns: endsInReturns)
    for column in columns {
      try column.read(
        buffer.span, ends: ends.span.extracting(first: cells + 1), rowCount: rowCount,
        first: first, endsInReturns: endsInReturns)
    }
  }

  /// Keeps the lines that rows begin on, where text has line breaks in it.
  private func countLines(_ stretch: inout BulkStretch, rowCount: Int) {
    guard scan.lineFeeds != scan.rowEnds else {
      stretch.lineFeeds += rowCount
      return
    }
    for row in 0..<rowCount {
      let start = Int(ends[row * source.columnCount]) + 1
      let end = Int(ends[(row + 1) * source.columnCount])
      var feeds = 0
      for place in start..<end where buffer[place] == 0x0A { feeds += 1 }
      stretch.lineFeeds += feeds + 1
      if feeds > 0 {
        stretch.breaks.append((stretch.rowCount + row + 1, stretch.lineFeeds))
      }
    }
  }

  private func finishSegment(_ stretch: inout BulkStretch, rowCount: Int) throws(Unusual) {
    // An encoded row is narrower than this, and the dictionaries are small beside the rows.
    let most = rowCount * columns.count * 4 + columns.reduce(0) { $0 + $1.textBytes }
    if budget.isExceeded(by: most) { throw Unusual() }
    let parts = columns.map { $0.finishSegment(rowCount: rowCount) }
    budget.take(parts.reduce(0) { $0 + $1.byteCount })
    stretch.segments.append(
      BulkSegment(
        worker: number, rowCount: rowCount, parts: parts, scales: columns.map(\.scale)))
  }
}
