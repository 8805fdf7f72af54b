import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// What an item, a side of `having` or a key of `sort` asks for.
  ///
  /// Arithmetic on bare measures alone is one formula, whose rows enter together; an indicator is a
  /// formula that is closed, and so is an aggregate: arithmetic between those is on their values.
  package func value(_ expression: Expression) throws(Diagnostic) -> ItemValue {
    if isBareArithmetic(expression) {
      let (formula, unit) = try formula(expression)
      return ItemValue(
        .formula(formula), unit, expression.range, isPart: formula.isFlagShare,
        label: label(ofBare: expression))
    }
    switch expression {
    case .number(let literal):
      guard let value = literal.value else {
        throw .numberTooLarge(at: literal.range, in: source)
      }
      return ItemValue(.literal(value), literal.unit, literal.range)
    case .string(let literal):
      return try value(named: Path([Name(literal.text, range: literal.range, isQuoted: true)]))
    case .name(let path): return try value(named: path)
    case .bracket(let inner, let range):
      var value = try value(inner)
      value.range = range
      return value
    case .negative(let inner, let range):
      let value = try value(inner)
      return ItemValue(.negative(value.value), value.unit, range)
    case .arithmetic(let sign, let left, let right, let range):
      return try combined(sign, try value(left), try value(right), range)
    case .call(let name, let arguments, let range):
      return try call(name, arguments, range)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .filtered:
      let (formula, unit) = try formula(expression)
      return ItemValue(.formula(formula), unit, expression.range, isPart: formula.isFlagShare)
    case .comparison, .membership, .range, .not, .all, .any, .broken:
      throw .notAValue(expression, in: source)
    }
  }

  /// Whether it is made of measures and numbers alone, at least one of them a measure.
  private func isBareArithmetic(_ expression: Expression) -> Bool {
    var hasMeasure = false
    func isBare(_ expression: Expression) -> Bool {
      switch expression {
      case .number: return true
      case .bracket(let inner, _), .negative(let inner, _), .filtered(let inner, _, _):
        return isBare(inner)
      case .arithmetic(_, let left, let right, _): return isBare(left) && isBare(right)
      case .name(let path):
        let found = references(path, expecting: .values)
        guard found.count == 1, found[0].reference.kind == .measures else { return false }
        hasMeasure = true
        return true
      // A side of an earlier year is one side of a formula.
      case .call(let name, let arguments, _):
        return ValueFunction(folded: HoiText.folded(name.text)) == .prev
          && arguments.first.map(isBare) ?? false
      case .string, .parameter, .comparison, .membership, .range, .not, .all, .any,
        .broken:
        return false
      }
    }
    return isBare(expression) && hasMeasure
  }

  private func label(ofBare expression: Expression) -> Wording? {
    guard let path = expression.path,
      case .measure(let id)? = references(path, expecting: .values).first?.reference
    else { return nil }
    return Wording(verbatim: catalog[id].label)
  }

  private func value(named path: Path) throws(Diagnostic) -> ItemValue {
    if let side = try pairedSide(path) { return side }
    switch try reference(path, expecting: .values) {
    case .indicator(let id):
      let indicator = catalog[id]
      return ItemValue(
        .formula(indicator.formula), indicator.unit, path.range, indicator: id,
        isPart: indicator.isPart, label: Wording(verbatim: indicator.label))
    case .measure(let id):
      let (formula, unit) = try formula(.name(path))
      return ItemValue(
        .formula(formula), unit, path.range, label: Wording(verbatim: catalog[id].label))
    case .named(let place):
      let named = definitions.names[place]
      var value = named.value
      value.range = path.range
      value.label = Wording(verbatim: named.name)
      return value
    case .subject, .table, .target, .axis:
      preconditionFailure("look-up keeps to the kinds it was given")
    }
  }

  /// `x.tu` and `x.mau`: the sides of a paired ratio; nil where the name means something else.
  private func pairedSide(_ path: Path) throws(Diagnostic) -> ItemValue? {
    guard path.parts.count >= 2 else { return nil }
    let word = HoiText.folded(path.last.text)
    guard word == "tu" || word == "mau" else { return nil }
    let owner = Path(Array(path.parts.dropLast()))
    guard references(path, expecting: .values).isEmpty,
      case .indicator(let id)? = references(owner, expecting: .values).first?.reference
    else { return nil }
    guard let sides = catalog[id].formula.sides else {
      throw .noSides(owner, at: path.last.range, in: source)
    }
    let whole = catalog[id].formula
    return word == "tu"
      ? ItemValue(
        .numerator(of: whole), unit(of: sides.numerator), path.range,
        label: Wording(
          vi: "\(catalog[id].label): tử số", en: "\(catalog[id].label): numerator"))
      : ItemValue(
        .denominator(of: whole), unit(of: sides.denominator), path.range,
        label: Wording(
          vi: "\(catalog[id].label): mẫu số", en: "\(catalog[id].label): denominator"))
  }

  /// The unit of a formula whose units are known to fit.
  func unit(of formula: Formula) -> Unit {
    switch formula {
    case .literal: .number
    case .measure(let id): catalog[id].kind == .flag ? .number : catalog[id].unit
    case .reported(let id): catalog[id].kind == .flag ? .number : .named("")
    case .lowest: .level
    case .scoped(let inner, _): unit(of: inner)
    case .sum(let left, let right):
      .sum(of: unit(of: left), and: unit(of: right)) ?? unit(of: left)
    case .difference(let left, let right):
      .difference(of: unit(of: left), and: unit(of: right)) ?? unit(of: left)
    case .product(let left, let right):
      .product(of: unit(of: left), and: unit(of: right)) ?? unit(of: left)
    case .quotient(let left, let right): .quotient(of: unit(of: left), by: unit(of: right))
    }
  }

  private func combined(
    _ sign: Expression.Arithmetic, _ left: ItemValue, _ right: ItemValue, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let unit: Unit?
    let operation: Value.Operator
    switch sign {
    case .add: (unit, operation) = (.sum(of: left.unit, and: right.unit), .add)
    case .subtract:
      let isRest = left.isLiteral && left.unit == .ratio && right.unit == .ratio
      unit = isRest ? .ratio : .difference(of: left.unit, and: right.unit)
      operation = .subtract
    case .multiply: (unit, operation) = (.product(of: left.unit, and: right.unit), .multiply)
    case .divide:
      if case .literal(let value) = right.value, value.isZero {
        throw .divisionByZero(at: right.range, in: source)
      }
      unit = try quotient(left, right, range)
      operation = .divide
    }
    guard let unit else {
      throw .unitsDoNotAdd(
        sign, (left.unit, left.range), (right.unit, right.range), at: range, in: source)
    }
    return ItemValue(.arithmetic(operation, left.value, right.value), unit, range)
  }

  /// Levels have an order and no quotient.
  private func quotient(
    _ left: ItemValue, _ right: ItemValue, _ range: SourceRange
  ) throws(Diagnostic) -> Unit? {
    if left.unit == .level || right.unit == .level { return nil }
    return .quotient(of: left.unit, by: right.unit)
  }
}
