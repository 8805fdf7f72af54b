import HoiDiagnostics

/// Values and conditions are one grammar; meaning tells them apart.
public indirect enum Expression: Hashable, Sendable {
  case number(NumberLiteral)
  case string(StringLiteral)
  case name(Path)
  /// `$name`; the name is without its dollar sign, the range with it.
  case parameter(Name)
  /// `function(argument, …)`: functions need their bracket.
  case call(Name, [Expression], SourceRange)
  case negative(Expression, SourceRange)
  case arithmetic(Arithmetic, left: Expression, right: Expression, SourceRange)
  case comparison(Comparison, left: Expression, right: Expression, SourceRange)
  /// `left in (a, b)`.
  case membership(Expression, [Expression], SourceRange)
  /// `left in a..b`, both ends included.
  case range(Expression, lower: Expression, upper: Expression, SourceRange)
  case not(Expression, SourceRange)
  /// Two or more terms joined by `and`: flat, so that a long chain is not a deep one.
  case all([Expression], SourceRange)
  /// Two or more terms joined by `or`.
  case any([Expression], SourceRange)
  /// `(value where condition)`: a side filtered in its definition.
  case filtered(Expression, condition: Expression, SourceRange)
  /// Kept, because the formatter loses nothing and brackets mean *computed* right of `=`.
  case bracket(Expression, SourceRange)
  /// Diagnosed where it stands.
  case broken(SourceRange)

  public enum Arithmetic: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  public enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// Contains, accents and case ignored.
    case contains = "~"
  }

  public var range: SourceRange {
    switch self {
    case .number(let literal): literal.range
    case .string(let literal): literal.range
    case .name(let path): path.range
    case .parameter(let name): name.range
    case .call(_, _, let range), .negative(_, let range), .arithmetic(_, _, _, let range),
      .comparison(_, _, _, let range), .membership(_, _, let range), .range(_, _, _, let range),
      .not(_, let range), .all(_, let range), .any(_, let range), .filtered(_, _, let range),
      .bracket(_, let range), .broken(let range):
      range
    }
  }
}
