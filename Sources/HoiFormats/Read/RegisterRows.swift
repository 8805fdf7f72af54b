import HoiColumns
import HoiDiagnostics

/// Rows that hold from a day to a day, in the years in which they do.
struct RegisterRows {
  /// The record that each row is made of, ascending, and its year; a record stands once for every
  /// year in which it holds.
  private(set) var records: [Int] = []
  private(set) var years: [Int32] = []

  /// - Parameters:
  ///   - from, to: the two columns, read as text.
  ///   - given: the year of each record, where the file has one: it then only holds or does not.
  init(
    _ validity: RowValidity, from: ReadColumn, to: ReadColumn, given: ReadColumn?,
    _ opened: OpenedCSV, _ origin: RowOrigin, _ watch: FileWatch?
  ) throws(Diagnostic) {
    let spans = try Self.spans(from, to, opened, origin)
    guard given == nil else {
      guard case .years(let known)? = given?.keys, let codes = given?.values else { return }
      for (record, span) in spans.enumerated() {
        let year = known[Int(codes[record])]
        if span.holds(on: validity.days.days(of: year)) { add(record, year) }
      }
      return
    }
    guard let all = Self.years(of: spans, validity) else { return }
    for (record, span) in spans.enumerated() {
      if record & 0xFFFF == 0xFFFF { try watch?.requireTime() }
      for year in all where span.holds(on: validity.days.days(of: year)) { add(record, year) }
    }
  }

  private mutating func add(_ record: Int, _ year: Int32) {
    records.append(record)
    years.append(year)
  }

  /// From the first year that any row or other table knows to the last; nil where nobody knows one.
  private static func years(
    of spans: [Validity], _ validity: RowValidity
  ) -> ClosedRange<Int32>? {
    var known: [Int32] = validity.knownYears.map { [$0.lowerBound, $0.upperBound] } ?? []
    for span in spans {
      // A school year's day may lie in the year after the one it is named by.
      if span.from != .always { known += [span.from.year - 1, span.from.year] }
      if span.to != .never { known += [span.to.year - 1, span.to.year] }
    }
    guard let first = known.min(), let last = known.max() else { return nil }
    return first...last
  }

  private static func spans(
    _ from: ReadColumn, _ to: ReadColumn, _ opened: OpenedCSV, _ origin: RowOrigin
  ) throws(Diagnostic) -> [Validity] {
    let starts = try days(from, closing: false, opened, origin)
    let ends = try days(to, closing: true, opened, origin)
    var spans: [Validity] = []
    for record in starts.indices {
      if starts[record] > ends[record] {
        throw .endsBeforeItBegins(
          starts[record], ends[record], opened, line: origin.line(ofRow: record) ?? 0)
      }
      spans.append(Validity(from: starts[record], to: ends[record]))
    }
    return spans
  }

  private static func days(
    _ column: ReadColumn, closing: Bool, _ opened: OpenedCSV, _ origin: RowOrigin
  ) throws(Diagnostic) -> [CalendarDay] {
    guard case .text(let texts) = column.keys else { return [] }
    var dayOfCode: [CalendarDay] = []
    for (code, text) in texts.enumerated() {
      guard let day = CalendarDay(text, closing: closing) else {
        let record = column.values.firstIndex(of: Int64(code)) ?? 0
        throw .notADay(
          text, column.schema.name, opened, line: origin.line(ofRow: record) ?? 0)
      }
      dayOfCode.append(day)
    }
    dayOfCode.append(closing ? .never : .always)
    return column.values.map { dayOfCode[Int($0)] }
  }

  /// A column with a row for each year of each record.
  func applied(to column: ReadColumn) -> ReadColumn {
    var result = column
    result.values = records.map { column.values[$0] }
    if let validity = column.validity {
      var bits = Bitmap(count: records.count)
      for (row, record) in records.enumerated() where validity[record] { bits[row] = true }
      result.validity = bits
    }
    return result
  }

  /// The years of the rows as a column.
  func timeColumn(_ schema: ColumnSchema) -> ReadColumn {
    let (keys, codes) = makeYearColumn(years)
    return ReadColumn(schema: schema, keys: keys, values: codes, validity: nil)
  }
}
