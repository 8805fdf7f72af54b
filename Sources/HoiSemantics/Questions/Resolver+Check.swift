import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// `check`.
  func check(_ question: Question, problems: inout [Diagnostic]) -> CheckQuestion? {
    let clauses = ClauseSet(
      question, taking: [.by, .where, .having, .sort, .limit], in: source, problems: &problems)
    guard
      let asked = collecting(
        &problems, { () throws(Diagnostic) in try targets(question.subject, question.verbRange) })
    else { return nil }
    let tables = tables(of: asked.targets)
    let by = axes(clauses.by, tables: tables, users: [], problems: &problems)
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let found = conditions(condition, tables: tables, in: question)
      filter = found.predicate
      problems += found.problems
      refuseYearsAmongOthers(condition, tables: tables, problems: &problems)
    }
    let results = CheckScope(targets: asked.targets, axes: by, tables: tables)
    let having = clauses.having.flatMap { having in
      collecting(&problems) { () throws(Diagnostic) in
        try checkCondition(having.expression, results)
      }
    }
    let sort = clauses.sort.compactMap { key in
      collecting(&problems) { () throws(Diagnostic) in try checkKey(key, results) }
    }
    let limit = clauses.limit.flatMap { literal in
      collecting(&problems) { () throws(Diagnostic) in try rowLimit(literal) }
    }
    let limitGroups = clauses.limitGroups.compactMap { path in
      collecting(&problems) { () throws(Diagnostic) in
        try checkKey(SortKey(.name(path), isDescending: false, range: path.range), results).key
      }
    }
    guard problems.isEmpty else { return nil }

    let rows = filter.without(.time)
    let years = filter.allowed(on: .time)
    let chosen = self.chosen(asked.targets, where: rows, by: by)
    if chosen.fitting.isEmpty {
      refuseLacking(asked.targets, by, clauses, tables, problems: &problems)
      if !problems.isEmpty { return nil }
    }
    // Several years that are not asked apart are judged apart all the same.
    let splitsYears = !by.contains(.time) && years != .everything && years.single == nil
    let kept = chosen.inScope.map { checked($0, where: rows, by: by) }
    return CheckQuestion(
      targets: kept, axes: columnAxes(kept, splitsYears: splitsYears, by: by), filter: rows,
      years: years, having: having,
      havingSpelling: clauses.having.map { definitions.spelled(source[$0.expression.range]) },
      sort: sort, limit: limit,
      limitGroups: limitGroups,
      title: checkTitle(asked.title, clauses, tables: tables, axes: by, targets: chosen.inScope),
      notes: notes(chosen, kept, by: by, splitsYears: splitsYears, tables))
  }

  func tables(of targets: [TargetID]) -> [TableID] {
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

  /// Nobody has an axis of the question: the refusal is that of the first target that lacks it.
  private func refuseLacking(
    _ targets: [TargetID], _ axes: [Axis], _ clauses: ClauseSet, _ tables: [TableID],
    problems: inout [Diagnostic]
  ) {
    let users = targets.map(axisUser)
    for (path, axis) in zip(clauses.by, axes) {
      let isHad: Void? = collecting(&problems) { () throws(Diagnostic) in
        try requireAxis(axis, at: path.range, on: users)
      }
      if isHad == nil { return }
    }
    if let condition = clauses.condition?.expression {
      problems += conditions(condition, tables: tables, users: users).problems
    }
  }

  /// The year says which values are judged, so that it must stand apart from other conditions.
  func refuseYearsAmongOthers(
    _ condition: Expression, tables: [TableID], problems: inout [Diagnostic]
  ) {
    for term in condition.conjunction {
      let found = conditions(term, tables: tables)
      guard found.problems.isEmpty, found.predicate.axes.contains(.time) else { continue }
      if case .members(.time, _) = found.predicate { continue }
      problems.append(.yearAmongOthers(term.range, in: source))
    }
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
