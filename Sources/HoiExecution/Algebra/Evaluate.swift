import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning

/// The aggregates of a block's sources, with the group behind each row.
struct AlignedCells {
  var rowCount: Int
  /// One column of members per axis.
  var keys: [[Int32]]
  /// By source, by leaf of the source.
  var columns: [[[AggregateColumn]]]
  /// By source: the group of each row or -1; nil where rows and groups are the same.
  var groupOfRow: [[Int32]?]
  /// By inner block: its values and the row of it behind each row here.
  var inner: [(values: [NumberColumn], rowOfRow: [Int32])] = []
  var rosters: [RosterCounts] = []
  /// By absence: the rows in which nothing is a report that came. Empty where every row has a group.
  var isNothing: [[Bool]] = []
  /// By judged target: its verdicts, by their places among all.
  var verdicts: [NumberColumn] = []
  /// The group of rows within which shares and ranks are.
  var partition: Partition?
  /// Rows in which the value at hand is missing whatever was reported; empty for none.
  var lacking: [Bool] = []
}

/// The value of an expression in every row.
func evaluate(
  _ expression: CellExpression, over cells: AlignedCells
) throws(LeafFailure) -> NumberColumn {
  switch expression {
  case .literal(let number):
    return NumberColumn(
      numerators: .constant(number.numerator, count: cells.rowCount),
      denominators: .constant(number.denominator, count: cells.rowCount))
  case .column(let reference):
    return column(reference, over: cells)
  case .count(let reference):
    let aligned = column(reference, over: cells)
    // What has no group counts 0, which is where an unaligned row stands already.
    return NumberColumn(numerators: aligned.numerators, denominators: aligned.denominators)
  case .arithmetic(let operation, let left, let right):
    return try combine(
      operation, try evaluate(left, over: cells), try evaluate(right, over: cells))
  case .negative(let inner):
    return try mapValues(try evaluate(inner, over: cells)) { $0.negated }
  case .magnitude(let inner):
    return try mapValues(try evaluate(inner, over: cells)) { $0.magnitude }
  case .rounded(.share(let inner), let places):
    let share = try evaluate(.share(inner), over: cells)
    let groups = partition(cells)
    guard
      let rounded = roundedShares(
        share, places: places, groups: groups.groups, groupCount: groups.count)
    else { throw .overflow }
    return rounded
  case .rounded(let inner, let places):
    return try mapValues(try evaluate(inner, over: cells)) { $0.rounded(toPlaces: places) }
  case .knowing(let denominator, let inner):
    return knowing(
      denominator: try evaluate(denominator, over: cells), try evaluate(inner, over: cells))
  case .looked(let inner, let value):
    return look(up: cells.inner[inner].values[value], cells.inner[inner].rowOfRow)
  case .share(let inner):
    let groups = partition(cells)
    return try shares(
      try evaluate(inner, over: cells).lacking(cells.lacking), groups: groups.groups,
      groupCount: groups.count)
  case .rank(let inner, let lowestFirst):
    return ranks(
      try evaluate(inner, over: cells).lacking(cells.lacking), lowestFirst: lowestFirst,
      groups: partition(cells).groups)
  case .notApplicable:
    return NumberColumn(
      numerators: .constant(0, count: cells.rowCount),
      denominators: .constant(1, count: cells.rowCount),
      states: Array(repeating: .notApplicable, count: cells.rowCount))
  case .verdict(let place):
    return cells.verdicts[place]
  case .among(let members, let place, let isGap, let inner):
    return among(
      members, cells.keys[place], otherwise: isGap ? .missing : .notApplicable,
      try evaluate(inner, over: cells))
  case .reports(let rosters, let kind):
    return reports(kind, rosters.map { cells.rosters[$0] }, rowCount: cells.rowCount)
  }
}

private func partition(_ cells: AlignedCells) -> Partition {
  guard let partition = cells.partition else {
    preconditionFailure("a block with shares or ranks has been parted")
  }
  return partition
}

/// The values of rows with some members; the others have another state.
private func among(
  _ members: MemberSet, _ keys: [Int32], otherwise state: CellState, _ column: NumberColumn
) -> NumberColumn {
  var column = column
  var states = (0..<column.count).map(column.state)
  for row in states.indices where !members.contains(keys[row]) { states[row] = state }
  column.states = states
  return column
}

/// The value of another row for each row.
private func look(up column: NumberColumn, _ rowOfRow: [Int32]) -> NumberColumn {
  var builder = NumberColumnBuilder(capacity: rowOfRow.count)
  for row in rowOfRow {
    if let value = column[Int(row)] {
      builder.append(value)
    } else {
      builder.append(column.state(Int(row)))
    }
  }
  return builder.finish()
}

/// The state of a row without a group.
private func absentState(
  _ absent: ColumnReference.Absent, _ row: Int, _ cells: AlignedCells
) -> CellState {
  switch absent {
  case .gap: .missing
  case .zero(let place): cells.isNothing[place][row] ? .value : .missing
  case .notApplicable(let place): cells.isNothing[place][row] ? .notApplicable : .missing
  }
}

/// An aggregate by row: missing where no row entered, 0 in its place.
private func column(_ reference: ColumnReference, over cells: AlignedCells) -> NumberColumn {
  let source = cells.columns[reference.source][reference.side][reference.column]
  let denominators = IntegerColumn.constant(powerOfTen(reference.scale), count: cells.rowCount)
  guard let groups = cells.groupOfRow[reference.source] else {
    return NumberColumn(
      numerators: source.values, denominators: denominators,
      states: source.isComplete ? [] : source.rows.map { $0 > 0 ? .value : .missing })
  }
  let states = groups.indices.map { row in
    let group = Int(groups[row])
    if group < 0 { return absentState(reference.absent, row, cells) }
    return source.rows[group] > 0 ? CellState.value : .missing
  }
  if let narrow = source.values.narrowValues {
    return NumberColumn(
      numerators: .narrow(groups.map { $0 >= 0 ? narrow[Int($0)] : 0 }),
      denominators: denominators, states: states)
  }
  var values: [Int128] = []
  values.reserveCapacity(groups.count)
  for group in groups { values.append(group >= 0 ? source.values[Int(group)] : 0) }
  return NumberColumn(
    numerators: IntegerColumn(narrowing: values), denominators: denominators, states: states)
}

/// Where a value is missing although all there is to report is known to be nothing, it does not
/// apply.
private func knowing(denominator: NumberColumn, _ value: NumberColumn) -> NumberColumn {
  guard value.states.contains(.missing) else { return value }
  var result = value
  for row in 0..<value.count where value.state(row) == .missing {
    if let known = denominator[row], known.isZero { result.states[row] = .notApplicable }
  }
  return result
}

private func mapValues(
  _ column: NumberColumn, _ change: (Fraction) -> Fraction?
) throws(LeafFailure) -> NumberColumn {
  var builder = NumberColumnBuilder(capacity: column.count)
  for row in 0..<column.count {
    guard let value = column[row] else {
      builder.append(column.state(row))
      continue
    }
    guard let changed = change(value) else { throw .overflow }
    builder.append(changed)
  }
  return builder.finish()
}
