import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiText

/// A column of an answer that is asked for again.
package struct AnsweredColumn: Sendable {
  package enum Cells: Sendable {
    case numbers, years
    /// Texts that repeat, such as the labels of members.
    case labels(TextList)
    /// Any other text.
    case texts
  }

  package var name: String
  package var label: Wording
  package var unit: Unit
  package var cells: Cells

  package init(name: String, label: Wording, unit: Unit, cells: Cells) {
    self.name = name
    self.label = label
    self.unit = unit
    self.cells = cells
  }
}

/// `show _`: what is done with the rows of the last answer. Columns are places in it.
package struct AgainQuestion: Sendable {
  package var having: AnsweredCondition?
  /// `having` as written, for an answer that nothing is left of.
  package var havingSpelling: String?
  package var sort: [(column: Int, isDescending: Bool)] = []
  package var limit: Int?
  package var limitGroups: [Int] = []
  package var pivot: Int?
  package var chart: ShowQuestion.Chart?
}

/// What `having` asks of a row. `not` has been driven inward.
package indirect enum AnsweredCondition: Sendable {
  case number(Predicate.Ordering, column: Int, Fraction)
  case numbers(Predicate.Ordering, column: Int, other: Int)
  case missing(column: Int, Bool)
  case year(Predicate.Ordering, column: Int, Int)
  /// Places among the labels of the column.
  case label(column: Int, Set<Int>, isIn: Bool)
  /// A text, folded.
  case text(column: Int, String, contains: Bool, holds: Bool)
  case all([AnsweredCondition])
  case any([AnsweredCondition])

  package var negation: AnsweredCondition {
    switch self {
    case .number(let ordering, let column, let bound):
      .number(ordering.opposite, column: column, bound)
    case .numbers(let ordering, let column, let other):
      .numbers(ordering.opposite, column: column, other: other)
    case .missing(let column, let wanted): .missing(column: column, !wanted)
    case .year(let ordering, let column, let year): .year(ordering.opposite, column: column, year)
    case .label(let column, let places, let isIn): .label(column: column, places, isIn: !isIn)
    case .text(let column, let text, let contains, let holds):
      .text(column: column, text, contains: contains, holds: !holds)
    case .all(let terms): .any(terms.map(\.negation))
    case .any(let terms): .all(terms.map(\.negation))
    }
  }
}
