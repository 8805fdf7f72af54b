import HoiColumns
import HoiText

/// Reads yes and no: `1` and `0`, `có` and `không`, `yes` and `no`, `true` and `false`, in any
/// case, with accents or without.
struct FlagReader: ColumnReader {
  private let schema: ColumnSchema
  private let column: Int
  private let marks: MissingMarks
  private var interner = CellInterner()
  private var flagOfText: [Flag] = []
  private var values: [Int64] = []
  private var missing = MissingRows()

  private enum Flag {
    case known(Int64)
    case missing
  }

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
        guard let flag = flag(cellBytes(bytes, cell)) else {
          return CellFault(row: row, cell: cell, problem: .noFlag)
        }
        flagOfText.append(flag)
      }
      switch flagOfText[number] {
      case .known(let value): values.append(value)
      case .missing:
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

  /// Nil where the text says neither yes nor no.
  private func flag(_ text: [UInt8]) -> Flag? {
    if text.isEmpty { return marks.blankIsZero ? .known(0) : .missing }
    if marks.contains(text) { return .missing }
    let word = folded(normalized(String(decoding: text, as: UTF8.self)))
    if Self.yes.contains(word) { return .known(1) }
    if Self.no.contains(word) { return .known(0) }
    return nil
  }

  private static let yes = Set(["1", "co", "có", "yes", "true"].map(folded))
  private static let no = Set(["0", "khong", "không", "no", "false"].map(folded))
}
