import HoiColumns
import HoiKernels

/// A word per group, with sums of at most two columns, and perhaps a count of rows, in parts of it.
struct SumPack {
  /// Something added up in a part of the words.
  struct Part {
    let sums: SumAccumulator
    let shift: UInt64
    let bitCount: Int
  }

  /// The part of the first begins at 0.
  var columns: [Int] = []
  private(set) var parts: [Part] = []
  var words: [UInt64] = []
  /// What each row adds besides its values.
  var counted: UInt64 = 0

  var bitCount: Int { parts.reduce(0) { $0 + $1.bitCount } }

  mutating func append(_ sums: SumAccumulator, bitCount: Int) {
    parts.append(Part(sums: sums, shift: UInt64(self.bitCount), bitCount: bitCount))
  }

  /// Adds a batch of rows, all of which have a group.
  mutating func add(
    _ segment: Segment, _ batch: Range<Int>, _ groups: [UInt32], _ copies: Int
  ) {
    let first = segment.columns[columns[0]]
    // A part holds sums of whole values, so every base is at least 0.
    var constant = counted &+ UInt64(first.base)
    let groups = groups.span.extracting(first: batch.count)
    guard columns.count > 1 else {
      return first.addPacked(batch, constant, groups: groups, copies: copies, words: &words)
    }
    let second = segment.columns[columns[1]]
    let shift = parts[1].shift
    constant &+= UInt64(second.base) << shift
    first.addPacked(
      batch, with: second, shift: shift, constant, groups: groups, copies: copies, words: &words)
  }
}
