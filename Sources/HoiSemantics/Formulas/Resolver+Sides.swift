import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// Sides of a formula over rows of their own.
extension Resolver {
  /// How far back a side or a function may look.
  static let yearsBack: ClosedRange<Int64> = 1...100

  /// `(measure where condition)`.
  func filtered(
    _ inner: Expression, _ condition: Expression, _ range: SourceRange, in table: TableID?
  ) throws(Diagnostic) -> Term {
    var side = try term(inner, in: table)
    if side.isLiteral { throw .notAValue(inner, in: source) }
    let user = AxisUser(name: source[inner.range], formula: side.formula)
    let filter = try predicate(condition, tables: side.formula.tables, users: [user])
    if filter.axes.contains(.time) {
      throw .yearInSide(condition.range, side: inner.range, in: source)
    }
    side.formula = side.formula.over(Scope(filter: filter))
    side.range = range
    return side
  }

  /// A call in a formula: `prev(x[, n])`, `count(measure)`, and `sum(measure)`, which says what a
  /// bare measure means anyway.
  func called(
    _ name: Name, _ arguments: [Expression], _ range: SourceRange, in table: TableID?
  ) throws(Diagnostic) -> Term {
    switch ValueFunction(folded: HoiText.folded(name.text)) {
    case .prev:
      return try earlier(name, arguments, range, in: table)
    case .count:
      guard arguments.count == 1 else {
        throw .wrongArgumentCount(name, arguments.count, allowed: 1...1, at: range, in: source)
      }
      return try reports(name, arguments[0], range, in: table)
    case .sum:
      guard arguments.count == 1 else {
        throw .wrongArgumentCount(name, arguments.count, allowed: 1...1, at: range, in: source)
      }
      var term = try term(arguments[0], in: table)
      guard isSum(term.formula) else { throw .callInFormula(name, at: range, in: source) }
      term.range = range
      return term
    case .min, .max, .avg, .distinct, .round, .abs, .change, .growth, .moving, .share, .rank,
      .coverage, .missing, .target, .gap, .status, nil:
      throw .callInFormula(name, at: range, in: source)
    }
  }

  private func isSum(_ formula: Formula) -> Bool {
    switch formula {
    case .measure: true
    case .scoped(let inner, _): isSum(inner)
    case .literal, .reported, .lowest, .sum, .difference, .product, .quotient: false
    }
  }

  /// The same sums over the rows of an earlier year.
  private func earlier(
    _ name: Name, _ arguments: [Expression], _ range: SourceRange, in table: TableID?
  ) throws(Diagnostic) -> Term {
    guard (1...2).contains(arguments.count) else {
      throw .wrongArgumentCount(name, arguments.count, allowed: 1...2, at: range, in: source)
    }
    var side = try term(arguments[0], in: table)
    if side.isLiteral { throw .notAValue(arguments[0], in: source) }
    var count: Int64 = 1
    if arguments.count == 2 {
      guard case .number(let literal) = arguments[1], let whole = literal.wholeNumber,
        Self.yearsBack.contains(whole)
      else {
        throw .yearsBackOutOfRange(arguments[1].range, most: Self.yearsBack.upperBound, in: source)
      }
      count = whole
    }
    side.formula = side.formula.over(Scope(yearsBack: Int32(count)))
    side.range = range
    return side
  }

  /// How many rows report a measure.
  private func reports(
    _ name: Name, _ argument: Expression, _ range: SourceRange, in table: TableID?
  ) throws(Diagnostic) -> Term {
    let term = try term(argument, in: table)
    guard let counted = counting(term.formula) else {
      throw .wrongArgument(name, argument.range, in: source)
    }
    return Term(formula: counted, unit: .named(""), range: range)
  }

  private func counting(_ formula: Formula) -> Formula? {
    switch formula {
    case .measure(let id), .lowest(let id): .reported(id)
    case .scoped(let inner, let scope): counting(inner).map { $0.over(scope) }
    case .quotient(let yes, _): formula.isFlagShare ? counting(yes) : nil
    case .literal, .reported, .sum, .difference, .product: nil
    }
  }
}
