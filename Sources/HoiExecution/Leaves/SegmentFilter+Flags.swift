import HoiColumns
import HoiKernels

/// Filters that can be told by a flag a row: conditions on narrow columns that all have to hold.
extension SegmentFilter {
  /// Flags the rows of a segment that a filter selects.
  ///
  /// - Returns: how many they are; nil where the filter is not such a one, or zone maps settle it.
  mutating func flag(_ filter: PreparedFilter, in segment: Segment) -> Int? {
    guard filter.zoneChoice(in: segment) == nil else { return nil }
    var conditions: [FlagCondition] = []
    switch filter {
    case .codes, .values:
      guard let condition = FlagCondition(filter, in: segment) else { return nil }
      conditions.append(condition)
    case .all(let parts):
      // A part that holds for every row needs no look; none of them fails for all.
      for part in parts where part.zoneChoice(in: segment) == nil {
        guard let condition = FlagCondition(part, in: segment) else { return nil }
        conditions.append(condition)
      }
    case .everything, .nothing, .present, .any: return nil
    }
    prepareFlags(segment.rowCount)
    var place = 0
    while place < conditions.count {
      let next = place + 1 < conditions.count ? conditions[place + 1] : nil
      place += conditions[place].flag(and: next, keeping: place > 0, into: &flags)
    }
    return flagCount(flags.span)
  }
}
