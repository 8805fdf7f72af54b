import HoiColumns
import HoiText

/// Reads one column of a table, a block of records at a time.
protocol ColumnReader {
  /// Reads the column's cells in a block. Stops at the first that cannot be read.
  mutating func read(
    _ block: borrowing CellBlock, of bytes: Span<UInt8>, decimalSign: inout DecimalSign
  ) -> CellFault?

  /// What was read, its codes in their final order.
  mutating func finish() -> ReadColumn
}

/// A column with all its rows.
struct ReadColumn {
  var schema: ColumnSchema
  var keys: KeyDictionary
  var values: [Int64]
  var validity: Bitmap?
  /// Remarks for the whole column, each at a cell.
  var remarks: [(CellRemark, CellBounds)] = []
}

/// A cell that cannot be read, and why.
struct CellFault {
  /// Counted from the beginning of the block.
  let row: Int
  let cell: CellBounds
  let problem: CellProblem
}

enum CellProblem: Equatable {
  case notWhole
  /// `1.234` as a count: both readings, as they would be written.
  case twoReadings(grouped: String, decimal: String)
  /// Digits in groups, with the one way to write it that is read.
  case grouped(plain: String)
  case notDecimal
  case percentage
  /// The file already showed the other sign to be the decimal one.
  case otherDecimalSign(UInt8, shownBy: Int)
  /// A decimal comma in a file whose cells are parted by commas.
  case commaAmongCommas(plain: String)
  case tooManyDecimals
  case tooLarge
  /// More decimals than before make a number of an earlier row too large.
  case tooLargeTogether
  case noStep
  case noFlag
  case noYear
  case badYear
  case yearOutOfRange(ClosedRange<Int32>)
  case notText
  case tooManyMembers(Int)
}

enum CellRemark {
  /// Counts below zero: how many rows.
  case negativeCounts(Int)
  /// The amounts could also be whole numbers in groups of three digits.
  case decimalUnproven(UInt8)
}

/// Which sign parts whole from decimals: one choice for a whole file.
struct DecimalSign {
  /// As the model says it.
  let said: UInt8?
  let delimiter: UInt8
  /// The sign of the first amount that has one, and where it stands.
  var found: (sign: UInt8, offset: Int)?
  /// A cell was seen that has no other reading.
  var isProven = false

  init(said: UInt8?, delimiter: UInt8) {
    self.said = said
    self.delimiter = delimiter
  }

  /// The sign, once no cell of the file can change what it means.
  var settled: UInt8? { said ?? (isProven ? found?.sign : nil) }

  /// Takes an amount's sign into account, or says why it cannot be.
  mutating func accept(_ sign: UInt8, at cell: CellBounds, isProof: Bool) -> CellProblem? {
    if let said {
      return said == sign ? nil : .otherDecimalSign(said, shownBy: -1)
    }
    if let found, found.sign != sign {
      return .otherDecimalSign(found.sign, shownBy: found.offset)
    }
    if found == nil { found = (sign, cell.start) }
    if isProof { isProven = true }
    return nil
  }
}

/// Which rows have no value, kept only once there is one.
struct MissingRows {
  private var words: [UInt64] = []

  mutating func insert(_ row: Int) {
    while words.count <= row >> 6 { words.append(0) }
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// A set bit for each row with a value; nil where every row has one.
  func validity(rowCount: Int) -> Bitmap? {
    if words.isEmpty { return nil }
    var valid = words.map { ~$0 }
    while valid.count < (rowCount + 63) >> 6 { valid.append(~0) }
    return Bitmap(count: rowCount, words: valid)
  }
}

/// What a table says of cells without a value.
struct MissingMarks {
  private let marks: [[UInt8]]
  /// Whether a mark could be taken for a number, so that it is looked for first.
  let looksNumeric: Bool
  let blankIsZero: Bool

  init(_ marks: [String], blankIsZero: Bool) {
    self.marks = marks.map { Array(normalized($0).utf8) }
    self.blankIsZero = blankIsZero
    looksNumeric = self.marks.contains { mark in
      mark.contains { (0x30...0x39).contains($0) }
    }
  }

  func contains(_ text: [UInt8]) -> Bool {
    if marks.contains(text) { return true }
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    return marks.contains(Array(normalized(String(decoding: text, as: UTF8.self)).utf8))
  }

  /// The same of a text that is in NFC.
  func containsNormalized(_ text: Span<UInt8>) -> Bool {
    marks.contains { mark in
      mark.count == text.count && text.indices.allSatisfy { mark[$0] == text[$0] }
    }
  }
}
