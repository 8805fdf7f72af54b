/// One column of one segment: values as offsets from a base, in the narrowest width that holds them.
public struct EncodedColumn: Sendable {
  /// Offsets from `base`, one per row; a constant column has none.
  public enum Offsets: Sendable {
    case constant
    case bytes(ColumnBuffer<UInt8>)
    case halves(ColumnBuffer<UInt16>)
    case words(ColumnBuffer<UInt32>)
    case longs(ColumnBuffer<UInt64>)
  }

  public let rowCount: Int
  /// A value is `base + offset`; a row without a value has offset 0.
  public let base: Int64
  public let offsets: Offsets
  /// The smallest and largest value of the rows that have one; `base` where none has.
  public let minimum: Int64
  public let maximum: Int64
  public let missingCount: Int
  private let presence: Presence
  /// All offsets added up, so that the sum of whole segments touches no row.
  public let offsetSum: UInt128
  /// Which of the offsets 0 to 63 occur, where there are no others: it tells more of members than the
  /// smallest and the largest do. Nil where there are others.
  public let occurring: UInt64?
  /// Nil where none or many are missing.
  let missing: MissingRows?

  public init(
    rowCount: Int, base: Int64, offsets: Offsets, minimum: Int64, maximum: Int64,
    missingCount: Int = 0, validity: Bitmap? = nil, summary: OffsetSummary
  ) {
    self.init(
      rowCount, base, offsets, minimum...maximum, missingCount,
      validity.map { .bits($0) } ?? .everywhere, summary)
  }

  /// A column whose rows stand in a mapped file.
  ///
  /// - Parameter validity: one word per 64 rows; nil where every row has a value.
  package init(
    rowCount: Int, base: Int64, offsets: Offsets, minimum: Int64, maximum: Int64,
    missingCount: Int, mappedValidity validity: ColumnBuffer<UInt64>?, summary: OffsetSummary
  ) {
    self.init(
      rowCount, base, offsets, minimum...maximum, missingCount,
      validity.map { .mapped($0) } ?? .everywhere, summary)
  }

  private init(
    _ rowCount: Int, _ base: Int64, _ offsets: Offsets, _ bounds: ClosedRange<Int64>,
    _ missingCount: Int, _ presence: Presence, _ summary: OffsetSummary
  ) {
    self.rowCount = rowCount
    self.base = base
    self.offsets = offsets
    minimum = bounds.lowerBound
    maximum = bounds.upperBound
    self.missingCount = missingCount
    self.presence = presence
    offsetSum = summary.sum
    occurring = summary.occurring
    // A row number takes as much room as the bits of 32 rows.
    missing = missingCount > 0 && missingCount * 8 <= rowCount ? MissingRows() : nil
  }

  /// Which rows have a value.
  private enum Presence: Sendable {
    case everywhere
    case bits(Bitmap)
    case mapped(ColumnBuffer<UInt64>)
  }

  /// A set bit is a row with a value; nil where every row has one.
  public var validity: Bitmap? {
    switch presence {
    case .everywhere: nil
    case .bits(let bitmap): bitmap
    case .mapped(let words):
      Bitmap(
        count: rowCount, words: words.withSpan { span in span.indices.map { span[$0] } })
    }
  }

  /// Shows the words of the validity, without a copy; nil where every row has a value.
  @discardableResult
  package func withValidity<Result>(_ body: (Span<UInt64>) -> Result) -> Result? {
    switch presence {
    case .everywhere: nil
    case .bits(let bitmap): body(bitmap.words.span)
    case .mapped(let words): words.withSpan(body)
    }
  }

  private func hasValue(_ row: Int) -> Bool {
    switch presence {
    case .everywhere: true
    case .bits(let bitmap): bitmap[row]
    case .mapped(let words): words[row >> 6] >> UInt64(row & 63) & 1 == 1
    }
  }

  /// The value in a row, or nil where it is missing. For few rows: hot loops take the spans.
  public subscript(row: Int) -> Int64? {
    if !hasValue(row) { return nil }
    return switch offsets {
    case .constant: base
    case .bytes(let buffer): base &+ Int64(buffer[row])
    case .halves(let buffer): base &+ Int64(buffer[row])
    case .words(let buffer): base &+ Int64(buffer[row])
    case .longs(let buffer): base &+ Int64(bitPattern: buffer[row])
    }
  }
}

/// What is known of the offsets of a column without looking at them.
public struct OffsetSummary: Sendable, Equatable {
  public var sum: UInt128
  public var occurring: UInt64?

  public init(sum: UInt128, occurring: UInt64?) {
    self.sum = sum
    self.occurring = occurring
  }

  /// - Parameter offsets: one per row, at most 2^17.
  init<Offset: FixedWidthInteger & UnsignedInteger>(_ offsets: Span<Offset>, largest: UInt64) {
    if largest < 64 {
      var sum: UInt64 = 0
      // Below 2^6 each, 2^17 of them.
      for row in offsets.indices {
        sum &+= UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row])
      }
      self.init(sum: UInt128(sum), occurring: occurringOffsets(offsets, largest: largest))
      return
    }
    if Offset.bitWidth <= 32 {
      var sum: UInt64 = 0
      // Below 2^32 each, 2^17 of them.
      for row in offsets.indices {
        sum &+= UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row])
      }
      self.init(sum: UInt128(sum), occurring: nil)
      return
    }
    var sum: UInt128 = 0
    for row in offsets.indices { sum &+= UInt128(offsets[row]) }
    self.init(sum: sum, occurring: nil)
  }
}

/// A bit for each offset that is there, which are at most `largest`, itself below 64.
@inline(never)
private func occurringOffsets<Offset: FixedWidthInteger & UnsignedInteger>(
  _ offsets: Span<Offset>, largest: UInt64
) -> UInt64 {
  // More cannot be found than all of them, which mostly are among the first.
  let all = ~UInt64(0) &>> (63 &- largest)
  var bits: UInt64 = 0
  var first = 0
  while first < offsets.count, bits != all {
    let next = min(first &+ 512, offsets.count)
    for row in first..<next {
      bits |= 1 &<< UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row])
    }
    first = next
  }
  return bits
}

extension EncodedColumn.Offsets {
  /// - Parameter largest: no offset is above it.
  func summary(largest: UInt64) -> OffsetSummary {
    switch self {
    case .constant: OffsetSummary(sum: 0, occurring: 1)
    case .bytes(let buffer): buffer.withSpan { OffsetSummary($0, largest: largest) }
    case .halves(let buffer): buffer.withSpan { OffsetSummary($0, largest: largest) }
    case .words(let buffer): buffer.withSpan { OffsetSummary($0, largest: largest) }
    case .longs(let buffer): buffer.withSpan { OffsetSummary($0, largest: largest) }
    }
  }
}
