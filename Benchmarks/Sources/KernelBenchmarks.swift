import HoiKernels

/// Kernels over the offsets of one segment, run through often enough to be measured.
struct KernelBenchmarks {
  private let rows = 1 << 16
  private let repeats = 200
  private let bytes: [UInt8]
  private let halves: [UInt16]
  private let longs: [UInt64]
  /// A bit for every second row, and for one in sixteen.
  private let many: [UInt64]
  private let few: [UInt64]
  /// A group for each row, of 16 with eight copies each, and of 40 000.
  private let narrowGroups: [UInt32]
  private let wideGroups: [UInt32]

  init() {
    var chance = Chance(seed: 1)
    bytes = (0..<(1 << 16)).map { _ in UInt8.random(in: 0..<60, using: &chance) }
    halves = (0..<(1 << 16)).map { _ in UInt16.random(in: 0..<40_000, using: &chance) }
    longs = (0..<(1 << 16)).map { _ in chance.next() }
    many = (0..<(1 << 10)).map { _ in chance.next() }
    few = (0..<(1 << 10)).map { _ in
      chance.next() & chance.next() & chance.next() & chance.next()
    }
    narrowGroups = (0..<(1 << 16)).map { _ in
      UInt32.random(in: 64..<80, using: &chance) << 3
    }
    wideGroups = (0..<(1 << 16)).map { _ in UInt32.random(in: 64..<40_064, using: &chance) }
  }

  /// How fast memory is read in one pass over much more than the caches hold.
  static func readingSpeed() -> Bench {
    var chance = Chance(seed: 4)
    // Different numbers, or the sum would be worked out without reading.
    let numbers = (0..<(1 << 25)).map { _ in chance.next() }
    return Bench("read 256 MB", bytes: numbers.count * 8, runs: 5) {
      var total: UInt64 = 0
      for number in numbers { total &+= number }
      use(total)
    }
  }

  func run() -> [Bench] { selecting() + flagging() + summing() + grouping() + [checking()] }

  private func flagging() -> [Bench] {
    var flags = [UInt8](repeating: 0, count: rows)
    var ranges = OffsetRanges()
    for low in [4, 20, 44] as [UInt8] { _ = ranges.append(low...low + 1) }
    let some = many.flatMap { word in (0..<64).map { UInt8(word >> $0 & 1) &* 0xFF } }
    return [
      measured("flag three ranges of 60 members", 1) {
        var span = flags.mutableSpan
        flagRanges(bytes.span, ranges, keeping: false, into: &span)
      },
      measured("count flags", 1) { use(UInt64(flagCount(some.span))) },
      measured("sum flagged rows, 1 byte", 2) { use(flaggedSum(bytes.span, flags: some.span)) },
      measured("sum flagged rows, 2 bytes", 3) { use(flaggedSum(halves.span, flags: some.span)) },
    ]
  }

  private func selecting() -> [Bench] {
    var selected = [UInt64](repeating: 0, count: rows >> 6)
    var listed = [UInt32](repeating: 0, count: rows)
    let accepted = [UInt64](repeating: 0x5555_5555_5555_5555, count: 40_000 / 64 + 1)
    return [
      measured("select a range, 1 byte", 1) {
        var span = selected.mutableSpan
        selectRange(bytes.span, low: 20, high: 40, into: &span)
      },
      measured("select a range, 2 bytes", 2) {
        var span = selected.mutableSpan
        selectRange(halves.span, low: 2_000, high: 9_000, into: &span)
      },
      measured("select three members of 60", 1) {
        var span = selected.mutableSpan
        selectFew(bytes.span, accepted: 0x10_0100_0010, into: &span)
      },
      measured("select thirty members of 60", 1) {
        var span = selected.mutableSpan
        selectFew(bytes.span, accepted: 0x0555_5555_5555_5555, into: &span)
      },
      measured("select codes by a bitmap, 2 bytes", 2) {
        var span = selected.mutableSpan
        selectCodes(halves.span, firstCode: 0, accepted: accepted.span, into: &span)
      },
      measured("take two selections together", 0.25) {
        var span = selected.mutableSpan
        intersect(&span, with: many.span)
      },
      measured("list one row in sixteen", 0.125) {
        var span = listed.mutableSpan
        use(listRows(few.span, into: &span))
      },
    ]
  }

  private func summing() -> [Bench] {
    [
      measured("sum every second row, 1 byte", 1) { use(maskedSum(bytes.span, words: many.span)) },
      measured("sum every second row, 2 bytes", 2) {
        use(maskedSum(halves.span, words: many.span))
      },
      measured("sum one row in sixteen, 1 byte", 1) { use(maskedSum(bytes.span, words: few.span)) },
      measured("sum one row in sixteen, 8 bytes", 8) { use(wideSum(longs.span, words: few.span)) },
      measured("bounds of one row in sixteen, 2 bytes", 2) {
        use(maskedBounds(halves.span, words: few.span)?.low ?? 0)
      },
    ]
  }

  private func grouping() -> [Bench] {
    var groups = [UInt32](repeating: 0, count: rows)
    var sums = [Int64](repeating: 0, count: 40_100)
    var packed = [UInt64](repeating: 0, count: 40_100)
    var pairs = [UInt64](repeating: 0, count: 80_200)
    var marks = [UInt64](repeating: 0, count: 20 * 626)
    let starts = (0..<640).map { max(UInt32($0 / 8), 63) - 63 }.map { $0 * 626 }
    let slots = (0..<40_000).map { UInt32($0) }
    return [
      measured("number groups by a table, 2 bytes", 2) {
        var span = groups.mutableSpan
        placeInGroups(halves.span, slots: slots.span, adding: false, groups: &span)
      },
      measured("number groups by a step, 1 byte", 1) {
        var span = groups.mutableSpan
        stepIntoGroups(bytes.span, first: 512, stride: 8, adding: false, groups: &span)
      },
      measured("divert every second row", 4) {
        var span = groups.mutableSpan
        divert(narrowGroups.span, keeping: many.span, into: &span)
      },
      measured("count by group, 16 groups", 4) {
        var span = sums.mutableSpan
        addConstantByGroup(1, groups: narrowGroups.span, sums: &span)
      },
      measured("add by group, 16 groups", 5) {
        var span = sums.mutableSpan
        addByGroup(bytes.span, base: 0, groups: narrowGroups.span, sums: &span)
      },
      measured("add by group, 40 000 groups", 5) {
        var span = sums.mutableSpan
        addByGroup(bytes.span, base: 0, groups: wideGroups.span, sums: &span)
      },
      measured("count and add two columns, 16 groups", 6) {
        var span = packed.mutableSpan
        addPacked(
          bytes.span, bytes.span, shift: 24, constant: 1 << 48, groups: narrowGroups.span,
          step: GroupStep(), words: &span)
      },
      measured("count and add two columns, 60 groups by their codes", 3) {
        var span = packed.mutableSpan
        addPacked(
          bytes.span, bytes.span, shift: 24, constant: 1 << 48, groups: bytes.span,
          step: GroupStep(first: 512, shift: 3, copies: 8), words: &span)
      },
      measured("count and add two columns side by side, 40 000 groups", 6) {
        var span = pairs.mutableSpan
        addPackedSideBySide(
          bytes.span, bytes.span, constants: (1 << 48, 0), groups: wideGroups.span,
          step: GroupStep(), words: &span)
      },
      measured("lower minima, 16 groups", 6) {
        var span = sums.mutableSpan
        lowerByGroup(halves.span, base: 0, groups: narrowGroups.span, minima: &span)
      },
      measured("mark codes by group, 16 groups", 6) {
        var span = marks.mutableSpan
        markByGroup(
          halves.span, firstCode: 0, groups: narrowGroups.span, starts: starts.span,
          marks: &span)
      },
    ]
  }

  private func checking() -> Bench {
    measured("checksum", 2) { use(checksum(halves.span.bytes)) }
  }

  /// - Parameter width: the bytes that a row takes of all that is read.
  private func measured(_ name: String, _ width: Double, _ body: () -> Void) -> Bench {
    Bench(name, bytes: Int(Double(rows * repeats) * width)) { for _ in 0..<repeats { body() } }
  }
}
