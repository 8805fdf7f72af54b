import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// A call among values.
  func call(
    _ name: Name, _ arguments: [Expression], _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    guard let function = ValueFunction(folded: HoiText.folded(name.text)) else {
      throw .unknownFunction(
        name, in: source,
        near: NearNames.suggestions(
          for: name.text, among: ValueFunction.allCases.map { ($0.rawValue, $0.rawValue) }))
    }
    let allowed = function.argumentCount
    guard allowed.contains(arguments.count) else {
      throw .wrongArgumentCount(name, arguments.count, allowed: allowed, at: range, in: source)
    }
    switch function {
    case .sum: return try aggregate(.sum, name, arguments[0], range)
    case .min: return try aggregate(.minimum, name, arguments[0], range)
    case .max: return try aggregate(.maximum, name, arguments[0], range)
    case .avg: return try aggregate(.average, name, arguments[0], range)
    case .count: return try count(name, arguments[0], range)
    case .distinct: return try distinct(name, arguments[0], range)
    case .round: return try rounded(name, arguments, range)
    case .abs:
      let inner = try value(arguments[0])
      try requireNumber(inner, name)
      return ItemValue(.magnitude(inner.value), inner.unit, range, label: inner.label)
    case .prev: return try previous(name, arguments, range)
    case .change: return try change(name, arguments[0], range)
    case .growth: return try growth(name, arguments[0], range)
    case .moving: return try moving(name, arguments, range)
    case .share: return try share(name, arguments[0], range)
    case .rank: return try rank(name, arguments[0], range)
    case .coverage: return try reports(.coverage, name, arguments[0], range)
    case .missing: return try reports(.missing, name, arguments[0], range)
    case .target: return try judged(.goal, name, arguments[0], range)
    case .gap: return try judged(.gap, name, arguments[0], range)
    case .status: return try judged(.verdict, name, arguments[0], range)
    }
  }

  private func aggregate(
    _ aggregation: Value.Aggregation, _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(argument)
    guard case .formula(let formula) = inner.value else {
      throw .aggregateOfResult(name, argument.range, in: source)
    }
    switch formula {
    case .measure(let id):
      return ItemValue(.aggregate(aggregation, id), catalog[id].unit, range)
    case .lowest(let id) where aggregation == .minimum || aggregation == .maximum:
      return ItemValue(.aggregate(aggregation, id), .level, range)
    case .quotient(.measure(let id), .reported) where aggregation == .sum:
      // How many said yes.
      return ItemValue(.aggregate(.sum, id), .number, range)
    case .lowest: throw .aggregateOfLevel(name, argument.range, at: range, in: source)
    case .literal, .reported, .scoped, .sum, .difference, .product, .quotient:
      if inner.unit == .ratio {
        throw .aggregateOfRatio(name, argument.range, at: range, in: source)
      }
      throw .aggregateOfResult(name, argument.range, in: source)
    }
  }

  /// `count(table)` counts rows, `count(measure)` rows that report it.
  private func count(
    _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    guard let path = argument.path else {
      throw .wrongArgument(name, argument.range, in: source)
    }
    switch try reference(path, expecting: [.tables, .measures, .indicators]) {
    case .table(let id): return ItemValue(.rowCount(id), .number, range)
    case .measure(let id): return ItemValue(.aggregate(.count, id), .number, range)
    case .indicator(let id):
      guard case .measure(let measure) = catalog[id].formula else {
        throw .wrongArgument(name, argument.range, in: source)
      }
      return ItemValue(.aggregate(.count, measure), .number, range)
    case .subject, .target, .axis, .named:
      preconditionFailure("look-up keeps to the kinds it was given")
    }
  }

  /// `distinct(table.dimension)`, or a dimension that one table alone has.
  private func distinct(
    _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    guard let path = argument.path,
      case .axis(let axis, let owner) = try reference(path, expecting: .axes)
    else { throw .wrongArgument(name, argument.range, in: source) }
    if case .attribute = axis { throw .wrongArgument(name, argument.range, in: source) }
    let users = catalog.tables.indices.map { TableID($0) }.filter { catalog[$0].has(axis) }
    guard let table = owner ?? (users.count == 1 ? users[0] : nil) else {
      throw .ambiguousName(
        path, in: source, meanings: users.map { "\(catalog[$0].name).\(catalog.name(axis))" })
    }
    return ItemValue(.distinct(table, axis), .number, range)
  }

  private func rounded(
    _ name: Name, _ arguments: [Expression], _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(arguments[0])
    try requireNumber(inner, name)
    var places = 0
    if arguments.count == 2 {
      guard case .number(let literal) = arguments[1], let whole = literal.wholeNumber,
        (0...12).contains(whole)
      else { throw .placesOutOfRange(arguments[1].range, in: source) }
      places = Int(whole)
    }
    // A ratio is rounded as it is shown: 48,7 % to one place is 0.487.
    let isPercentage = inner.unit.isPercentage || inner.unit == .points
    return ItemValue(
      .rounded(inner.value, places + (isPercentage ? 2 : 0)), inner.unit, range,
      isPart: inner.isPart, places: places, label: inner.label)
  }
}
