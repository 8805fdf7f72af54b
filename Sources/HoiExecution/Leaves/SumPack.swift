import HoiColumns
import HoiKernels

/// A word or two per group, with sums of at most two columns, and perhaps a count of rows, in parts of
/// them.
struct SumPack {
  /// Something added up in a part of the words.
  struct Part {
    let sums: SumAccumulator
    /// Which of a group's words it is in, where there are two.
    let lane: Int
    let shift: UInt64
    let bitCount: Int

    /// Its bits, shifted down.
    var mask: UInt64 { ~UInt64(0) >> UInt64(64 - bitCount) }
  }

  /// By column: the part of its sums.
  private(set) var columns: [(number: Int, part: Part)] = []
  private(set) var parts: [Part] = []
  /// How many words a group has: two hold a column each.
  private(set) var width = 1
  var words: [UInt64] = []
  /// What each row adds to the first word besides its values.
  private var counted: UInt64 = 0

  /// Two columns share the one word, or have one each.
  init(width: Int) { self.width = width }

  mutating func append(_ sums: SumAccumulator, column: Int, bitCount: Int) {
    let lane = width == 1 ? 0 : columns.count
    columns.append((column, place(sums, lane: lane, bitCount: bitCount)))
  }

  /// Counts the rows too, in what is left of the first word.
  mutating func appendCount(_ sums: SumAccumulator) {
    let used = parts.reduce(0) { $0 + ($1.lane == 0 ? $1.bitCount : 0) }
    counted = 1 << UInt64(used)
    _ = place(sums, lane: 0, bitCount: 64 - used)
  }

  private mutating func place(_ sums: SumAccumulator, lane: Int, bitCount: Int) -> Part {
    let used = parts.reduce(0) { $0 + ($1.lane == lane ? $1.bitCount : 0) }
    let part = Part(sums: sums, lane: lane, shift: UInt64(used), bitCount: bitCount)
    parts.append(part)
    return part
  }

  /// Adds a batch of rows, all of which have a group.
  mutating func add<Code: ColumnOffset>(
    _ segment: Segment, _ batch: Range<Int>, _ groups: Span<Code>, _ step: GroupStep
  ) {
    let first = segment.columns[columns[0].number]
    // A part holds sums of whole values, so every base is at least 0.
    let constant = counted &+ UInt64(first.base)
    guard columns.count > 1 else {
      return first.addPacked(
        batch, with: nil, shift: 0, constant, groups: groups, step: step, words: &words)
    }
    let second = segment.columns[columns[1].number]
    if width > 1 {
      return first.addSideBySide(
        batch, with: second, (constant, UInt64(second.base)), groups: groups, step: step,
        words: &words)
    }
    let shift = columns[1].part.shift
    first.addPacked(
      batch, with: second, shift: shift, constant &+ UInt64(second.base) << shift, groups: groups,
      step: step, words: &words)
  }

  /// A part of the words of some groups.
  func numbers(_ part: Part, of groups: [UInt32]) -> [Int64] {
    if groups.isEmpty { return [] }
    var numbers = [Int64](repeating: 0, count: groups.count)
    withSpan(of: &numbers) {
      gatherPart(
        of: words.span, groups: groups.span, width: width, lane: part.lane, shift: part.shift,
        mask: part.mask, into: &$0)
    }
    return numbers
  }
}
