import HoiKernels
import Testing

/// Kernels over flags against the plainest loop, at the edges of vectors.
@Suite struct FlagTests {
  private static let sizes = [0, 1, 15, 16, 63, 64, 65, 200, 1_000, 20_000]

  private func numbers<Offset: ColumnOffset>(
    _ type: Offset.Type, count: Int, seed: UInt64
  ) -> [Offset] {
    var generator = SplitMixGenerator(seed: seed)
    return (0..<count).map { _ in Offset(truncatingIfNeeded: generator.next()) }
  }

  /// Rows flagged with a chance of one in `share`.
  private func flags(count: Int, share: Int, seed: UInt64) -> [UInt8] {
    var generator = SplitMixGenerator(seed: seed)
    return (0..<count).map { _ in Int.random(in: 0..<share, using: &generator) == 0 ? 0xFF : 0 }
  }

  @Test(arguments: sizes, [1, 2, 3, 4]) func ranges(count: Int, rangeCount: Int) {
    let rows = numbers(UInt8.self, count: count, seed: 1)
    let all: [ClosedRange<UInt8>] = [3...9, 250...255, 0...0, 100...180]
    var ranges = OffsetRanges()
    for range in all.prefix(rangeCount) {
      let isAppended = ranges.append(range)
      #expect(isAppended)
    }
    let wanted = rows.map { row in all.prefix(rangeCount).contains { $0 ~= row } }
    var found = flags(count: count, share: 2, seed: 2)
    let before = found
    var span = found.mutableSpan
    flagRanges(rows.span, ranges, keeping: true, into: &span)
    #expect(found == zip(before, wanted).map { $1 ? $0 : 0 })
    span = found.mutableSpan
    flagRanges(rows.span, ranges, keeping: false, into: &span)
    #expect(found == wanted.map { $0 ? 0xFF : 0 })
  }

  @Test(arguments: sizes, [(1, 1), (1, 2), (2, 3), (4, 2), (3, 4), (1, 4)])
  func rangesOfTwo(count: Int, rangeCounts: (Int, Int)) {
    let rows = numbers(UInt8.self, count: count, seed: 1)
    let others = numbers(UInt8.self, count: count, seed: 9)
    let all: [ClosedRange<UInt8>] = [3...90, 250...255, 0...0, 100...180]
    func ranges(_ count: Int) -> OffsetRanges {
      var ranges = OffsetRanges()
      for range in all.prefix(count) { _ = ranges.append(range) }
      return ranges
    }
    let wanted = zip(rows, others).map { row, other in
      all.prefix(rangeCounts.0).contains { $0 ~= row }
        && all.prefix(rangeCounts.1).contains { $0 ~= other }
    }
    var found = flags(count: count, share: 2, seed: 2)
    let before = found
    var span = found.mutableSpan
    flagRanges(
      rows.span, ranges(rangeCounts.0), and: others.span, ranges(rangeCounts.1), keeping: true,
      into: &span)
    #expect(found == zip(before, wanted).map { $1 ? $0 : 0 })
    span = found.mutableSpan
    flagRanges(
      rows.span, ranges(rangeCounts.0), and: others.span, ranges(rangeCounts.1), keeping: false,
      into: &span)
    #expect(found == wanted.map { $0 ? 0xFF : 0 })
    let sums = flaggedSums(rows.span, others.span, flags: found.span)
    #expect(sums.0 == flaggedSum(rows.span, flags: found.span))
    #expect(sums.1 == flaggedSum(others.span, flags: found.span))
  }

  @Test func noFifthRange() {
    var ranges = OffsetRanges()
    let appended = (0..<5 as Range<UInt8>).map { ranges.append($0...$0) }
    #expect(appended == [true, true, true, true, false])
    #expect(ranges.count == 4)
  }

  @Test(arguments: sizes) func wideRange(count: Int) {
    let rows = numbers(UInt16.self, count: count, seed: 3)
    let wanted = rows.map { (1_000...40_000).contains($0) }
    var found = flags(count: count, share: 2, seed: 4)
    let before = found
    var span = found.mutableSpan
    flagRange(rows.span, low: 1_000, high: 40_000, keeping: true, into: &span)
    #expect(found == zip(before, wanted).map { $1 ? $0 : 0 })
    span = found.mutableSpan
    flagRange(rows.span, low: 1_000, high: 40_000, keeping: false, into: &span)
    #expect(found == wanted.map { $0 ? 0xFF : 0 })
  }

  private func checkSums<Offset: ColumnOffset>(_ type: Offset.Type, count: Int, share: Int) {
    let rows = numbers(type, count: count, seed: 5)
    let chosen = flags(count: count, share: share, seed: 6)
    let picked = rows.indices.filter { chosen[$0] != 0 }
    let listed = rows.indices.filter { $0 % 3 == 0 }.map { UInt32($0) }
    if Offset.bitWidth <= 32 {
      #expect(
        flaggedSum(rows.span, flags: chosen.span) == picked.reduce(0) { $0 + UInt64(rows[$1]) })
      #expect(
        flaggedSum(rows.span, flags: chosen.span, at: listed.span)
          == picked.filter { $0 % 3 == 0 }.reduce(0) { $0 + UInt64(rows[$1]) })
    }
    if let longs = rows as? [UInt64] {
      #expect(
        wideFlaggedSum(longs.span, flags: chosen.span)
          == picked.reduce(0) { $0 + UInt128(longs[$1]) })
    }
    if let bytes = rows as? [UInt8] {
      // Bytes have a kernel of their own.
      #expect(
        flaggedSum(bytes.span, flags: chosen.span) == picked.reduce(0) { $0 + UInt64(bytes[$1]) })
    }
    #expect(flagCount(chosen.span) == picked.count)
    #expect(flagCount(chosen.span, at: listed.span) == picked.count { $0 % 3 == 0 })
  }

  @Test(arguments: sizes, [1, 2, 40]) func sums(count: Int, share: Int) {
    checkSums(UInt8.self, count: count, share: share)
    checkSums(UInt16.self, count: count, share: share)
    checkSums(UInt32.self, count: count, share: share)
    checkSums(UInt64.self, count: count, share: share)
  }

  /// A narrow lane holds a whole segment of its largest offsets.
  @Test func largestSums() {
    let all = [UInt8](repeating: 0xFF, count: 1 << 17)
    #expect(flagCount(all.span) == 1 << 17)
    #expect(flaggedSum(all.span, flags: all.span) == 255 << 17)
    #expect(flaggedSums(all.span, all.span, flags: all.span) == (255 << 17, 255 << 17))
    #expect(
      flaggedSum([UInt16](repeating: .max, count: 1 << 17).span, flags: all.span) == 65_535 << 17)
    #expect(
      flaggedSum([UInt32](repeating: .max, count: 1 << 17).span, flags: all.span)
        == UInt64(UInt32.max) << 17)
    #expect(
      wideFlaggedSum([UInt64](repeating: .max, count: 1 << 17).span, flags: all.span)
        == UInt128(UInt64.max) << 17)
  }

  @Test(arguments: sizes, [1, 2, 40, 1_000]) func bitmaps(count: Int, share: Int) {
    let chosen = flags(count: count, share: share, seed: 7)
    var bits = [UInt64](repeating: 0, count: (count + 63) / 64)
    for row in chosen.indices where chosen[row] != 0 { bits[row / 64] |= 1 << UInt64(row % 64) }
    var packed = [UInt64](repeating: ~0, count: bits.count)
    var span = packed.mutableSpan
    packFlags(chosen.span, into: &span)
    #expect(packed == bits)
    var others = [UInt64](repeating: 0, count: bits.count)
    for row in chosen.indices where row % 3 == 0 { others[row / 64] |= 1 << UInt64(row % 64) }
    let both = zip(bits, others).map { $0 & $1 }
    span = others.mutableSpan
    keepFlagged(&span, flags: chosen.span)
    #expect(others == both)
  }
}
