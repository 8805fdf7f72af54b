/// What a number counts.
///
/// The quotient of equal units is a ratio, shown in percent; the difference of two ratios is in
/// points. `count` without a name is a unit of its own, so that two unnamed counts make a ratio.
public indirect enum Unit: Hashable, Sendable {
  /// A bare number, as written in a question.
  case number
  /// A count or amount; the name is as the model gives it, empty where it gives none.
  case named(String)
  /// A quotient of equal units: shown in percent.
  case ratio
  /// A difference of ratios: percentage points.
  case points
  /// The relative change of a quantity: shown in percent, but no share of anything.
  case growth
  /// A quotient of different units, such as pupils per teacher.
  case quotient(Unit, Unit)
  /// The step of an ordinal scale; never added, never averaged.
  case level
  /// A place in a ranking.
  case rank

  /// Whether a person reads it in percent.
  public var isPercentage: Bool { self == .ratio || self == .growth }
}
