import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// `target(x)`, `gap(x)`, `status(x)`: what one target says of an indicator.
extension Resolver {
  func judged(
    _ part: Value.Judged, _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let id = try oneTarget(name, argument)
    let target = catalog[id]
    let indicator = catalog[target.indicator]
    let value = Value.judged(id, part, on: indicator.formula)
    let label = Wording(verbatim: indicator.label)
    switch part {
    case .goal:
      return ItemValue(
        value, indicator.unit, range,
        label: label.qualified(by: Wording(vi: "mục tiêu", en: "target")))
    case .gap:
      guard let unit = Unit.difference(of: indicator.unit, and: indicator.unit) else {
        throw .noDifference(name, indicator.unit, at: argument.range, in: source)
      }
      return ItemValue(
        value, unit, range,
        label: label.qualified(by: Wording(vi: "còn thiếu", en: "lacking")))
    case .verdict:
      return ItemValue(
        value, .level, range,
        label: label.qualified(by: Wording(vi: "kết luận", en: "verdict")))
    }
  }

  /// The target that is named, or the only one on an indicator that the question is about.
  private func oneTarget(_ name: Name, _ argument: Expression) throws(Diagnostic) -> TargetID {
    guard let path = argument.path else { throw .wrongArgument(name, argument.range, in: source) }
    let candidates: [TargetID]
    switch try reference(path, expecting: [.indicators, .targets]) {
    case .target(let id): candidates = [id]
    case .indicator(let id):
      let all = catalog.targets(on: id)
      candidates =
        targetScope.map { scope in
          all.filter { !catalog.areDisjoint(catalog[$0].scope, scope) }
        } ?? Array(all.prefix(1))
    case .measure, .subject, .table, .axis, .named:
      preconditionFailure("look-up keeps to the kinds it was given")
    }
    let judged = candidates.filter { catalog[$0].threshold != nil }
    guard judged.count == 1 else {
      throw .needsOneTarget(
        name, argument.range,
        found: judged.map(qualifiedName),
        in: source)
    }
    return judged[0]
  }

  private func qualifiedName(_ id: TargetID) -> String {
    let name = catalog[id].name
    return name.contains(".") ? name : "\(catalog[catalog[id].subject].name).\(name)"
  }

  /// A verdict is no number.
  func requireNumber(_ value: ItemValue, _ name: Name) throws(Diagnostic) {
    if value.value.isVerdict { throw .functionOfNoData(name, value.range, in: source) }
  }

  /// Which target is meant depends on what the question is about, which depends on the tables that
  /// its items read: the question is read once for those.
  func knowingScope(of question: Question) -> Resolver {
    guard targetScope == nil, case .items(let items) = question.subject,
      items.contains(where: { $0.expression.asksTarget })
        || question.clauses.contains(where: \.asksTarget)
    else { return self }
    var knowing = self
    var tables: [TableID] = []
    for item in items {
      do {
        for table in try value(item.expression).value.tables where !tables.contains(table) {
          tables.append(table)
        }
      } catch {
        // Its own refusal comes when it is read for good.
      }
    }
    knowing.targetScope =
      question.whereClause.map { conditions($0.condition, tables: tables).predicate } ?? .always
    return knowing
  }
}

extension Expression {
  /// Whether it calls one of the functions that speak of a target.
  fileprivate var asksTarget: Bool {
    switch self {
    case .call(let name, let arguments, _):
      switch ValueFunction(folded: HoiText.folded(name.text)) {
      case .target, .gap, .status: true
      case nil, .sum, .min, .max, .avg, .count, .distinct, .round, .abs, .prev, .change, .growth,
        .moving, .share, .rank, .coverage, .missing:
        arguments.contains(where: \.asksTarget)
      }
    case .negative(let inner, _), .bracket(let inner, _), .not(let inner, _),
      .filtered(let inner, _, _):
      inner.asksTarget
    case .arithmetic(_, let left, let right, _), .comparison(_, let left, let right, _):
      left.asksTarget || right.asksTarget
    case .membership(let left, _, _), .range(let left, _, _, _): left.asksTarget
    case .all(let terms, _), .any(let terms, _): terms.contains(where: \.asksTarget)
    case .number, .string, .name, .parameter, .broken: false
    }
  }
}

extension Clause {
  fileprivate var asksTarget: Bool {
    switch kind {
    case .having(let condition): condition.asksTarget
    case .sort(let keys): keys.contains { $0.expression.asksTarget }
    case .by, .where, .versus, .withTotal, .pivot, .limit, .pooled, .strict, .restated, .chart,
      .format, .into, .broken:
      false
    }
  }
}
