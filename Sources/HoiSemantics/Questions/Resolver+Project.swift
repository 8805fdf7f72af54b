import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// `project`.
  func project(_ question: Question, problems: inout [Diagnostic]) -> ProjectQuestion? {
    let clauses = ClauseSet(
      question, taking: [.by, .where, .chart], in: source, problems: &problems)
    guard case .pathToYear(let path, let literal) = question.subject,
      let value = collecting(
        &problems, { () throws(Diagnostic) in try namedFormula(path) })
    else { return nil }
    if value.formula.level != nil || value.formula.isFlagShare {
      problems.append(.projectionOfSteps(path, in: source))
    }
    let year = collecting(&problems) { () throws(Diagnostic) in try targetYear(literal) }
    let tables = value.formula.tables
    let users = [AxisUser(name: value.qualifiedName, formula: value.formula)]
    let by = axes(clauses.by, tables: tables, users: users, problems: &problems)
    if by.contains(.time), let range = clauses.by.first?.range {
      problems.append(.projectionByYear(range, in: source))
    }
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let found = conditions(condition, tables: tables, users: users, in: question)
      filter = found.predicate
      problems += found.problems
      refuseYearsAmongOthers(condition, tables: tables, problems: &problems)
    }
    let years = filter.allowed(on: .time)
    if let year, let last = lastYear(tables, in: years), year <= last {
      problems.append(.projectionBackward(literal, last: last, in: source))
    }
    let most = Limits().projectedYears
    if let year, let last = lastYear(tables, in: years), year - last > most {
      problems.append(.projectionTooFar(literal, last: last, most: most, in: source))
    }
    let chart = collecting(&problems) { () throws(Diagnostic) in
      try self.chart(clauses, overYears: true)
    }
    guard problems.isEmpty, let year else { return nil }
    let rows = filter.without(.time)
    let split = splitAxes(tables, filter: rows, by: by).filter { $0 != .time }
    return ProjectQuestion(
      value: value, axes: split + by, filter: rows, years: years, year: year,
      showsHistory: by.isEmpty || clauses.chart != nil, chart: chart ?? nil,
      title: title(
        [
          Wording(verbatim: value.label),
          Wording(vi: "dự báo đến năm \(year)", en: "projection to \(year)"),
        ], clauses.condition?.expression, tables: tables, axes: by),
      notes: splitNotes(split, tables))
  }

  /// The latest year with rows in every table, among those that a question allows.
  private func lastYear(_ tables: [TableID], in years: MemberSet) -> Int32? {
    tables.compactMap { catalog[$0].years.last(where: years.contains) }.min()
  }

  /// An indicator, a measure, or a formula of them that `let` has named.
  func namedFormula(_ path: Path) throws(Diagnostic) -> NamedFormula {
    let found = try reference(path, expecting: .values)
    var named: NamedFormula
    switch found {
    case .indicator(let id):
      let indicator = catalog[id]
      named = NamedFormula(
        name: indicator.name, label: indicator.label, qualifiedName: catalog.qualifiedName(id),
        formula: indicator.formula, spelling: indicator.spelling, unit: indicator.unit,
        isPart: indicator.isPart, indicator: id, period: period(of: indicator.formula),
        timeName: "nam")
    case .measure(let id):
      let (formula, unit) = try formula(.name(path))
      named = NamedFormula(
        name: catalog[id].name, label: catalog[id].label, qualifiedName: catalog.qualifiedName(id),
        formula: formula, spelling: catalog.qualifiedName(id), unit: unit,
        isPart: formula.isFlagShare, indicator: nil, period: period(of: formula), timeName: "nam")
    case .named(let place):
      let defined = definitions.names[place]
      guard case .formula(let formula) = defined.value.value else {
        throw .namedIsNoFormula(path, spelling: defined.spelling, in: source)
      }
      named = NamedFormula(
        name: defined.name, label: defined.name, qualifiedName: defined.name, formula: formula,
        spelling: defined.spelling, unit: defined.unit, isPart: defined.value.isPart,
        indicator: nil, period: period(of: formula), timeName: "nam")
    case .subject, .table, .target, .axis:
      preconditionFailure("look-up keeps to the kinds it was given")
    }
    if let first = named.formula.tables.first { named.timeName = catalog[first].timeName }
    return named
  }
}
