import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// `reports by truong where loai = mn`: which members of a list owe a report.
extension Resolver {
  /// - Precondition: `reports by` names a dimension of the table.
  func add(
    owing condition: Expression, to definition: inout TableDefinition
  ) throws(Diagnostic) {
    guard let name = definition.reportsBy,
      let used = definition.dimensions.first(where: { $0.declaration.name.text == name.text })
    else { preconditionFailure("checked before") }
    var trial = catalog
    let id = trial.dimension(named: name.text) ?? trial.add(used.declaration.dimension)
    guard trial[id].listedCount != nil else { throw .owingWithoutList(name, in: source) }
    let (table, _) = trial.add(rowless(definition, by: id))
    let own = Set(trial.axesAlike(.dimension(id)))
    let resolver = Resolver(catalog: trial, source: source, definitions: definitions)
    var all = Predicate.always
    for term in condition.conjunction {
      let one = try resolver.predicate(term, tables: [table])
      guard one.measures.isEmpty, one.axes.isSubset(of: own) else {
        throw .owingOfOthers(
          term.range, by: name, attributes: trial[id].attributes.map(\.name), in: source)
      }
      all = all.and(one)
    }
    guard trial.reach(of: all, on: id).contains(where: trial[id].members.contains) else {
      throw .nobodyOwes(condition.range, by: name, in: source)
    }
    definition.owing = (all, definitions.spelled(source[condition.range]))
  }

  /// The table before it has rows: names of the condition are looked up there first.
  private func rowless(_ definition: TableDefinition, by id: DimensionID) -> Table {
    let names = [definition.time.name, definition.reportsBy?.text ?? ""]
    return Table(
      name: definition.name.text, label: definition.label, timeName: definition.time.name,
      timeColumn: 0, period: definition.time.period, referenceDay: definition.time.referenceDay,
      dimensions: [TableDimension(dimension: id, column: 1, isApart: false)], measures: [],
      reportsBy: id, notes: [],
      facts: FactTable(
        columns: zip(names, [.time, .dimension]).map { ColumnSchema(name: $0, role: $1) },
        keys: [.years([]), .text([])], segments: [],
        origin: RowOrigin(file: "", breaks: [])))
  }
}
