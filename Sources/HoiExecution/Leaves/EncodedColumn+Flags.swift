import HoiColumns
import HoiKernels

// Columns as spans for flags, as in `EncodedColumn+Spans.swift`.

/// A condition on one column of a segment, by the offsets that are let through.
enum FlagCondition {
  case bytes(ColumnBuffer<UInt8>, OffsetRanges)
  case halves(ColumnBuffer<UInt16>, ClosedRange<UInt16>)

  /// Nil where rows may have no value, or the offsets let through are too many ranges.
  init?(_ filter: PreparedFilter, in segment: Segment) {
    switch filter {
    case .values(let column, let range):
      let column = segment.columns[column]
      guard column.missingCount == 0 else { return nil }
      // Both are within the bounds of the column, so the distances fit its offsets.
      let low = UInt64(bitPattern: max(range.lowerBound, column.minimum) &- column.base)
      let high = UInt64(bitPattern: min(range.upperBound, column.maximum) &- column.base)
      switch column.offsets {
      case .bytes(let buffer):
        var ranges = OffsetRanges()
        _ = ranges.append(UInt8(low)...UInt8(high))
        self = .bytes(buffer, ranges)
      case .halves(let buffer): self = .halves(buffer, UInt16(low)...UInt16(high))
      case .constant, .words, .longs: return nil
      }
    case .codes(let column, let accepted):
      let column = segment.columns[column]
      guard case .bytes(let buffer) = column.offsets, column.missingCount == 0,
        let ranges = column.ranges(of: accepted)
      else { return nil }
      self = .bytes(buffer, ranges)
    case .everything, .nothing, .present, .all, .any: return nil
    }
  }

  /// Flags the rows that meet the condition, and perhaps the next too.
  ///
  /// - Returns: how many conditions that are.
  func flag(and next: FlagCondition?, keeping: Bool, into flags: inout [UInt8]) -> Int {
    var span = flags.mutableSpan
    switch self {
    case .bytes(let buffer, let ranges):
      if case .bytes(let other, let otherRanges) = next {
        buffer.withSpan { offsets in
          other.withSpan {
            flagRanges(offsets, ranges, and: $0, otherRanges, keeping: keeping, into: &span)
          }
        }
        return 2
      }
      buffer.withSpan { flagRanges($0, ranges, keeping: keeping, into: &span) }
    case .halves(let buffer, let range):
      buffer.withSpan {
        flagRange(
          $0, low: range.lowerBound, high: range.upperBound, keeping: keeping, into: &span)
      }
    }
    return 1
  }
}

extension EncodedColumn {
  /// The offsets of accepted codes; nil where they are none, or more ranges than there is room for.
  ///
  /// - Precondition: offsets have one byte.
  fileprivate func ranges(of accepted: Bitmap) -> OffsetRanges? {
    var ranges = OffsetRanges()
    var first: Int64?
    for code in minimum...(maximum + 1) {
      let isAccepted = code <= maximum && accepted[Int(code)]
      if isAccepted {
        first = first ?? code
      } else if let begin = first {
        if !ranges.append(UInt8(begin - base)...UInt8(code - 1 - base)) { return nil }
        first = nil
      }
    }
    return ranges.count == 0 ? nil : ranges
  }
}
