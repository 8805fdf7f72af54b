import HoiColumns

/// The only part of a plan that touches many rows: filter, group, add.
///
/// It is physical: column numbers of one fact table, codes of its dictionaries. Everything that
/// needed a name has been decided. A SQL engine can answer it as
/// `SELECT keys, SUM(…) … WHERE … GROUP BY keys`.
public struct Leaf: Sendable, Hashable {
  /// The table, by its place in the catalog.
  public var table: Int
  public var filter: RowFilter
  public var grouping: [GroupKey]
  public var aggregates: [Aggregate]

  public init(table: Int, filter: RowFilter, grouping: [GroupKey], aggregates: [Aggregate]) {
    self.table = table
    self.filter = filter
    self.grouping = grouping
    self.aggregates = aggregates
  }
}

/// One key that rows are grouped by.
public struct GroupKey: Sendable, Hashable {
  /// A time or dimension column.
  public var column: Int
  /// The member (or year, or attribute value) of each code of the column's dictionary, and of the
  /// code past its end, which is a row that names none. Several codes may share a member.
  public var memberOfCode: [Int32]

  public init(column: Int, memberOfCode: [Int32]) {
    self.column = column
    self.memberOfCode = memberOfCode
  }
}

/// Which rows count. There is no `not`: it has been driven inward, so that a comparison with a
/// missing value never holds.
public indirect enum RowFilter: Sendable, Hashable {
  case everything
  case nothing
  /// Rows whose code is accepted: one bit per code, and one past the end for rows that name none.
  case codes(column: Int, accepted: Bitmap)
  /// Rows that have a value, and have it within the bounds.
  case values(column: Int, ClosedRange<Int64>)
  /// Rows that have a value, or rows that have none.
  case reported(column: Int, Bool)
  case all([RowFilter])
  case any([RowFilter])
}

/// Something added up per group.
///
/// `requires` are measures that must all have a value in a row for the row to enter: a formula
/// reads its measures together or not at all. For `sum`, `minimum` and `maximum` it includes the
/// column itself.
public enum Aggregate: Sendable, Hashable {
  case sum(column: Int, requires: [Int])
  /// Rows in which every required measure has a value; with none required, rows.
  case count(requires: [Int])
  case minimum(column: Int, requires: [Int])
  case maximum(column: Int, requires: [Int])
  /// Different keys of a time or dimension column among the rows; rows that name none do not count.
  case distinct(column: Int)
}

extension Leaf {
  /// The columns that it reads, some perhaps twice.
  public var columns: [Int] {
    grouping.map(\.column) + filter.columns + aggregates.flatMap(\.columns)
  }
}

extension RowFilter {
  fileprivate var columns: [Int] {
    switch self {
    case .everything, .nothing: []
    case .codes(let column, _), .values(let column, _), .reported(let column, _): [column]
    case .all(let parts), .any(let parts): parts.flatMap(\.columns)
    }
  }
}

extension Aggregate {
  /// Columns that must have a value in a row for it to enter, some perhaps twice.
  package var columns: [Int] {
    switch self {
    case .count(let requires): requires
    case .sum(let column, let requires), .minimum(let column, let requires),
      .maximum(let column, let requires):
      requires + [column]
    case .distinct(let column): [column]
    }
  }
}
