import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// What the rows of an answer are: its axes, what stands apart in it, and which data they are of.
struct ShowFrame {
  /// The axes that the answer is split by unasked.
  var split: [Axis]
  /// The axes of `by`, and that of `pivot` where `by` does not have it.
  var asked: [Axis]
  var filter: Predicate
  /// Axes whose members are merged on purpose.
  var pooled: [Axis]
  /// The places of the axes whose members never add.
  var apart: [Int]
  var pivot: Int?
  var versus: Versus?

  var axes: [Axis] { split + asked }

  /// Where shares and ranks are counted: within what never adds, or, where nothing else is there to
  /// compare, within what the answer is split by.
  func within(_ values: [Value]) -> [Int] {
    apart.count < axes.count ? apart : Array(split.indices)
  }
}

/// What `vs` compares with.
enum Versus {
  /// Of each row; with its name where all are of one year.
  case previousYear(Wording?)
  /// A year, or a member of a dimension or an attribute.
  case member(Axis, Int32, name: String, label: Wording)
}

extension Resolver {
  func frame(
    _ clauses: ClauseSet, _ items: [(item: Item, value: ItemValue)], tables: [TableID],
    users: [AxisUser], in question: Question, problems: inout [Diagnostic]
  ) -> ShowFrame {
    var asked = axes(clauses.by, tables: tables, users: users, problems: &problems)
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let found = conditions(condition, tables: tables, users: users, in: question)
      filter = found.predicate
      problems += found.problems
    }
    let pivot = clauses.pivot.flatMap { path in
      collecting(&problems) { () throws(Diagnostic) in
        try pivotAxis(path, filter, tables: tables, users: users, taken: asked)
      }
    }
    if let pivot, !asked.contains(pivot) { asked.append(pivot) }
    let pooled = pooledAxes(
      clauses.pooled, items, asked, filter, tables: tables, users: users, problems: &problems)
    let versus = clauses.versus.flatMap { versus in
      collecting(&problems) { () throws(Diagnostic) in
        named(try self.versus(versus.expression, tables: tables, users: users), filter, tables)
      }
    }
    let apart = apartAxes(tables)
    let values = items.map(\.value.value)
    let split = apart.filter { axis in
      !asked.contains(axis) && !pooled.contains(axis) && filter.allowed(on: axis).single == nil
        && values.contains { adds(over: axis, $0) }
    }
    for axis in split where problems.isEmpty {
      // An axis that one item lacks cannot split the answer, and the other would add over it.
      do {
        try requireApart(axis, users, items)
      } catch {
        problems.append(error)
      }
    }
    let axes = split + asked
    return ShowFrame(
      split: split, asked: asked, filter: filter, pooled: pooled,
      apart: axes.indices.filter { apart.contains(axes[$0]) },
      pivot: pivot.flatMap { axes.firstIndex(of: $0) }, versus: versus)
  }

  /// The axes whose members never add: years, and what a table keeps apart.
  func apartAxes(_ tables: [TableID]) -> [Axis] {
    var found: [Axis] = [.time]
    for table in tables {
      for used in catalog[table].dimensions
      where used.isApart && !found.contains(.dimension(used.dimension)) {
        found.append(.dimension(used.dimension))
      }
    }
    return found
  }

  /// Whether a value would add members of an axis that are apart in one of its tables.
  private func adds(over axis: Axis, _ value: Value) -> Bool {
    guard case .dimension(let id) = axis else { return true }
    let isApart = { (table: TableID) in
      self.catalog[table].dimensions.contains { $0.dimension == id && $0.isApart }
    }
    let readings = value.formulas.flatMap(\.readings)
    return value.tables.contains { table in
      let own = readings.filter { $0.table == table }
      return isApart(table)
        && (own.isEmpty || own.contains { $0.scope.filter.allowed(on: axis).single == nil })
    }
  }

  private func requireApart(
    _ axis: Axis, _ users: [AxisUser], _ items: [(item: Item, value: ItemValue)]
  ) throws(Diagnostic) {
    for (user, item) in zip(users, items) where missingSide(of: user, axis: axis) != nil {
      throw .apartNotShared(
        catalog.name(axis), item: user.name, at: item.item.range, in: source)
    }
  }

  /// The axis whose members become columns.
  private func pivotAxis(
    _ path: Path, _ filter: Predicate, tables: [TableID], users: [AxisUser], taken: [Axis]
  ) throws(Diagnostic) -> Axis {
    let axis = try self.axis(path, tables: tables)
    if !taken.contains(axis) { try requireAxis(axis, at: path.range, on: users, taken: taken) }
    let allowed = filter.allowed(on: axis)
    let members: [Int32] =
      switch axis {
      case .time: Array(Set(tables.flatMap { catalog[$0].years })).filter(allowed.contains)
      case .dimension, .attribute:
        catalog.labels(axis).indices.map { Int32($0) }.filter(allowed.contains)
      }
    if members.count > Self.mostPivotColumns {
      throw .pivotTooWide(path, members.count, most: Self.mostPivotColumns, in: source)
    }
    return axis
  }

  private static let mostPivotColumns = 1000
}
