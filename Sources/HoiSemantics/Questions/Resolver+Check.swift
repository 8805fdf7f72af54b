import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// `check`.
  func check(_ question: Question, problems: inout [Diagnostic]) -> CheckQuestion? {
    let clauses = ClauseSet(question, taking: [.by, .where], in: source, problems: &problems)
    guard
      let asked = collecting(
        &problems, { () throws(Diagnostic) in try targets(question.subject, question.verbRange) })
    else { return nil }
    let tables = tables(of: asked.targets)
    let users = asked.targets.map { id in
      AxisUser(
        name: catalog.qualifiedName(catalog[id].indicator),
        formula: catalog[catalog[id].indicator].formula)
    }
    let axes = axes(clauses.by, tables: tables, users: [], problems: &problems)
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let found = conditions(condition, tables: tables, in: question)
      filter = found.predicate
      problems += found.problems
    }
    if axes.contains(.time), let range = clauses.by.first?.range {
      problems.append(.severalYears(at: range, in: source))
    }
    let years = filter.allowed(on: .time)
    if years != .everything, years.single == nil, let range = clauses.condition?.expression.range {
      problems.append(.severalYears(at: range, in: source))
    }
    guard problems.isEmpty else { return nil }

    let rows = filter.without(.time)
    let wanted = rows.axes.union(axes)
    let kept = zip(asked.targets, users).filter { _, user in
      wanted.allSatisfy { missingSide(of: user, axis: $0) == nil && !user.fixes($0) }
    }.map(\.0)
    if kept.isEmpty {
      // Nobody has the axis: the refusal is that of the first who lacks it.
      for (path, axis) in zip(clauses.by, axes) {
        if collecting(
          &problems,
          { () throws(Diagnostic) in try requireAxis(axis, at: path.range, on: users) }) == nil
        {
          return nil
        }
      }
      _ = clauses.condition.map { condition in
        problems += conditions(condition.expression, tables: tables, users: users).problems
      }
      if !problems.isEmpty { return nil }
    }
    let inScope = kept.filter { !isDisjoint(catalog[$0].scope, rows) }
    let lacking = asked.targets.filter { !kept.contains($0) }
    let disjoint = kept.filter { !inScope.contains($0) }
    return CheckQuestion(
      targets: inScope, axes: axes, filter: rows, year: years.single,
      title: checkTitle(asked.title, clauses, tables: tables, axes: axes, targets: inScope),
      notes: notes(lacking: lacking, disjoint: disjoint)
        + partialNotes(inScope, filter: rows, axes: axes)
        + remarks(on: inScope.map { catalog[$0].indicator }, inScope))
  }

  private func tables(of targets: [TargetID]) -> [TableID] {
    var found: [TableID] = []
    for id in targets {
      for table in catalog[catalog[id].indicator].formula.tables where !found.contains(table) {
        found.append(table)
      }
    }
    return found
  }

  /// The targets that are asked about, and what they are together.
  private func targets(
    _ subject: Question.Subject, _ verb: SourceRange
  ) throws(Diagnostic) -> (targets: [TargetID], title: [Wording]) {
    let all = catalog.targets.indices.map { TargetID($0) }
    switch subject {
    case .everything:
      if all.isEmpty { throw .noTargets("check", at: verb, in: source) }
      let labels = catalog.subjects.indices.filter { subject in
        all.contains { catalog[$0].subject.index == subject }
      }.map { Wording(verbatim: catalog.subjects[$0].label) }
      return (all, labels.count <= 3 ? labels : [Wording(vi: "Các mục tiêu", en: "Targets")])
    case .path(let path):
      let found = try reference(path, expecting: [.subjects, .indicators, .targets])
      let targets: [TargetID]
      let label: String
      switch found {
      case .subject(let id):
        (targets, label) = (all.filter { catalog[$0].subject == id }, catalog[id].label)
      case .indicator(let id):
        (targets, label) = (catalog.targets(on: id), catalog[id].label)
      case .target(let id): (targets, label) = ([id], catalog[id].label)
      case .measure, .table, .axis, .named:
        preconditionFailure("look-up keeps to the kinds it was given")
      }
      if targets.isEmpty { throw .noTargets(path.text, at: path.range, in: source) }
      return (targets, [Wording(verbatim: label)])
    case .items, .previous, .pathToYear:
      preconditionFailure("the parser gives check a name or nothing")
    }
  }

  /// Whether no row can be in both.
  private func isDisjoint(_ scope: Predicate, _ filter: Predicate) -> Bool {
    let both = scope.and(filter)
    return both.axes.contains { both.allowed(on: $0).intervals.isEmpty }
  }

  private func notes(
    lacking: [TargetID], disjoint: [TargetID]
  ) -> [(code: String, text: Wording)] {
    var notes: [(code: String, text: Wording)] = []
    if !disjoint.isEmpty {
      let names = disjoint.map { catalog[$0].label }.joined(separator: ", ")
      notes.append(
        (
          "left_out",
          Wording(
            vi: "không xét mục tiêu ngoài phạm vi câu hỏi: \(names)",
            en: "left out, their scope is outside the question: \(names)")
        ))
    }
    if !lacking.isEmpty {
      let names = lacking.map { catalog[$0].label }.joined(separator: ", ")
      notes.append(
        (
          "left_out",
          Wording(
            vi: "không xét mục tiêu mà số liệu không chia được như câu hỏi: \(names)",
            en: "left out, their data cannot be split as asked: \(names)")
        ))
    }
    return notes
  }

  /// A question narrower than a target is about a part of what was promised.
  private func partialNotes(
    _ targets: [TargetID], filter: Predicate, axes: [Axis]
  ) -> [(code: String, text: Wording)] {
    let isNarrower = targets.contains { id in
      filter.axes.contains { axis in
        let scope = catalog[id].scope.allowed(on: axis)
        return scope.intersection(filter.allowed(on: axis)) != scope
      } || !filter.measures.isEmpty
    }
    guard isNarrower || !axes.isEmpty else { return [] }
    return [
      (
        "partial_scope",
        Wording(
          vi:
            "một phần: mức của mục tiêu đặt ra cho toàn phạm vi của nó, không cho riêng từng phần",
          en: "partial: a target is set for its whole scope, not for a part of it")
      )
    ]
  }

  private func checkTitle(
    _ title: [Wording], _ clauses: ClauseSet, tables: [TableID], axes: [Axis],
    targets: [TargetID]
  ) -> [Wording] {
    var parts = self.title(title, clauses.condition?.expression, tables: tables, axes: axes)
    let dues = Set(
      targets.compactMap { id in
        if case .due(let year) = catalog[id].deadline { year } else { nil }
      })
    if dues.count == 1, let due = dues.first {
      parts.insert(
        Wording(vi: "mục tiêu đến năm \(due)", en: "targets for \(due)"), at: title.count)
    }
    return parts
  }
}
