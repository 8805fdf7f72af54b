import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

extension Resolver {
  /// The number that a value of some unit is compared with.
  ///
  /// - Parameters:
  ///   - isWhole: the values are whole numbers, so that a decimal can only be a slip.
  ///   - ordering: how it is compared, which decides how a decimal is mended.
  /// - Throws: a bare number other than 0 against a percentage, a percentage or a decimal against a
  ///   count, anything that is no number.
  package func bound(
    _ expression: Expression, for unit: Unit, isWhole: Bool = false,
    ordering: Predicate.Ordering? = nil
  ) throws(Diagnostic) -> Fraction {
    switch expression {
    case .number(let literal):
      return try bound(literal, for: unit, isWhole: isWhole, ordering: ordering)
    case .negative(let inner, let range):
      let value = try bound(inner, for: unit, isWhole: isWhole, ordering: ordering?.mirrored)
      guard let opposite = value.negated else { throw .numberTooLarge(at: range, in: source) }
      return opposite
    case .bracket(let inner, _):
      return try bound(inner, for: unit, isWhole: isWhole, ordering: ordering)
    case .arithmetic: return try constant(expression)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .string, .name, .call, .comparison, .membership, .range, .not, .all, .any, .filtered,
      .broken:
      throw .notANumber(expression, for: unit, in: source)
    }
  }

  private func bound(
    _ literal: NumberLiteral, for unit: Unit, isWhole: Bool, ordering: Predicate.Ordering?
  ) throws(Diagnostic) -> Fraction {
    guard let value = literal.value else {
      throw .numberTooLarge(at: literal.range, in: source)
    }
    if value.isZero { return value }
    switch unit {
    case .ratio, .points, .growth:
      if literal.suffix != .percent { throw .bareNumberForRatio(literal, unit: unit, in: source) }
    case .number, .named, .quotient, .level, .rank:
      if literal.suffix == .percent { throw .percentForNumber(literal, unit: unit, in: source) }
      let needsWhole = isWhole || unit == .level || unit == .rank
      // `1.234` is how a Vietnamese page writes 1234; taken as a decimal it would be silently wrong.
      if needsWhole, literal.suffix == .none, literal.scale == 3 {
        throw .thousandsSeparator(literal, in: source)
      }
      if needsWhole, value.reduced.denominator != 1 {
        throw .decimalForCount(literal, value: value, ordering: ordering, in: source)
      }
    }
    return value
  }

  /// The value of arithmetic that reads no data.
  func constant(_ expression: Expression) throws(Diagnostic) -> Fraction {
    let (formula, _) = try formula(expression)
    guard formula.measures.isEmpty else { throw .notANumber(expression, for: .number, in: source) }
    guard let value = constantValue(formula) else {
      throw .numberTooLarge(at: expression.range, in: source)
    }
    return value
  }

  private func constantValue(_ formula: Formula) -> Fraction? {
    switch formula {
    case .literal(let value): return value
    case .measure, .reported, .lowest, .scoped: return nil
    case .sum(let left, let right):
      return both(left, right).flatMap { Fraction.adding($0, $1) }
    case .difference(let left, let right):
      return both(left, right).flatMap { Fraction.subtracting($0, $1) }
    case .product(let left, let right):
      return both(left, right).flatMap { Fraction.multiplying($0, $1) }
    case .quotient(let left, let right):
      return both(left, right).flatMap { $1.isZero ? nil : Fraction.dividing($0, $1) }
    }
  }

  private func both(_ left: Formula, _ right: Formula) -> (Fraction, Fraction)? {
    guard let left = constantValue(left), let right = constantValue(right) else { return nil }
    return (left, right)
  }
}

extension Predicate.Ordering {
  /// The ordering of the same two numbers with their signs turned.
  package var mirrored: Predicate.Ordering {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension Expression.Comparison {
  /// The ordering it asks for; nil for *contains*.
  package var ordering: Predicate.Ordering? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .contains: nil
    }
  }
}

extension Predicate.Ordering {
  /// As it is written in a question.
  package var typed: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
