import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// What `having` and `sort` can name: items first, then the axes, then the catalogue.
struct ResultScope {
  var items: [(value: ItemValue, shown: ShownItem)]
  var axes: [Axis]
  var tables: [TableID]
  var users: [AxisUser]
}

extension Resolver {
  /// A condition of `having`; `not` is driven inward.
  func resultCondition(
    _ expression: Expression, _ scope: ResultScope
  ) throws(Diagnostic) -> ResultCondition {
    switch expression {
    case .all(let terms, _):
      var all: [ResultCondition] = []
      for term in terms { all.append(try resultCondition(term, scope)) }
      return .all(all)
    case .any(let terms, _):
      var any: [ResultCondition] = []
      for term in terms { any.append(try resultCondition(term, scope)) }
      return .any(any)
    case .not(let inner, _): return try resultCondition(inner, scope).negation
    case .bracket(let inner, _): return try resultCondition(inner, scope)
    case .comparison(let sign, let left, let right, let range):
      if let axis = try groupedAxis(left, scope) {
        return .member(axis: axis, try memberSet(expression, scope))
      }
      if let verdict = try verdictValue(left, scope) {
        return try verdictCondition(verdict, sign, right, left, range)
      }
      guard let ordering = sign.ordering else {
        throw .containsNeedsText(source[left.range], at: range, in: source)
      }
      let value = try resultValue(left, scope)
      return .compare(ordering, value.value, try comparand(right, for: value, ordering, scope))
    case .membership(let left, let candidates, _):
      if let axis = try groupedAxis(left, scope) {
        return .member(axis: axis, try memberSet(expression, scope))
      }
      return try membership(left, candidates, scope)
    case .range(let left, let lower, let upper, _):
      if let axis = try groupedAxis(left, scope) {
        return .member(axis: axis, try memberSet(expression, scope))
      }
      let value = try resultValue(left, scope)
      if value.value.isVerdict {
        throw .verdictsHaveNoOrder(source[left.range], at: expression.range, in: source)
      }
      return .all([
        .compare(
          .greaterOrEqual, value.value, try comparand(lower, for: value, .greaterOrEqual, scope)),
        .compare(.lessOrEqual, value.value, try comparand(upper, for: value, .lessOrEqual, scope)),
      ])
    case .call(let name, let arguments, _) where isMissingCall(name) && arguments.count == 1:
      return .missing(try resultValue(arguments[0], scope).value, true)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .number, .string, .name, .call, .negative, .arithmetic, .filtered, .broken:
      throw .notACondition(expression.range, in: source, mended: nil)
    }
  }

  private func membership(
    _ left: Expression, _ candidates: [Expression], _ scope: ResultScope
  ) throws(Diagnostic) -> ResultCondition {
    let value = try resultValue(left, scope)
    var any: [ResultCondition] = []
    for candidate in candidates {
      any.append(
        value.value.isVerdict
          ? try verdictCondition(value.value, .equal, candidate, left, candidate.range)
          : .compare(.equal, value.value, try comparand(candidate, for: value, .equal, scope)))
    }
    return .any(any)
  }

  /// A verdict, or nil for a side that is a number.
  private func verdictValue(
    _ expression: Expression, _ scope: ResultScope
  ) throws(Diagnostic) -> Value? {
    let value = try resultValue(expression, scope).value
    return value.isVerdict ? value : nil
  }

  /// Verdicts are known by their names and have no order.
  private func verdictCondition(
    _ value: Value, _ sign: Expression.Comparison, _ right: Expression, _ left: Expression,
    _ range: SourceRange
  ) throws(Diagnostic) -> ResultCondition {
    let wanted = try verdicts(sign, right, source[left.range], range)
    return .any(
      Verdict.allCases.indices.filter { wanted.contains(Verdict.allCases[$0]) }.map {
        .compare(.equal, value, .literal(Fraction(Int128($0))))
      })
  }

  /// A key of `sort`.
  func resultKey(_ key: SortKey, _ scope: ResultScope) throws(Diagnostic) -> ResultKey {
    if let axis = try groupedAxis(key.expression, scope) {
      return ResultKey(key: .axis(axis), isDescending: key.isDescending)
    }
    let value = try resultValue(key.expression, scope)
    return ResultKey(key: .value(value.value), isDescending: key.isDescending)
  }

  /// The place of an axis of the answer, or nil for something that has a value.
  ///
  /// - Throws: for an axis that the answer is not split by.
  private func groupedAxis(
    _ expression: Expression, _ scope: ResultScope
  ) throws(Diagnostic) -> Int? {
    guard let path = expression.path, item(path, scope) == nil,
      let axis = try knownAxis(path, tables: scope.tables)
    else { return nil }
    if let place = scope.axes.firstIndex(of: axis) { return place }
    if !references(path, expecting: .values).isEmpty { return nil }
    throw .axisNotGrouped(source[path.range], at: path.range, in: source)
  }

  private func memberSet(
    _ expression: Expression, _ scope: ResultScope
  ) throws(Diagnostic) -> MemberSet {
    guard case .members(_, let set) = try predicate(expression, tables: scope.tables) else {
      preconditionFailure("a condition on an axis is one on its members")
    }
    return set
  }

  /// A value that results are compared or sorted by.
  private func resultValue(
    _ expression: Expression, _ scope: ResultScope
  ) throws(Diagnostic) -> ItemValue {
    if case .bracket(let inner, _) = expression { return try resultValue(inner, scope) }
    if let path = expression.path {
      if let item = item(path, scope) { return item }
      if references(path, expecting: .values).isEmpty, path.parts.count == 1 {
        throw unknownResult(path, scope)
      }
    }
    let value = try value(expression)
    for axis in scope.axes {
      try requireAxis(
        axis, at: expression.range,
        on: [AxisUser(name: source[expression.range], tables: value.value.tables)])
    }
    return value
  }

  /// An item by its alias or by the last part of its name, exactly first, folded second.
  private func item(_ path: Path, _ scope: ResultScope) -> ItemValue? {
    guard path.parts.count == 1 else { return nil }
    let text = path.last.text
    if let exact = scope.items.first(where: { $0.shown.name == text }) { return exact.value }
    let folded = HoiText.folded(text)
    let alike = scope.items.filter {
      HoiText.folded($0.shown.name) == folded
        || HoiText.folded($0.shown.label[.vietnamese]) == folded
    }
    return alike.count == 1 ? alike[0].value : nil
  }

  private func unknownResult(_ path: Path, _ scope: ResultScope) -> Diagnostic {
    let names =
      scope.items.map(\.shown.name)
      + scope.axes.map { catalog.name($0, time: catalog[scope.tables[0]].timeName) }
    let near = NearNames.suggestions(for: path.text, among: names.map { ($0, $0) })
    return .unknownName(path.text, at: path.range, in: source, near: near, known: names)
  }

  /// What a result is compared with: a number in its unit, or another result of that unit.
  private func comparand(
    _ expression: Expression, for value: ItemValue, _ ordering: Predicate.Ordering,
    _ scope: ResultScope
  ) throws(Diagnostic) -> Value {
    switch expression {
    case .name, .string, .call:
      if case .level = value.unit, let step = try levelStep(expression, of: value, ordering) {
        return .literal(step)
      }
      let other = try resultValue(expression, scope)
      guard other.unit == value.unit else {
        throw .unitsNotComparable(
          (source[value.range], value.unit), (source[expression.range], other.unit),
          at: expression.range, in: source)
      }
      return other.value
    case .number, .negative, .bracket, .arithmetic, .parameter, .comparison, .membership, .range,
      .not, .all, .any, .filtered, .broken:
      return .literal(
        try bound(
          expression, for: value.unit, isWhole: isWhole(value.value), ordering: ordering))
    }
  }

  private func levelStep(
    _ expression: Expression, of value: ItemValue, _ ordering: Predicate.Ordering
  ) throws(Diagnostic) -> Fraction? {
    guard case .formula(let formula) = value.value, let id = formula.level,
      let path = expression.path
    else { return nil }
    // The name of a step goes before an indicator that happens to be called so.
    let isStep = catalog[id].steps.contains {
      HoiText.folded($0.label) == HoiText.folded(path.text)
    }
    guard isStep || references(path, expecting: .values).isEmpty else { return nil }
    return try step(expression, of: catalog[id], ordering)
  }

  /// Whether every value it can have is a whole number.
  private func isWhole(_ value: Value) -> Bool {
    switch value {
    case .formula(let formula): isWhole(formula)
    case .rowCount, .distinct: true
    case .aggregate(let aggregation, let id):
      aggregation == .count
        || aggregation != .average && (catalog[id].kind == .count || catalog[id].kind == .flag)
    case .reports(_, let kind): kind == .missing
    case .rank: true
    case .numerator(let formula): formula.sides.map { isWhole($0.numerator) } ?? false
    case .denominator(let formula): formula.sides.map { isWhole($0.denominator) } ?? false
    case .earlier(let inner, _), .fixed(let inner, _, _), .within(let inner, _),
      .negative(let inner),
      .magnitude(let inner):
      isWhole(inner)
    case .literal, .arithmetic, .rounded, .share, .judged: false
    }
  }
}
