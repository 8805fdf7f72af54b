import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiSyntax

extension TableDefinition {
  /// Adds the table with its rows to a catalogue.
  ///
  /// - Parameter facts: rows read by the blueprint.
  /// - Returns: what the rows name outside the member lists, by file and line.
  /// - Throws: a key that two members share, or a step that no level has; the catalogue is then as it was.
  /// - Precondition: the columns of the rows are those of the blueprint, in their order.
  package func makeTable(
    _ facts: FactTable, catalog: inout Catalog
  ) throws(Diagnostic) -> [Diagnostic] {
    precondition(
      facts.columns.map(\.name) == blueprint.columns.map(\.schema.name),
      "rows are read by the blueprint")
    var changed = catalog
    let used = dimensions.map { use in
      TableDimension(
        dimension: changed.dimension(named: use.declaration.name.text)
          ?? changed.add(use.declaration.dimension), column: use.column, isApart: use.isApart)
    }
    for dimension in used { try requireClearKeys(facts, dimension, changed) }
    var measures = measures
    for index in measures.indices {
      measures[index].scale = facts.columns[measures[index].column].scale
    }
    for measure in measures { try requireKnownSteps(facts, measure) }
    var table = Table(
      name: name.text, label: label, timeName: time.name, timeColumn: time.column,
      period: time.period, referenceDay: time.referenceDay, dimensions: used,
      measures: measures,
      reportsBy: reportsBy.flatMap { changed.dimension(named: $0.text) }, notes: notes,
      facts: facts, isRegister: blueprint.validity != nil)
    table.owing = owing?.condition ?? .always
    table.owingSpelling = owing?.spelling
    let (id, outside) = changed.add(table)
    catalog = changed
    return warnings + outside.map { outsideList($0.keys, of: $0.dimension, id, changed) }
      + outOfForce(id, changed) { range(of: $0) }
  }

  /// A label that two members share cannot tell whose row it is.
  private func requireClearKeys(
    _ facts: FactTable, _ used: TableDimension, _ catalog: Catalog
  ) throws(Diagnostic) {
    let dimension = catalog[used.dimension]
    guard dimension.listedCount != nil, case .text(let keys) = facts.keys[used.column],
      keys != dimension.keys
    else { return }
    for (code, key) in keys.enumerated() {
      let places = dimension.names.places(spelt: key)
      if places.count > 1, !places.contains(where: { dimension.keys[Int($0)] == key }) {
        let row = places.isEmpty ? nil : facts.firstRows(of: [code], in: used.column)[code]?.first
        throw .unclearKey(
          key, members: places.map { dimension.keys[Int($0)] }, file: facts.origin.file,
          line: row.flatMap { facts.origin.line(ofRow: $0) }, at: range(of: used), in: source)
      }
    }
  }

  /// A step that the model does not name has no place among the others.
  private func requireKnownSteps(_ facts: FactTable, _ measure: Measure) throws(Diagnostic) {
    let steps = Set(measure.steps.map { Int64($0.step) })
    guard measure.kind == .level, !steps.isEmpty else { return }
    var base = 0
    for segment in facts.segments {
      let values = segment.columns[measure.column]
      for row in 0..<segment.rowCount {
        guard let value = values[row], !steps.contains(value) else { continue }
        throw .unknownStep(
          value, of: measure, file: facts.origin.file, line: facts.origin.line(ofRow: base + row),
          at: name.range, in: source)
      }
      base += segment.rowCount
    }
  }

  private func range(of used: TableDimension) -> SourceRange {
    dimensions.first { $0.column == used.column }?.declaration.name.range ?? name.range
  }

  private func outsideList(
    _ keys: [String], of id: DimensionID, _ table: TableID, _ catalog: Catalog
  ) -> Diagnostic {
    guard let used = catalog[table].dimension(id),
      case .text(let all) = catalog[table].facts.keys[used.column]
    else { preconditionFailure("a table has the dimensions it was added with") }
    let facts = catalog[table].facts
    let codes = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    let rows = facts.firstRows(of: Set(keys.compactMap { codes[$0] }), in: used.column)
    let found = keys.map { key in
      let place = codes[key].flatMap { rows[$0] }
      return OutsideKey(
        key: key, rowCount: place?.count ?? 0,
        line: place.flatMap { facts.origin.line(ofRow: $0.first) })
    }
    return .outsideList(
      found, of: catalog[id].name, file: facts.origin.file, at: range(of: used), in: source)
  }
}

/// A key that rows name and the list does not.
struct OutsideKey {
  var key: String
  var rowCount: Int
  var line: Int?
}

extension ColumnDimension {
  /// The dimension that a table makes where the catalogue has none of that name.
  var dimension: Dimension {
    let members = members ?? []
    return Dimension(
      name: name.text, label: label?.text, keys: members.map(\.key.text),
      labels: members.map { $0.label?.text }, isListed: self.members != nil)
  }
}

extension FactTable {
  /// For some codes of a key column, the first row that has each and how many rows have it.
  fileprivate func firstRows(
    of codes: Set<Int>, in column: Int
  ) -> [Int: (first: Int, count: Int)] {
    var found: [Int: (first: Int, count: Int)] = [:]
    var base = 0
    for segment in segments {
      let values = segment.columns[column]
      let holds = codes.contains { Int64($0) >= values.minimum && Int64($0) <= values.maximum }
      for row in 0..<(holds ? segment.rowCount : 0) {
        guard let value = values[row], let code = Int(exactly: value), codes.contains(code) else {
          continue
        }
        found[code] = (found[code]?.first ?? base + row, (found[code]?.count ?? 0) + 1)
      }
      base += segment.rowCount
    }
    return found
  }
}
