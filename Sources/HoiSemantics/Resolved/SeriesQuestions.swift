import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// `pace`: what a year still has to bring for one target.
package struct PaceQuestion: Sendable {
  package var target: CheckedTarget
  /// The year by which it is asked for.
  package var year: Int32
  /// The year whose value is stood on; nil: the latest reported.
  package var asOf: Int32?
  /// Without conditions on the year.
  package var filter: Predicate
  package var title: [Wording]
  package var notes: [(code: String, text: Wording)]
}

/// `project`: the straight line through the years reported, and on.
package struct ProjectQuestion: Sendable {
  package var value: NamedFormula
  package var axes: [Axis]
  package var filter: Predicate
  /// The years that the line may run through; everything where the question names none.
  package var years: MemberSet
  /// The last year that is projected.
  package var year: Int32
  /// Whether the years reported are shown before those projected.
  package var showsHistory: Bool
  package var chart: ShowQuestion.Chart?
  package var title: [Wording]
  package var notes: [(code: String, text: Wording)]
}

/// `trace`: where a number came from.
package struct TraceQuestion: Sendable {
  package var value: NamedFormula
  package var axes: [Axis]
  package var splitCount: Int
  package var filter: Predicate
  /// The filter as the question writes it.
  package var condition: String?
  /// The targets on it that the question does not leave out.
  package var targets: [TargetID]
  package var title: [Wording]
  package var notes: [(code: String, text: Wording)]
}

/// An indicator or a measure that a statement is about.
package struct NamedFormula: Sendable {
  /// The last part of its name.
  package var name: String
  package var label: String
  /// As a question names it.
  package var qualifiedName: String
  package var formula: Formula
  /// As the model writes it.
  package var spelling: String
  package var unit: Unit
  package var isPart: Bool
  package var indicator: IndicatorID?
  package var period: Period
  package var timeName: String
}
