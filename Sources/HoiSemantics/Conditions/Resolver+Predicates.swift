import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// Which rows a condition lets through; `not` is driven inward.
  ///
  /// - Parameters:
  ///   - tables: those whose rows it filters; names are looked up there first.
  ///   - users: what must have every axis of the condition; empty where the caller checks.
  ///   - question: what the condition stands in, so that a refusal can mend it.
  /// - Throws: the first root cause; `conditions` gives all.
  package func predicate(
    _ expression: Expression, tables: [TableID], users: [AxisUser] = [],
    in question: Question? = nil
  ) throws(Diagnostic) -> Predicate {
    let (predicate, problems) = conditions(
      expression, tables: tables, users: users, in: question)
    if let first = problems.first { throw first }
    return predicate
  }

  /// As `predicate`, with every root cause: one for each term of the topmost `and`.
  package func conditions(
    _ expression: Expression, tables: [TableID], users: [AxisUser] = [],
    in question: Question? = nil
  ) -> (predicate: Predicate, problems: [Diagnostic]) {
    var predicate = Predicate.always
    var problems: [Diagnostic] = []
    for term in expression.conjunction {
      let place = ConditionPlace(tables: tables, users: users, question: question, term: term)
      do {
        predicate = predicate.and(try condition(term, place))
      } catch {
        problems.append(error)
      }
    }
    return (predicate, problems)
  }

  private func condition(
    _ expression: Expression, _ place: ConditionPlace
  ) throws(Diagnostic) -> Predicate {
    switch expression {
    case .all(let terms, _):
      var all = Predicate.always
      for term in terms { all = all.and(try condition(term, place)) }
      return all
    case .any(let terms, _):
      var any: [Predicate] = []
      for term in terms { any.append(try condition(term, place)) }
      return .any(any)
    case .not(let inner, _): return try condition(inner, place).negation
    case .bracket(let inner, _): return try condition(inner, place)
    case .comparison(let sign, let left, let right, let range):
      return try comparison(sign, left, right, range, place)
    case .membership(let left, let values, _):
      var any: [Predicate] = []
      for value in values {
        any.append(try comparison(.equal, left, value, expression.range, place))
      }
      return union(any)
    case .range(let left, let lower, let upper, let range):
      return try inRange(left, lower, upper, range, place)
    case .call(let name, let arguments, _)
    where isMissingCall(name) && arguments.count == 1:
      return try missing(arguments[0], place)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .name(let path): throw try notACondition(path, place)
    case .number, .string, .call, .negative, .arithmetic, .filtered, .broken:
      throw .notACondition(expression.range, in: source, mended: nil)
    }
  }

  /// Terms on one axis become one set, so that `in (…)` is one look at a row.
  private func union(_ terms: [Predicate]) -> Predicate {
    guard case .members(let axis, _)? = terms.first else { return .any(terms) }
    var ranges: [ClosedRange<Int32>] = []
    for term in terms {
      guard case .members(axis, let set) = term else { return .any(terms) }
      ranges += set.intervals
    }
    return .members(axis, MemberSet(ranges: ranges))
  }

  func isMissingCall(_ name: Name) -> Bool {
    ["missing", "thieu"].contains(HoiText.folded(name.text))
  }

  private func missing(
    _ argument: Expression, _ place: ConditionPlace
  ) throws(Diagnostic) -> Predicate {
    switch try subject(argument, place) {
    case .axis(let axis):
      try require(axis, argument.range, place)
      return .members(axis, MemberSet([-1]))
    case .measure(let id):
      try requireMeasure(id, argument.range, place)
      return .reported(id, false)
    case .result: throw resultInWhere(argument, place)
    }
  }

  private func comparison(
    _ sign: Expression.Comparison, _ left: Expression, _ right: Expression, _ range: SourceRange,
    _ place: ConditionPlace
  ) throws(Diagnostic) -> Predicate {
    if case .number = left, right.path != nil, let ordering = sign.ordering {
      throw .valueOnTheLeft(
        range, in: source,
        mended: "\(source[right.range]) \(ordering.mirrored.typed) \(source[left.range])")
    }
    switch try subject(left, place) {
    case .axis(let axis):
      try require(axis, left.range, place)
      return .members(
        axis, try members(sign, of: axis, right, spelled: source[left.range], range, place))
    case .measure(let id):
      try requireMeasure(id, left.range, place)
      guard let ordering = sign.ordering else {
        throw .containsNeedsText(catalog[id].name, at: range, in: source)
      }
      return .value(id, ordering, try measureBound(right, of: id, ordering))
    case .result: throw resultInWhere(left, place)
    }
  }

  private func inRange(
    _ left: Expression, _ lower: Expression, _ upper: Expression, _ range: SourceRange,
    _ place: ConditionPlace
  ) throws(Diagnostic) -> Predicate {
    switch try subject(left, place) {
    case .axis(let axis):
      try require(axis, left.range, place)
      let set = try memberRange(of: axis, lower, upper, spelled: source[left.range], range, place)
      return .members(axis, set)
    case .measure(let id):
      try requireMeasure(id, left.range, place)
      let low = try measureBound(lower, of: id, .greaterOrEqual)
      let high = try measureBound(upper, of: id, .lessOrEqual)
      try requireForward(low, high, lower, upper)
      return .all([.value(id, .greaterOrEqual, low), .value(id, .lessOrEqual, high)])
    case .result: throw resultInWhere(left, place)
    }
  }

  func requireForward(
    _ low: Fraction, _ high: Fraction, _ lower: Expression, _ upper: Expression
  ) throws(Diagnostic) {
    if low > high {
      throw .emptyRange(
        lower.range.union(upper.range), in: source,
        mended: "\(source[upper.range])..\(source[lower.range])")
    }
  }

  private func require(
    _ axis: Axis, _ range: SourceRange, _ place: ConditionPlace
  ) throws(Diagnostic) {
    try requireAxis(axis, at: range, on: place.users, isGrouping: false)
  }
}
