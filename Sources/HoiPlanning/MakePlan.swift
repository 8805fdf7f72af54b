import HoiCatalog
import HoiSemantics

/// A plan for `show`.
package func makePlan(_ question: ShowQuestion, in catalog: Catalog) -> Plan {
  let catalog = question.isRestated ? catalog.restated : catalog
  let shownYears =
    question.filter.allowed(on: .time).single.map { [$0] }
    ?? catalog.years(shownBy: question.items.map(\.value))
  var planner = Planner(catalog: catalog, shownYears: shownYears)
  var main = Block(
    axes: question.axes, sources: [], rows: frame(of: question, in: catalog), values: [],
    within: question.within)
  for item in question.items {
    // Not shared with an equal item before it: values and items stand at the same places.
    let value = planner.expression(item.value, where: question.filter, in: &main)
    main.values.append(value)
    planner.addShownYears(of: item.value, where: question.filter, to: &main)
  }
  if question.isStrict {
    main.standsOn = question.items.map {
      planner.rowRosters($0.value, where: question.filter, by: question.axes)
    }
  }
  let having = question.having.map {
    planner.condition($0, where: question.filter, in: &main)
  }
  let sort = question.sort.map { planner.key($0, where: question.filter, in: &main) }
  let totalPlaces = question.totalPlaces
  var total: Block?
  // A total that keeps every axis would only repeat the rows, and ranks have none.
  if question.hasTotal, totalPlaces.count < question.axes.count,
    question.items.contains(where: { $0.unit != .rank })
  {
    var block = Block(
      axes: totalPlaces.map { question.axes[$0] }, sources: [], rows: .present, values: [])
    if let pivot = question.pivot, let place = totalPlaces.firstIndex(of: pivot) {
      block.rows = .crossed(axis: place, listed: nil)
    }
    block.within = Array(block.axes.indices)
    for item in question.items {
      block.values.append(
        item.unit == .rank
          ? .notApplicable
          : planner.expression(item.value, where: question.filter, in: &block))
      planner.addShownYears(of: item.value, where: question.filter, to: &block)
    }
    if question.isStrict {
      block.standsOn = question.items.map {
        planner.rowRosters($0.value, where: question.filter, by: block.axes)
      }
    }
    total = block
  }
  let passedOver = planner.passedOver(by: question.filter, in: question.tables)
  let (ledgers, ledgersOfItem) = planner.ledgers(of: question)
  return Plan(
    leaves: planner.pool.leaves, main: main, total: total, totalPlaces: totalPlaces,
    ledgers: ledgers, ledgersOfItem: ledgersOfItem, having: having, sort: sort,
    passedOver: passedOver)
}

/// With one `by` dimension of a table that owes reports by it, every listed member has a row; with
/// `pivot`, every row has every column.
private func frame(of question: ShowQuestion, in catalog: Catalog) -> Block.Frame {
  let rowAxes = question.axes.indices.filter { $0 != question.pivot }
  var listed: (members: [Int32], absent: [Int32: Set<Int32>])?
  if rowAxes.count == question.splitCount + 1, let last = rowAxes.last,
    case .dimension(let id) = question.axes[last],
    question.tables.contains(where: { catalog[$0].reportsBy == id })
  {
    listed = listedMembers(of: id, question, in: catalog)
  }
  if let pivot = question.pivot { return .crossed(axis: pivot, listed: listed?.members) }
  return listed.map { .listed($0.members, absent: $0.absent) } ?? .present
}

/// The members that have a row whatever was reported, and those of them that a year leaves out
/// because they were not in force.
private func listedMembers(
  of id: DimensionID, _ question: ShowQuestion, in catalog: Catalog
) -> (members: [Int32], absent: [Int32: Set<Int32>]) {
  let tables = question.tables
  // Whoever owes reports to one of the things asked for has a row.
  let asked = Set(question.items.map(\.value.tables)).subtracting([[]])
  func members(_ year: Int32?) -> Set<Int32> {
    asked.reduce(into: []) { all, tables in
      for member in catalog.members(of: id, within: question.filter, in: year, by: tables) {
        all.insert(catalog.current(member, of: id))
      }
    }
  }
  let all = members(nil)
  var absent: [Int32: Set<Int32>] = [:]
  if question.axes.first == .time, !catalog[id].validity.isEmpty {
    for year in Set(tables.flatMap { catalog[$0].years }) {
      absent[year] = all.subtracting(members(year))
    }
  }
  return (all.sorted(), absent)
}

extension Planner {
  /// Rows of what is asked for, where a value itself reads none, or other years alone.
  fileprivate mutating func addShownYears(
    of value: Value, where filter: Predicate, to block: inout Block
  ) {
    let readings = value.formulas.flatMap(\.readings)
    let readsThem = readings.isEmpty || readings.contains { $0.scope.yearsBack == 0 }
    if readsThem, !value.needsRows { return }
    for table in value.tables {
      // Not those of years that only a side of an earlier year has.
      let isShown = Set(catalog[table].years).isSubset(of: shownYears)
      _ = column(
        .count(requires: []), over: table,
        where: isShown ? filter : filter.shown(only: shownYears), in: &block)
    }
  }

  /// Rows that meet every other condition and lack a measure that is compared.
  fileprivate mutating func passedOver(by filter: Predicate, in tables: [TableID]) -> Block? {
    var measures: Set<MeasureID> = []
    var others = Predicate.always
    for term in filter.terms {
      if case .value(let id, _, _) = term { measures.insert(id) } else { others = others.and(term) }
    }
    guard let table = measures.first?.table, tables == [table] else { return nil }
    let lacking = measures.sorted { $0.index < $1.index }.map { Predicate.reported($0, false) }
    var block = Block(axes: [], sources: [], rows: .present, values: [])
    let rows = others.and(lacking.count == 1 ? lacking[0] : .any(lacking))
    block.values.append(
      .count(column(.count(requires: []), over: table, where: rows, in: &block)))
    return block
  }

  fileprivate mutating func ledgers(
    of question: ShowQuestion
  ) -> (ledgers: [Ledger], ofItem: [[Int]]) {
    var ledgers: [Ledger] = []
    // Who has handed in the estimate has not handed in the accounts: each apart member is owed apart.
    let rounds = catalog.apartRounds(
      question.axes, in: question.tables, where: question.filter)
    let ofItem = question.items.map { item in
      rounds.flatMap { round in
        stated(
          item.value, where: round.reduce(question.filter) { $0.and($1.condition) },
          by: question.axes
        ).map { stated in
          var ledger = stated
          ledger.apart = round.filter {
            stated.filter.allowed(on: $0.axis).single == $0.member
          }
          if let known = ledgers.firstIndex(where: { $0.isSame(as: ledger) }) { return known }
          ledgers.append(ledger)
          return ledgers.count - 1
        }
      }
    }
    return (ledgers, ofItem)
  }

  /// Who owes reports for everything that a value reads, where it reads it.
  private mutating func stated(
    _ value: Value, where filter: Predicate, by axes: [Axis]
  ) -> [Ledger] {
    scopes(of: value, where: filter, by: axes).flatMap {
      ledgers($0.formula, where: $0.filter, by: $0.axes)
    }
  }

  /// The same, row by row of a block with these axes.
  fileprivate mutating func rowRosters(
    _ value: Value, where filter: Predicate, by axes: [Axis]
  ) -> [RowRoster] {
    scopes(of: value, where: filter, by: axes).flatMap { scope in
      rosters(scope.formula, where: scope.filter, by: scope.axes).map { roster in
        RowRoster(roster: roster, places: scope.axes.map { axes.firstIndex(of: $0)! })
      }
    }
  }

  /// The formulas that a value reads, each with the rows that it reads and what tells those apart.
  private func scopes(
    of value: Value, where filter: Predicate, by axes: [Axis]
  ) -> [(formula: Formula, filter: Predicate, axes: [Axis])] {
    switch value {
    case .fixed(let inner, let axis, let member):
      let alike = catalog.axesAlike(axis)
      let rows = alike.reduce(filter) { $0.without($1) }.and(.members(axis, MemberSet([member])))
      return scopes(of: inner, where: rows, by: axes.filter { !alike.contains($0) })
    case .judged(let id, _, _):
      let rows = filter.and(catalog[id].scope)
      return value.formulas.map { ($0, rows, axes) }
    case .within(let inner, let condition):
      return scopes(of: inner, where: filter.and(condition), by: axes)
    case .arithmetic(_, let left, let right):
      return scopes(of: left, where: filter, by: axes)
        + scopes(of: right, where: filter, by: axes)
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _), .share(let inner),
      .rank(let inner, _):
      return scopes(of: inner, where: filter, by: axes)
    case .literal, .formula, .numerator, .denominator, .aggregate, .rowCount, .distinct, .reports,
      .earlier:
      return value.formulas.map { ($0, filter, axes) }
    }
  }
}

extension Planner {
  fileprivate mutating func condition(
    _ condition: ResultCondition, where filter: Predicate, in block: inout Block
  ) -> PlannedCondition {
    switch condition {
    case .compare(let ordering, let left, let right):
      let left = place(left, where: filter, in: &block)
      return .compare(ordering, left, place(right, where: filter, in: &block))
    case .missing(let value, let wanted):
      return .missing(place(value, where: filter, in: &block), wanted)
    case .member(let axis, let set):
      return .member(axis: axis, set)
    case .all(let terms):
      return .all(terms.map { self.condition($0, where: filter, in: &block) })
    case .any(let terms):
      return .any(terms.map { self.condition($0, where: filter, in: &block) })
    }
  }

  fileprivate mutating func key(
    _ key: ResultKey, where filter: Predicate, in block: inout Block
  ) -> PlannedKey {
    switch key.key {
    case .axis(let axis): .axis(axis, isDescending: key.isDescending)
    case .value(let value):
      .value(place(value, where: filter, in: &block), isDescending: key.isDescending)
    }
  }

  private mutating func place(
    _ value: Value, where filter: Predicate, in block: inout Block
  ) -> Int {
    let expression = expression(value, where: filter, in: &block)
    return block.place(of: expression)
  }
}
