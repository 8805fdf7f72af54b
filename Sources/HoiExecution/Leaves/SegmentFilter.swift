import HoiColumns
import HoiKernels

/// Finds the rows of a segment that a filter selects; its bitmaps are reused from segment to
/// segment.
struct SegmentFilter {
  /// One bitmap per level of nesting.
  private var levels: [[UInt64]] = []
  /// A flag per row of the segment, where rows are flagged.
  var flags: [UInt8] = []

  /// The bitmap that a choice of `some` at that level was written to.
  func words(level: Int) -> [UInt64] { levels[level] }

  /// Chooses the rows of a segment, using the bitmaps of this level and those above it.
  mutating func choose(_ filter: PreparedFilter, in segment: Segment, level: Int = 0) -> RowChoice {
    if let choice = filter.zoneChoice(in: segment) { return choice }
    prepare(level: level, rowCount: segment.rowCount)
    switch filter {
    case .everything, .nothing: preconditionFailure("zone maps settle these")
    case .codes(let column, let accepted):
      segment.columns[column].selectCodes(accepted, into: &levels[level])
    case .values(let column, let range):
      let column = segment.columns[column]
      column.selectValues(range, into: &levels[level])
      column.withValidity { intersect(level: level, with: $0) }
    case .present(let column, let wanted):
      // The zone map has shown that some are missing, so there is a validity.
      segment.columns[column].withValidity {
        write($0, of: segment.rowCount, wanted: wanted, level: level)
      }
    case .all(let parts):
      return combine(parts, in: segment, level: level, settling: .none, neutral: .every)
    case .any(let parts):
      return combine(parts, in: segment, level: level, settling: .every, neutral: .none)
    }
    return .some
  }

  /// The rows that a selection at level 0 and a choice at another level have in common, nil where
  /// they are all rows.
  ///
  /// - Precondition: neither is `none`. The bitmap of the other level may be written to.
  mutating func words(selected: RowChoice, and choice: RowChoice, level: Int) -> [UInt64]? {
    switch choice {
    case .none: preconditionFailure("there are no rows")
    case .every: return selected == .some ? levels[0] : nil
    case .some:
      if selected == .some { intersect(level: level, with: levels[0]) }
      return levels[level]
    }
  }

  /// Makes room for a flag a row.
  mutating func prepareFlags(_ rowCount: Int) {
    flags.resize(to: rowCount)
  }

  /// Writes the flagged rows to the bitmap of level 0.
  mutating func packFlags() {
    prepare(level: 0, rowCount: flags.count)
    let flags = flags
    var words = levels[0].mutableSpan
    HoiKernels.packFlags(flags.span, into: &words)
  }

  /// The bitmap of a level without the rows that are not flagged.
  mutating func flaggedWords(level: Int) -> [UInt64] {
    keepFlagged(level: level, flags)
    return levels[level]
  }

  private mutating func keepFlagged(level: Int, _ flags: [UInt8]) {
    var words = levels[level].mutableSpan
    HoiKernels.keepFlagged(&words, flags: flags.span)
  }

  private mutating func combine(
    _ parts: [PreparedFilter], in segment: Segment, level: Int, settling: RowChoice,
    neutral: RowChoice
  ) -> RowChoice {
    var result = neutral
    for part in parts {
      let isFirst = result == neutral
      let choice = choose(part, in: segment, level: isFirst ? level : level + 1)
      if choice == settling { return settling }
      if choice == neutral { continue }
      if isFirst {
        result = .some
      } else if settling == .none {
        intersect(level: level, with: levels[level + 1])
      } else {
        unite(level: level, with: levels[level + 1])
      }
    }
    return result
  }

  private mutating func prepare(level: Int, rowCount: Int) {
    let wordCount = (rowCount + 63) >> 6
    while levels.count <= level { levels.append([]) }
    levels[level].resize(to: wordCount)
  }

  private mutating func intersect(level: Int, with other: [UInt64]) {
    intersect(level: level, with: other.span)
  }

  private mutating func intersect(level: Int, with other: Span<UInt64>) {
    var words = levels[level].mutableSpan
    HoiKernels.intersect(&words, with: other)
  }

  private mutating func unite(level: Int, with other: [UInt64]) {
    var words = levels[level].mutableSpan
    HoiKernels.unite(&words, with: other.span)
  }

  private mutating func write(
    _ validity: Span<UInt64>, of rowCount: Int, wanted: Bool, level: Int
  ) {
    var words = levels[level].mutableSpan
    copy(validity, into: &words)
    if !wanted { complement(&words, count: rowCount) }
  }
}

extension Array where Element: FixedWidthInteger {
  /// Makes it so long, in the memory that it has: segments of one table differ a little in length, and
  /// fresh memory for each costs more than looking at its rows does.
  fileprivate mutating func resize(to count: Int) {
    if self.count > count { removeLast(self.count - count) }
    append(contentsOf: repeatElement(0, count: count - self.count))
  }
}
