import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// `check`: a verdict per target, and per member and year where it is split.
package struct CheckQuestion: Sendable {
  /// In the order of the model, the promises without a number among them.
  package var targets: [CheckedTarget]
  /// What the rows of a target are ordered by: first the axes that it is split by unasked.
  package var axes: [Axis]
  /// Without conditions on the year.
  package var filter: Predicate
  /// The years asked for; everything where the question names none.
  package var years: MemberSet
  package var having: CheckCondition?
  /// `having` as written, for an answer that nothing is left of.
  package var havingSpelling: String?
  package var sort: [CheckKey]
  package var limit: Int?
  /// What `limit` counts rows within.
  package var limitGroups: [CheckKey.Key]
  package var title: [Wording]
  package var notes: [(code: String, text: Wording)]

  /// Whether a target has a row for each of its years; otherwise one year is judged.
  package var showsEachYear: Bool { axes.contains(.time) }
}

/// A target as a question asks for it.
package struct CheckedTarget: Hashable, Sendable {
  package var id: TargetID
  /// Its axes besides the years, a part of the question's in the same order: a target need not
  /// have an axis that another is split by unasked.
  package var axes: [Axis]
  /// How many of them it is split by unasked.
  package var splitCount: Int
  /// Those whose members are never added: each is whole by itself.
  package var apart: Set<Axis>
  /// The conditions of the question leave out something that was promised.
  package var isNarrower: Bool
}

/// What `having` asks of a verdict. `not` has been driven inward.
package indirect enum CheckCondition: Sendable {
  case verdict(Set<Verdict>)
  /// Told by label, name, grade or clause, which are known before the data.
  case target(Set<TargetID>)
  /// Percentages only compare with percentages.
  case compare(CheckNumber, Predicate.Ordering, Fraction, isPercentage: Bool)
  case missing(CheckNumber, Bool)
  case member(Axis, MemberSet)
  case all([CheckCondition])
  case any([CheckCondition])
}

/// A number beside a verdict.
package enum CheckNumber: Sendable, CaseIterable {
  case value, threshold, gap, units, milestone, low, high

  /// Whether it is in the unit of the indicator rather than a number of things.
  package var hasUnitOfIndicator: Bool { self != .units }
}

/// A key that verdicts are sorted by.
package struct CheckKey: Sendable {
  package enum Key: Sendable {
    case verdict, target, grade
    case number(CheckNumber)
    case axis(Axis)
  }
  package var key: Key
  package var isDescending: Bool
}
