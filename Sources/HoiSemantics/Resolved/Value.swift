import HoiCatalog
import HoiNumbers

/// A value that a question asks for, with every name resolved and every unit checked.
package indirect enum Value: Hashable, Sendable {
  case literal(Fraction)
  /// Bare measures in one formula: a row enters only if all of them are reported.
  case formula(Formula)
  /// The numerator of a paired formula, added over the rows that enter the whole.
  case numerator(of: Formula)
  case denominator(of: Formula)
  /// An aggregate of one measure on its own, apart from any formula.
  case aggregate(Aggregation, MeasureID)
  /// How many rows of a table are in scope.
  case rowCount(TableID)
  /// How many members of an axis occur in a table's rows.
  case distinct(TableID, Axis)
  case arithmetic(Operator, Value, Value)
  case negative(Value)
  case magnitude(Value)
  /// Rounded half away from zero to so many decimals.
  case rounded(Value, Int)
  /// An aggregate or a count over the rows of so many years before; a formula holds its own years.
  case earlier(Value, Int32)
  /// What the value is where an axis has this member, whatever member the row has.
  case fixed(Value, Axis, Int32)
  /// The value over the rows that also meet a condition, such as the scope of a target.
  case within(Value, Predicate)
  /// The part of the sum over the rows of one group that never adds with others.
  case share(Value)
  /// The place among those rows; the highest, or the lowest, is the first.
  case rank(Value, lowestFirst: Bool)
  /// How many of those who owe a report for a formula sent it, or did not.
  case reports(Formula, Reports)
  /// What a target says of its indicator, within its own scope.
  case judged(TargetID, Judged, on: Formula)

  package enum Aggregation: Hashable, Sendable {
    case sum, minimum, maximum, average
    /// Rows that report the measure.
    case count
  }

  package enum Operator: Hashable, Sendable {
    case add, subtract, multiply, divide
    /// The relative change from the right to the left; not applicable from nothing or less.
    case growth
  }

  package enum Judged: Hashable, Sendable {
    /// What must be reached.
    case goal
    /// What is lacking to it; negative where it is passed.
    case gap
    /// The verdict, by its place among all verdicts.
    case verdict
  }

  package enum Reports: Hashable, Sendable {
    /// Those who sent it over those who owe it.
    case coverage
    /// Those who did not.
    case missing
  }
}
