import HoiColumns
import HoiText

/// Reads the members that rows name.
struct TextKeyReader: ColumnReader {
  private let schema: ColumnSchema
  private let column: Int
  private let marks: MissingMarks
  private let mostMembers: Int
  private var interner = CellInterner()
  /// The code of each different cell text; several can be one name, -1 is none.
  private var codeOfText: [Int64] = []
  private var codeOfName: [String: Int64] = [:]
  private var names: [String] = []
  private var values: [Int64] = []

  init(_ schema: ColumnSchema, column: Int, marks: MissingMarks, mostMembers: Int) {
    self.schema = schema
    self.column = column
    self.marks = marks
    self.mostMembers = mostMembers
  }

  mutating func read(
    _ block: borrowing CellBlock, of bytes: Span<UInt8>, decimalSign: inout DecimalSign
  ) -> CellFault? {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, column)
      let (number, isNew) = intern(cell, of: bytes, &interner)
      if isNew, let problem = add(cellBytes(bytes, cell)) {
        return CellFault(row: row, cell: cell, problem: problem)
      }
      values.append(codeOfText[number])
    }
    return nil
  }

  mutating func finish() -> ReadColumn {
    let order = sortedKeys(names)
    var rank = [Int64](repeating: 0, count: names.count)
    for (place, code) in order.enumerated() { rank[Int(code)] = Int64(place) }
    for row in values.indices {
      values[row] = values[row] < 0 ? Int64(names.count) : rank[Int(values[row])]
    }
    return ReadColumn(
      schema: schema, keys: .text(TextList(order.map { names[Int($0)] })), values: values,
      validity: nil)
  }

  private mutating func add(_ text: [UInt8]) -> CellProblem? {
    if text.isEmpty || marks.contains(text) {
      codeOfText.append(-1)
      return nil
    }
    if text.contains(0) { return .notText }
    let name = normalized(String(decoding: text, as: UTF8.self))
    if let code = codeOfName[name] {
      codeOfText.append(code)
      return nil
    }
    if names.count >= mostMembers { return .tooManyMembers(mostMembers) }
    let code = Int64(names.count)
    codeOfName[name] = code
    codeOfText.append(code)
    names.append(name)
    return nil
  }
}

/// Reads years: `2027`, or `2027-2028` for the school year that begins in 2027.
struct YearReader: ColumnReader {
  private let schema: ColumnSchema
  private let column: Int
  private let years: ClosedRange<Int32>
  private var interner = CellInterner()
  /// The year of each different cell text.
  private var yearOfText: [Int64] = []
  private var values: [Int64] = []

  init(_ schema: ColumnSchema, column: Int, years: ClosedRange<Int32>) {
    self.schema = schema
    self.column = column
    self.years = years
  }

  mutating func read(
    _ block: borrowing CellBlock, of bytes: Span<UInt8>, decimalSign: inout DecimalSign
  ) -> CellFault? {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, column)
      let (number, isNew) = intern(cell, of: bytes, &interner)
      if isNew {
        let text = cellBytes(bytes, cell)
        guard let year = readYear(text) else {
          return CellFault(row: row, cell: cell, problem: text.isEmpty ? .noYear : .badYear)
        }
        guard let narrow = Int32(exactly: year), years.contains(narrow) else {
          return CellFault(row: row, cell: cell, problem: .yearOutOfRange(years))
        }
        yearOfText.append(year)
      }
      values.append(yearOfText[number])
    }
    return nil
  }

  mutating func finish() -> ReadColumn {
    let sorted = Set(yearOfText).sorted()
    var codes: [Int64: Int64] = [:]
    for (code, year) in sorted.enumerated() { codes[year] = Int64(code) }
    var last = (year: Int64.min, code: Int64(0))
    for row in values.indices {
      // Rows of one year mostly stand together.
      if values[row] != last.year { last = (values[row], codes[values[row]]!) }
      values[row] = last.code
    }
    return ReadColumn(
      schema: schema, keys: .years(sorted.map { Int32($0) }), values: values, validity: nil)
  }
}

/// The year that a text names; nil where it names none.
func readYear(_ text: [UInt8]) -> Int64? {
  let parts = yearParts(text)
  guard let first = parts.first, let year = yearNumber(first) else { return nil }
  if parts.count == 1 { return year }
  guard parts.count == 2, let second = yearNumber(parts[1]), second == year + 1 else { return nil }
  return year
}

/// The text cut at a hyphen or dash, with the blanks around it dropped.
private func yearParts(_ text: [UInt8]) -> [[UInt8]] {
  var parts: [[UInt8]] = [[]]
  var position = 0
  while position < text.count, parts.count < 3 {
    let rest = text[position...]
    if rest.starts(with: [0xE2, 0x80, 0x93]) {
      parts.append([])
      position += 3
    } else if text[position] == 0x2D {
      parts.append([])
      position += 1
    } else {
      parts[parts.count - 1].append(text[position])
      position += 1
    }
  }
  if parts.count == 1 { return parts }
  return parts.map { part in
    let text = trimmedBounds(part.span, 0, part.count)
    return Array(part[text.start..<text.end])
  }
}

private func yearNumber(_ digits: [UInt8]) -> Int64? {
  guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return wholeNumber(digits)
}

/// The number of a cell's text.
func intern(
  _ cell: CellBounds, of bytes: Span<UInt8>, _ interner: inout CellInterner
) -> (Int, isNew: Bool) {
  if cell.form != .doubled { return interner.number(of: bytes, cell.start, cell.end) }
  let text = cellBytes(bytes, cell)
  return interner.number(of: text.span, 0, text.count)
}
