import HoiColumns
import HoiPlanning

/// A leaf with everything decided that no longer depends on the segment.
struct PreparedLeaf {
  let filter: PreparedFilter
  /// What a selected row must have to enter an aggregate; the first asks for nothing.
  ///
  /// Aggregates that ask for the same share one, and with it their count of rows.
  let entries: [PreparedFilter]
  let aggregates: [PreparedAggregate]

  init(_ leaf: Leaf, table: FactTable) {
    filter = PreparedFilter(leaf.filter, table: table)
    var entryOfColumns: [[Int]: Int] = [[]: 0]
    var entries = [PreparedFilter.everything]
    aggregates = leaf.aggregates.map { aggregate in
      let columns = Set(aggregate.neededColumns)
        .filter { table.mayLackValue(column: $0) }.sorted()
      let entry = entryOfColumns[columns] ?? entries.count
      if entry == entries.count {
        entryOfColumns[columns] = entry
        entries.append(.all(columns.map { .reported(column: $0, true, table: table) }))
      }
      return PreparedAggregate(entry: entry, operation: .init(aggregate, table: table))
    }
    self.entries = entries
  }
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

  let entry: Int
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
  /// Columns that must have a value in a row for it to enter, some perhaps twice.
  fileprivate var neededColumns: [Int] {
    switch self {
    case .count(let requires): requires
    case .sum(let column, let requires), .minimum(let column, let requires),
      .maximum(let column, let requires):
      requires + [column]
    case .distinct(let column): [column]
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

  /// Rows times the largest magnitude, segment by segment: below 2^127 for fewer than 2^63 rows.
  fileprivate func sumBound(column: Int) -> UInt128 {
    segments.reduce(0) { bound, segment in
      let column = segment.columns[column]
      let magnitude = max(column.minimum.magnitude, column.maximum.magnitude)
      return bound + UInt128(segment.rowCount) * UInt128(magnitude)
    }
  }
}
