// How rows are flagged, as `Flags.swift` says what flags are.

/// Ranges of offsets of one byte, four at most.
package struct OffsetRanges: Equatable {
  package private(set) var count = 0
  @usableFromInline var lows = SIMD4<UInt8>()
  @usableFromInline var distances = SIMD4<UInt8>()

  package init() {}

  /// False where there is no room for another.
  package mutating func append(_ range: ClosedRange<UInt8>) -> Bool {
    if count == 4 { return false }
    // Those that are not used are like the last, so that two or four can be looked at in any case.
    for place in count..<4 {
      lows[place] = range.lowerBound
      distances[place] = range.upperBound &- range.lowerBound
    }
    count += 1
    return true
  }
}

/// Flags the rows whose offset lies in one of some ranges.
///
/// - Parameter keeping: whether rows that were not flagged before stay so.
/// - Precondition: there is a range, and a flag for each row.
package func flagRanges(
  _ offsets: Span<UInt8>, _ ranges: OffsetRanges, keeping: Bool,
  into flags: inout MutableSpan<UInt8>
) {
  precondition(ranges.count > 0)
  flagFirst(offsets, ranges, offsets, Everything(), keeping: keeping, into: &flags)
}

/// Flags the rows whose offsets of two columns both lie in one of some ranges.
///
/// Memory is read faster in two places at once than in one after the other.
///
/// - Parameter keeping: whether rows that were not flagged before stay so.
/// - Precondition: there are ranges of either, and a flag for each row.
package func flagRanges(
  _ offsets: Span<UInt8>, _ ranges: OffsetRanges, and others: Span<UInt8>,
  _ otherRanges: OffsetRanges, keeping: Bool, into flags: inout MutableSpan<UInt8>
) {
  precondition(ranges.count > 0 && otherRanges.count > 0)
  switch otherRanges.count {
  case 1:
    flagFirst(offsets, ranges, others, OneRange(otherRanges), keeping: keeping, into: &flags)
  case 2:
    flagFirst(offsets, ranges, others, TwoRanges(otherRanges), keeping: keeping, into: &flags)
  default:
    flagFirst(offsets, ranges, others, FourRanges(otherRanges), keeping: keeping, into: &flags)
  }
}

private func flagFirst<Other: RangeTest>(
  _ offsets: Span<UInt8>, _ ranges: OffsetRanges, _ others: Span<UInt8>, _ other: Other,
  keeping: Bool, into flags: inout MutableSpan<UInt8>
) {
  switch ranges.count {
  case 1: flagBlocks(offsets, OneRange(ranges), others, other, keeping: keeping, into: &flags)
  case 2: flagBlocks(offsets, TwoRanges(ranges), others, other, keeping: keeping, into: &flags)
  default: flagBlocks(offsets, FourRanges(ranges), others, other, keeping: keeping, into: &flags)
  }
}

private func flagBlocks<One: RangeTest, Other: RangeTest>(
  _ offsets: Span<UInt8>, _ one: One, _ others: Span<UInt8>, _ other: Other, keeping: Bool,
  into flags: inout MutableSpan<UInt8>
) {
  let count = offsets.count
  precondition(others.count == count && flags.count >= count)
  let (source, otherSource) = (offsets.bytes, others.bytes)
  let whole = count & ~15
  do {
    var target = flags.mutableBytes
    var row = 0
    // Blocks of 16 rows from `row` on, all below `whole <= count`.
    while row < whole {
      var found = one.flags(
        unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: row, as: SIMD16<UInt8>.self))
      found &= other.flags(
        unsafe otherSource.unsafeLoadUnaligned(
          fromUncheckedByteOffset: row, as: SIMD16<UInt8>.self))
      if keeping {
        found &= unsafe target.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: row, as: SIMD16<UInt8>.self)
      }
      unsafe target.storeBytes(of: found, toUncheckedByteOffset: row, as: SIMD16<UInt8>.self)
      row &+= 16
    }
  }
  for row in whole..<count {
    let found =
      one.flags(SIMD16(repeating: offsets[row]))[0] & other.flags(SIMD16(repeating: others[row]))[0]
    flags[row] = keeping ? flags[row] & found : found
  }
}

/// Ranges as vectors of sixteen rows: wider ones would not leave room in the registers.
private protocol RangeTest {
  func flags(_ values: SIMD16<UInt8>) -> SIMD16<UInt8>
}

private struct Everything: RangeTest {
  @inline(__always)
  func flags(_ values: SIMD16<UInt8>) -> SIMD16<UInt8> { SIMD16(repeating: 0xFF) }
}

private struct OneRange: RangeTest {
  private let low: SIMD16<UInt8>
  private let distance: SIMD16<UInt8>

  init(_ ranges: OffsetRanges, _ place: Int = 0) {
    low = SIMD16(repeating: ranges.lows[place])
    distance = SIMD16(repeating: ranges.distances[place])
  }

  @inline(__always)
  func flags(_ values: SIMD16<UInt8>) -> SIMD16<UInt8> {
    // What lies below the low wraps to above the distance.
    unsafe unsafeBitCast((values &- low) .<= distance, to: SIMD16<UInt8>.self)
  }
}

private struct TwoRanges: RangeTest {
  private let first: OneRange
  private let second: OneRange

  init(_ ranges: OffsetRanges, _ place: Int = 0) {
    first = OneRange(ranges, place)
    second = OneRange(ranges, place + 1)
  }

  @inline(__always)
  func flags(_ values: SIMD16<UInt8>) -> SIMD16<UInt8> {
    first.flags(values) | second.flags(values)
  }
}

private struct FourRanges: RangeTest {
  private let first: TwoRanges
  private let second: TwoRanges

  init(_ ranges: OffsetRanges) {
    first = TwoRanges(ranges, 0)
    second = TwoRanges(ranges, 2)
  }

  @inline(__always)
  func flags(_ values: SIMD16<UInt8>) -> SIMD16<UInt8> {
    first.flags(values) | second.flags(values)
  }
}

/// Flags the rows whose offset lies between two others, both included.
///
/// - Parameter keeping: whether rows that were not flagged before stay so.
/// - Precondition: `low <= high`, and there is a flag for each row.
@inlinable
package func flagRange<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, low: Offset, high: Offset, keeping: Bool,
  into flags: inout MutableSpan<UInt8>
) {
  precondition(flags.count >= offsets.count)
  let distance = high &- low
  if keeping {
    for row in offsets.indices {
      let found: UInt8 = unsafe offsets[unchecked: row] &- low <= distance ? 0xFF : 0
      unsafe flags[unchecked: row] &= found
    }
  } else {
    for row in offsets.indices {
      let found: UInt8 = unsafe offsets[unchecked: row] &- low <= distance ? 0xFF : 0
      unsafe flags[unchecked: row] = found
    }
  }
}
