import HoiColumns
import HoiText

/// Reads yes and no: `1` and `0`, `có` and `không`, `yes` and `no`, `true` and `false`, in any
/// case, with accents or without.
struct FlagReader: ColumnReader {
  private let schema: ColumnSchema
  private let column: Int
  private let marks: MissingMarks
  private var interner = CellInterner()
  /// The flag of each different text, nil where nobody knows.
  private var flagOfText: [Int64?] = []
  private var values: [Int64] = []
  private var missing = MissingRows()

  init(_ schema: ColumnSchema, column: Int, marks: MissingMarks) {
    self.schema = schema
    self.column = column
    self.marks = marks
  }

  mutating func read(
    _ block: borrowing CellBlock, of bytes: Span<UInt8>, decimalSign: inout DecimalSign
  ) -> CellFault? {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, column)
      let (number, isNew) = intern(cell, of: bytes, &interner)
      if isNew {
        guard let flag = readFlag(cellBytes(bytes, cell), marks) else {
          return CellFault(row: row, cell: cell, problem: .noFlag)
        }
        flagOfText.append(flag)
      }
      if let value = flagOfText[number] {
        values.append(value)
      } else {
        missing.insert(block.firstRow + row)
        values.append(0)
      }
    }
    return nil
  }

  mutating func finish() -> ReadColumn {
    ReadColumn(
      schema: schema, keys: .none, values: values,
      validity: missing.validity(rowCount: values.count))
  }
}

/// Whether a text says yes (1) or no (0), or that nobody knows (nil inside); nil where it says neither.
func readFlag(_ text: [UInt8], _ marks: MissingMarks) -> Int64?? {
  if text.isEmpty { return .some(marks.blankIsZero ? 0 : nil) }
  if marks.contains(text) { return .some(nil) }
  let word = folded(normalized(String(decoding: text, as: UTF8.self)))
  if wordsForYes.contains(word) { return .some(1) }
  if wordsForNo.contains(word) { return .some(0) }
  return nil
}

private let wordsForYes = Set(["1", "co", "có", "yes", "true"].map(folded))
private let wordsForNo = Set(["0", "khong", "không", "no", "false"].map(folded))
