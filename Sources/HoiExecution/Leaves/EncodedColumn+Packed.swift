import HoiColumns
import HoiKernels

// Columns as spans for packed sums, as in `EncodedColumn+Spans.swift`.

extension PackedSums {
  /// Adds a batch of rows whose groups are a step apart as their codes are.
  ///
  /// - Precondition: the codes have narrow offsets.
  func add(_ segment: Segment, batch: Range<Int>, codes: EncodedColumn, step: GroupStep) {
    switch codes.offsets {
    case .bytes(let buffer):
      buffer.withSpan { add(segment, batch: batch, groups: $0.extracting(batch), step: step) }
    case .halves(let buffer):
      buffer.withSpan { add(segment, batch: batch, groups: $0.extracting(batch), step: step) }
    case .constant, .words, .longs: preconditionFailure("groups are numbered for such codes")
    }
  }
}

extension EncodedColumn {
  /// Whether groups can be found from the offsets of the column as they are.
  var hasNarrowOffsets: Bool {
    switch offsets {
    case .bytes, .halves: true
    case .constant, .words, .longs: false
    }
  }

  /// Adds the offsets of a batch of rows, and one number, to the words of the rows' groups.
  ///
  /// - Parameters:
  ///   - second: another column, whose part begins at the shift; that of this one begins at 0.
  func addPacked<Code: ColumnOffset>(
    _ batch: Range<Int>, with second: EncodedColumn?, shift: UInt64, _ constant: UInt64,
    groups: Span<Code>, step: GroupStep, words: inout [UInt64]
  ) {
    guard let second else {
      return addPacked(
        batch, shift: 0, constant, groups: groups, step: step, words: &words)
    }
    switch offsets {
    case .constant:
      second.addPacked(
        batch, shift: shift, constant, groups: groups, step: step, words: &words)
    case .bytes(let buffer):
      buffer.withSpan { second.addPacked($0, batch, shift, constant, groups, step, &words) }
    case .halves(let buffer):
      buffer.withSpan { second.addPacked($0, batch, shift, constant, groups, step, &words) }
    case .words(let buffer):
      buffer.withSpan { second.addPacked($0, batch, shift, constant, groups, step, &words) }
    case .longs(let buffer):
      buffer.withSpan { second.addPacked($0, batch, shift, constant, groups, step, &words) }
    }
  }

  /// Adds the offsets of two columns to the two words of the rows' groups.
  func addSideBySide<Code: ColumnOffset>(
    _ batch: Range<Int>, with second: EncodedColumn, _ constants: (UInt64, UInt64),
    groups: Span<Code>, step: GroupStep, words: inout [UInt64]
  ) {
    switch offsets {
    case .constant:
      // A column of zeros, which is hardly ever met, is not worth a kernel of its own.
      let zeros = [UInt8](repeating: 0, count: batch.count)
      second.addSideBySide(zeros.span, batch, constants, groups, step, &words)
    case .bytes(let buffer):
      buffer.withSpan {
        second.addSideBySide($0.extracting(batch), batch, constants, groups, step, &words)
      }
    case .halves(let buffer):
      buffer.withSpan {
        second.addSideBySide($0.extracting(batch), batch, constants, groups, step, &words)
      }
    case .words(let buffer):
      buffer.withSpan {
        second.addSideBySide($0.extracting(batch), batch, constants, groups, step, &words)
      }
    case .longs(let buffer):
      buffer.withSpan {
        second.addSideBySide($0.extracting(batch), batch, constants, groups, step, &words)
      }
    }
  }

  private func addSideBySide<Code: ColumnOffset, First: ColumnOffset>(
    _ first: Span<First>, _ batch: Range<Int>, _ constants: (UInt64, UInt64),
    _ groups: Span<Code>, _ step: GroupStep, _ words: inout [UInt64]
  ) {
    var words = words.mutableSpan
    func add<Offset: ColumnOffset>(_ offsets: Span<Offset>, _ words: inout MutableSpan<UInt64>) {
      addPackedSideBySide(
        first, offsets, constants: constants, groups: groups, step: step, words: &words)
    }
    switch offsets {
    case .constant:
      let zeros = [UInt8](repeating: 0, count: batch.count)
      add(zeros.span, &words)
    case .bytes(let buffer): buffer.withSpan { add($0.extracting(batch), &words) }
    case .halves(let buffer): buffer.withSpan { add($0.extracting(batch), &words) }
    case .words(let buffer): buffer.withSpan { add($0.extracting(batch), &words) }
    case .longs(let buffer): buffer.withSpan { add($0.extracting(batch), &words) }
    }
  }

  /// - Parameter shift: where the part of the offsets begins.
  private func addPacked<Code: ColumnOffset>(
    _ batch: Range<Int>, shift: UInt64, _ constant: UInt64, groups: Span<Code>, step: GroupStep,
    words: inout [UInt64]
  ) {
    var words = words.mutableSpan
    func add<Offset: ColumnOffset>(_ offsets: Span<Offset>, _ words: inout MutableSpan<UInt64>) {
      HoiKernels.addPacked(
        offsets.extracting(batch), shift: shift, constant: constant, groups: groups, step: step,
        words: &words)
    }
    switch offsets {
    case .constant:
      HoiKernels.addPacked(constant, groups: groups, step: step, words: &words)
    case .bytes(let buffer): buffer.withSpan { add($0, &words) }
    case .halves(let buffer): buffer.withSpan { add($0, &words) }
    case .words(let buffer): buffer.withSpan { add($0, &words) }
    case .longs(let buffer): buffer.withSpan { add($0, &words) }
    }
  }

  /// The same with another column before this one, whose part begins at 0.
  private func addPacked<Code: ColumnOffset, First: ColumnOffset>(
    _ first: Span<First>, _ batch: Range<Int>, _ shift: UInt64, _ constant: UInt64,
    _ groups: Span<Code>, _ step: GroupStep, _ words: inout [UInt64]
  ) {
    var words = words.mutableSpan
    let first = first.extracting(batch)
    func add<Offset: ColumnOffset>(_ offsets: Span<Offset>, _ words: inout MutableSpan<UInt64>) {
      HoiKernels.addPacked(
        first, offsets.extracting(batch), shift: shift, constant: constant, groups: groups,
        step: step, words: &words)
    }
    switch offsets {
    case .constant:
      HoiKernels.addPacked(
        first, shift: 0, constant: constant, groups: groups, step: step, words: &words)
    case .bytes(let buffer): buffer.withSpan { add($0, &words) }
    case .halves(let buffer): buffer.withSpan { add($0, &words) }
    case .words(let buffer): buffer.withSpan { add($0, &words) }
    case .longs(let buffer): buffer.withSpan { add($0, &words) }
    }
  }
}
