import HoiKernels
import Testing

/// Sums of several columns in parts of words, against the plainest loop; each group has four copies, or
/// one.
@Suite struct PackedSumTests {
  private static let count = 1_001
  private let first: [UInt8]
  private let second: [UInt16]
  /// A code of eight for each row.
  private let codes: [UInt8]
  /// Two to the power of it are the copies of each group.
  private var shift = 2
  private var step: GroupStep { GroupStep(first: 12, shift: UInt32(shift), copies: 1 << shift) }

  init() {
    var generator = SplitMixGenerator(seed: 3)
    first = (0..<Self.count).map { _ in .random(in: .min ... .max, using: &generator) }
    second = (0..<Self.count).map { _ in .random(in: .min ... .max, using: &generator) }
    codes = (0..<Self.count).map { _ in .random(in: 0..<8, using: &generator) }
  }

  /// The numbers that the step makes of the codes.
  private var groups: [UInt32] {
    codes.indices.map { row in
      12 + UInt32(codes[row]) << UInt32(shift) + UInt32(row & (1 << shift - 1))
    }
  }

  private func parts(
    of words: [UInt64], width: Int = 1, _ parts: [(lane: Int, shift: UInt64, bitCount: UInt64)]
  ) -> [[Int64]] {
    parts.map { part in
      var sums = [Int64](repeating: 0, count: words.count / width)
      var span = sums.mutableSpan
      addPart(
        of: words.span, from: 12, width: width, lane: part.lane, shift: part.shift,
        mask: ~0 >> (64 - part.bitCount), to: &span)
      #expect(sums[..<12].allSatisfy { $0 == 0 })
      return (0..<8).map { code in
        sums[(12 + code << shift)..<(12 + (code + 1) << shift)].reduce(0, +)
      }
    }
  }

  private func sums(_ value: (Int) -> Int64) -> [Int64] {
    (0..<8).map { code in
      codes.indices.filter { codes[$0] == UInt8(code) }.reduce(0) { $0 + value($1) }
    }
  }

  private func check<Code: ColumnOffset>(_ groups: [Code]) {
    var packed = [UInt64](repeating: 0, count: 12 + 8 << shift)
    var span = packed.mutableSpan
    addPacked(
      first.span, second.span, shift: 20, constant: 3 | 1 << 48, groups: groups.span, step: step,
      words: &span)
    addPacked(first.span, shift: 20, constant: 0, groups: groups.span, step: step, words: &span)
    addPacked(1 << 48, groups: groups.span, step: step, words: &span)
    let found = parts(of: packed, [(0, 0, 20), (0, 20, 28), (0, 48, 16)])
    #expect(found[0] == sums { Int64(first[$0]) + 3 })
    #expect(found[1] == sums { Int64(second[$0]) + Int64(first[$0]) })
    #expect(found[2] == sums { _ in 2 })

    var pairs = [UInt64](repeating: 0, count: 24 + 16 << shift)
    span = pairs.mutableSpan
    addPackedSideBySide(
      first.span, second.span, constants: (1 << 32 | 5, 7), groups: groups.span, step: step,
      words: &span)
    let lanes = parts(of: pairs, width: 2, [(0, 0, 32), (0, 32, 32), (1, 0, 64)])
    #expect(lanes[0] == sums { Int64(first[$0]) + 5 })
    #expect(lanes[1] == sums { _ in 1 })
    #expect(lanes[2] == sums { Int64(second[$0]) + 7 })

    span = pairs.mutableSpan
    clear(&span, from: 24)
    #expect(pairs.allSatisfy { $0 == 0 })
  }

  @Test func numberedGroups() { check(groups) }

  @Test func groupsOfCodes() {
    check(codes)
    check(codes.map { UInt16($0) })
  }

  @Test(arguments: [0, 1, 3]) func copiesOfGroups(shift: Int) {
    var others = self
    others.shift = shift
    others.check(others.groups)
    others.check(codes)
    others.check(codes.map { UInt16($0) })
  }

  /// Words listed, looked up and added, against the plainest loops.
  @Test(arguments: [1, 2]) func wordsOfGroups(width: Int) {
    var generator = SplitMixGenerator(seed: 9)
    let words = (0..<(301 * width)).map { _ in
      Bool.random(using: &generator) ? UInt64.random(in: .min ... .max, using: &generator) : 0
    }
    for first in [0, 1, 64, 300, 301] {
      var places = [UInt32](repeating: 0, count: 301)
      var placeSpan = places.mutableSpan
      let found = listNonzero(words.span, from: first, width: width, into: &placeSpan)
      let nonzero = (first..<max(first, 301)).filter { words[$0 * width] != 0 }
      #expect(places.prefix(found).map { Int($0) } == nonzero)

      let groups = nonzero.map { UInt32($0) }
      var parts = [Int64](repeating: 0, count: groups.count)
      var partSpan = parts.mutableSpan
      gatherPart(
        of: words.span, groups: groups.span, width: width, lane: width - 1, shift: 20,
        mask: 0xFFFF_FFFF, into: &partSpan)
      #expect(
        parts == nonzero.map { Int64(words[$0 * width + width - 1] >> 20 & 0xFFFF_FFFF) })

      var sums = words
      var sumSpan = sums.mutableSpan
      let others = Array(words.reversed())
      addWords(others.span, from: first, to: &sumSpan)
      #expect(
        sums.indices.allSatisfy {
          sums[$0] == words[$0] &+ ($0 < first ? 0 : others[$0])
        })
    }
  }
}
