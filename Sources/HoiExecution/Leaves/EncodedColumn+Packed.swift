import HoiColumns
import HoiKernels

// Columns as spans for packed sums, as in `EncodedColumn+Spans.swift`.

extension EncodedColumn {
  /// Adds the offsets of a batch of rows, and one number, to the words of the rows' groups.
  ///
  /// - Parameter shift: where the part of the offsets begins.
  func addPacked(
    _ batch: Range<Int>, shift: UInt64 = 0, _ constant: UInt64, groups: Span<UInt32>, copies: Int,
    words: inout [UInt64]
  ) {
    var words = words.mutableSpan
    func add<Offset: ColumnOffset>(_ offsets: Span<Offset>, _ words: inout MutableSpan<UInt64>) {
      HoiKernels.addPacked(
        offsets.extracting(batch), shift: shift, constant: constant, groups: groups,
        copies: copies, words: &words)
    }
    switch offsets {
    case .constant:
      HoiKernels.addPacked(constant, groups: groups, copies: copies, words: &words)
    case .bytes(let buffer): buffer.withSpan { add($0, &words) }
    case .halves(let buffer): buffer.withSpan { add($0, &words) }
    case .words(let buffer): buffer.withSpan { add($0, &words) }
    case .longs(let buffer): buffer.withSpan { add($0, &words) }
    }
  }

  /// The same with a second column, whose part begins at the shift; that of this one begins at 0.
  func addPacked(
    _ batch: Range<Int>, with second: EncodedColumn, shift: UInt64, _ constant: UInt64,
    groups: Span<UInt32>, copies: Int, words: inout [UInt64]
  ) {
    switch offsets {
    case .constant:
      second.addPacked(
        batch, shift: shift, constant, groups: groups, copies: copies, words: &words)
    case .bytes(let buffer):
      buffer.withSpan {
        second.addPacked($0, batch, shift: shift, constant, groups, copies, &words)
      }
    case .halves(let buffer):
      buffer.withSpan {
        second.addPacked($0, batch, shift: shift, constant, groups, copies, &words)
      }
    case .words(let buffer):
      buffer.withSpan {
        second.addPacked($0, batch, shift: shift, constant, groups, copies, &words)
      }
    case .longs(let buffer):
      buffer.withSpan {
        second.addPacked($0, batch, shift: shift, constant, groups, copies, &words)
      }
    }
  }

  private func addPacked<First: ColumnOffset>(
    _ first: Span<First>, _ batch: Range<Int>, shift: UInt64, _ constant: UInt64,
    _ groups: Span<UInt32>, _ copies: Int, _ words: inout [UInt64]
  ) {
    var words = words.mutableSpan
    let first = first.extracting(batch)
    func add<Offset: ColumnOffset>(_ offsets: Span<Offset>, _ words: inout MutableSpan<UInt64>) {
      HoiKernels.addPacked(
        first, offsets.extracting(batch), shift: shift, constant: constant, groups: groups,
        copies: copies, words: &words)
    }
    switch offsets {
    case .constant:
      HoiKernels.addPacked(
        first, shift: 0, constant: constant, groups: groups, copies: copies, words: &words)
    case .bytes(let buffer): buffer.withSpan { add($0, &words) }
    case .halves(let buffer): buffer.withSpan { add($0, &words) }
    case .words(let buffer): buffer.withSpan { add($0, &words) }
    case .longs(let buffer): buffer.withSpan { add($0, &words) }
    }
  }
}
