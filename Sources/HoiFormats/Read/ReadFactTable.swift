import HoiColumns
import HoiDiagnostics
import HoiText

/// Reads the facts of a table from the bytes of a delimited file.
///
/// The delimiter is `,` `;` tab or `|`, found from the header unless the blueprint says it. Cells
/// may be quoted; blanks around them are dropped; text is kept in NFC; blank lines are passed over.
/// Keys become sorted dictionaries, an empty key is a row that names no member. The scale of an
/// amount is that of its longest decimal.
///
/// - Parameters:
///   - file: the name of the file, as the model writes it.
///   - watch: over how long it may take.
/// - Returns: the table, with warnings of what was read but should be looked at.
/// - Throws: the first thing in the file that cannot be read, pointing at it.
package func readFactTable(
  _ bytes: [UInt8], _ blueprint: TableBlueprint, file name: String, limits: Limits,
  watch: FileWatch? = nil
) throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic]) {
  let opened = try OpenedCSV(
    DataFile(bytes: bytes, name: name), delimiter: blueprint.delimiter,
    skippedLines: blueprint.skippedLines, limits: limits)
  let layout = try opened.layout(of: blueprint, limits: limits)
  var (all, filling, decimalSign) = try readColumns(blueprint, layout, opened, limits, watch)
  var rowCount = filling.rowCount * layout.tuples.count
  let written = RowOrigin(file: name, breaks: filling.breaks).keeping(
    nil, rowCount: rowCount, rowsPerRecord: layout.tuples.count)
  var rowOrigin = written
  if let validity = blueprint.validity {
    let rows = try inForce(&all, validity, layout, opened, written, blueprint, watch)
    rowCount = rows.count
    rowOrigin = written.keeping(rows, rowCount: rowCount, rowsPerRecord: 1)
  }
  let selection = RowSelection(blueprint.conditions, all, rowCount: rowCount)
  let columns = all.prefix(blueprint.columns.count).map { selection.applied(to: $0) }
  let origin = rowOrigin.keeping(selection.kept, rowCount: rowCount, rowsPerRecord: 1)
  try watch?.requireTime(after: filling)
  if blueprint.requiresUniqueKeys {
    try checkKeysDiffer(
      columns, opened, origin, rowCount: selection.kept?.count ?? rowCount)
  }
  try watch?.requireTime(after: filling)
  var warnings = layoutWarnings(layout, selection, all, opened, blueprint, rowCount: rowCount)
  for (index, column) in columns.enumerated() {
    for (remark, cell) in column.remarks {
      if case .decimalUnproven = remark, decimalSign.settled != nil { continue }
      warnings.append(
        .remark(
          remark, at: cell, opened.header[layout.column(index, row: 0)], blueprint, opened.file))
    }
  }
  let table = makeFactTable(
    columns: columns.map(\.schema), keys: columns.map(\.keys),
    cells: columns.map { ($0.values, $0.validity) }, origin: origin)
  return (table, warnings)
}

/// Reads all records of a file, block by block.
///
/// - Returns: every column of the blueprint, what is known of the records, and how decimals are written.
private func readColumns(
  _ blueprint: TableBlueprint, _ layout: FileLayout, _ opened: OpenedCSV, _ limits: Limits,
  _ watch: FileWatch?
) throws(Diagnostic) -> ([ReadColumn], BlockFilling, DecimalSign) {
  var readers = makeReaders(blueprint, layout, limits)
  var decimalSign = DecimalSign(said: blueprint.decimal, delimiter: opened.scanner.delimiter)
  var filling = BlockFilling(opened)
  let file = opened.file.bytes
  let cells = layout.isWide ? file + layout.headBytes : file
  watch?.begin(file.count)
  repeat {
    filling.fillBlock(file.span)
    let block = layout.isWide ? layout.expanded(filling.block) : filling.block
    var first: (column: Int, fault: CellFault)?
    for column in readers.indices {
      let fault = readers[column].read(block, of: cells.span, decimalSign: &decimalSign)
      if let fault, fault.row < first?.fault.row ?? Int.max { first = (column, fault) }
    }
    if let first {
      let head = opened.header[layout.column(first.column, row: first.fault.row)]
      throw .cell(first.fault.problem, at: first.fault.cell, head, blueprint, opened.file)
    }
    if let fault = filling.fault { throw .record(fault, in: opened, limits) }
    try watch?.requireTime(after: filling)
  } while filling.block.rowCount > 0

  var all: [ReadColumn] = []
  for column in readers.indices {
    all.append(readers[column].finish())
    try watch?.requireTime(after: filling)
  }
  return (all, filling, decimalSign)
}

/// Puts rows that hold from a day to a day into the years in which they do.
///
/// - Returns: the row of the file that each row is made of.
private func inForce(
  _ columns: inout [ReadColumn], _ validity: RowValidity, _ layout: FileLayout,
  _ opened: OpenedCSV, _ origin: RowOrigin, _ blueprint: TableBlueprint, _ watch: FileWatch?
) throws(Diagnostic) -> [Int] {
  let days = blueprint.columns.count + blueprint.conditionColumns.count
  let time = blueprint.columns.firstIndex { $0.schema.role == .time }
  let given = time.flatMap { place -> ReadColumn? in
    if case .days = layout.sources[place] { return nil }
    return columns[place]
  }
  let register = try RegisterRows(
    validity, from: columns[days], to: columns[days + 1], given: given, opened, origin, watch)
  columns = columns.map { register.applied(to: $0) }
  if let time, given == nil {
    columns[time] = register.timeColumn(blueprint.columns[time].schema)
  }
  return register.records
}

/// What should be known of how the rows were found.
private func layoutWarnings(
  _ layout: FileLayout, _ selection: RowSelection, _ columns: [ReadColumn], _ opened: OpenedCSV,
  _ blueprint: TableBlueprint, rowCount: Int
) -> [Diagnostic] {
  var warnings: [Diagnostic] = []
  if let (column, count) = layout.preliminary {
    warnings.append(.preliminary(opened, column: column, count: count))
  }
  if !layout.lostYears.isEmpty { warnings.append(.yearsLeftOut(opened, layout.lostYears)) }
  for (column, text) in selection.unmet {
    var near: String?
    if case .text(let keys) = columns[column].keys {
      near = nearest(to: text, amongSpellings: keys.map { ($0, $0) }).first
    }
    warnings.append(
      .conditionWithoutRows(
        text, column: columns[column].schema.name, at: layout.column(column, row: 0), near: near,
        opened, table: blueprint.table))
  }
  for (index, column) in columns.prefix(blueprint.columns.count).enumerated() {
    guard case .text(let keys) = column.keys else { continue }
    let head = layout.column(index, row: 0)
    if let kind = personalData(head: opened.header[head], texts: keys) {
      warnings.append(.personal(kind, at: head, opened, table: blueprint.table))
    }
  }
  if selection.kept?.isEmpty == true {
    warnings.append(.noRowsLeft(opened, table: blueprint.table, rowCount: rowCount))
  }
  return warnings
}

private func makeReaders(
  _ blueprint: TableBlueprint, _ layout: FileLayout, _ limits: Limits
) -> [any ColumnReader] {
  let marks = MissingMarks(blueprint.missingMarks, blankIsZero: blueprint.blankIsZero)
  let columns = blueprint.columns + blueprint.textColumns
  return columns.indices.map { index in
    let column = columns[index]
    // Rows of a wide file are made with their cells in the order of the blueprint.
    let place = layout.isWide ? index : layout.column(index, row: 0)
    return switch column.schema.role {
    case .time where isMadeOfDays(layout.sources[index]):
      TextKeyReader(column.schema, column: place, marks: marks, mostMembers: limits.members)
    case .time: YearReader(column.schema, column: place, years: limits.years)
    case .dimension:
      TextKeyReader(
        column.schema, column: place, marks: marks, mostMembers: limits.members)
    case .measure(.flag): FlagReader(column.schema, column: place, marks: marks)
    case .measure(let kind): NumberReader(column.schema, kind, column: place, marks: marks)
    }
  }
}

private func isMadeOfDays(_ source: FileLayout.Source) -> Bool {
  if case .days = source { return true }
  return false
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
  /// What a key means, as messages show it.
  func text(of code: Int64) -> String {
    switch self {
    case .text(let keys): code < keys.count ? keys[Int(code)] : "\"\""
    case .years(let years): code < years.count ? String(years[Int(code)]) : "\"\""
    case .none: ""
    }
  }
}
