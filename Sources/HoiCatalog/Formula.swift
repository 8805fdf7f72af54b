import HoiNumbers

/// Arithmetic on the bare measures of a definition: each measure stands for its sum over the rows
/// in scope, and a row enters only if all measures of its table that the formula reads are
/// reported.
public indirect enum Formula: Hashable, Sendable {
  case literal(Fraction)
  case measure(MeasureID)
  /// How many rows report the measure: what a flag is divided by.
  case reported(MeasureID)
  /// The lowest step of a level among the rows; stands alone, because levels do not add.
  case lowest(MeasureID)
  /// One of the three above over rows of its own: only those of a condition, or of an earlier year.
  case scoped(Formula, Scope)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  case product(Formula, Formula)
  case quotient(Formula, Formula)

  /// The measures it reads, in the order written, each once.
  public var measures: [MeasureID] {
    switch self {
    case .literal: return []
    case .measure(let id), .reported(let id), .lowest(let id): return [id]
    case .scoped(let inner, _): return inner.measures
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      var found = left.measures
      for id in right.measures where !found.contains(id) { found.append(id) }
      return found
    }
  }

  /// The tables it reads, in the order written, each once.
  public var tables: [TableID] {
    var found: [TableID] = []
    for id in measures where !found.contains(id.table) { found.append(id.table) }
    return found
  }

  /// The two sides where it is a quotient at the top.
  public var sides: (numerator: Formula, denominator: Formula)? {
    if case .quotient(let numerator, let denominator) = self { return (numerator, denominator) }
    return nil
  }
}
