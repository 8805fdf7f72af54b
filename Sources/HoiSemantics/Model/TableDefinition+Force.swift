import HoiCatalog
import HoiColumns
import HoiDiagnostics

extension TableDefinition {
  /// Warns of rows whose member was not in force in their year.
  func outOfForce(_ id: TableID, _ catalog: Catalog, at range: (TableDimension) -> SourceRange)
    -> [Diagnostic]
  {
    catalog[id].dimensions.compactMap { used in
      let dimension = catalog[used.dimension]
      guard !dimension.validity.isEmpty else { return nil }
      let found = rows(id, used, catalog)
      guard found.count > 0 else { return nil }
      let facts = catalog[id].facts
      return .outOfForce(
        found.members.sorted().map { dimension.labels[Int($0)] }, rows: found.count,
        of: dimension.name, file: facts.origin.file,
        line: found.first.flatMap { facts.origin.line(ofRow: $0) }, at: range(used), in: source)
    }
  }

  private func rows(
    _ id: TableID, _ used: TableDimension, _ catalog: Catalog
  ) -> (members: Set<Int32>, count: Int, first: Int?) {
    let table = catalog[id]
    let years = table.years
    // Whether a member, by its code, is out of force in a year, by its code.
    let isOut = years.map { year in
      used.memberOfCode.map { !catalog.isInForce($0, of: used.dimension, in: year, by: id) } + [
        false
      ]
    }
    guard isOut.contains(where: { $0.contains(true) }) else { return ([], 0, nil) }
    var members: Set<Int32> = []
    var count = 0
    var first: Int?
    var base = 0
    for segment in table.facts.segments {
      let (time, codes) = (segment.columns[table.timeColumn], segment.columns[used.column])
      for row in 0..<segment.rowCount {
        guard let year = time[row], let code = codes[row], isOut[Int(year)][Int(code)] else {
          continue
        }
        members.insert(used.memberOfCode[Int(code)])
        count += 1
        if first == nil { first = base + row }
      }
      base += segment.rowCount
    }
    return (members, count, first)
  }
}
