import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// What a `table` statement says, checked, and waiting for the rows of its file.
package struct TableDefinition: Sendable {
  /// What to read from the file.
  package internal(set) var blueprint: TableBlueprint
  package internal(set) var warnings: [Diagnostic] = []

  let source: SourceText
  let name: Name
  let label: String?
  var time: TimeColumn
  var dimensions: [UsedDimension] = []
  /// Columns are places in the blueprint.
  var measures: [Measure] = []
  var reportsBy: Name?
  /// Which members of that dimension owe a report, and how the model says so.
  var owing: (condition: Predicate, spelling: String)?
  var notes: [String] = []

  struct TimeColumn: Sendable {
    var name: String
    var period: Period
    var referenceDay: (day: Int, month: Int)?
    var column: Int
  }

  struct UsedDimension: Sendable {
    var declaration: ColumnDimension
    var isApart: Bool
    var column: Int
  }
}

extension TableDefinition {
  /// The columns that some questions cannot be about, so that they need not be read for them.
  ///
  /// Of two minds, a column is kept: the time, keys that tell a stock's rows apart, whatever has
  /// a meaning of its own, and every column whose name or label stands in the questions, or in the model
  /// more often than in the declarations of the table's columns, whatever it may mean there.
  ///
  /// - Parameters:
  ///   - questions: their text, folded.
  ///   - model: the whole text of the model, folded.
  package func columnsUnnamed(
    in questions: String, model: String, catalog: Catalog
  ) -> Set<Int> {
    var unnamed: Set<Int> = []
    for dimension in dimensions {
      let name = dimension.declaration.name.text
      if dimension.isApart || blueprint.requiresUniqueKeys || reportsBy?.text == name
        || dimension.declaration.members != nil || catalog.dimension(named: name) != nil
      {
        continue
      }
      let labels = [name, dimension.declaration.label?.text ?? name]
      if !labels.contains(where: { occurs(folded($0), in: questions, model) }) {
        unnamed.insert(dimension.column)
      }
    }
    for measure in measures {
      if ![measure.name, measure.label].contains(where: { occurs(folded($0), in: questions, model) }
      ) {
        unnamed.insert(measure.column)
      }
    }
    return unnamed
  }

  /// Whether a folded name stands in the questions, or in the model beyond the table's own columns.
  private func occurs(_ name: String, in questions: String, _ model: String) -> Bool {
    if name.isEmpty || count(of: name, in: questions) > 0 { return true }
    var own = blueprint.columns.reduce(0) { $0 + count(of: name, in: folded($1.schema.name)) }
    // The name of a unit names no column.
    for case .named(let unit) in measures.map(\.unit) { own += count(of: name, in: folded(unit)) }
    return count(of: name, in: model) > own
  }
}

/// How often one text stands in another.
private func count(of part: String, in text: String) -> Int {
  let (part, text) = (Array(part.utf8), Array(text.utf8))
  guard part.count <= text.count else { return 0 }
  return (0...(text.count - part.count)).count { text[$0..<($0 + part.count)].elementsEqual(part) }
}
