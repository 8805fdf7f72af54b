import HoiAnswer

/// The groups a leaf found, column by column.
///
/// A group is there when any row passed the filter, even one that no aggregate could use. Groups
/// are in ascending order of their members, the first key slowest; with no grouping there is one
/// group, or none where no row passed.
package struct LeafResult: Sendable {
  package var groupCount: Int
  /// One column of members per key of the leaf, each `groupCount` long.
  package var keys: [[Int32]]
  /// One per aggregate of the leaf.
  package var columns: [AggregateColumn]

  package init(groupCount: Int, keys: [[Int32]], columns: [AggregateColumn]) {
    self.groupCount = groupCount
    self.keys = keys
    self.columns = columns
  }
}

/// One aggregate over all groups.
package struct AggregateColumn: Sendable {
  /// The sum, count, minimum or maximum; 0 where no row entered.
  package var values: IntegerColumn
  /// How many rows entered: a sum of none is missing, not zero.
  package var rows: [Int64]

  package init(values: IntegerColumn, rows: [Int64]) {
    self.values = values
    self.rows = rows
  }

  /// Whether rows entered in every group.
  var isComplete: Bool {
    // Without a jump: of all counts, only that of no rows is below zero with one less.
    var fewer: Int64 = 0
    for group in rows.indices { fewer |= rows[group] &- 1 }
    return fewer >= 0
  }
}
