import HoiKernels

/// Kernels over the offsets of one segment, run through often enough to be measured.
struct KernelBenchmarks {
  private let rows = 1 << 16
  private let repeats = 200
  private let bytes: [UInt8]
  private let halves: [UInt16]
  private let words: [UInt64]
  private let codes: [UInt32]

  init() {
    var chance = Chance(seed: 1)
    bytes = (0..<(1 << 16)).map { _ in UInt8.random(in: 0...250, using: &chance) }
    halves = (0..<(1 << 16)).map { _ in UInt16.random(in: 0..<40_000, using: &chance) }
    words = (0..<(1 << 10)).map { _ in chance.next() }
    codes = (0..<(1 << 16)).map { UInt32($0 % 40_000) }
  }

  /// How fast memory is read in one pass over much more than the caches hold.
  static func readingSpeed() -> Bench {
    let numbers = [UInt64](repeating: 3, count: 1 << 25)
    return Bench("reading 256 MB", bytes: numbers.count * 8, runs: 5) {
      var total: UInt64 = 0
      for number in numbers { total &+= number }
      use(total)
    }
  }

  func run() -> [Bench] {
    var selected = [UInt64](repeating: 0, count: rows >> 6)
    var groups = [UInt32](repeating: 0, count: rows)
    var sums = [Int64](repeating: 0, count: 40_100)
    let accepted = [UInt64](repeating: 0x5555_5555_5555_5555, count: 40_000 / 64 + 1)
    return [
      measured("select a range of 1-byte offsets", 1) {
        var span = selected.mutableSpan
        selectRange(bytes.span, low: 20, high: 90, into: &span)
      },
      measured("select codes by a bitmap, 2 bytes", 2) {
        var span = selected.mutableSpan
        selectCodes(halves.span, firstCode: 0, accepted: accepted.span, into: &span)
      },
      measured("sum selected 1-byte offsets", 1) { use(maskedSum(bytes.span, words: words.span)) },
      measured("number groups by a table, 2 bytes", 2) {
        var span = groups.mutableSpan
        placeInGroups(halves.span, slots: codes.span, adding: false, groups: &span)
      },
      measured("add by group, 40 000 groups", 1) {
        var span = sums.mutableSpan
        addByGroup(bytes.span, base: 0, groups: groups.span, copies: 1, sums: &span)
      },
      measured("checksum", 2) { use(checksum(halves.span.bytes)) },
    ]
  }

  private func measured(_ name: String, _ width: Int, _ body: () -> Void) -> Bench {
    Bench(name, bytes: rows * width * repeats) { for _ in 0..<repeats { body() } }
  }
}
