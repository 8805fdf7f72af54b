import HoiColumns
import HoiKernels

// Where columns become spans: the width is switched on here, in `EncodedColumn+Packed.swift` and in
// `EncodedColumn+Flags.swift`, once per segment or batch.

extension Bitmap {
  /// Whether all or none of a run of codes are accepted.
  func zoneChoice(codes: ClosedRange<Int>) -> RowChoice? {
    precondition(codes.lowerBound >= 0 && codes.upperBound < count)
    let accepted = HoiKernels.population(words.span, in: codes)
    return accepted == 0 ? RowChoice.none : accepted == codes.count ? .every : nil
  }
}

extension EncodedColumn {
  var isConstant: Bool {
    if case .constant = offsets { true } else { false }
  }

  /// Selects the rows whose code is accepted.
  ///
  /// - Precondition: the column is not constant, and its codes are within `accepted`.
  func selectCodes(_ accepted: Bitmap, into words: inout [UInt64]) {
    precondition(maximum < accepted.count)
    if maximum - minimum < 64 && maximum - base < 64 {
      return selectFew(accepted, into: &words)
    }
    let first = Int(base)
    var span = words.mutableSpan
    switch offsets {
    case .constant: preconditionFailure("zone maps settle constants")
    case .bytes(let buffer):
      buffer.withSpan {
        HoiKernels.selectCodes($0, firstCode: first, accepted: accepted.words.span, into: &span)
      }
    case .halves(let buffer):
      buffer.withSpan {
        HoiKernels.selectCodes($0, firstCode: first, accepted: accepted.words.span, into: &span)
      }
    case .words(let buffer):
      buffer.withSpan {
        HoiKernels.selectCodes($0, firstCode: first, accepted: accepted.words.span, into: &span)
      }
    case .longs(let buffer):
      buffer.withSpan {
        HoiKernels.selectCodes($0, firstCode: first, accepted: accepted.words.span, into: &span)
      }
    }
  }

  private func selectFew(_ accepted: Bitmap, into words: inout [UInt64]) {
    var bits: UInt64 = 0
    for code in minimum...maximum where accepted[Int(code)] { bits |= 1 << UInt64(code - base) }
    var span = words.mutableSpan
    switch offsets {
    case .constant: preconditionFailure("zone maps settle constants")
    case .bytes(let buffer):
      buffer.withSpan { HoiKernels.selectFew($0, accepted: bits, into: &span) }
    case .halves(let buffer):
      buffer.withSpan { HoiKernels.selectFew($0, accepted: bits, into: &span) }
    case .words(let buffer):
      buffer.withSpan { HoiKernels.selectFew($0, accepted: bits, into: &span) }
    case .longs(let buffer):
      buffer.withSpan { HoiKernels.selectFew($0, accepted: bits, into: &span) }
    }
  }

  /// Selects the rows whose stored value lies in a range; rows without a value come out anyhow.
  ///
  /// - Precondition: some values may lie in the range and some not.
  func selectValues(_ range: ClosedRange<Int64>, into words: inout [UInt64]) {
    // Within the column's own bounds both distances fit its offsets.
    let low = UInt64(bitPattern: max(range.lowerBound, minimum) &- base)
    let high = UInt64(bitPattern: min(range.upperBound, maximum) &- base)
    var span = words.mutableSpan
    switch offsets {
    case .constant:
      // Not settled only because of missing values: every value is in the range.
      for index in span.indices { span[index] = ~0 }
    case .bytes(let buffer):
      buffer.withSpan { selectRange($0, low: UInt8(low), high: UInt8(high), into: &span) }
    case .halves(let buffer):
      buffer.withSpan { selectRange($0, low: UInt16(low), high: UInt16(high), into: &span) }
    case .words(let buffer):
      buffer.withSpan { selectRange($0, low: UInt32(low), high: UInt32(high), into: &span) }
    case .longs(let buffer):
      buffer.withSpan { selectRange($0, low: low, high: high, into: &span) }
    }
  }

  /// The sum of the values of selected rows, of all where `words` is nil.
  ///
  /// - Parameter count: how many rows are selected.
  func sum(words: [UInt64]?, count: Int) -> Int128 {
    // Below 2^17 rows of 64 bits: far from 128.
    let bases = Int128(base) * Int128(count)
    guard let words else { return bases + Int128(offsetSum) }
    switch offsets {
    case .constant: return bases
    case .bytes(let buffer):
      return bases + Int128(buffer.withSpan { maskedSum($0, words: words.span) })
    case .halves(let buffer):
      return bases + Int128(buffer.withSpan { maskedSum($0, words: words.span) })
    case .words(let buffer):
      return bases + Int128(buffer.withSpan { maskedSum($0, words: words.span) })
    case .longs(let buffer):
      return bases + Int128(buffer.withSpan { wideSum($0, words: words.span) })
    }
  }

  /// The sum of the values of flagged rows.
  ///
  /// - Parameter count: how many rows are flagged.
  func sum(flags: [UInt8], count: Int) -> Int128 {
    // Below 2^17 rows of 64 bits: far from 128.
    let bases = Int128(base) * Int128(count)
    switch offsets {
    case .constant: return bases
    case .bytes(let buffer):
      return bases + Int128(buffer.withSpan { flaggedSum($0, flags: flags.span) })
    case .halves(let buffer):
      return bases + Int128(buffer.withSpan { flaggedSum($0, flags: flags.span) })
    case .words(let buffer):
      return bases + Int128(buffer.withSpan { flaggedSum($0, flags: flags.span) })
    case .longs(let buffer):
      return bases + Int128(buffer.withSpan { wideFlaggedSum($0, flags: flags.span) })
    }
  }

  /// The sums of the values of flagged rows here and in another column; nil where either is not of bytes.
  func sums(
    with other: EncodedColumn, flags: [UInt8], count: Int
  ) -> (Int128, Int128)? {
    guard case .bytes(let buffer) = offsets, case .bytes(let others) = other.offsets else {
      return nil
    }
    let (sum, otherSum) = buffer.withSpan { offsets in
      others.withSpan { flaggedSums(offsets, $0, flags: flags.span) }
    }
    return (
      Int128(base) * Int128(count) + Int128(sum),
      Int128(other.base) * Int128(count) + Int128(otherSum)
    )
  }

  /// The sum of the values of those of some rows that are flagged; nil where values have 64 bits.
  ///
  /// - Parameter count: how many of the rows are flagged.
  func sum(flags: [UInt8], at rows: [UInt32], count: Int) -> Int128? {
    let bases = Int128(base) * Int128(count)
    switch offsets {
    case .constant: return bases
    case .bytes(let buffer):
      return bases + Int128(buffer.withSpan { flaggedSum($0, flags: flags.span, at: rows.span) })
    case .halves(let buffer):
      return bases + Int128(buffer.withSpan { flaggedSum($0, flags: flags.span, at: rows.span) })
    case .words(let buffer):
      return bases + Int128(buffer.withSpan { flaggedSum($0, flags: flags.span, at: rows.span) })
    case .longs: return nil
    }
  }

  /// The smallest and largest value of selected rows, of all where `words` is nil.
  func bounds(words: [UInt64]?) -> (low: Int64, high: Int64)? {
    guard let words else { return rowCount == 0 ? nil : (minimum, maximum) }
    switch offsets {
    case .constant:
      return population(words.span) == 0 ? nil : (base, base)
    case .bytes(let buffer):
      return buffer.withSpan { widen(maskedBounds($0, words: words.span)) }
    case .halves(let buffer):
      return buffer.withSpan { widen(maskedBounds($0, words: words.span)) }
    case .words(let buffer):
      return buffer.withSpan { widen(maskedBounds($0, words: words.span)) }
    case .longs(let buffer):
      return buffer.withSpan { widen(maskedBounds($0, words: words.span)) }
    }
  }

  /// Sets the bits of the codes of selected rows.
  ///
  /// - Parameter firstMark: which bit stands for code 0.
  func markCodes(words: [UInt64], firstMark: Int = 0, marks: inout [UInt64]) {
    let first = firstMark + Int(base)
    var span = marks.mutableSpan
    switch offsets {
    case .constant:
      if population(words.span) > 0 { span[first >> 6] |= 1 << UInt64(first & 63) }
    case .bytes(let buffer):
      buffer.withSpan {
        HoiKernels.markCodes($0, firstCode: first, words: words.span, marks: &span)
      }
    case .halves(let buffer):
      buffer.withSpan {
        HoiKernels.markCodes($0, firstCode: first, words: words.span, marks: &span)
      }
    case .words(let buffer):
      buffer.withSpan {
        HoiKernels.markCodes($0, firstCode: first, words: words.span, marks: &span)
      }
    case .longs(let buffer):
      buffer.withSpan {
        HoiKernels.markCodes($0, firstCode: first, words: words.span, marks: &span)
      }
    }
  }

  /// Hands the offsets of the rows that enter to a reader, in their own width or gathered.
  ///
  /// - Parameter groups: the group of each entering row, for the reader to use or to write.
  func read<Reader: OffsetReader>(
    by reader: Reader, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) {
    if case .constant = offsets {
      return reader.readConstant(base, count: rows.count, groups: &groups)
    }
    guard rows.isListed else { return readAll(of: rows.batch, by: reader, groups: &groups) }
    var span = gathered.mutableSpan
    let list = rows.list.span.extracting(first: rows.count)
    let batch = rows.batch
    switch offsets {
    case .constant: break
    case .bytes(let buffer):
      buffer.withSpan { gather($0.extracting(batch), rows: list, into: &span) }
    case .halves(let buffer):
      buffer.withSpan { gather($0.extracting(batch), rows: list, into: &span) }
    case .words(let buffer):
      buffer.withSpan { gather($0.extracting(batch), rows: list, into: &span) }
    case .longs(let buffer):
      buffer.withSpan { gather($0.extracting(batch), rows: list, into: &span) }
    }
    reader.read(span.span.extracting(first: rows.count), base: base, groups: &groups)
  }

  private func readAll<Reader: OffsetReader>(
    of batch: Range<Int>, by reader: Reader, groups: inout [UInt32]
  ) {
    switch offsets {
    case .constant: break
    case .bytes(let buffer):
      buffer.withSpan { reader.read($0.extracting(batch), base: base, groups: &groups) }
    case .halves(let buffer):
      buffer.withSpan { reader.read($0.extracting(batch), base: base, groups: &groups) }
    case .words(let buffer):
      buffer.withSpan { reader.read($0.extracting(batch), base: base, groups: &groups) }
    case .longs(let buffer):
      buffer.withSpan { reader.read($0.extracting(batch), base: base, groups: &groups) }
    }
  }

  var hasByteOffsets: Bool {
    if case .bytes = offsets { true } else { false }
  }

  /// Gives each row of a batch the group of its codes here and in another column.
  ///
  /// - Precondition: both have offsets of one byte.
  func stepIntoGroups(
    with other: EncodedColumn, _ batch: Range<Int>, first: UInt16, strides: (UInt16, UInt16),
    copies: UInt16, groups: inout [UInt32]
  ) {
    guard case .bytes(let buffer) = offsets, case .bytes(let others) = other.offsets else {
      preconditionFailure("keys of many members are numbered one by one")
    }
    var span = groups.mutableSpan
    buffer.withSpan { offsets in
      others.withSpan {
        HoiKernels.stepIntoGroups(
          offsets.extracting(batch), and: $0.extracting(batch), first: first, strides: strides,
          copies: copies, groups: &span)
      }
    }
  }

  private func widen<Offset: ColumnOffset>(
    _ found: (low: Offset, high: Offset)?
  ) -> (low: Int64, high: Int64)? {
    // Base and offset wrap to the value, which is an Int64.
    found.map {
      (
        base &+ Int64(truncatingIfNeeded: $0.low), base &+ Int64(truncatingIfNeeded: $0.high)
      )
    }
  }
}
