import HoiKernels

/// Kernels that read delimited text, over one block.
struct TextBenchmarks {
  private let block: [UInt8]
  private let textCount: Int
  private let repeats = 40
  /// Enough for the names.
  private static let steps = 2

  init() {
    var chance = Chance(seed: 2)
    var text = [UInt8](repeating: 0, count: 64)
    while text.count < 1 << 18 {
      let (village, count) = (Int.random(in: 0..<33_000, using: &chance), chance.next() % 5_000)
      let score = "\(chance.next() % 11).\(chance.next() % 10)\(chance.next() % 10)"
      text += Array("2027,Thôn Nà Bản \(village),\(count),\(score)\n".utf8)
    }
    textCount = text.count - 64
    block = text + Array(repeating: 0, count: textMargin)
  }

  func run() -> [Bench] {
    var ends = [UInt32](repeating: 0, count: block.count)
    var scan = list(&ends)
    let rowCount = scan.rowEnds
    var benches = [
      Bench("find delimiters, line feeds and quotes", bytes: textCount * repeats) {
        for _ in 0..<repeats { scan = list(&ends) }
      }
    ]
    var (values, missing) = (
      [Int64](repeating: 0, count: rowCount), [UInt64](repeating: 0, count: rowCount / 64 + 1)
    )
    var hashes = [UInt64](repeating: 0, count: rowCount)
    let keys = TextKeys((1...16).map { $0 &* 0x9E37_79B9_7F4A_7C15 })
    benches.append(
      Bench("read counts", bytes: cellBytes(2, ends, rowCount) * repeats) {
        for _ in 0..<repeats {
          read(&values, &missing) {
            readDigits(
              block.span, ends: ends.span, places: CellPlaces(column: 2, columnCount: 4),
              rows: 0..<rowCount, first: 0, into: &$0, missing: &$1)
          }
        }
      })
    benches.append(
      Bench("read decimals", bytes: cellBytes(3, ends, rowCount) * repeats) {
        for _ in 0..<repeats {
          read(&values, &missing) {
            readDecimals(
              block.span, ends: ends.span, places: CellPlaces(column: 3, columnCount: 4),
              rows: 0..<rowCount, first: 0, sign: 0x2E, scale: 2, into: &$0, missing: &$1)
          }
        }
      })
    benches.append(
      Bench("hash names", bytes: cellBytes(1, ends, rowCount) * repeats) {
        for _ in 0..<repeats {
          var span = hashes.mutableSpan
          hashCells(
            block.span, ends: ends.span, places: CellPlaces(column: 1, columnCount: 4),
            rowCount: rowCount, keys: keys, steps: Self.steps, into: &span)
        }
      })
    return benches + names(ends, hashes, keys) + [years(ends, rowCount)]
  }

  /// Looking up short texts that are all known.
  private func years(_ ends: [UInt32], _ rowCount: Int) -> Bench {
    let places = CellPlaces(column: 0, columnCount: 4)
    var known = ShortTexts(factor: 0x9E37_79B9_7F4A_7C15)
    var numbers = [UInt32](repeating: 0, count: rowCount)
    var (row, count) = (0, UInt32(0))
    while row < rowCount {
      var span = numbers.mutableSpan
      row = known.find(
        block.span, ends: ends.span, places: places, rows: row..<rowCount, first: 0, into: &span)
      if row == rowCount { break }
      let cell = places.cell(row, ends.span)
      precondition(known.insert(block.span.extracting(cell.start..<cell.end), number: count))
      count += 1
    }
    return Bench("find short texts", bytes: cellBytes(0, ends, rowCount) * repeats) {
      for _ in 0..<repeats {
        var span = numbers.mutableSpan
        use(
          known.find(
            block.span, ends: ends.span, places: places, rows: 0..<rowCount, first: 0,
            into: &span))
      }
    }
  }

  /// Looking up names that are all known.
  private func names(_ ends: [UInt32], _ hashes: [UInt64], _ keys: TextKeys) -> [Bench] {
    let places = CellPlaces(column: 1, columnCount: 4)
    let rowCount = hashes.count
    var slots = [UInt32](repeating: 0, count: 1 << 16)
    var texts = [UInt8](repeating: 0, count: longestText(steps: Self.steps)) + [0xFF]
    for row in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[row]) & 0xFFFF
      while slots[slot] != 0 { slot = (slot + 1) & 0xFFFF }
      slots[slot] = UInt32(hashes[row] >> 32) & ~0xFFFF | UInt32(row + 1)
      let cell = places.cell(row, ends.span)
      texts += block[cell.start..<cell.end]
      let length = cell.end - cell.start
      texts += [UInt8](repeating: 0, count: longestText(steps: Self.steps) - length)
      texts.append(UInt8(length))
    }
    var numbers = [UInt32](repeating: 0, count: rowCount)
    return [
      Bench("find and compare names", bytes: cellBytes(1, ends, rowCount) * repeats) {
        for _ in 0..<repeats {
          var span = numbers.mutableSpan
          use(
            Int(
              findCells(
                hashes.span, rowCount: rowCount, slots: slots.span, steps: Self.steps,
                texts: texts.span, first: 0, into: &span)))
          use(
            checkCells(
              block.span, ends: ends.span, places: places, rows: 0..<rowCount, first: 0,
              keys: keys, steps: Self.steps, texts: texts.span, into: &span))
        }
      }
    ]
  }

  private func list(_ ends: inout [UInt32]) -> StructureScan {
    var scan = StructureScan()
    ends[0] = 63
    scan.count = 1
    var span = ends.mutableSpan
    listStructure(
      block.span, in: 64..<(64 + textCount), delimiter: 0x2C, scan: &scan, into: &span)
    return scan
  }

  private func cellBytes(_ column: Int, _ ends: [UInt32], _ rowCount: Int) -> Int {
    (0..<rowCount).reduce(0) { $0 + Int(ends[$1 * 4 + column + 1] - ends[$1 * 4 + column]) - 1 }
  }

  private func read(
    _ values: inout [Int64], _ missing: inout [UInt64],
    _ body: (inout MutableSpan<Int64>, inout MutableSpan<UInt64>) -> Int
  ) {
    var one = values.mutableSpan
    var other = missing.mutableSpan
    use(body(&one, &other))
  }
}
