import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// `trace`.
  func trace(_ question: Question, problems: inout [Diagnostic]) -> TraceQuestion? {
    let clauses = ClauseSet(question, taking: [.by, .where], in: source, problems: &problems)
    guard case .path(let path) = question.subject,
      let value = collecting(
        &problems, { () throws(Diagnostic) in try namedFormula(path) })
    else { return nil }
    let tables = value.formula.tables
    let users = [AxisUser(name: value.qualifiedName, formula: value.formula)]
    let by = axes(clauses.by, tables: tables, users: users, problems: &problems)
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let found = conditions(condition, tables: tables, users: users, in: question)
      filter = found.predicate
      problems += found.problems
    }
    guard problems.isEmpty else { return nil }
    let split = splitAxes(tables, filter: filter, by: by)
    let targets = value.indicator.map { catalog.targets(on: $0) } ?? []
    return TraceQuestion(
      value: value, axes: split + by, splitCount: split.count, filter: filter,
      condition: clauses.condition.map { definitions.spelled(source[$0.expression.range]) },
      targets: targets.filter { !catalog.areDisjoint(catalog[$0].scope, filter.without(.time)) },
      title: title(
        [Wording(verbatim: value.label)], clauses.condition?.expression, tables: tables, axes: by),
      notes: traceNotes(split, filter.allowed(on: .time), tables))
  }

  /// Years that are asked for together are traced one by one, and that is said.
  private func traceNotes(
    _ split: [Axis], _ years: MemberSet, _ tables: [TableID]
  ) -> [(code: String, text: Wording)] {
    guard years != .everything, split.contains(.time) else { return splitNotes(split, tables) }
    return [severalYearsNote] + splitNotes(split.filter { $0 != .time }, tables)
  }
}
