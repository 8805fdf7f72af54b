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

  package enum Aggregation: Hashable, Sendable {
    case sum, minimum, maximum, average
    /// Rows that report the measure.
    case count
  }

  package enum Operator: Hashable, Sendable {
    case add, subtract, multiply, divide
  }

  /// The tables it reads, in the order written, each once.
  package var tables: [TableID] {
    switch self {
    case .literal: return []
    case .formula(let formula), .numerator(let formula), .denominator(let formula):
      return formula.tables
    case .aggregate(_, let id): return [id.table]
    case .rowCount(let table), .distinct(let table, _): return [table]
    case .arithmetic(_, let left, let right):
      var found = left.tables
      for table in right.tables where !found.contains(table) { found.append(table) }
      return found
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _):
      return inner.tables
    }
  }

  /// The formulas in it, whose coverage an answer states.
  package var formulas: [Formula] {
    switch self {
    case .literal, .rowCount, .distinct: return []
    case .formula(let formula), .numerator(let formula), .denominator(let formula):
      return [formula]
    case .aggregate(let aggregation, let id):
      return aggregation == .count ? [] : [.measure(id)]
    case .arithmetic(_, let left, let right):
      var found = left.formulas
      for formula in right.formulas where !found.contains(formula) { found.append(formula) }
      return found
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _):
      return inner.formulas
    }
  }
}
