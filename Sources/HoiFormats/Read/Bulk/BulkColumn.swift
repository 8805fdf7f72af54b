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
  private let numbering: TextNumbering?
  /// What each different text means: a year, 1 and 0 for yes and no, or a place among `names`; -1
  /// where it is none.
  private(set) var meanings: [Int64] = []
  private(set) var names: MetNames

  init(
    _ kind: Kind, _ schema: ColumnSchema, places: CellPlaces, keys: TextKeys, marks: MissingMarks,
    decimal: UInt8?, cells: CSVScanner
  ) {
    self.kind = kind
    self.schema = schema
    self.places = places
    self.marks = marks
    self.cells = cells
    sign = decimal ?? (cells.delimiter == 0x2C ? 0x2E : nil)
    let isMember = if case .member = kind { true } else { false }
    names = MetNames(mayBeMany: isMember)
    switch kind {
    case .number:
      numbering = nil
      values = unwritten(FactTable.mostSegmentRows)
      missing = Array(repeating: 0, count: FactTable.mostSegmentRows >> 6)
    case .time, .member, .flag:
      numbering = TextNumbering(
        keys, mayBeMany: isMember, rowCount: FactTable.mostSegmentRows)
    case .unread: numbering = nil
    }
  }

  /// What its texts take.
  var textBytes: Int { numbering?.texts.byteCount ?? 0 }

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
      if let numbering { try readTexts(numbering, bytes, ends, rowCount, first) }
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
    _ numbering: TextNumbering, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ rowCount: Int,
    _ first: Int
  ) throws(Unusual) {
    try numbering.read(
      bytes, ends, places, rowCount: rowCount, first: first
    ) { (text, hash) throws(Unusual) in
      meanings.append(try meaning(of: text, hash: hash, numbering))
    }
  }

  private func meaning(
    of cell: Span<UInt8>, hash: UInt64, _ numbering: TextNumbering
  ) throws(Unusual) -> Int64 {
    guard case .member = kind, isOwnText(cell) else {
      return try meaning(of: try cells.text(cell, 0, cell.count), numbering)
    }
    if marks.containsNormalized(cell) { return -1 }
    names.append(cell, hash: hash)
    return Int64(names.hashes.count - 1)
  }

  /// Whether a cell is the text it stands for, as nearly all are: in NFC, without quotes, blanks around it,
  /// or line breaks.
  private func isOwnText(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty, cell.count <= min(textMargin, cells.longestCell), cell[0] != quote,
      trimmedBounds(cell, 0, cell.count) == (0, cell.count)
    else { return false }
    for place in cell.indices where cell[place] < 0x20 { return false }
    return isPlainlyNormalized(cell)
  }

  private func meaning(
    of text: [UInt8], _ numbering: TextNumbering
  ) throws(Unusual) -> Int64 {
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
      names.append(name.span, hash: numbering.texts.hash(of: padded.span, 0, name.count))
      return Int64(names.hashes.count - 1)
    case .number, .unread: preconditionFailure("numbers are not numbered")
    }
  }

  /// The rows below `count` as a column of a segment; a key's codes are numbers of texts still.
  func finishSegment(rowCount: Int) -> BulkPart {
    switch kind {
    case .unread: return .column(unreadColumn(rowCount: rowCount))
    case .time, .member, .flag: return .numbers(numbering!.packed(rowCount: rowCount))
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

private func tenfold(_ value: Int64) throws(Unusual) -> Int64 {
  let (result, overflow) = value.multipliedReportingOverflow(by: 10)
  if overflow { throw Unusual() }
  return result
}
