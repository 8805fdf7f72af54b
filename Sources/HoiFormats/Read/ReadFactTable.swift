import HoiColumns
import HoiDiagnostics

/// Reads the facts of a table from the bytes of a delimited file.
///
/// The delimiter is `,` `;` tab or `|`, found from the header unless the blueprint says it. Cells
/// may be quoted; blanks around them are dropped; text is kept in NFC; blank lines are passed over.
/// Keys become sorted dictionaries, an empty key is a row that names no member. The scale of an
/// amount is that of its longest decimal.
///
/// - Parameter file: the name of the file, as the model writes it.
/// - Returns: the table, with warnings of what was read but should be looked at.
/// - Throws: the first thing in the file that cannot be read, pointing at it.
package func readFactTable(
  _ bytes: [UInt8], _ blueprint: TableBlueprint, file name: String, limits: Limits
) throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic]) {
  let opened = try OpenedCSV(
    DataFile(bytes: bytes, name: name), delimiter: blueprint.delimiter,
    skippedLines: blueprint.skippedLines, limits: limits)
  let places = try opened.columns(of: blueprint)
  var readers = makeReaders(blueprint, places, limits)
  var decimalSign = DecimalSign(said: blueprint.decimal, delimiter: opened.scanner.delimiter)
  var filling = BlockFilling(opened)
  let span = bytes.span
  repeat {
    filling.fillBlock(span)
    var first: (column: Int, fault: CellFault)?
    for column in readers.indices {
      let fault = readers[column].read(filling.block, of: span, decimalSign: &decimalSign)
      if let fault, fault.row < first?.fault.row ?? Int.max { first = (column, fault) }
    }
    if let first {
      let head = opened.header[places[first.column]]
      throw .cell(first.fault.problem, at: first.fault.cell, head, blueprint, opened.file)
    }
    if let fault = filling.fault { throw .record(fault, in: opened, limits) }
  } while filling.block.rowCount > 0

  let columns = readers.indices.map { readers[$0].finish() }
  let origin = RowOrigin(file: name, breaks: filling.breaks)
  if blueprint.requiresUniqueKeys {
    try checkKeysDiffer(columns, opened, origin, rowCount: filling.rowCount)
  }
  var warnings: [Diagnostic] = []
  for (index, column) in columns.enumerated() {
    for (remark, cell) in column.remarks {
      if case .decimalUnproven = remark, decimalSign.settled != nil { continue }
      warnings.append(
        .remark(remark, at: cell, opened.header[places[index]], blueprint, opened.file))
    }
  }
  let table = makeFactTable(
    columns: columns.map(\.schema), keys: columns.map(\.keys),
    cells: columns.map { ($0.values, $0.validity) }, origin: origin)
  return (table, warnings)
}

private func makeReaders(
  _ blueprint: TableBlueprint, _ places: [Int], _ limits: Limits
) -> [any ColumnReader] {
  let marks = MissingMarks(blueprint.missingMarks, blankIsZero: blueprint.blankIsZero)
  return zip(blueprint.columns, places).map { column, place in
    switch column.schema.role {
    case .time: YearReader(column.schema, column: place, years: limits.years)
    case .dimension:
      TextKeyReader(
        column.schema, column: place, marks: marks, mostMembers: limits.members)
    case .measure(.flag): FlagReader(column.schema, column: place, marks: marks)
    case .measure(let kind): NumberReader(column.schema, kind, column: place, marks: marks)
    }
  }
}

private func checkKeysDiffer(
  _ columns: [ReadColumn], _ opened: OpenedCSV, _ origin: RowOrigin, rowCount: Int
) throws(Diagnostic) {
  let keys = columns.filter { column in
    switch column.schema.role {
    case .time, .dimension: true
    case .measure: false
    }
  }
  guard !keys.isEmpty,
    let (first, second) = firstRepeatedKey(keys.map(\.values), rowCount: rowCount)
  else { return }
  let words = keys.map { column in
    "\(column.schema.name)=\(column.keys.text(of: column.values[second]))"
  }
  throw .repeatedKey(
    opened.file, words, lines: (origin.line(ofRow: first) ?? 0, origin.line(ofRow: second) ?? 0))
}

extension KeyDictionary {
  fileprivate func text(of code: Int64) -> String {
    switch self {
    case .text(let keys): code < keys.count ? keys[Int(code)] : "\"\""
    case .years(let years): code < years.count ? String(years[Int(code)]) : "\"\""
    case .none: ""
    }
  }
}
