import HoiKernels

/// Looks at the cells of one stretch after the other.
final class BulkLooker {
  private let opened: OpenedCSV
  private var looks: [BulkLook] = []
  /// By column: unusual cells met lately, since such come again.
  private var recent: [[(bytes: [UInt8], look: CellLook)]]
  private var nextPlace = 0
  /// By column: the texts met in this stretch, where they are few and short, and what they look like.
  private var known: [ShortTexts?] = []
  private var knownLooks: [[CellLook]] = []
  private var numbers: [UInt32] = []

  init(_ opened: OpenedCSV) {
    self.opened = opened
    recent = Array(repeating: [], count: opened.header.count)
  }

  /// What was seen since the last time this was asked.
  func finish() -> [BulkLook] {
    defer { looks = [] }
    return looks
  }

  private func begin() {
    looks = opened.header.map { BulkLook(head: $0) }
    let none = ShortTexts(factor: .random(in: .min ... .max))
    known = Array(repeating: none, count: looks.count)
    knownLooks = Array(repeating: [], count: looks.count)
  }

  /// - Parameters:
  ///   - fileOffset: where in the file the first of the bytes would stand.
  ///   - endsInReturns: whether every row ends in a carriage return before its line feed.
  func read(
    _ bytes: Span<UInt8>, ends: Span<UInt32>, rowCount: Int, fileOffset: Int, endsInReturns: Bool
  ) throws(Unusual) {
    if looks.isEmpty { begin() }
    let blanksBefore = looks.map(\.look.blankCount)
    for column in looks.indices {
      var places = CellPlaces(column: column, columnCount: looks.count)
      places.cut = endsInReturns && column == looks.count - 1 ? 1 : 0
      var seen = looks[column]
      var row = 0
      while row < rowCount {
        row =
          known[column] == nil
          ? pass(&seen, bytes, ends, places, row..<rowCount)
          : passKnown(column, &seen, bytes, ends, places, row..<rowCount)
        if row == rowCount { break }
        let (start, end) = places.cell(row, ends)
        let look = try look(at: column, bytes, start, end, &seen, fileOffset)
        know(bytes.extracting(start..<end), look, column)
        row += 1
      }
      looks[column] = seen
    }
    // A row of blanks alone is none, so its blanks must not be counted.
    if zip(looks, blanksBefore).allSatisfy({ $0.look.blankCount > $1 }),
      (0..<rowCount).contains(where: { isBlank($0, bytes, ends) })
    {
      throw Unusual()
    }
  }

  /// Takes cells into account that are plain numbers, blank or words; tells the first that is none.
  private func pass(
    _ seen: inout BulkLook, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces,
    _ rows: Range<Int>
  ) -> Int {
    var row = rows.lowerBound
    // The first text is looked at by itself, since its place is told.
    if seen.firstText != nil {
      row = countWords(
        bytes, ends: ends, places: places, rows: rows, letters: ~lettersOfMarks,
        longest: min(opened.scanner.longestCell, textMargin))
      seen.look.textCount += row - rows.lowerBound
    }
    var counts = NumberCounts()
    row = countNumbers(
      bytes, ends: ends, places: places, rows: row..<rows.upperBound,
      mayHavePoint: cellsArePartedByCommas, into: &counts)
    seen.look.blankCount += counts.blank
    seen.look.wholeCount += counts.whole
    seen.look.yearCount += counts.year
    seen.look.decimalCount += counts.decimal
    return row
  }

  /// Takes any cell into account.
  private func look(
    at column: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ seen: inout BulkLook,
    _ fileOffset: Int
  ) throws(Unusual) -> CellLook {
    if end - start > opened.scanner.longestCell { throw Unusual() }
    if seen.look.isSurelyNumbers,
      !isSurelyNumber(bytes, start, end, mayHavePoint: cellsArePartedByCommas)
    {
      seen.look.isSurelyNumbers = false
    }
    let look =
      if let plain = plainLook(bytes, start, end) { plain } else {
        try unusualLook(bytes, start, end, column)
      }
    seen.look.count(look)
    if look == .text, seen.firstText == nil {
      seen.firstText = fileOffset + textStart(bytes, start, end)
    }
    return look
  }

  /// Takes cells into account whose text has been met; tells the first whose text has not.
  private func passKnown(
    _ column: Int, _ seen: inout BulkLook, _ bytes: Span<UInt8>, _ ends: Span<UInt32>,
    _ places: CellPlaces, _ rows: Range<Int>
  ) -> Int {
    guard let texts = known[column] else { return rows.lowerBound }
    if numbers.count < rows.upperBound { numbers = unwritten(rows.upperBound) }
    var span = numbers.mutableSpan
    let row = texts.find(
      bytes, ends: ends, places: places, rows: rows, first: 0, into: &span)
    var counts = [Int](repeating: 0, count: knownLooks[column].count)
    for row in rows.lowerBound..<row { counts[Int(span[row])] += 1 }
    for (look, count) in zip(knownLooks[column], counts) where count > 0 {
      seen.look.count(look, times: count)
    }
    return row
  }

  /// Remembers what a text looks like, as long as the column's texts are few and short.
  private func know(_ text: Span<UInt8>, _ look: CellLook, _ column: Int) {
    guard known[column] != nil else { return }
    if known[column]?.insert(text, number: UInt32(knownLooks[column].count)) == false {
      known[column] = nil
    } else {
      knownLooks[column].append(look)
    }
  }

  /// A point is decimal among commas, and elsewhere where no column has commas for it.
  private var cellsArePartedByCommas: Bool { opened.scanner.delimiter == 0x2C }

  private func isBlank(_ row: Int, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> Bool {
    looks.indices.allSatisfy { column in
      let (start, end) = CellPlaces(column: column, columnCount: looks.count).cell(row, ends)
      let outer = trimmedBounds(bytes, start, end)
      guard outer.start < outer.end, bytes[outer.start] == quote else {
        return outer.start == outer.end
      }
      // Whether blanks within quotes are something is known to who reads cell by cell.
      let inner = trimmedBounds(bytes, outer.start + 1, outer.end - 1)
      return inner.start >= inner.end
    }
  }

  /// What most cells are, told by their bytes alone; nil for any other.
  private func plainLook(_ bytes: Span<UInt8>, _ start: Int, _ stop: Int) -> CellLook? {
    // A carriage return only stands before the line feed here.
    let end = stop > start && bytes[stop - 1] == carriageReturn ? stop - 1 : stop
    if start == end { return .blank }
    var (value, signs, position) = (0, 0, start)
    while position < end {
      let byte = bytes[position]
      if byte &- 0x30 <= 9 {
        value = (value &* 10 &+ Int(byte & 0x0F)) & 0xFFFF_FFFF
      } else if byte == 0x2E || byte == 0x2C {
        signs += 1
      } else {
        return isWord(bytes, start, end, letters: ~lettersOfMarks) ? .text : nil
      }
      position += 1
    }
    if signs == 1, bytes[end - 1] != 0x2E, bytes[end - 1] != 0x2C { return .decimal }
    if signs > 0 { return nil }
    if bytes[start] == 0x30, end - start > 1 { return .code }
    return end - start == 4 && (1900...2100).contains(value) ? .year : .whole
  }

  /// Where the text of a cell begins, which may be on a later line than its quote.
  private func textStart(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let outer = trimmedBounds(bytes, start, end)
    guard outer.start < outer.end, bytes[outer.start] == quote else { return outer.start }
    return trimmedBounds(bytes, outer.start + 1, outer.end).start
  }

  private func unusualLook(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ column: Int
  ) throws(Unusual) -> CellLook {
    for place in recent[column].indices
    where isSame(recent[column][place].bytes, bytes, start, end) {
      return recent[column][place].look
    }
    let look = CellLook(try opened.scanner.text(bytes, start, end))
    let cell = (start..<end).map { bytes[$0] }
    if recent[column].count < 8 {
      recent[column].append((cell, look))
    } else {
      recent[column][nextPlace] = (cell, look)
      nextPlace = (nextPlace + 1) & 7
    }
    return look
  }

  private func isSame(_ known: [UInt8], _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard known.count == end - start else { return false }
    for place in known.indices where known[place] != bytes[start + place] { return false }
    return true
  }
}

/// A bit for each letter that a sign for *missing* has, from a on: acdghklnoux. Written out, since a
/// number that is computed is asked for with a lock.
private let lettersOfMarks: UInt32 = 0b0000_1001_0000_0110_1100_1100_1101
