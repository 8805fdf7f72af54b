import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

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
