import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// Where a condition on rows stands: what it filters, and the question that can be mended.
struct ConditionPlace {
  /// The tables whose rows it filters.
  var tables: [TableID]
  /// What must have every axis that it names.
  var users: [AxisUser]
  /// Nil in a definition.
  var question: Question?
  /// The term of the topmost `and` that is being read.
  var term: Expression
}

/// What a condition is about.
enum ConditionSubject {
  case axis(Axis)
  case measure(MeasureID)
  /// Something that only results have: an indicator, a call, arithmetic.
  case result
}

extension Expression {
  /// The terms that must all hold, brackets around a chain of them opened.
  package var conjunction: [Expression] {
    switch self {
    case .all(let terms, _): terms.flatMap(\.conjunction)
    case .bracket(let inner, _):
      if case .all = inner { inner.conjunction } else { [self] }
    case .number, .string, .name, .parameter, .call, .negative, .arithmetic, .comparison,
      .membership, .range, .not, .any, .filtered, .broken:
      [self]
    }
  }

  /// The name that it is, quoted or bare.
  package var path: Path? {
    switch self {
    case .name(let path): path
    case .string(let literal): Path([Name(literal.text, range: literal.range, isQuoted: true)])
    case .number, .parameter, .call, .negative, .arithmetic, .comparison, .membership, .range,
      .not, .all, .any, .filtered, .bracket, .broken:
      nil
    }
  }
}
