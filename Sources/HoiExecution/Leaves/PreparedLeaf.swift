import HoiColumns
import HoiPlanning

/// A leaf with everything decided that no longer depends on the segment.
struct PreparedLeaf {
  let filter: PreparedFilter
  /// What a selected row must have to enter an aggregate; the first asks for nothing.
  ///
  /// Aggregates that ask for the same share one, and with it their count of rows.
  let entries: [PreparedEntry]
  let aggregates: [PreparedAggregate]
  /// The columns whose sums over all selected rows are wanted.
  let totals: [PreparedTotal]

  init(_ leaf: Leaf, table: FactTable) {
    filter = PreparedFilter(leaf.filter, table: table)
    let columns = leaf.aggregates.map { aggregate in
      Set(aggregate.columns).filter { table.mayLackValue(column: $0) }.sorted()
    }
    var entries = [PreparedEntry(columns: [], isForBounds: false, table: table)]
    func place(_ columns: [Int], isForBounds: Bool) -> Int {
      if let known = entries.firstIndex(where: {
        $0.columns == columns && $0.isCounted == !isForBounds
      }) {
        return known
      }
      entries.append(PreparedEntry(columns: columns, isForBounds: isForBounds, table: table))
      return entries.count - 1
    }
    aggregates = zip(leaf.aggregates, columns).map { aggregate, columns in
      let counted = place(columns, isForBounds: false)
      // What few rows lack cannot be taken away from a smallest or a largest value.
      let isApart = entries[counted].isOfAbsent && !aggregate.isAdditive
      return PreparedAggregate(
        entry: isApart ? place(columns, isForBounds: true) : counted, counted: counted,
        operation: .init(aggregate, table: table))
    }
    var totals: [PreparedTotal] = []
    for aggregate in aggregates {
      if case .sum(let column, let bound) = aggregate.operation,
        aggregate.entry == 0 || entries[aggregate.entry].isOfAbsent,
        !totals.contains(where: { $0.column == column })
      {
        totals.append(PreparedTotal(column: column, bound: bound))
      }
    }
    self.entries = entries
    self.totals = totals
  }

  /// Whether nothing is asked for but sums and counts of rows.
  var isOfSums: Bool {
    aggregates.allSatisfy {
      switch $0.operation {
      case .count, .sum: true
      case .minimum, .maximum, .distinct: false
      }
    }
  }

  /// Where the sums over all selected rows are that an aggregate is made of; nil where it is not.
  func total(of aggregate: PreparedAggregate) -> Int? {
    guard case .sum(let column, _) = aggregate.operation,
      aggregate.entry == 0 || entries[aggregate.entry].isOfAbsent
    else { return nil }
    return totals.firstIndex { $0.column == column }
  }
}

/// The rows that an aggregate looks at besides all that are selected.
struct PreparedEntry {
  /// Rows that have what is needed, or rows that lack some of it.
  let picked: PreparedFilter
  /// Whether those that lack something are looked at, and taken away from all: mostly they are few.
  let isOfAbsent: Bool
  /// Whether the rows that enter are counted here.
  let isCounted: Bool
  /// The measure whose rows without a value these are, where there is but one.
  let absentColumn: Int?
  /// The columns that a row needs a value in.
  fileprivate let columns: [Int]

  fileprivate init(columns: [Int], isForBounds: Bool, table: FactTable) {
    let missingCount = columns.map { table.missingCount(column: $0) }.reduce(0, +)
    let isOfAbsent = !columns.isEmpty && !isForBounds && missingCount * 2 < table.rowCount
    let parts = columns.map { PreparedFilter.reported(column: $0, !isOfAbsent, table: table) }
    picked = isOfAbsent ? (parts.count == 1 ? parts[0] : .any(parts)) : .all(parts)
    self.isOfAbsent = isOfAbsent
    absentColumn =
      isOfAbsent && columns.count == 1 && !table.isKey(column: columns[0]) ? columns[0] : nil
    isCounted = !isForBounds
    self.columns = columns
  }

  /// The rows of a segment that lack something, where they are few and listed.
  ///
  /// - Parameter atOnce: whether they are worth listing for this question alone.
  func absentRows(of segment: Segment, atOnce: Bool) -> [UInt32]? {
    absentColumn.flatMap { segment.columns[$0].fewMissingRows(atOnce: atOnce) }
  }

  /// Whether the rows that lack something add nothing to the sum of a column of a segment: a row without
  /// a value is stored as the base.
  func addsNothing(_ column: Int, of segment: Segment) -> Bool {
    isOfAbsent && columns == [column] && segment.columns[column].base == 0
  }
}

struct PreparedTotal {
  let column: Int
  /// No sum of stored values of any rows has a magnitude above it.
  let bound: UInt128
}

struct PreparedAggregate {
  enum Operation {
    case count
    /// No sum of any of the column's rows has a magnitude above the bound.
    case sum(column: Int, bound: UInt128)
    case minimum(column: Int)
    case maximum(column: Int)
    case distinct(column: Int, codeCount: Int)

    init(_ aggregate: Aggregate, table: FactTable) {
      switch aggregate {
      case .count: self = .count
      case .sum(let column, _):
        self = .sum(column: column, bound: table.sumBound(column: column))
      case .minimum(let column, _): self = .minimum(column: column)
      case .maximum(let column, _): self = .maximum(column: column)
      case .distinct(let column):
        self = .distinct(column: column, codeCount: table.keys[column].count)
      }
    }
  }

  /// The entry whose rows it takes in.
  let entry: Int
  /// The entry that counts how many enter.
  let counted: Int
  let operation: Operation

  /// What it reads besides the count of rows.
  var column: Int? {
    switch operation {
    case .count: nil
    case .sum(let column, _), .minimum(let column), .maximum(let column),
      .distinct(let column, _):
      column
    }
  }
}

extension Aggregate {
  /// Whether what some rows give can be taken away from what all give.
  fileprivate var isAdditive: Bool {
    switch self {
    case .count, .sum: true
    case .minimum, .maximum, .distinct: false
    }
  }
}

extension FactTable {
  func isKey(column: Int) -> Bool {
    switch columns[column].role {
    case .time, .dimension: true
    case .measure: false
    }
  }

  /// False where the zone maps show that every row has a value or names a member.
  fileprivate func mayLackValue(column: Int) -> Bool {
    let isKey = isKey(column: column)
    let noMember = Int64(keys[column].count)
    return segments.contains {
      isKey ? $0.columns[column].maximum >= noMember : $0.columns[column].missingCount > 0
    }
  }

  /// How many rows have no value, or may name no member.
  fileprivate func missingCount(column: Int) -> Int {
    let noMember = Int64(keys[column].count)
    return segments.reduce(0) { count, segment in
      let encoded = segment.columns[column]
      let mayLack = isKey(column: column) && encoded.maximum >= noMember
      return count + (mayLack ? segment.rowCount : encoded.missingCount)
    }
  }

  /// Rows times the largest magnitude, segment by segment: below 2^127 for fewer than 2^63 rows.
  ///
  /// A row without a value is stored as the base, and counts as one that has it.
  fileprivate func sumBound(column: Int) -> UInt128 {
    segments.reduce(0) { bound, segment in
      let column = segment.columns[column]
      let magnitude = max(
        column.base.magnitude, column.minimum.magnitude, column.maximum.magnitude)
      return bound + UInt128(segment.rowCount) * UInt128(magnitude)
    }
  }
}
