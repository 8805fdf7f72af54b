import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// `show`: items over axes.
package struct ShowQuestion: Sendable {
  package var items: [ShownItem]
  /// What the rows are grouped by: first the axes that the answer is split by unasked.
  package var axes: [Axis]
  package var splitCount: Int
  /// The places of all axes whose members never add: those above, and asked for ones of their kind.
  package var apart: [Int]
  /// The places of the axes within which shares and ranks are.
  package var within: [Int]
  package var filter: Predicate
  package var having: ResultCondition?
  /// `having` as written, for an answer that nothing is left of.
  package var havingSpelling: String?
  package var sort: [ResultKey]
  package var limit: RowLimit?
  package var isStrict: Bool
  package var hasTotal: Bool
  /// The place of the axis whose members become columns.
  package var pivot: Int?
  package var chart: Chart?
  package var title: [Wording]
  package var period: Period
  package var timeName: String
  /// Said with the answer, by a stable code.
  package var notes: [(code: String, text: Wording)]
  /// Members that merged are counted under what they became.
  package var isRestated: Bool

  package enum Chart: String, Sendable, CaseIterable {
    case line, bar
  }

  /// The tables that its items read, in the order written.
  package var tables: [TableID] {
    var found: [TableID] = []
    for item in items {
      for table in item.value.tables where !found.contains(table) { found.append(table) }
    }
    return found
  }

  /// The places of the axes that a total keeps: what never adds, and what stands in columns.
  package var totalPlaces: [Int] {
    axes.indices.filter { apart.contains($0) || $0 == pivot }
  }
}

/// `limit n per dim`.
package struct RowLimit: Sendable {
  package var most: Int
  /// The places of the axes within which rows are counted.
  package var groups: [Int]
}

/// Something shown.
package struct ShownItem: Sendable {
  /// The head of its column for programs: an alias, the last part of its name, or its words.
  package var name: String
  package var label: Wording
  package var value: Value
  package var unit: Unit
  package var indicator: IndicatorID?
  package var isPart: Bool
  /// What the two sides of a paired ratio count.
  package var sides: (numerator: Wording, denominator: Wording)?
  /// Thresholds of the targets on it.
  package var thresholds: [Fraction]
  /// The bound of the one target that speaks of all rows of the question.
  package var target: Fraction? = nil
  package var places: Int?
  /// Whether it is a difference, which is shown with its sign.
  package var isChange = false
}
