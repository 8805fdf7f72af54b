import HoiColumns
import HoiDiagnostics
import HoiKernels
import HoiText

/// One worker's part of one column: the rows since the last segment, and the texts met so far.
final class BulkColumn {
  enum Kind {
    case time(ClosedRange<Int32>)
    case member
    case flag
    case number(MeasureKind)
    /// Not read: no cell has a value.
    case unread
  }

  let kind: Kind
  let schema: ColumnSchema
  private var places: CellPlaces
  private let marks: MissingMarks
  private let cells: CSVScanner

  // Numbers.
  private var values: [Int64] = []
  private var missing: [UInt64] = []
  private(set) var scale = 0
  /// The decimal sign: said, or that of the first amount that has one.
  private(set) var sign: UInt8?

  // Keys.
  private var numbers: [UInt32] = []
  private var hashes: [UInt64] = []
  private var touched: UInt8 = 0
  let texts: NumberedTexts
  /// The same texts, as long as they are few and short.
  private var shortTexts: ShortTexts?
  /// What each different text means: a year, 1 and 0 for yes and no, or a place among `names`; -1
  /// where it is none.
  private(set) var meanings: [Int64] = []
  private(set) var names: MetNames

  init(
    _ kind: Kind, _ schema: ColumnSchema, places: CellPlaces, keys: TextKeys, marks: MissingMarks,
    decimal: UInt8?, cells: CSVScanner
  ) {
    let isMember = if case .member = kind { true } else { false }
    texts = NumberedTexts(keys, mayBeMany: isMember)
    names = MetNames(mayBeMany: isMember)
    self.kind = kind
    self.schema = schema
    self.places = places
    self.marks = marks
    self.cells = cells
    sign = decimal ?? (cells.delimiter == 0x2C ? 0x2E : nil)
    switch kind {
    case .number:
      values = unwritten(FactTable.mostSegmentRows)
      missing = Array(repeating: 0, count: FactTable.mostSegmentRows >> 6)
    case .time, .member, .flag:
      numbers = unwritten(FactTable.mostSegmentRows)
      shortTexts = ShortTexts(factor: .random(in: .min ... .max))
    case .unread: break
    }
  }

  /// Reads the column's cells in a block; they become the rows from `first` on.
  ///
  /// - Parameter endsInReturns: whether every row ends in a carriage return before its line feed.
  func read(
    _ bytes: Span<UInt8>, ends: Span<UInt32>, rowCount: Int, first: Int, endsInReturns: Bool
  ) throws(Unusual) {
    places.cut = endsInReturns && places.column == places.columnCount - 1 ? 1 : 0
    switch kind {
    case .number(let kind):
      try readNumbers(kind, bytes, ends, rowCount, first)
    case .time, .member, .flag:
      try readTexts(bytes, ends, rowCount, first)
    case .unread: break
    }
  }

  private func readNumbers(
    _ kind: MeasureKind, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rowCount: Int, _ first: Int
  ) throws(Unusual) {
    var row = 0
    while true {
      row = readPlainNumbers(kind, bytes, ends, row..<rowCount, first)
      if row == rowCount { break }
      let (start, end) = places.cell(row, ends)
      try readNumber(kind, try cells.text(bytes, start, end), at: first + row)
      row += 1
    }
    guard kind == .level else { return }
    for row in first..<(first + rowCount) where !(0...999).contains(values[row]) { throw Unusual() }
  }

  /// Takes the arrays as spans, since only so can both be written to at once.
  private func readPlainNumbers(
    _ kind: MeasureKind, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rows: Range<Int>,
    _ first: Int
  ) -> Int {
    let (scale, sign) = (scale, sign ?? 0)
    // Amounts are digits alone until one of them has decimals.
    return withSpans(&values, &missing) { values, missing in
      kind == .amount && scale > 0
        ? readDecimals(
          bytes, ends: ends, places: places, rows: rows, first: first, sign: sign, scale: scale,
          into: &values, missing: &missing)
        : readDigits(
          bytes, ends: ends, places: places, rows: rows, first: first, into: &values,
          missing: &missing)
    }
  }

  /// Reads any number that the whole file can be read with; the value is at the column's scale.
  private func readNumber(
    _ kind: MeasureKind, _ text: [UInt8], at place: Int
  ) throws(Unusual) {
    values[place] = 0
    if text.isEmpty || marks.contains(text) {
      missing[place >> 6] |= 1 << UInt64(place & 63)
      return
    }
    guard let number = NumberText(text) else { throw Unusual() }
    var decimals = 0
    switch number.shape {
    case .whole: break
    case .decimal(let sign, let count):
      // A comma among commas has to be announced.
      guard kind == .amount, self.sign ?? sign == sign else { throw Unusual() }
      self.sign = sign
      decimals = count
    case .either, .grouped: throw Unusual()
    }
    // Counts below zero come with a remark.
    if number.isNegative && kind != .amount { throw Unusual() }
    var digits = number.digits
    while decimals > 0, digits.last == 0x30 {
      digits.removeLast()
      decimals -= 1
    }
    guard decimals <= 9, var value = wholeNumber(digits) else { throw Unusual() }
    if decimals > scale {
      try scaleRows(below: place, by: decimals - scale)
      scale = decimals
    }
    for _ in decimals..<scale { value = try tenfold(value) }
    values[place] = number.isNegative ? -value : value
  }

  private func scaleRows(below end: Int, by count: Int) throws(Unusual) {
    for row in 0..<end {
      for _ in 0..<count { values[row] = try tenfold(values[row]) }
    }
  }

  private func readTexts(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rowCount: Int, _ first: Int
  ) throws(Unusual) {
    if try readShortTexts(bytes, ends, rowCount, first) { return }
    findNumbers(bytes, ends, rowCount, first)
    var row = 0
    while true {
      row = checkNumbers(bytes, ends, row..<rowCount, first)
      if row == rowCount { return }
      numbers[first + row] = try number(of: bytes, places.cell(row, ends))
      row += 1
    }
  }

  /// False where the texts are too many or too long, or have become so.
  private func readShortTexts(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rowCount: Int, _ first: Int
  ) throws(Unusual) -> Bool {
    let places = places
    var row = 0
    while let known = shortTexts {
      row = withSpan(&numbers) {
        known.find(
          bytes, ends: ends, places: places, rows: row..<rowCount, first: first, into: &$0)
      }
      if row == rowCount { return true }
      numbers[first + row] = try number(of: bytes, places.cell(row, ends))
      row += 1
    }
    return false
  }

  private func findNumbers(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rowCount: Int, _ first: Int
  ) {
    if hashes.count < rowCount { hashes = unwritten(rowCount) }
    let (known, places) = (texts, places)
    let (slots, knownTexts) = (known.slots, known.texts)
    withSpans(&hashes, &numbers) { hashes, numbers in
      hashCells(
        bytes, ends: ends, places: places, rowCount: rowCount, keys: known.keys,
        steps: known.steps, into: &hashes)
      touched = findCells(
        hashes.span, rowCount: rowCount, slots: slots.span, steps: known.steps,
        texts: knownTexts.span, first: first, into: &numbers)
    }
  }

  private func checkNumbers(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rows: Range<Int>, _ first: Int
  ) -> Int {
    let (known, places) = (texts, places)
    let knownTexts = known.texts
    return withSpan(&numbers) {
      checkCells(
        bytes, ends: ends, places: places, rows: rows, first: first, keys: known.keys,
        steps: known.steps, texts: knownTexts.span, into: &$0)
    }
  }

  /// The number of one text, a new one where it has none yet.
  private func number(
    of bytes: Span<UInt8>, _ cell: (start: Int, end: Int)
  ) throws(Unusual) -> UInt32 {
    let hash = texts.hash(of: bytes, cell.start, cell.end)
    if let number = texts.number(of: bytes, cell.start, cell.end, hash: hash) { return number }
    meanings.append(try meaning(of: bytes.extracting(cell.start..<cell.end), hash: hash))
    guard texts.count < 1 << 30 else { throw Unusual() }
    let text = bytes.extracting(cell.start..<cell.end)
    if shortTexts?.insert(text, number: UInt32(texts.count)) == false { shortTexts = nil }
    texts.append(text, hash: hash)
    return UInt32(texts.count - 1)
  }

  private func meaning(of cell: Span<UInt8>, hash: UInt64) throws(Unusual) -> Int64 {
    guard case .member = kind, isOwnText(cell) else {
      return try meaning(of: try cells.text(cell, 0, cell.count))
    }
    if marks.containsNormalized(cell) { return -1 }
    names.append(cell, hash: hash)
    return Int64(names.hashes.count - 1)
  }

  private func meaning(of text: [UInt8]) throws(Unusual) -> Int64 {
    switch kind {
    case .time(let years):
      guard let year = readYear(text), let narrow = Int32(exactly: year), years.contains(narrow)
      else { throw Unusual() }
      return year
    case .flag:
      guard let flag = readFlag(text, marks) else { throw Unusual() }
      return flag ?? -1
    case .member:
      if text.isEmpty || marks.contains(text) { return -1 }
      if text.contains(0) { throw Unusual() }
      let name = Array(normalized(String(decoding: text, as: UTF8.self)).utf8)
      let padded = name + repeatElement(0, count: textMargin)
      names.append(name.span, hash: texts.hash(of: padded.span, 0, name.count))
      return Int64(names.hashes.count - 1)
    case .number, .unread: preconditionFailure("numbers are not numbered")
    }
  }

  /// The rows below `count` as a column of a segment; a key's codes are numbers of texts still.
  func finishSegment(rowCount: Int) -> BulkPart {
    switch kind {
    case .unread: return .column(unreadColumn(rowCount: rowCount))
    case .time, .member, .flag:
      let numbers = numbers
      return .numbers(
        PackedNumbers(numbers.span.extracting(first: rowCount), below: texts.count))
    case .number:
      let words = (rowCount + 63) >> 6
      if marks.blankIsZero {
        // Marks of missing values are rare, and read cell by cell where blanks are zeros.
        for word in 0..<words { missing[word] = 0 }
      }
      let column = withSpans(&values, &missing) { values, missing in
        encodeValues(&values, count: rowCount, missing: missing.span.extracting(first: words))
      }
      for word in 0..<words { missing[word] = 0 }
      return .column(column)
    }
  }
}

extension BulkColumn {
  /// A measure without values, or a key of which no row names a member.
  private func unreadColumn(rowCount: Int) -> EncodedColumn {
    switch schema.role {
    case .time, .dimension:
      EncodedColumn(
        rowCount: rowCount, base: 0, offsets: .constant, minimum: 0, maximum: 0,
        summary: OffsetSummary(sum: 0, occurring: 1))
    case .measure:
      EncodedColumn(
        rowCount: rowCount, base: 0, offsets: .constant, minimum: 0, maximum: 0,
        missingCount: rowCount, validity: Bitmap(count: rowCount),
        summary: OffsetSummary(sum: 0, occurring: 1))
    }
  }
}

/// Whether a cell is the text it stands for, as nearly all are: in NFC, without quotes, blanks around it, or
/// line breaks.
private func isOwnText(_ cell: Span<UInt8>) -> Bool {
  guard (1...textMargin).contains(cell.count), cell[0] != quote,
    trimmedBounds(cell, 0, cell.count) == (0, cell.count)
  else { return false }
  for place in cell.indices where cell[place] < 0x20 { return false }
  return isPlainlyNormalized(cell)
}

private func tenfold(_ value: Int64) throws(Unusual) -> Int64 {
  let (result, overflow) = value.multipliedReportingOverflow(by: 10)
  if overflow { throw Unusual() }
  return result
}

/// Shows an array as a span that can be written to.
private func withSpan<Element, Result>(
  _ elements: inout [Element], _ body: (inout MutableSpan<Element>) -> Result
) -> Result {
  var span = elements.mutableSpan
  return body(&span)
}

/// Shows two arrays as spans that can be written to.
private func withSpans<First, Second, Result>(
  _ first: inout [First], _ second: inout [Second],
  _ body: (inout MutableSpan<First>, inout MutableSpan<Second>) -> Result
) -> Result {
  var one = first.mutableSpan
  var other = second.mutableSpan
  return body(&one, &other)
}
