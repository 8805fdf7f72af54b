import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// What `having` and `sort` of a check can name.
struct CheckScope {
  var targets: [TargetID]
  /// Those of `by`.
  var axes: [Axis]
  var tables: [TableID]
}

extension Resolver {
  /// A condition of `having` on verdicts; `not` is driven inward.
  func checkCondition(
    _ expression: Expression, _ scope: CheckScope
  ) throws(Diagnostic) -> CheckCondition {
    switch expression {
    case .all(let terms, _):
      var all: [CheckCondition] = []
      for term in terms { all.append(try checkCondition(term, scope)) }
      return .all(all)
    case .any(let terms, _):
      var any: [CheckCondition] = []
      for term in terms { any.append(try checkCondition(term, scope)) }
      return .any(any)
    case .not(let inner, _):
      return try checkCondition(inner, scope).negation(of: scope.targets)
    case .bracket(let inner, _): return try checkCondition(inner, scope)
    case .comparison(let sign, let left, let right, let range):
      return try checkComparison(sign, left, right, range, scope)
    case .membership(let left, let candidates, let range):
      var any: [CheckCondition] = []
      for candidate in candidates {
        any.append(try checkComparison(.equal, left, candidate, range, scope))
      }
      return .any(any)
    case .range(let left, let lower, let upper, let range):
      if case .axis(let axis) = try verdictPart(left, scope) {
        return .member(axis, try members(of: expression, scope))
      }
      return .all([
        try checkComparison(.greaterOrEqual, left, lower, range, scope),
        try checkComparison(.lessOrEqual, left, upper, range, scope),
      ])
    case .call(let name, let arguments, _) where isMissingCall(name) && arguments.count == 1:
      guard case .number(let number) = try verdictPart(arguments[0], scope) else {
        throw .notACondition(expression.range, in: source, mended: nil)
      }
      return .missing(number, true)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .number, .string, .name, .call, .negative, .arithmetic, .filtered, .broken:
      throw .notACondition(expression.range, in: source, mended: nil)
    }
  }

  /// A key of `sort`.
  func checkKey(_ key: SortKey, _ scope: CheckScope) throws(Diagnostic) -> CheckKey {
    let sorted: CheckKey.Key =
      switch try verdictPart(key.expression, scope) {
      case .verdict: .verdict
      case .grade: .grade
      case .number(let number): .number(number)
      case .axis(let axis): .axis(axis)
      case .target, .name, .clause: .target
      }
    return CheckKey(key: sorted, isDescending: key.isDescending)
  }

  private func checkComparison(
    _ sign: Expression.Comparison, _ left: Expression, _ right: Expression, _ range: SourceRange,
    _ scope: CheckScope
  ) throws(Diagnostic) -> CheckCondition {
    let part = try verdictPart(left, scope)
    switch part {
    case .axis(let axis):
      return .member(
        axis, try members(of: .comparison(sign, left: left, right: right, range), scope))
    case .number(let number):
      guard let ordering = sign.ordering else {
        throw .containsNeedsText(source[left.range], at: range, in: source)
      }
      return try compare(number, ordering, right, scope)
    case .verdict:
      let found = try verdicts(sign, right, source[left.range], range)
      return .verdict(found)
    case .grade, .target, .name, .clause:
      return .target(try targets(part, sign, right, source[left.range], range, scope))
    }
  }

  private func members(
    of condition: Expression, _ scope: CheckScope
  ) throws(Diagnostic) -> MemberSet {
    guard case .members(_, let set) = try predicate(condition, tables: scope.tables) else {
      preconditionFailure("a condition on an axis is one on its members")
    }
    return set
  }

  /// A number compares in the unit of the indicators; among several, its own sign tells which.
  private func compare(
    _ number: CheckNumber, _ ordering: Predicate.Ordering, _ right: Expression,
    _ scope: CheckScope
  ) throws(Diagnostic) -> CheckCondition {
    guard number.hasUnitOfIndicator else {
      let bound = try bound(right, for: .number, isWhole: true, ordering: ordering)
      return .compare(number, ordering, bound, isPercentage: false)
    }
    var units: [Unit] = []
    for id in scope.targets where !units.contains(catalog[catalog[id].indicator].unit) {
      units.append(catalog[catalog[id].indicator].unit)
    }
    let isPercentage: Bool
    if case .number(let literal) = right {
      isPercentage =
        units.contains(where: \.isPercentage) && (literal.unit == .ratio || units.count == 1)
    } else {
      isPercentage = units.allSatisfy(\.isPercentage)
    }
    let unit = units.first { $0.isPercentage == isPercentage } ?? .ratio
    let bound = try bound(
      right, for: number == .gap && unit == .ratio ? .points : unit, ordering: ordering)
    return .compare(number, ordering, bound, isPercentage: isPercentage)
  }

  func verdicts(
    _ sign: Expression.Comparison, _ right: Expression, _ spelled: String, _ range: SourceRange
  ) throws(Diagnostic) -> Set<Verdict> {
    let words = Verdict.allCases.map {
      (value: $0, names: [$0.rawValue, $0.wording.vietnamese, $0.wording.english])
    }
    return Set(try chosen(among: words, sign, right, spelled, range))
  }

  /// Targets by what is known of them before the data.
  private func targets(
    _ part: VerdictPart, _ sign: Expression.Comparison, _ right: Expression, _ spelled: String,
    _ range: SourceRange, _ scope: CheckScope
  ) throws(Diagnostic) -> Set<TargetID> {
    let words = scope.targets.map { id in
      let target = catalog[id]
      let names: [String] =
        switch part {
        case .grade: target.grade.map { [$0.rawValue] } ?? []
        case .clause: target.clause.map { [$0] } ?? []
        case .name: [target.name, lastPart(of: target.name)]
        case .target, .verdict, .number, .axis: [target.label, target.name]
        }
      return (value: id, names: names)
    }
    if part == .grade, sign == .equal || sign == .notEqual {
      // A grade that no target has is still a grade.
      let all = Target.Grade.allCases.map { (value: $0, names: [$0.rawValue]) }
      let grades = Set(try chosen(among: all, sign, right, spelled, range))
      return Set(scope.targets.filter { catalog[$0].grade.map(grades.contains) ?? false })
    }
    return Set(try chosen(among: words, sign, right, spelled, range))
  }

  /// The values that have a name which the right side means.
  private func chosen<Value>(
    among words: [(value: Value, names: [String])], _ sign: Expression.Comparison,
    _ right: Expression, _ spelled: String, _ range: SourceRange
  ) throws(Diagnostic) -> [Value] {
    let (text, place) = try memberText(right)
    switch sign {
    case .contains:
      let needle = foldedForSearch(text)
      return words.filter { $0.names.contains { foldedForSearch($0).contains(needle) } }
        .map(\.value)
    case .equal, .notEqual:
      let wanted = HoiText.folded(text)
      let isMeant = words.map { $0.names.contains { HoiText.folded($0) == wanted } }
      guard isMeant.contains(true) else {
        let known = words.compactMap(\.names.first)
        throw .unknownVerdictWord(
          text, of: spelled, at: place, in: source,
          near: NearNames.suggestions(
            for: text,
            among: words.flatMap { word in word.names.map { ($0, quotedWord(word.names[0])) } }),
          known: known)
      }
      return zip(words, isMeant).filter { $0.1 == (sign == .equal) }.map(\.0.value)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      throw .verdictsHaveNoOrder(spelled, at: range, in: source)
    }
  }

  private func quotedWord(_ name: String) -> String { memberSpelling(key: name, label: name) }

  private func lastPart(of name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}
