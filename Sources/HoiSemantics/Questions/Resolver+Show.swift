import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

extension Resolver {
  /// `show`.
  func show(_ question: Question, problems: inout [Diagnostic]) -> ShowQuestion? {
    let clauses = ClauseSet(
      question,
      taking: [
        .by, .where, .having, .vs, .pivot, .sort, .limit, .pooled, .chart, .withTotal, .strict,
        .restated,
      ], in: source, problems: &problems)
    guard case .items(let written) = question.subject else {
      if case .previous = question.subject {
        preconditionFailure("`show _` is asked of the answer")
      }
      return nil
    }
    let items = valued(written, problems: &problems)
    let tables = self.tables(of: items.map(\.value.value))
    guard !tables.isEmpty else {
      if problems.isEmpty {
        problems.append(.nothingToRead(at: questionRange(question), in: source))
      }
      return nil
    }
    let users = items.map { axisUser($0.item, $0.value) }
    let frame = self.frame(
      clauses, items, tables: tables, users: users, in: question, problems: &problems)
    let shown = items.flatMap { item in
      shownItems(item.item, item.value, versus: frame.versus, isOnly: items.count == 1)
    }
    let scope = ResultScope(items: shown, axes: frame.axes, tables: tables, users: users)
    let having = clauses.having.flatMap { having in
      collecting(&problems) { () throws(Diagnostic) in
        try resultCondition(having.expression, scope)
      }
    }
    let sort = clauses.sort.compactMap { key in
      collecting(&problems) { () throws(Diagnostic) in try resultKey(key, scope) }
    }
    let limit = clauses.limit.flatMap { literal in
      collecting(&problems) { () throws(Diagnostic) in
        try rowLimit(literal, per: clauses.limitGroups, frame, tables)
      }
    }
    let chart = collecting(&problems) { () throws(Diagnostic) in
      try self.chart(clauses, overYears: frame.axes.contains(.time))
    }
    let values = hiddenValues(having, sort)
    requireGroups(items, values, clauses, frame, tables, problems: &problems)
    requirePlainYears(items, values, clauses, frame, problems: &problems)
    requirePlainRosters(items, clauses, frame, problems: &problems)
    guard problems.isEmpty else { return nil }
    return ShowQuestion(
      items: named(shown.map { withTarget($0.shown, in: frame.filter) }), axes: frame.axes,
      splitCount: frame.split.count, apart: frame.apart,
      within: frame.within(items.map(\.value.value) + values), filter: frame.filter, having: having,
      havingSpelling: clauses.having.map { definitions.spelled(source[$0.expression.range]) },
      sort: sort, limit: limit, isStrict: clauses.isStrict, hasTotal: clauses.hasTotal,
      pivot: frame.pivot, chart: chart ?? nil, title: title(of: items, clauses, frame, tables),
      period: catalog[tables[0]].period, timeName: catalog[tables[0]].timeName,
      notes: notes(of: shown.map(\.shown), clauses, frame, tables),
      isRestated: clauses.restated != nil)
  }

  /// Columns are known by their names: indicators of one last name are told apart by their full ones.
  private func named(_ items: [ShownItem]) -> [ShownItem] {
    items.map { item in
      guard let id = item.indicator, items.count(where: { $0.name == item.name }) > 1 else {
        return item
      }
      var named = item
      named.name = catalog.qualifiedName(id)
      return named
    }
  }

  private func notes(
    of items: [ShownItem], _ clauses: ClauseSet, _ frame: ShowFrame, _ tables: [TableID]
  ) -> [(code: String, text: Wording)] {
    splitNotes(frame.split, tables) + periodNotes(tables) + poolNotes(frame, tables)
      + (clauses.restated == nil ? [] : restatedNotes(tables))
      + remarks(on: items.compactMap(\.indicator))
  }

  private func valued(
    _ items: [Item], problems: inout [Diagnostic]
  ) -> [(item: Item, value: ItemValue)] {
    var valued: [(item: Item, value: ItemValue)] = []
    for item in items {
      if let value = collecting(&problems, { () throws(Diagnostic) in try value(item.expression) })
      {
        valued.append((item, value))
      }
    }
    return valued
  }

  private func questionRange(_ question: Question) -> SourceRange {
    guard case .items(let items) = question.subject, let first = items.first,
      let last = items.last
    else { return question.verbRange }
    return first.range.union(last.range)
  }

  func tables(of values: [Value]) -> [TableID] {
    var found: [TableID] = []
    for value in values {
      for table in value.tables where !found.contains(table) { found.append(table) }
    }
    return found
  }

  /// What must have every axis of the question, under the words it was asked for by.
  private func axisUser(_ item: Item, _ value: ItemValue) -> AxisUser {
    let name = value.indicator.map { catalog.qualifiedName($0) } ?? source[item.expression.range]
    if case .formula(let formula) = value.value { return AxisUser(name: name, formula: formula) }
    var user = AxisUser(name: name, tables: value.value.tables)
    user.fixed = value.value.formulas.reduce(into: []) { $0.formUnion($1.fixedAxes) }
    return user
  }

  /// The axes of `by`, each had by everything asked for.
  func axes(
    _ paths: [Path], tables: [TableID], users: [AxisUser], problems: inout [Diagnostic]
  ) -> [Axis] {
    var axes: [Axis] = []
    for path in paths {
      let axis = collecting(&problems) { () throws(Diagnostic) in
        let axis = try self.axis(path, tables: tables)
        if axes.contains(axis) { throw .axisTwice(path, in: source) }
        try requireAxis(axis, at: path.range, on: users, taken: axes)
        return axis
      }
      if let axis { axes.append(axis) }
    }
    return axes
  }

  /// Axes whose members are never added unasked, and that the question leaves open.
  func splitAxes(_ tables: [TableID], filter: Predicate, by asked: [Axis]) -> [Axis] {
    var candidates: [Axis] = [.time]
    for table in tables {
      for used in catalog[table].dimensions
      where used.isApart && !candidates.contains(.dimension(used.dimension)) {
        candidates.append(.dimension(used.dimension))
      }
    }
    return candidates.filter { axis in
      !asked.contains(axis) && filter.allowed(on: axis).single == nil
        && tables.allSatisfy { catalog[$0].has(axis) }
    }
  }

  private func hiddenValues(_ having: ResultCondition?, _ sort: [ResultKey]) -> [Value] {
    var values = having?.values ?? []
    for case .value(let value) in sort.map(\.key) { values.append(value) }
    return values
  }

  func rowLimit(_ literal: NumberLiteral) throws(Diagnostic) -> Int {
    guard let whole = literal.wholeNumber, whole > 0 else {
      throw .limitOutOfRange(literal, in: source)
    }
    return Int(whole)
  }

  func splitNotes(_ split: [Axis], _ tables: [TableID]) -> [(code: String, text: Wording)] {
    split.map { axis in
      let name = catalog.name(axis, time: catalog[tables[0]].timeName)
      let label = inSentence(catalog.label(axis, period: ""))
      return axis == .time
        ? (
          "split",
          Wording(
            vi:
              "câu hỏi không nêu năm nên kết quả tách theo `\(name)`; số liệu các năm không cộng vào nhau",
            en: "no year was asked for, so the answer is split by `\(name)`; years are never added")
        )
        : (
          "split",
          Wording(
            vi: "các \(label) không cộng vào nhau nên kết quả tách theo \(label)",
            en: "members of `\(name)` never add, so the answer is split by it")
        )
    }
  }

  /// A formula over school years and calendar years says so.
  private func periodNotes(_ tables: [TableID]) -> [(code: String, text: Wording)] {
    guard Set(tables.map { catalog[$0].period }).count > 1 else { return [] }
    let school = tables.filter { catalog[$0].period == .school }.map { catalog[$0].name }
    let calendar = tables.filter { catalog[$0].period == .calendar }.map { catalog[$0].name }
    let (a, b) = (school.joined(separator: ", "), calendar.joined(separator: ", "))
    return [
      (
        "periods",
        Wording(
          vi: "\(a) tính theo năm học, \(b) theo năm dương lịch",
          en: "\(a) counts school years, \(b) calendar years")
      )
    ]
  }
}
