import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// `pace`.
  func pace(_ question: Question, problems: inout [Diagnostic]) -> PaceQuestion? {
    let clauses = ClauseSet(question, taking: [.by, .where], in: source, problems: &problems)
    guard case .pathToYear(let path, let literal) = question.subject,
      let asked = collecting(
        &problems, { () throws(Diagnostic) in try judgedTargets(path) })
    else { return nil }
    let year = collecting(&problems) { () throws(Diagnostic) in try targetYear(literal) }
    let tables = tables(of: asked)
    let by = axes(
      clauses.by, tables: tables, users: asked.map(axisUser), problems: &problems)
    if by.contains(.time), let range = clauses.by.first?.range {
      problems.append(.paceOfYears(range, in: source))
    }
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let found = conditions(
        condition, tables: tables, users: asked.map(axisUser), in: question)
      filter = found.predicate
      problems += found.problems
      refuseYearsAmongOthers(condition, tables: tables, problems: &problems)
      let years = filter.allowed(on: .time)
      if years != .everything, years.single == nil {
        problems.append(.paceOfYears(condition.range, in: source))
      }
    }
    let asOf = filter.allowed(on: .time).single
    if let year, let asOf, asOf >= year {
      problems.append(.paceBackward(literal, from: asOf, in: source))
    }
    guard problems.isEmpty, let year else { return nil }

    let rows = filter.without(.time)
    guard
      let id = collecting(
        &problems, { () throws(Diagnostic) in try soleTarget(asked, where: rows, path, literal) })
    else { return nil }
    let target = checked(id, where: rows, by: by)
    return PaceQuestion(
      target: target, year: year, asOf: asOf, filter: rows,
      title: title(
        paceTitle(id, year), clauses.condition?.expression, tables: tables, axes: by),
      notes: splitNotes(Array(target.axes.prefix(target.splitCount)), tables)
        + partialNotes([target], by: by) + deadlineNotes(id, year))
  }

  /// The targets that a name stands for: one of its own, or those on an indicator.
  private func judgedTargets(_ path: Path) throws(Diagnostic) -> [TargetID] {
    switch try reference(path, expecting: [.indicators, .targets]) {
    case .indicator(let id):
      let targets = catalog.targets(on: id)
      if targets.isEmpty { throw .noTargets(path.text, at: path.range, in: source) }
      return targets
    case .target(let id): return [id]
    case .subject, .measure, .table, .named, .axis:
      preconditionFailure("look-up keeps to the kinds it was given")
    }
  }

  /// The one target that a question can mean.
  ///
  /// - Throws: none in the scope asked for, several, or one without a number.
  func soleTarget(
    _ targets: [TargetID], where filter: Predicate, _ path: Path, _ literal: NumberLiteral
  ) throws(Diagnostic) -> TargetID {
    let inScope = targets.filter { !catalog.areDisjoint(catalog[$0].scope, filter) }
    if inScope.isEmpty {
      throw .noTargetInScope(
        path, names: targets.map { catalog[$0].name }, in: source)
    }
    let judged = inScope.filter { catalog[$0].threshold != nil }
    guard let first = judged.first else {
      throw .targetWithoutNumber(path, names: inScope.map { catalog[$0].name }, in: source)
    }
    if judged.count > 1 {
      throw .severalTargets(
        path,
        targets: judged.map { (catalog[$0].name, catalog[$0].scopeSpelling) }, in: source)
    }
    return first
  }

  /// A year that something is asked up to.
  func targetYear(_ literal: NumberLiteral) throws(Diagnostic) -> Int32 {
    let year = try year(.number(literal), tables: [])
    guard Limits().years.contains(year) else { throw .notAYear(literal.range, in: source) }
    return year
  }

  private func paceTitle(_ id: TargetID, _ year: Int32) -> [Wording] {
    [
      Wording(verbatim: catalog[id].label),
      Wording(vi: "nhịp cần có đến năm \(year)", en: "pace needed to \(year)"),
    ]
  }

  private func deadlineNotes(
    _ id: TargetID, _ year: Int32
  ) -> [(code: String, text: Wording)] {
    switch catalog[id].deadline {
    case .due(let due) where due != year:
      [
        (
          "other_year",
          Wording(
            vi: "hạn của mục tiêu là năm \(due); câu hỏi tính đến năm \(year)",
            en: "the target is due in \(due); the question asks up to \(year)")
        )
      ]
    case .due: []
    case .everyYear:
      [
        (
          "every_year",
          Wording(
            vi: "mục tiêu phải đạt hằng năm, không phải chờ đến năm \(year) mới đạt",
            en: "the target is for every year; it does not wait until \(year)")
        )
      ]
    }
  }
}
