import HoiColumns
import HoiPlanning

/// The numbers of the rows that pass a filter, ascending.
///
/// - Parameter most: stop collecting after so many; rows beyond are still counted.
func select(
  _ filter: RowFilter, from table: FactTable, most: Int?, context: ExecutionContext
) throws(LeafFailure) -> (rows: [Int], count: Int) {
  // Rows are shown with all their columns.
  if !table.unread.isEmpty { throw .unread }
  let prepared = PreparedFilter(filter, table: table)
  var segmentFilter = SegmentFilter()
  var rows: [Int] = []
  var count = 0
  let most = most ?? .max
  for (place, segment) in table.segments.enumerated() {
    if context.isCancelled { throw .cancelled }
    let first = table.firstRows[place]
    switch segmentFilter.choose(prepared, in: segment) {
    case .none: continue
    case .every:
      let wanted = min(segment.rowCount, most - rows.count)
      rows += first..<(first + wanted)
      count += segment.rowCount
    case .some:
      for (word, bits) in segmentFilter.words(level: 0).enumerated() {
        count += bits.nonzeroBitCount
        var left = bits
        while left != 0, rows.count < most {
          rows.append(first + word * 64 + left.trailingZeroBitCount)
          left &= left - 1
        }
      }
    }
    if rows.count > context.limits.answerRows { throw .tooManyGroups }
  }
  return (rows, count)
}
