import HoiColumns
import HoiDiagnostics
import HoiText

/// Puts the segments of all workers together: one dictionary a column, one scale an amount.
struct BulkAssembly {
  let workers: [BulkWorker]
  let limits: Limits
  let pool: WorkerPool

  /// By column: what becomes of each worker's numbers of texts, and the dictionary they point into.
  private struct Merged {
    var keys: KeyDictionary = .none
    /// By worker, by number of a text.
    var codes: [[UInt32]] = []
    var scale = 0
  }

  func table(
    _ stretches: [BulkStretch], file: String, firstLine: Int
  ) throws(Unusual) -> FactTable {
    let bulk = stretches.flatMap(\.segments)
    let merged = try mergeAll(bulk)
    let segments = Slots<Segment?>(repeating: nil, count: bulk.count)
    let scratches = (0..<pool.count).map { _ in CodeScratch() }
    pool.run(taskCount: bulk.count) { worker, task in
      segments[task] = finished(bulk[task], merged, scratches[worker])
    }
    var whole: [Segment] = []
    for task in bulk.indices {
      guard let segment = segments[task] else { throw Unusual() }
      whole.append(segment)
    }
    let schemas = workers[0].columns.indices.map { column in
      var schema = workers[0].columns[column].schema
      schema.scale = merged[column].scale
      return schema
    }
    return FactTable(
      columns: schemas, keys: merged.map(\.keys), segments: whole,
      origin: RowOrigin(file: file, breaks: breaks(stretches, firstLine: firstLine)),
      unread: Set(
        workers[0].columns.indices.filter {
          if case .unread = workers[0].columns[$0].kind { true } else { false }
        }))
  }

  private func mergeAll(_ bulk: [BulkSegment]) throws(Unusual) -> [Merged] {
    let columns = workers[0].columns
    // One sign parts decimals in a whole file; two of them are told of by who reads cell by cell.
    if Set(workers.flatMap { $0.columns.compactMap(\.sign) }).count > 1 { throw Unusual() }
    let found = Slots<Merged?>(repeating: nil, count: columns.count)
    // Sorting the names of one column takes as long as reading some ten thousand rows: where there is
    // but one, all threads sort it, else each sorts its own.
    func mergeOne(_ column: Int) {
      do throws(Unusual) {
        found[column] = try merge(column, bulk)
      } catch {
        // Nothing is there then.
      }
    }
    if areManyOfNames {
      pool.run(taskCount: columns.count) { _, column in mergeOne(column) }
    } else {
      for column in columns.indices { mergeOne(column) }
    }
    var merged: [Merged] = []
    for column in columns.indices {
      guard let one = found[column] else { throw Unusual() }
      merged.append(one)
    }
    return merged
  }

  private var areManyOfNames: Bool {
    workers[0].columns.count {
      if case .member = $0.kind { true } else { false }
    } > 1
  }

  private func merge(_ column: Int, _ bulk: [BulkSegment]) throws(Unusual) -> Merged {
    let parts = workers.map { $0.columns[column] }
    switch parts[0].kind {
    case .time: return mergeYears(parts)
    case .member: return try mergeNames(parts)
    case .flag: return Merged()
    case .unread: return Merged(keys: parts[0].schema.role == .dimension ? .text([]) : .none)
    case .number: return Merged(scale: neededScale(column, bulk))
    }
  }

  private func mergeYears(_ parts: [BulkColumn]) -> Merged {
    let years = Set(parts.flatMap(\.meanings)).sorted()
    var codes: [Int64: UInt32] = [:]
    for (code, year) in years.enumerated() { codes[year] = UInt32(code) }
    return Merged(
      keys: .years(years.map { Int32($0) }),
      codes: parts.map { $0.meanings.map { codes[$0]! } })
  }

  private func mergeNames(_ parts: [BulkColumn]) throws(Unusual) -> Merged {
    var names = MergedNames(toHold: parts.map(\.names))
    let numbers = parts.map { names.numbers(of: $0.names) }
    if names.texts.count > limits.members { throw Unusual() }
    let order = sortedKeys(
      names.texts, runCount: areManyOfNames ? 1 : pool.count
    ) { count, sort in
      pool.run(taskCount: count) { _, run in sort(run) }
    }
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { rank[Int(number)] = UInt32(place) }
    let nobody = UInt32(order.count)
    let codes = zip(parts, numbers).map { part, numbers in
      part.meanings.map { $0 < 0 ? nobody : rank[numbers[Int($0)]] }
    }
    return Merged(keys: .text(TextList(names.texts.texts(at: order))), codes: codes)
  }

  /// The decimals of the longest amount, zeros at its end not counted.
  private func neededScale(_ column: Int, _ bulk: [BulkSegment]) -> Int {
    var scale = 0
    for segment in bulk where segment.scales[column] > scale {
      let values = segment.column(column)
      var divisor: Int64 = 1
      var own = segment.scales[column]
      while own > scale {
        divisor *= 10
        let isCoarser = (0..<values.rowCount).allSatisfy { (values[$0] ?? 0) % divisor == 0 }
        if !isCoarser { break }
        own -= 1
      }
      scale = max(scale, own)
    }
    return scale
  }

  /// A segment with final codes and values; nil where a value has no room for the decimals of others.
  private func finished(
    _ bulk: BulkSegment, _ merged: [Merged], _ scratch: CodeScratch
  ) -> Segment? {
    var columns: [EncodedColumn] = []
    for place in bulk.parts.indices {
      guard let column = finished(place, of: bulk, merged[place], scratch) else { return nil }
      columns.append(column)
    }
    return Segment(rowCount: bulk.rowCount, columns: columns)
  }

  private func finished(
    _ place: Int, of bulk: BulkSegment, _ merged: Merged, _ scratch: CodeScratch
  ) -> EncodedColumn? {
    let own = workers[bulk.worker].columns[place]
    switch own.kind {
    case .time, .member:
      scratch.takeNumbers(place, of: bulk, through: merged.codes[bulk.worker])
      return scratch.encoded(rowCount: bulk.rowCount)
    case .flag:
      scratch.takeNumbers(place, of: bulk, through: own.meanings.indices.map { UInt32($0) })
      return rewritten(scratch.encoded(rowCount: bulk.rowCount)) {
        own.meanings[Int($0)] < 0 ? nil : own.meanings[Int($0)]
      }
    case .number: return scaled(bulk.column(place), from: bulk.scales[place], to: merged.scale)
    case .unread: return bulk.column(place)
    }
  }

  private func scaled(_ column: EncodedColumn, from scale: Int, to wanted: Int) -> EncodedColumn? {
    if scale == wanted { return column }
    var factor: Int64 = 1
    for _ in 0..<abs(wanted - scale) { factor *= 10 }
    if wanted < scale { return rewritten(column) { $0 / factor } }
    for bound in [column.minimum, column.maximum] {
      if bound.multipliedReportingOverflow(by: factor).overflow { return nil }
    }
    return rewritten(column) { $0 * factor }
  }

  /// The lines that rows begin on, where they are not simply one after another.
  private func breaks(_ stretches: [BulkStretch], firstLine: Int) -> [(row: Int, line: Int)] {
    var breaks: [(row: Int, line: Int)] = []
    var row = 0
    var line = firstLine
    for stretch in stretches where stretch.rowCount > 0 {
      if row == 0 { breaks.append((0, line)) }
      for gap in stretch.breaks where row + gap.row < row + stretch.rowCount {
        breaks.append((row + gap.row, line + gap.lineFeeds))
      }
      row += stretch.rowCount
      let isBroken = stretch.breaks.last?.row == stretch.rowCount
      line += stretch.lineFeeds
      if isBroken { breaks.append((row, line)) }
    }
    if breaks.last?.row == row { breaks.removeLast() }
    return breaks
  }
}

/// Places that workers write to, each its own.
private final class Slots<Element>: @unchecked Sendable {
  private let elements: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    elements = .allocate(capacity: count)
    unsafe elements.initialize(repeating: element)
  }

  deinit {
    unsafe elements.deinitialize()
    unsafe elements.deallocate()
  }

  subscript(place: Int) -> Element {
    get { unsafe elements[place] }
    set { unsafe elements[place] = newValue }
  }
}

/// Codes of one segment that one worker maps.
private final class CodeScratch {
  private var codes: [UInt32] = unwritten(FactTable.mostSegmentRows)

  /// Maps the numbers of a segment's texts, which are then no longer there: the codes get their memory.
  func takeNumbers(_ place: Int, of bulk: BulkSegment, through table: [UInt32]) {
    map(bulk.numbers(place), through: table, into: &codes)
    bulk.forget(place)
  }

  private func map(
    _ numbers: PackedNumbers, through table: [UInt32], into codes: inout [UInt32]
  ) {
    var span = codes.mutableSpan
    numbers.map(through: table.span, into: &span)
  }

  func encoded(rowCount: Int) -> EncodedColumn {
    let codes = codes
    return encodeCodes(codes.span.extracting(first: rowCount))
  }
}

private func rewritten(
  _ column: EncodedColumn, _ change: (Int64) -> Int64?
) -> EncodedColumn {
  var values = [Int64](repeating: 0, count: column.rowCount)
  var missing = [UInt64](repeating: 0, count: (column.rowCount + 63) >> 6)
  for row in 0..<column.rowCount {
    if let value = column[row].flatMap(change) {
      values[row] = value
    } else {
      missing[row >> 6] |= 1 << UInt64(row & 63)
    }
  }
  var span = values.mutableSpan
  return encodeValues(&span, count: column.rowCount, missing: missing.span)
}
