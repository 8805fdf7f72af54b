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
      return add(first, shift: 0, constant, batch, groups, copies)
    }
    let second = segment.columns[columns[1]]
    let shift = parts[1].shift
    constant &+= UInt64(second.base) << shift
    switch first.offsets {
    case .constant: add(second, shift: shift, constant, batch, groups, copies)
    case .bytes(let buffer):
      buffer.withSpan { add($0.extracting(batch), second, constant, batch, groups, copies) }
    case .halves(let buffer):
      buffer.withSpan { add($0.extracting(batch), second, constant, batch, groups, copies) }
    case .words(let buffer):
      buffer.withSpan { add($0.extracting(batch), second, constant, batch, groups, copies) }
    case .longs(let buffer):
      buffer.withSpan { add($0.extracting(batch), second, constant, batch, groups, copies) }
    }
  }

  private mutating func add<First: ColumnOffset>(
    _ first: Span<First>, _ second: EncodedColumn, _ constant: UInt64, _ batch: Range<Int>,
    _ groups: Span<UInt32>, _ copies: Int
  ) {
    let shift = parts[1].shift
    var words = self.words.mutableSpan
    switch second.offsets {
    case .constant:
      addPacked(
        first, shift: 0, constant: constant, groups: groups, copies: copies, words: &words)
    case .bytes(let buffer):
      buffer.withSpan {
        addPacked(
          first, $0.extracting(batch), shift: shift, constant: constant, groups: groups,
          copies: copies, words: &words)
      }
    case .halves(let buffer):
      buffer.withSpan {
        addPacked(
          first, $0.extracting(batch), shift: shift, constant: constant, groups: groups,
          copies: copies, words: &words)
      }
    case .words(let buffer):
      buffer.withSpan {
        addPacked(
          first, $0.extracting(batch), shift: shift, constant: constant, groups: groups,
          copies: copies, words: &words)
      }
    case .longs(let buffer):
      buffer.withSpan {
        addPacked(
          first, $0.extracting(batch), shift: shift, constant: constant, groups: groups,
          copies: copies, words: &words)
      }
    }
  }

  private mutating func add(
    _ column: EncodedColumn, shift: UInt64, _ constant: UInt64, _ batch: Range<Int>,
    _ groups: Span<UInt32>, _ copies: Int
  ) {
    var words = self.words.mutableSpan
    switch column.offsets {
    case .constant: addPacked(constant, groups: groups, copies: copies, words: &words)
    case .bytes(let buffer):
      buffer.withSpan {
        addPacked(
          $0.extracting(batch), shift: shift, constant: constant, groups: groups, copies: copies,
          words: &words)
      }
    case .halves(let buffer):
      buffer.withSpan {
        addPacked(
          $0.extracting(batch), shift: shift, constant: constant, groups: groups, copies: copies,
          words: &words)
      }
    case .words(let buffer):
      buffer.withSpan {
        addPacked(
          $0.extracting(batch), shift: shift, constant: constant, groups: groups, copies: copies,
          words: &words)
      }
    case .longs(let buffer):
      buffer.withSpan {
        addPacked(
          $0.extracting(batch), shift: shift, constant: constant, groups: groups, copies: copies,
          words: &words)
      }
    }
  }
}
