import HoiColumns

/// Reads counts, amounts and levels.
struct NumberReader: ColumnReader {
  private var schema: ColumnSchema
  private let kind: MeasureKind
  private let column: Int
  private let marks: MissingMarks
  private var values: [Int64] = []
  private var missing = MissingRows()
  private var negative: (count: Int, first: CellBounds)?
  /// The first amount that could also be a whole number in groups.
  private var unproven: (sign: UInt8, cell: CellBounds)?

  /// Steps of a level are small numbers.
  private static let steps: ClosedRange<Int64> = 0...999
  /// Decimals that are kept of an amount.
  private static let mostDecimals = 9

  init(_ schema: ColumnSchema, _ kind: MeasureKind, column: Int, marks: MissingMarks) {
    self.schema = schema
    self.schema.scale = 0
    self.kind = kind
    self.column = column
    self.marks = marks
  }

  mutating func read(
    _ block: borrowing CellBlock, of bytes: Span<UInt8>, decimalSign: inout DecimalSign
  ) -> CellFault? {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, column)
      if !marks.looksNumeric, kind != .level {
        if schema.scale == 0 {
          if let value = plainDigits(bytes, cell) {
            values.append(value)
            continue
          }
        } else if let sign = decimalSign.settled,
          let value = plainDecimal(bytes, cell, sign: sign, scale: schema.scale)
        {
          values.append(value)
          continue
        }
      }
      if let problem = readSlowly(cell, of: bytes, row: block.firstRow + row, &decimalSign) {
        return CellFault(row: row, cell: cell, problem: problem)
      }
    }
    return nil
  }

  mutating func finish() -> ReadColumn {
    var remarks: [(CellRemark, CellBounds)] = []
    if let negative { remarks.append((.negativeCounts(negative.count), negative.first)) }
    if let unproven { remarks.append((.decimalUnproven(unproven.sign), unproven.cell)) }
    return ReadColumn(
      schema: schema, keys: .none, values: values,
      validity: missing.validity(rowCount: values.count), remarks: remarks)
  }

  /// Reads any cell, and appends its value or that it has none.
  private mutating func readSlowly(
    _ cell: CellBounds, of bytes: Span<UInt8>, row: Int, _ decimalSign: inout DecimalSign
  ) -> CellProblem? {
    if cell.length == 0 {
      if !marks.blankIsZero { missing.insert(row) }
      values.append(0)
      return nil
    }
    let text = cellBytes(bytes, cell)
    if marks.contains(text) {
      missing.insert(row)
      values.append(0)
      return nil
    }
    if kind == .amount { return readAmount(text, cell, &decimalSign) }
    return readWhole(text, cell)
  }

  private mutating func readWhole(_ text: [UInt8], _ cell: CellBounds) -> CellProblem? {
    guard let number = NumberText(text) else {
      if text.last == 0x25 { return .percentage }
      return kind == .level ? .noStep : .notWhole
    }
    var digits = number.digits
    switch number.shape {
    case .whole: break
    case .decimal(_, let places):
      guard places == 1, digits.last == 0x30, digits.count > 1 else {
        return kind == .level ? .noStep : .notWhole
      }
      digits.removeLast()
    case .either(let sign):
      return .twoReadings(
        grouped: number.written(places: 0), decimal: number.written(places: 3, sign: sign))
    case .grouped(let places):
      return places > 0 ? .notWhole : .grouped(plain: number.written(places: 0))
    }
    guard let magnitude = wholeNumber(digits) else { return .tooLarge }
    let value = number.isNegative ? -magnitude : magnitude
    if kind == .level, !Self.steps.contains(value) { return .noStep }
    if value < 0 { negative = ((negative?.count ?? 0) + 1, negative?.first ?? cell) }
    values.append(value)
    return nil
  }

  private mutating func readAmount(
    _ text: [UInt8], _ cell: CellBounds, _ decimalSign: inout DecimalSign
  ) -> CellProblem? {
    guard let number = NumberText(text) else {
      return text.last == 0x25 ? .percentage : .notDecimal
    }
    var places = 0
    switch number.shape {
    case .whole: break
    case .decimal(let sign, let count):
      if let problem = sign.problem(among: decimalSign, number, places: count) { return problem }
      if let problem = decimalSign.accept(sign, at: cell, isProof: true) { return problem }
      places = count
    case .either(let sign):
      if let problem = sign.problem(among: decimalSign, number, places: 3) { return problem }
      if let problem = decimalSign.accept(sign, at: cell, isProof: false) { return problem }
      if unproven == nil { unproven = (sign, cell) }
      places = 3
    case .grouped(let count):
      let sign = decimalSign.said ?? decimalSign.found?.sign ?? 0x2E
      return .grouped(plain: number.written(places: count, sign: sign))
    }
    return append(number, places: places)
  }

  /// Appends an amount, making all before it finer if it has more decimals than they.
  private mutating func append(_ number: NumberText, places: Int) -> CellProblem? {
    var digits = number.digits
    var places = places
    while places > 0, digits.last == 0x30 {
      digits.removeLast()
      places -= 1
    }
    if places > Self.mostDecimals { return .tooManyDecimals }
    guard var magnitude = wholeNumber(digits) else { return .tooLarge }
    if places < schema.scale {
      guard let scaled = scaled(magnitude, by: schema.scale - places) else { return .tooLarge }
      magnitude = scaled
    } else if places > schema.scale {
      for row in values.indices {
        guard let finer = scaled(values[row], by: places - schema.scale) else {
          return .tooLargeTogether
        }
        values[row] = finer
      }
      schema.scale = places
    }
    values.append(number.isNegative ? -magnitude : magnitude)
    return nil
  }

  private func scaled(_ value: Int64, by places: Int) -> Int64? {
    var value = value
    for _ in 0..<places {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }
}

extension UInt8 {
  /// Why this sign cannot be decimal in a file: a comma among commas must be announced, since there
  /// it far more often parts thousands.
  fileprivate func problem(
    among decimalSign: DecimalSign, _ number: NumberText, places: Int
  ) -> CellProblem? {
    guard self == 0x2C, decimalSign.delimiter == 0x2C, decimalSign.said != 0x2C else { return nil }
    return .commaAmongCommas(plain: number.written(places: places))
  }
}

/// The value of a cell of 1 to 18 digits and nothing else, which cannot overflow; nil for any other.
func plainDigits(_ bytes: Span<UInt8>, _ cell: CellBounds) -> Int64? {
  guard cell.length > 0, cell.length <= 18 else { return nil }
  var value: Int64 = 0
  for index in cell.start..<cell.end {
    let digit = bytes[index] &- 0x30
    guard digit <= 9 else { return nil }
    value = value &* 10 &+ Int64(digit)
  }
  return value
}

/// A cell of digits with at most one decimal sign, times `10^scale`; nil for any other, for more
/// decimals than that, and where the result could be longer than 18 digits.
func plainDecimal(
  _ bytes: Span<UInt8>, _ cell: CellBounds, sign: UInt8, scale: Int
) -> Int64? {
  guard cell.length > 0, Int(cell.length) + scale <= 18 else { return nil }
  var value: Int64 = 0
  var signAt: Int?
  for index in cell.start..<cell.end {
    let digit = bytes[index] &- 0x30
    if digit <= 9 {
      value = value &* 10 &+ Int64(digit)
    } else {
      guard bytes[index] == sign, signAt == nil, index > cell.start else { return nil }
      signAt = index
    }
  }
  let places = signAt.map { cell.end - $0 - 1 } ?? 0
  guard places <= scale, places > 0 || signAt == nil else { return nil }
  for _ in places..<scale { value = value &* 10 }
  return value
}

/// The value of any number of ASCII digits; nil past 64 bits.
func wholeNumber(_ digits: [UInt8]) -> Int64? {
  var value: Int64 = 0
  for digit in digits {
    let (tens, high) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(Int64(digit &- 0x30))
    if high || carry { return nil }
    value = sum
  }
  return value
}
