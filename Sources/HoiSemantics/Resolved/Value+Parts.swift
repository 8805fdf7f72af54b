import HoiCatalog

extension Value {
  /// The tables it reads, in the order written, each once.
  package var tables: [TableID] {
    switch self {
    case .literal: return []
    case .formula(let formula), .numerator(let formula), .denominator(let formula),
      .reports(let formula, _), .judged(_, _, on: let formula):
      return formula.tables
    case .aggregate(_, let id): return [id.table]
    case .rowCount(let table), .distinct(let table, _): return [table]
    case .arithmetic(_, let left, let right):
      var found = left.tables
      for table in right.tables where !found.contains(table) { found.append(table) }
      return found
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
      .earlier(let inner, _), .fixed(let inner, _, _), .within(let inner, _), .share(let inner),
      .rank(let inner, _):
      return inner.tables
    }
  }

  /// The formulas that every axis of the question must fit, with the aggregates beside them.
  package var formulas: [Formula] {
    switch self {
    case .literal, .rowCount, .distinct, .judged(_, .goal, _): return []
    case .formula(let formula), .numerator(let formula), .denominator(let formula),
      .reports(let formula, _), .judged(_, _, on: let formula):
      return [formula]
    case .aggregate(let aggregation, let id):
      return aggregation == .count ? [] : [.measure(id)]
    case .earlier(let inner, let years):
      return inner.formulas.map { $0.over(Scope(yearsBack: years)) }
    case .arithmetic(_, let left, let right):
      var found = left.formulas
      for formula in right.formulas where !found.contains(formula) { found.append(formula) }
      return found
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
      .fixed(let inner, _, _), .within(let inner, _), .share(let inner), .rank(let inner, _):
      return inner.formulas
    }
  }

  /// The same value so many years before.
  package func earlier(by years: Int32) -> Value {
    let scope = Scope(yearsBack: years)
    switch self {
    case .literal: return self
    case .formula(let formula): return .formula(formula.over(scope))
    case .numerator(let formula): return .numerator(of: formula.over(scope))
    case .denominator(let formula): return .denominator(of: formula.over(scope))
    case .reports(let formula, let kind): return .reports(formula.over(scope), kind)
    case .aggregate, .rowCount, .distinct: return .earlier(self, years)
    case .earlier(let inner, let before): return .earlier(inner, before + years)
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, left.earlier(by: years), right.earlier(by: years))
    case .negative(let inner): return .negative(inner.earlier(by: years))
    case .magnitude(let inner): return .magnitude(inner.earlier(by: years))
    case .rounded(let inner, let places): return .rounded(inner.earlier(by: years), places)
    // A fixed year does not move with the row's.
    case .fixed(_, .time, _): return self
    case .fixed(let inner, let axis, let member):
      return .fixed(inner.earlier(by: years), axis, member)
    case .within(let inner, let condition): return .within(inner.earlier(by: years), condition)
    case .share(let inner): return .share(inner.earlier(by: years))
    case .rank(let inner, let lowestFirst):
      return .rank(inner.earlier(by: years), lowestFirst: lowestFirst)
    case .judged: preconditionFailure("meaning has refused the verdict of another year")
    }
  }

  /// Whether it looks at other years than that of its row.
  package var looksAtOtherYears: Bool {
    switch self {
    case .literal, .aggregate, .rowCount, .distinct: false
    case .formula(let formula), .numerator(let formula), .denominator(let formula),
      .reports(let formula, _):
      formula.readings.contains { $0.scope.yearsBack > 0 }
    case .earlier, .fixed(_, .time, _), .judged(_, .verdict, _): true
    case .judged: false
    case .arithmetic(_, let left, let right):
      left.looksAtOtherYears || right.looksAtOtherYears
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
      .fixed(let inner, _, _), .within(let inner, _), .share(let inner), .rank(let inner, _):
      inner.looksAtOtherYears
    }
  }

  /// Whether it speaks of more rows than it reads: those of reports, or those outside a target.
  package var needsRows: Bool {
    switch self {
    case .reports, .judged: true
    case .literal, .formula, .numerator, .denominator, .aggregate, .rowCount, .distinct: false
    case .arithmetic(_, let left, let right): left.needsRows || right.needsRows
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
      .earlier(let inner, _), .fixed(let inner, _, _), .within(let inner, _), .share(let inner),
      .rank(let inner, _):
      inner.needsRows
    }
  }

  /// Whether the values of groups add up to the value of all of them together.
  package var isAdditive: Bool {
    switch self {
    case .formula(let formula): formula.isAdditive
    case .numerator(let formula): formula.sides?.numerator.isAdditive ?? false
    case .denominator(let formula): formula.sides?.denominator.isAdditive ?? false
    case .aggregate(let aggregation, _): aggregation == .sum || aggregation == .count
    case .rowCount: true
    case .earlier(let inner, _), .negative(let inner), .within(let inner, _): inner.isAdditive
    case .arithmetic(let operation, let left, let right):
      switch operation {
      case .add, .subtract: left.isAdditive && right.isAdditive
      case .multiply:
        left.isAdditive && right.tables.isEmpty || right.isAdditive && left.tables.isEmpty
      case .divide: left.isAdditive && right.tables.isEmpty
      case .growth: false
      }
    case .literal, .distinct, .magnitude, .rounded, .fixed, .share, .rank, .reports,
      .judged:
      false
    }
  }
}

extension Formula {
  /// Whether it is made of sums alone, so that the values of groups add up.
  package var isAdditive: Bool {
    switch self {
    case .measure, .reported: true
    case .literal, .lowest: false
    case .scoped(let inner, _): inner.isAdditive
    case .sum(let left, let right), .difference(let left, let right):
      left.isAdditive && right.isAdditive
    case .product(let left, let right):
      left.isAdditive && right.measures.isEmpty || right.isAdditive && left.measures.isEmpty
    case .quotient(let left, let right): left.isAdditive && right.measures.isEmpty
    }
  }
}
