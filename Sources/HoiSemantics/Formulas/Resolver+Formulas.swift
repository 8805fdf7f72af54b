import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// A formula with its unit, while it is being put together.
struct Term {
  var formula: Formula
  var unit: Unit
  var range: SourceRange

  var isLiteral: Bool { formula.measures.isEmpty }
}

extension Resolver {
  /// Arithmetic on bare measures, as a definition or an item writes it.
  ///
  /// A flag alone is a ratio, yes over known; a level alone is its lowest step. Neither takes part
  /// in arithmetic. An indicator stands for its own formula.
  ///
  /// - Parameter table: where a measure may be written without its table.
  package func formula(
    _ expression: Expression, in table: TableID? = nil
  ) throws(Diagnostic) -> (formula: Formula, unit: Unit) {
    let term = try term(expression, in: table)
    return (term.formula, term.unit)
  }

  func term(_ expression: Expression, in table: TableID?) throws(Diagnostic) -> Term {
    switch expression {
    case .number(let literal):
      guard let value = literal.value else {
        throw .numberTooLarge(at: literal.range, in: source)
      }
      return Term(formula: .literal(value), unit: literal.unit, range: literal.range)
    case .string(let literal):
      return try named(Path([Name(literal.text, range: literal.range)]), in: table)
    case .name(let path): return try named(path, in: table)
    case .bracket(let inner, let range):
      var term = try self.term(inner, in: table)
      term.range = range
      return term
    case .negative(let inner, let range): return try negated(inner, range, in: table)
    case .arithmetic(let sign, let left, let right, let range):
      let left = try term(left, in: table)
      let right = try term(right, in: table)
      return try combined(sign, left, right, range)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .call(let name, let arguments, let range):
      return try called(name, arguments, range, in: table)
    case .filtered(let inner, let condition, let range):
      return try filtered(inner, condition, range, in: table)
    case .comparison, .membership, .range, .not, .all, .any, .broken:
      throw .notAValue(expression, in: source)
    }
  }

  private func named(_ path: Path, in table: TableID?) throws(Diagnostic) -> Term {
    if path.parts.count == 1, let table {
      let own = SoughtName(path.last.text).closest(among: [measureThings(table)])
      if own.count == 1, case .measure(let id) = own[0].reference {
        return term(of: id, path.range)
      }
    }
    let found = try reference(path, expecting: .values)
    switch found {
    case .measure(let id): return term(of: id, path.range)
    case .indicator(let id):
      return Term(formula: catalog[id].formula, unit: catalog[id].unit, range: path.range)
    case .named(let place):
      let named = definitions.names[place]
      guard case .formula(let formula) = named.value.value else {
        throw .letInFormula(path, named.spelling, in: source)
      }
      return Term(formula: formula, unit: named.unit, range: path.range)
    case .subject, .table, .target, .axis:
      preconditionFailure("look-up keeps to the kinds it was given")
    }
  }

  private func term(of id: MeasureID, _ range: SourceRange) -> Term {
    switch catalog[id].kind {
    case .count, .amount: Term(formula: .measure(id), unit: catalog[id].unit, range: range)
    case .flag:
      Term(formula: .quotient(.measure(id), .reported(id)), unit: .ratio, range: range)
    case .level: Term(formula: .lowest(id), unit: .level, range: range)
    }
  }

  private func negated(
    _ inner: Expression, _ range: SourceRange, in table: TableID?
  ) throws(Diagnostic) -> Term {
    var term = try self.term(inner, in: table)
    try requireArithmetic(term)
    term.range = range
    if case .literal(let value) = term.formula, let opposite = value.negated {
      term.formula = .literal(opposite)
    } else {
      term.formula = .product(.literal(Fraction(-1)), term.formula)
    }
    return term
  }

  private func combined(
    _ sign: Expression.Arithmetic, _ left: Term, _ right: Term, _ range: SourceRange
  ) throws(Diagnostic) -> Term {
    try requireArithmetic(left)
    try requireArithmetic(right)
    let unit: Unit?
    let formula: Formula
    switch sign {
    case .add:
      unit = .sum(of: left.unit, and: right.unit)
      formula = .sum(left.formula, right.formula)
    case .subtract:
      // `100% - x` is what x leaves of the whole: a ratio, where two measured ones differ in points.
      let isRest = left.isLiteral && left.unit == .ratio && right.unit == .ratio
      unit = isRest ? .ratio : .difference(of: left.unit, and: right.unit)
      formula = .difference(left.formula, right.formula)
    case .multiply:
      if !left.isLiteral, !right.isLiteral { throw .productOfMeasures(at: range, in: source) }
      unit = .product(of: left.unit, and: right.unit)
      formula = .product(left.formula, right.formula)
    case .divide:
      if case .literal(let value) = right.formula, value.isZero {
        throw .divisionByZero(at: right.range, in: source)
      }
      unit = .quotient(of: left.unit, by: right.unit)
      formula = .quotient(left.formula, right.formula)
    }
    guard let unit else {
      throw .unitsDoNotAdd(
        sign, (left.unit, left.range), (right.unit, right.range), at: range, in: source)
    }
    return Term(formula: formula, unit: unit, range: range)
  }

  /// A level or a flag has no sum that arithmetic could go on with.
  private func requireArithmetic(_ term: Term) throws(Diagnostic) {
    if let kind = kindStandingAlone(term.formula) {
      throw .standsAlone(kind, at: term.range, in: source)
    }
  }

  /// Rows that report one may be counted and divided; its steps and its yes may not.
  private func kindStandingAlone(_ formula: Formula) -> MeasureKind? {
    switch formula {
    case .literal, .reported: nil
    case .lowest: .level
    case .measure(let id): catalog[id].kind == .flag ? .flag : nil
    case .scoped(let inner, _): kindStandingAlone(inner)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right):
      kindStandingAlone(left) ?? kindStandingAlone(right)
    }
  }

  /// Whether every value of a formula is a whole number: sums and differences of counts.
  package func isWhole(_ formula: Formula) -> Bool {
    switch formula {
    case .literal(let value): value.reduced.denominator == 1
    case .measure(let id): catalog[id].kind == .count || catalog[id].kind == .flag
    case .reported, .lowest: true
    case .scoped(let inner, _): isWhole(inner)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right):
      isWhole(left) && isWhole(right)
    case .quotient: false
    }
  }
}
