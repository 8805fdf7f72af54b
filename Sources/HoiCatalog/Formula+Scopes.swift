/// Which rows a part of a formula is added over, besides those that the question asks for.
public struct Scope: Hashable, Sendable {
  /// The condition that the definition gives to the part.
  public var filter: Predicate
  /// The rows of so many years before the year that is shown.
  public var yearsBack: Int32

  public init(filter: Predicate = .always, yearsBack: Int32 = 0) {
    self.filter = filter
    self.yearsBack = yearsBack
  }

  /// The rows of the question and no others.
  public static let plain = Scope()

  /// This scope inside another.
  public func within(_ outer: Scope) -> Scope {
    Scope(filter: filter.and(outer.filter), yearsBack: yearsBack + outer.yearsBack)
  }
}

/// The rows of one table that a formula reads together.
public struct FormulaReading: Hashable, Sendable {
  public var table: TableID
  public var scope: Scope

  public init(table: TableID, scope: Scope) {
    self.table = table
    self.scope = scope
  }

  /// Whether another part reads the same rows of the same year but for conditions: what has no row
  /// there, though its table was reported, is zero and not missing.
  public func isRelated(to other: FormulaReading) -> Bool {
    table == other.table && scope.yearsBack == other.scope.yearsBack
  }
}

extension Formula {
  /// The same arithmetic, each of its sums over a scope.
  public func over(_ scope: Scope) -> Formula {
    switch self {
    case .literal: self
    case .measure, .reported, .lowest: scope == .plain ? self : .scoped(self, scope)
    case .scoped(let inner, let own): inner.over(own.within(scope))
    case .sum(let left, let right): .sum(left.over(scope), right.over(scope))
    case .difference(let left, let right): .difference(left.over(scope), right.over(scope))
    case .product(let left, let right): .product(left.over(scope), right.over(scope))
    case .quotient(let left, let right): .quotient(left.over(scope), right.over(scope))
    }
  }

  /// Its sums, in the order written, each with the rows that it is added over.
  public var leaves: [(measure: MeasureID, scope: Scope)] {
    switch self {
    case .literal: []
    case .measure(let id), .reported(let id), .lowest(let id): [(id, .plain)]
    case .scoped(let inner, let scope): inner.leaves.map { ($0.measure, $0.scope.within(scope)) }
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      left.leaves + right.leaves
    }
  }

  /// What it reads, in the order written, each once.
  public var readings: [FormulaReading] {
    var found: [FormulaReading] = []
    for leaf in leaves {
      let reading = FormulaReading(table: leaf.measure.table, scope: leaf.scope)
      if !found.contains(reading) { found.append(reading) }
    }
    return found
  }

  /// The measures that it adds over the rows of a reading, in the order written.
  public func measures(of reading: FormulaReading) -> [MeasureID] {
    var found: [MeasureID] = []
    for leaf in leaves
    where leaf.measure.table == reading.table && leaf.scope == reading.scope
      && !found.contains(leaf.measure)
    {
      found.append(leaf.measure)
    }
    return found
  }

  /// The axes that conditions of the definition look at: a question can say nothing more of them.
  public var fixedAxes: Set<Axis> {
    leaves.reduce(into: []) { $0.formUnion($1.scope.filter.axes) }
  }

  /// The level that it is the lowest step of, where it is one.
  public var level: MeasureID? {
    switch self {
    case .lowest(let id): id
    case .scoped(let inner, _): inner.level
    case .literal, .measure, .reported, .sum, .difference, .product, .quotient: nil
    }
  }

  /// Yes over known: the share that a flag gives.
  public var isFlagShare: Bool {
    guard case .quotient(let yes, let known) = self else { return false }
    switch (yes, known) {
    case (.measure(let yes), .reported(let known)): return yes == known
    case (.scoped(.measure(let yes), let left), .scoped(.reported(let known), let right)):
      return yes == known && left == right
    default: return false
    }
  }

  /// The same formula after its conditions have changed.
  func changingFilters(_ change: (Predicate) -> Predicate) -> Formula {
    switch self {
    case .literal, .measure, .reported, .lowest: self
    case .scoped(let inner, let scope):
      .scoped(inner, Scope(filter: change(scope.filter), yearsBack: scope.yearsBack))
    case .sum(let left, let right):
      .sum(left.changingFilters(change), right.changingFilters(change))
    case .difference(let left, let right):
      .difference(left.changingFilters(change), right.changingFilters(change))
    case .product(let left, let right):
      .product(left.changingFilters(change), right.changingFilters(change))
    case .quotient(let left, let right):
      .quotient(left.changingFilters(change), right.changingFilters(change))
    }
  }
}

extension Predicate {
  /// The same condition on rows of so many years before.
  package func shifted(yearsBack: Int32) -> Predicate {
    switch self {
    case .members(.time, let set): .members(.time, set.shifted(by: -yearsBack))
    case .always, .never, .members, .value, .reported: self
    case .all(let terms): .all(terms.map { $0.shifted(yearsBack: yearsBack) })
    case .any(let terms): .any(terms.map { $0.shifted(yearsBack: yearsBack) })
    }
  }
}
