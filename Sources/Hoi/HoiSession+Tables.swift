import HoiCatalog
import HoiColumns
import HoiText

extension HoiSession {
  /// Adds a table of a program's own rows; subjects and targets on it can then be declared as text.
  ///
  /// A dimension that the model has already is the same dimension; members outside its list are
  /// kept and returned as a warning would be.
  /// - Throws: columns of other lengths, a name that is taken, two rows of a stock with one key.
  public func add(_ table: HoiTable) throws(HoiFailure) {
    _ = try change { model throws(HoiFailure) in
      do throws(Diagnostic) {
        try add(table, to: &model.catalog)
      } catch {
        throw HoiFailure([error])
      }
      return []
    }
  }

  private func add(_ table: HoiTable, to catalog: inout Catalog) throws(Diagnostic) {
    try check(table, in: catalog)
    var builder = ColumnGatherer()
    var years: [Int32] = []
    for year in table.years {
      guard let year = Int32(exactly: year), settings.limits.years.contains(year) else {
        throw .yearOutOfRange(year, in: table.name)
      }
      years.append(year)
    }
    let (keys, codes) = makeYearColumn(years)
    builder.add(ColumnSchema(name: table.timeName, role: .time), keys, codes)
    var dimensions: [TableDimension] = []
    for dimension in table.dimensions {
      let (keys, codes) = makeKeyColumn(dimension.members.map { $0.map(normalized) })
      let id =
        catalog.dimension(named: dimension.name)
        ?? catalog.add(
          Dimension(
            name: dimension.name, label: dimension.label, keys: [], labels: [], isListed: false))
      dimensions.append(
        TableDimension(dimension: id, column: builder.columns.count, isApart: false))
      builder.add(ColumnSchema(name: dimension.name, role: .dimension), keys, codes)
    }
    var measures: [Measure] = []
    for measure in table.measures {
      measures.append(try builder.add(measure, of: table.name))
    }
    try requireDistinctKeys(table, builder)
    _ = catalog.add(
      Table(
        name: table.name, label: table.label, timeName: table.timeName, timeColumn: 0,
        period: table.period, referenceDay: nil, dimensions: dimensions, measures: measures,
        reportsBy: table.reportsBy.flatMap { catalog.dimension(named: $0) }, notes: [],
        facts: builder.facts))
  }

  private func check(_ table: HoiTable, in catalog: Catalog) throws(Diagnostic) {
    if catalog.tables.contains(where: { $0.name == table.name })
      || catalog.subjects.contains(where: { $0.name == table.name })
    {
      throw .tableTwice(table.name)
    }
    if table.measures.isEmpty { throw .noMeasure(in: table.name) }
    var names: Set<String> = [table.timeName]
    let columns =
      table.dimensions.map { ($0.name, $0.members.count) }
      + table.measures.map { ($0.name, $0.values.count) }
    for (name, count) in columns {
      if !names.insert(name).inserted { throw .columnTwice(name, in: table.name) }
      if count != table.years.count {
        throw .columnLength(name, count, expected: table.years.count, in: table.name)
      }
    }
    if let reports = table.reportsBy, !table.dimensions.contains(where: { $0.name == reports }) {
      throw .reportsByUnknown(reports, in: table.name)
    }
  }

  private func requireDistinctKeys(
    _ table: HoiTable, _ columns: ColumnGatherer
  ) throws(Diagnostic) {
    guard table.measures.contains(where: { !$0.isFlow }) else { return }
    var rowOfKey: [[Int64]: Int] = [:]
    for row in table.years.indices {
      let key = (0...table.dimensions.count).map { columns.cells[$0].values[row] }
      if let first = rowOfKey.updateValue(row, forKey: key) {
        throw .keyTwice(rows: first + 1, row + 1, in: table.name)
      }
    }
  }
}

/// Columns of a table that is being put together.
private struct ColumnGatherer {
  var columns: [ColumnSchema] = []
  var keys: [KeyDictionary] = []
  var cells: [(values: [Int64], validity: Bitmap?)] = []

  var facts: FactTable {
    makeFactTable(
      columns: columns, keys: keys, cells: cells, origin: RowOrigin(file: "", breaks: []))
  }

  mutating func add(_ schema: ColumnSchema, _ dictionary: KeyDictionary, _ codes: [Int64]) {
    columns.append(schema)
    keys.append(dictionary)
    cells.append((codes, nil))
  }

  mutating func add(_ measure: HoiTable.Measure, of table: String) throws(Diagnostic) -> Measure {
    let kind: MeasureKind
    var scale = 0
    var values: [Int64?] = []
    switch measure.values {
    case .counts(let counts): (kind, values) = (.count, counts.map { $0.map(Int64.init) })
    case .levels(let steps): (kind, values) = (.level, steps.map { $0.map(Int64.init) })
    case .flags(let flags): (kind, values) = (.flag, flags.map { $0.map { $0 ? 1 : 0 } })
    case .amounts(let amounts):
      kind = .amount
      scale = Self.scale(of: amounts)
      for (row, amount) in amounts.enumerated() {
        values.append(try Self.stored(amount, scale: scale, measure.name, row: row, table))
      }
    }
    var validity = Bitmap(count: values.count)
    for row in values.indices where values[row] != nil { validity[row] = true }
    let place = columns.count
    columns.append(ColumnSchema(name: measure.name, role: .measure(kind), scale: scale))
    keys.append(.none)
    cells.append((values.map { $0 ?? 0 }, values.contains(nil) ? validity : nil))
    return Measure(
      name: measure.name, label: measure.label, kind: kind, unit: .named(measure.unit),
      isFlow: measure.isFlow, isOpen: measure.isOpen, column: place, scale: scale)
  }

  /// The fewest decimals that hold every amount, at most nine.
  private static func scale(of amounts: [Fraction?]) -> Int {
    var scale = 0
    for case let amount? in amounts {
      while scale < 9, powerOfTen(scale) % amount.reduced.denominator != 0 { scale += 1 }
    }
    return scale
  }

  private static func stored(
    _ amount: Fraction?, scale: Int, _ column: String, row: Int, _ table: String
  ) throws(Diagnostic) -> Int64? {
    guard let amount else { return nil }
    guard let scaled = Fraction.multiplying(amount, Fraction(powerOfTen(scale)))?.reduced,
      scaled.denominator == 1, let stored = Int64(exactly: scaled.numerator)
    else { throw .valueOutOfRange(column, row: row + 1, in: table) }
    return stored
  }
}
