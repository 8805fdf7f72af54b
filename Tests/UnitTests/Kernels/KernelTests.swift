import HoiKernels
import Testing

/// Kernels against the plainest loop, at the edges of words.
@Suite struct KernelTests {
  private static let sizes = [0, 1, 63, 64, 65, 200, 1_000]

  private func offsets<Offset: ColumnOffset>(
    _ type: Offset.Type, count: Int, below bound: UInt64 = .max, seed: UInt64
  ) -> [Offset] {
    var generator = SplitMixGenerator(seed: seed)
    return (0..<count).map { _ in
      Offset(truncatingIfNeeded: UInt64.random(in: 0...bound, using: &generator))
    }
  }

  private func words(_ bits: [Bool]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (bits.count + 63) / 64)
    for (row, bit) in bits.enumerated() where bit { words[row / 64] |= 1 << UInt64(row % 64) }
    return words
  }

  /// Bits set with a chance of one in `share`.
  private func bits(count: Int, share: Int, seed: UInt64) -> [Bool] {
    var generator = SplitMixGenerator(seed: seed)
    return (0..<count).map { _ in Int.random(in: 0..<share, using: &generator) == 0 }
  }

  private func checkSelecting<Offset: ColumnOffset>(_ type: Offset.Type, count: Int) {
    let rows = offsets(type, count: count, seed: 3)
    let sorted = rows.sorted()
    let low = sorted.isEmpty ? 1 : sorted[count / 3]
    let high = sorted.isEmpty ? 2 : sorted[count / 2]
    var found = [UInt64](repeating: ~0, count: (count + 63) / 64)
    var span = found.mutableSpan
    selectRange(rows.span, low: low, high: high, into: &span)
    #expect(found == words(rows.map { $0 >= low && $0 <= high }))

    let few = offsets(type, count: count, below: 63, seed: 4)
    let sets: [UInt64] = [0x8421_0F0F_3333_5555, 0, ~0, 1, 1 << 63, 0xF000_0000_0003_F800, 6]
    for accepted in sets {
      span = found.mutableSpan
      if let bytes = few as? [UInt8] {
        // Bytes have a kernel of their own.
        selectFew(bytes.span, accepted: accepted, into: &span)
      } else {
        selectFew(few.span, accepted: accepted, into: &span)
      }
      #expect(found == words(few.map { accepted >> UInt64($0) & 1 == 1 }))
    }

    let table = bits(count: 300, share: 2, seed: 5)
    let codes = offsets(type, count: count, below: 200, seed: 6)
    span = found.mutableSpan
    selectCodes(codes.span, firstCode: 44, accepted: words(table).span, into: &span)
    #expect(found == words(codes.map { table[Int($0) + 44] }))
  }

  @Test(arguments: sizes) func selecting(count: Int) {
    checkSelecting(UInt8.self, count: count)
    checkSelecting(UInt16.self, count: count)
    checkSelecting(UInt32.self, count: count)
    checkSelecting(UInt64.self, count: count)
  }

  private func checkSums<Offset: ColumnOffset>(_ type: Offset.Type, count: Int, share: Int) {
    let rows = offsets(type, count: count, seed: 7)
    let chosen = bits(count: count, share: share, seed: 8)
    let picked = zip(rows, chosen).filter(\.1).map(\.0)
    #expect(
      maskedSum(rows.span, words: words(chosen).span) == picked.reduce(0) { $0 + UInt64($1) })
    let bounds = maskedBounds(rows.span, words: words(chosen).span)
    #expect(bounds?.low == picked.min() && bounds?.high == picked.max())
  }

  @Test(arguments: sizes, [1, 2, 40]) func sums(count: Int, share: Int) {
    checkSums(UInt8.self, count: count, share: share)
    checkSums(UInt16.self, count: count, share: share)
    checkSums(UInt32.self, count: count, share: share)
    // Narrow offsets have kernels of their own.
    let bytes = offsets(UInt8.self, count: count, seed: 7)
    let halves = offsets(UInt16.self, count: count, seed: 7)
    let some = bits(count: count, share: share, seed: 8)
    let selection = words(some)
    #expect(
      maskedSum(bytes.span, words: selection.span)
        == zip(bytes, some).reduce(0) { $0 + ($1.1 ? UInt64($1.0) : 0) })
    #expect(
      maskedSum(halves.span, words: selection.span)
        == zip(halves, some).reduce(0) { $0 + ($1.1 ? UInt64($1.0) : 0) })
    let rows = offsets(UInt64.self, count: count, seed: 7)
    let chosen = bits(count: count, share: share, seed: 8)
    let picked = zip(rows, chosen).filter(\.1).map(\.0)
    #expect(
      wideSum(rows.span, words: words(chosen).span) == picked.reduce(0) { $0 + UInt128($1) })
  }

  /// A narrow lane holds a whole segment of its largest offsets.
  @Test func largestSums() {
    let all = [UInt64](repeating: ~0, count: 1 << 11)
    #expect(
      maskedSum([UInt8](repeating: .max, count: 1 << 17).span, words: all.span) == 255 << 17)
    #expect(
      maskedSum([UInt16](repeating: .max, count: 1 << 17).span, words: all.span) == 65_535 << 17)
    let longs = [UInt64](repeating: .max, count: 1 << 17)
    #expect(wideSum(longs.span, words: all.span) == UInt128(UInt64.max) << 17)
  }

  @Test(arguments: sizes, [1, 3, 100]) func bitmaps(count: Int, share: Int) {
    let one = bits(count: count, share: share, seed: 1)
    let other = bits(count: count, share: 2, seed: 2)
    var both = words(one)
    var span = both.mutableSpan
    intersect(&span, with: words(other).span)
    #expect(both == words(zip(one, other).map { $0 && $1 }))
    var either = words(one)
    span = either.mutableSpan
    unite(&span, with: words(other).span)
    #expect(either == words(zip(one, other).map { $0 || $1 }))
    var turned = words(one)
    span = turned.mutableSpan
    complement(&span, count: count)
    #expect(turned == words(one.map { !$0 }))
    #expect(population(words(one).span) == one.count { $0 })
    for first in stride(from: 0, to: count, by: 37) {
      for last in stride(from: first, to: count, by: 61) {
        #expect(population(words(one).span, in: first...last) == one[first...last].count { $0 })
      }
    }
    var rows = [UInt32](repeating: 0, count: count)
    span = turned.mutableSpan
    var rowSpan = rows.mutableSpan
    let listed = listRows(words(one).span, into: &rowSpan)
    #expect(rows.prefix(listed).map { Int($0) } == one.indices.filter { one[$0] })
  }

  @Test(arguments: sizes, [1, 3, 100]) func keptRows(count: Int, share: Int) {
    let kept = bits(count: count, share: share, seed: 8)
    let groups = offsets(UInt32.self, count: count, seed: 9).map { $0 | 64 }
    var diverted = [UInt32](repeating: 0, count: count)
    var span = diverted.mutableSpan
    divert(groups.span, keeping: words(kept).span, into: &span)
    #expect(groups.indices.allSatisfy { kept[$0] ? diverted[$0] == groups[$0] : diverted[$0] < 64 })

    let list = groups.indices.filter { $0 % 3 > 0 }.map { UInt32($0) }
    var picked = [UInt32](repeating: 0, count: count)
    span = picked.mutableSpan
    pick(groups.span, at: list.span, into: &span)
    #expect(Array(picked.prefix(list.count)) == list.map { groups[Int($0)] })

    let listed = picked
    var rows = [UInt32](repeating: 0, count: count)
    var rowSpan = rows.mutableSpan
    span = picked.mutableSpan
    let found = pick(
      list.span, groups: listed.span, keeping: words(kept).span, intoRows: &rowSpan, groups: &span)
    #expect(Array(rows.prefix(found)) == list.filter { kept[Int($0)] })
    #expect(Array(picked.prefix(found)) == rows.prefix(found).map { groups[Int($0)] })
  }

  @Test func groupedAggregates() {
    let count = 1_000
    let rows = offsets(UInt16.self, count: count, seed: 1)
    let groups = offsets(UInt32.self, count: count, below: 7, seed: 2).map { $0 & 7 }
    let base: Int64 = -40_000
    var sums = [Int64](repeating: 0, count: 8)
    var minima = [Int64](repeating: .max, count: 8)
    var maxima = [Int64](repeating: .min, count: 8)
    var counts = [Int32](repeating: 0, count: 8)
    var span = sums.mutableSpan
    addByGroup(rows.span, base: base, groups: groups.span, sums: &span)
    span = minima.mutableSpan
    lowerByGroup(rows.span, base: base, groups: groups.span, minima: &span)
    span = maxima.mutableSpan
    raiseByGroup(rows.span, base: base, groups: groups.span, maxima: &span)
    var countSpan = counts.mutableSpan
    addConstantByGroup(1, groups: groups.span, sums: &countSpan)
    for group in 0..<8 {
      let values = rows.indices.filter { groups[$0] == UInt32(group) }.map {
        base + Int64(rows[$0])
      }
      #expect(sums[group] == values.reduce(0, +))
      #expect(minima[group] == values.min())
      #expect(maxima[group] == values.max())
      #expect(Int(counts[group]) == values.count)
    }
  }

  @Test func numberingFillsUpAndGoesOn() {
    let keys = [0] + offsets(UInt64.self, count: 400, below: 99, seed: 1)
    var slots = [UInt32](repeating: 0, count: 256)
    var known = [UInt64](repeating: 0, count: 100)
    var groups = [UInt32](repeating: 0, count: keys.count)
    var groupCount = Int(firstGroup)
    var row = 0
    while row < keys.count {
      var slotSpan = slots.mutableSpan
      var keySpan = known.mutableSpan
      var groupSpan = groups.mutableSpan
      row = numberKeys(
        keys.span, from: row, slots: &slotSpan, keys: &keySpan, groupCount: &groupCount,
        groups: &groupSpan)
      if row == keys.count { break }
      #expect(groupCount == known.count)
      known += [UInt64](repeating: 0, count: known.count)
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      slotSpan = slots.mutableSpan
      rehash(known.span, groupCount: groupCount, slots: &slotSpan)
    }
    #expect(groupCount - Int(firstGroup) == Set(keys).count)
    #expect(
      keys.indices.allSatisfy { known[Int(groups[$0])] == keys[$0] && groups[$0] >= firstGroup })
  }

  /// Few members and many, and counts that are no powers of two, up to the largest place.
  @Test(arguments: [1, 2, 3, 5, 7, 13, 64, 1_000, 4_097, 349_525, (1 << 20) - 1, 1 << 20])
  func placesSplit(memberCount: Int) {
    let places = Array(Swift.stride(from: 0, to: 1 << 20, by: 977)) + [(1 << 20) - 1]
    var quotients = places.map { UInt32($0) }
    var ranks = [UInt32](repeating: 7, count: places.count)
    var rankSpan = ranks.mutableSpan
    var span = quotients.mutableSpan
    splitPlaces(&span, by: memberCount, ranks: &rankSpan)
    #expect(quotients == places.map { UInt32($0 / memberCount) })
    #expect(ranks == places.map { UInt32($0 % memberCount) })

    let members = (0..<memberCount).map { Int32($0) * 3 - 1 }
    var found = [Int32](repeating: 0, count: ranks.count)
    var foundSpan = found.mutableSpan
    lookUp(members.span, at: ranks.span, into: &foundSpan)
    #expect(found == places.map { members[$0 % memberCount] })
  }

  @Test(arguments: sizes) func nonzeroSums(count: Int) {
    let kept = bits(count: count, share: 3, seed: 4)
    let sums = zip(offsets(UInt32.self, count: count, seed: 5), kept).map { value, isKept in
      isKept ? Int64(value) - (1 << 31) : 0
    }
    var places = [UInt32](repeating: 0, count: count)
    var span = places.mutableSpan
    for first in [0, 1, 64] {
      let found = listNonzero(sums.span, from: first, into: &span)
      let expected = sums.indices.filter { $0 >= first && sums[$0] != 0 }
      #expect(found == expected.count)
    }
    let found = listNonzero(sums.span, from: 0, into: &span)
    #expect(places.prefix(found).map { Int($0) } == sums.indices.filter { sums[$0] != 0 })
  }

  @Test func smallestNumbersAreNotZero() {
    var places = [UInt32](repeating: 0, count: 4)
    var span = places.mutableSpan
    #expect(listNonzero([Int32.min, 0, .max, -1].span, from: 0, into: &span) == 3)
    span = places.mutableSpan
    #expect(listNonzero([Int128.min, 0, .max, 0].span, from: 0, into: &span) == 2)
    #expect(places[0] == 0 && places[1] == 2)
  }

  @Test func subtraction() {
    var sums: [Int64] = [3, -4, .max]
    var span = sums.mutableSpan
    subtract(&span, from: [10, -4, .max, 99].span)
    #expect(sums == [7, 0, 0])
  }

  @Test(arguments: sizes, [1, 2, 8]) func twoKeysAtOnce(count: Int, copies: Int) {
    let first = offsets(UInt8.self, count: count, below: 15, seed: 1)
    let second = offsets(UInt8.self, count: count, below: 250, seed: 2)
    var groups = [UInt32](repeating: 7, count: count)
    var span = groups.mutableSpan
    stepIntoGroups(
      first.span, and: second.span, first: 520, strides: (2_008, 8), copies: UInt16(copies),
      groups: &span)
    for row in groups.indices {
      let wanted: Int = 520 + Int(first[row]) * 2_008 + Int(second[row]) * 8 + row % copies
      #expect(Int(groups[row]) == wanted)
    }
  }

  @Test(arguments: sizes, [1, 2, 8]) func copiesInTurn(count: Int, copies: Int) {
    let codes = offsets(UInt8.self, count: count, seed: 3).map { $0 % 90 }
    let slots = (0..<90).map { UInt32(($0 * 7 % 90) * 8) }
    var groups = [UInt32](repeating: 7, count: count)
    // Strides that are shifted, narrow and wide; what is added to them has no copy of its own.
    for stride in [8, 24, 1 << 20 - 8] {
      var span = groups.mutableSpan
      stepIntoGroups(
        codes.span, first: 512, stride: UInt32(stride), adding: false, copies: UInt32(copies),
        groups: &span)
      placeInGroups(
        codes.span, slots: slots.span, adding: true, copies: UInt32(copies), groups: &span)
      #expect(
        groups.indices.allSatisfy {
          Int(groups[$0])
            == 512 + Int(codes[$0]) * stride + $0 % copies + Int(slots[Int(codes[$0])])
        })
    }
    var span = groups.mutableSpan
    placeInGroups(
      codes.span, slots: slots.span, adding: false, copies: UInt32(copies), groups: &span)
    #expect(groups.indices.allSatisfy { groups[$0] == slots[Int(codes[$0])] + UInt32($0 % copies) })
    span = groups.mutableSpan
    setEverywhere(40, count: count, copies: UInt32(copies), in: &span)
    #expect(groups.indices.allSatisfy { groups[$0] == 40 + UInt32($0 % copies) })
  }
}
