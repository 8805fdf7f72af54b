import HoiColumns
import HoiPlanning

/// Which rows of a segment a filter selects.
enum RowChoice {
  case none
  case every
  /// Those of a bitmap.
  case some
}

/// A filter that no longer asks for the roles of columns.
indirect enum PreparedFilter {
  case everything
  case nothing
  case codes(column: Int, accepted: Bitmap)
  case values(column: Int, ClosedRange<Int64>)
  /// Rows of a measure that have a value, or none.
  case present(column: Int, Bool)
  case all([PreparedFilter])
  case any([PreparedFilter])

  init(_ filter: RowFilter, table: FactTable) {
    switch filter {
    case .everything: self = .everything
    case .nothing: self = .nothing
    case .codes(let column, let accepted):
      // A run of codes is two comparisons instead of a look-up.
      self =
        accepted.run.map { .values(column: column, Int64($0.lowerBound)...Int64($0.upperBound)) }
        ?? .codes(column: column, accepted: accepted)
    case .values(let column, let range): self = .values(column: column, range)
    case .reported(let column, let wanted):
      self = .reported(column: column, wanted, table: table)
    case .all(let parts): self = .all(parts.map { PreparedFilter($0, table: table) })
    case .any(let parts): self = .any(parts.map { PreparedFilter($0, table: table) })
    }
  }

  /// Rows that have a value, or a member, in a column.
  static func reported(column: Int, _ wanted: Bool, table: FactTable) -> PreparedFilter {
    guard table.isKey(column: column) else { return .present(column: column, wanted) }
    let noMember = Int64(table.keys[column].count)
    if !wanted { return .values(column: column, noMember...noMember) }
    return noMember == 0 ? .nothing : .values(column: column, 0...(noMember - 1))
  }

  /// What the zone maps of a segment say, or nil where its rows must be looked at.
  func zoneChoice(in segment: Segment) -> RowChoice? {
    switch self {
    case .everything: return .every
    case .nothing: return RowChoice.none
    case .codes(let column, let accepted):
      let column = segment.columns[column]
      if let occurring = column.occurring {
        return accepted.zoneChoice(codes: Int(column.base), occurring: occurring)
      }
      return accepted.zoneChoice(codes: Int(column.minimum)...Int(column.maximum))
    case .values(let column, let range):
      let column = segment.columns[column]
      if column.missingCount == column.rowCount { return RowChoice.none }
      if column.maximum < range.lowerBound || range.upperBound < column.minimum {
        return RowChoice.none
      }
      let holdsAll = range.lowerBound <= column.minimum && column.maximum <= range.upperBound
      if holdsAll { return column.missingCount == 0 ? .every : nil }
      // Between the smallest and the largest there may be gaps.
      return column.occurs(in: range) ? nil : RowChoice.none
    case .present(let column, let wanted):
      let column = segment.columns[column]
      if column.missingCount == 0 { return wanted ? .every : RowChoice.none }
      return column.missingCount < column.rowCount ? nil : wanted ? RowChoice.none : .every
    case .all(let parts):
      return parts.zoneChoice(in: segment, settling: .none, otherwise: .every)
    case .any(let parts):
      return parts.zoneChoice(in: segment, settling: .every, otherwise: .none)
    }
  }
}

extension EncodedColumn {
  /// False where it is known that no row has a value in a range that some bound lies outside of.
  fileprivate func occurs(in range: ClosedRange<Int64>) -> Bool {
    guard let occurring else { return true }
    // Both are within the bounds, which are less than 64 apart.
    let low = UInt64(max(range.lowerBound, minimum) - base)
    let high = UInt64(min(range.upperBound, maximum) - base)
    return occurring & (~0 << low) & (~0 >> (63 - high)) != 0
  }
}

extension Bitmap {
  /// Whether all or none of the codes that occur are accepted.
  ///
  /// - Parameters:
  ///   - first: what bit 0 of `occurring` stands for.
  fileprivate func zoneChoice(codes first: Int, occurring: UInt64) -> RowChoice? {
    var accepted = 0
    var left = occurring
    while left != 0 {
      if self[first + left.trailingZeroBitCount] { accepted += 1 }
      left &= left - 1
    }
    return accepted == 0
      ? RowChoice.none : accepted == occurring.nonzeroBitCount ? .every : nil
  }

  /// The set bits, if they stand in one run.
  fileprivate var run: ClosedRange<Int>? {
    guard let firstWord = words.firstIndex(where: { $0 != 0 }),
      let lastWord = words.lastIndex(where: { $0 != 0 })
    else { return nil }
    let first = firstWord * 64 + words[firstWord].trailingZeroBitCount
    let last = lastWord * 64 + 63 - words[lastWord].leadingZeroBitCount
    return population == last - first + 1 ? first...last : nil
  }
}

extension [PreparedFilter] {
  /// One part with the settling choice settles the whole, else all parts must have the other.
  fileprivate func zoneChoice(
    in segment: Segment, settling: RowChoice, otherwise: RowChoice
  ) -> RowChoice? {
    var isOpen = false
    for part in self {
      let choice = part.zoneChoice(in: segment)
      if choice == settling { return settling }
      isOpen = isOpen || choice == nil
    }
    return isOpen ? nil : otherwise
  }
}
