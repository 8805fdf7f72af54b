import HoiKernels
import Testing

/// The kernels that read delimited text, each against a plain twin on seeded random input.
@Suite struct CellKernelTests {
  /// Bytes with the margins that the kernels may read.
  private func padded(_ text: [UInt8]) -> [UInt8] {
    Array(repeating: 7, count: 64) + text + Array(repeating: 0x22, count: 128)
  }

  /// The structure one byte at a time; nil where quotes are not in order.
  private func plainStructure(_ text: [UInt8], _ delimiter: UInt8) -> [Int]? {
    var (found, isQuoted) = ([Int](), false)
    for (place, byte) in text.enumerated() {
      if byte == 0x22 {
        let before = place == 0 ? 0x0A : text[place - 1]
        if !isQuoted, before != delimiter, before != 0x0A, before != 0x22 { return nil }
        if isQuoted, place + 1 < text.count {
          let next = text[place + 1]
          if next != delimiter, next != 0x0A, next != 0x22, next != 0x0D { return nil }
        }
        isQuoted.toggle()
      } else if !isQuoted, byte == delimiter || byte == 0x0A {
        found.append(place)
      }
    }
    return found
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129, 1_000])
  func structure(count: Int) {
    var random = SplitMixGenerator(seed: UInt64(count) + 1)
    for round in 0..<60 {
      let letters: [UInt8] = round % 3 == 0 ? [0x61, 0x2C, 0x0A] : [0x61, 0x62, 0x2C, 0x0A, 0x22]
      let weights = round % 3 == 2 ? 6 : 1
      let text = (0..<count).map { _ in
        Int.random(in: 0..<weights, using: &random) == 0
          ? letters.randomElement(using: &random)! : 0x61
      }
      var scan = StructureScan()
      var positions = [UInt32](repeating: 0, count: count + 64)
      let bytes = padded(text)
      var span = positions.mutableSpan
      listStructure(
        bytes.span, in: 64..<(64 + count), delimiter: 0x2C, instructions: .plain, scan: &scan,
        into: &span)
      guard let expected = plainStructure(text, 0x2C) else {
        #expect(scan.hasStrayQuote)
        continue
      }
      #expect(!scan.hasStrayQuote)
      #expect(positions.prefix(scan.count).map { Int($0) - 64 } == expected)
      #expect(scan.rowEnds == expected.filter { text[$0] == 0x0A }.count)
      #expect(scan.lineFeeds == text.filter { $0 == 0x0A }.count)
      #expect(scan.isQuoted == (text.filter { $0 == 0x22 }.count % 2 == 1))
    }
  }

  /// Whatever the processor has finds the same as plain code, from whatever state and to whatever end.
  @Test(arguments: StructureInstructions.allCases)
  func structureByInstructions(instructions: StructureInstructions) {
    guard instructions.rawValue <= StructureInstructions.here.rawValue else { return }
    var random = SplitMixGenerator(seed: 77)
    let letters: [UInt8] = [0x61, 0x2C, 0x0A, 0x22, 0x0D, 0x3B, 0x22, 0xE1]
    for round in 0..<2_000 {
      let count = round < 200 ? round : Int.random(in: 0...700, using: &random)
      let share = [1, 3, 12, 60][round % 4]
      let bytes = padded(
        (0..<count).map { _ in
          Int.random(in: 0..<share, using: &random) == 0
            ? letters.randomElement(using: &random)! : 0x62
        })
      // Two calls, the second of which goes on where the first ends.
      let cut = 64 + Int.random(in: 0...count, using: &random)
      func list(_ instructions: StructureInstructions) -> (StructureScan, [UInt32]) {
        var scan = StructureScan()
        scan.count = 1
        var positions = [UInt32](repeating: 0, count: count + 130)
        for range in [64..<cut, cut..<(64 + count)] {
          var span = positions.mutableSpan
          listStructure(
            bytes.span, in: range, delimiter: 0x2C, instructions: instructions, scan: &scan,
            into: &span)
        }
        return (scan, Array(positions.prefix(scan.count)))
      }
      let (plain, plainPositions) = list(.plain)
      let (other, otherPositions) = list(instructions)
      #expect(otherPositions == plainPositions)
      #expect(other == plain)
    }
  }

  private let numbers: [String] = [
    "", "0", "7", "12", "00012", "99999999", "100000000", "1234567890123456", "9999999999999999",
    "12345678901234567", "1.5", "0.25", "10.00", "123.456", "0.125", "1234.567", ".5", "5.",
    "1.2.3",
    "-3", " 4", "4 ", "12a", "x", "123456789.25", "1234567.1", "12345678.12", "999999999999.99",
    "1,5", "\u{661}", "0.0001",
  ]

  @Test(arguments: UInt64(1)...20)
  func digits(seed: UInt64) {
    var random = SplitMixGenerator(seed: seed)
    let cells = (0..<200).map { _ in
      Bool.random(using: &random)
        ? String(Int.random(in: 0...9_999_999_999, using: &random))
        : numbers.randomElement(using: &random)!
    }
    let (bytes, ends) = cellColumn(cells, around: 0x22)
    var (values, missing) = ([Int64](repeating: -1, count: 300), [UInt64](repeating: 0, count: 5))
    var row = 0
    let places = CellPlaces(column: 0, columnCount: 1)
    while row < cells.count {
      let next = read(&values, &missing) {
        readDigits(
          bytes.span, ends: ends.span, places: places, rows: row..<cells.count, first: 70,
          into: &$0, missing: &$1)
      }
      for done in row..<next {
        #expect(values[70 + done] == (cells[done].isEmpty ? 0 : Int64(cells[done])))
        let isMissing = missing[(70 + done) >> 6] >> UInt64((70 + done) & 63) & 1 == 1
        #expect(isMissing == cells[done].isEmpty)
      }
      if next < cells.count {
        let text = cells[next].utf8
        #expect(text.count > 16 || text.contains { !(0x30...0x39).contains($0) })
      }
      row = next + 1
    }
  }

  @Test(arguments: UInt64(1)...20)
  func decimals(seed: UInt64) {
    var random = SplitMixGenerator(seed: seed)
    let scale = Int.random(in: 0...4, using: &random)
    let cells = (0..<200).map { _ in
      Bool.random(using: &random)
        ? "\(Int.random(in: 0...9_999, using: &random)).\(Int.random(in: 0...99, using: &random))"
        : numbers.randomElement(using: &random)!
    }
    let (bytes, ends) = cellColumn(cells, around: 0x22)
    var (values, missing) = ([Int64](repeating: -1, count: 200), [UInt64](repeating: 0, count: 4))
    let places = CellPlaces(column: 0, columnCount: 1)
    for row in cells.indices {
      let next = read(&values, &missing) {
        readDecimals(
          bytes.span, ends: ends.span, places: places, rows: row..<(row + 1), first: 0, sign: 0x2E,
          scale: scale, into: &$0, missing: &$1)
      }
      let expected = plainDecimal(cells[row], scale: scale)
      #expect(next == (expected == nil ? row : row + 1), "\(cells[row]) at \(scale)")
      if let expected { #expect(values[row] == expected, "\(cells[row]) at \(scale)") }
    }
  }

  /// What a cell says times `10^scale`; nil where it is not read as it stands.
  private func plainDecimal(_ cell: String, scale: Int) -> Int64? {
    if cell.isEmpty { return 0 }
    let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }),
      cell.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    if decimals.count > scale { return nil }
    if decimals.count == 3, parts[0].count <= 3, parts[0].first != "0" { return nil }
    if cell.utf8.count > 8, cell.utf8.count + scale > 18 || cell.utf8.count > 16 { return nil }
    return Int64(parts[0] + decimals + String(repeating: "0", count: scale - decimals.count))
  }

  /// Takes two arrays as spans, since only so can both be written to at once.
  private func read(
    _ values: inout [Int64], _ missing: inout [UInt64],
    _ body: (inout MutableSpan<Int64>, inout MutableSpan<UInt64>) -> Int
  ) -> Int {
    var one = values.mutableSpan
    var other = missing.mutableSpan
    return body(&one, &other)
  }

  /// Texts of all lengths up to some that are longer than steps take, numbered in the order they are met.
  @Test(arguments: 1...8)
  func texts(steps: Int) {
    var random = SplitMixGenerator(seed: 8)
    let longest = longestText(steps: steps)
    let words = (0..<3_000).map { number -> String in
      // A zero at the end tells a text from the one without it.
      if number % 50 == 0 { return "Thôn \(number % 300)\u{0}" }
      if number % 50 == 1 { return "Thôn \((number - 1) % 300)" }
      return String(
        ("Thôn \(number % 700) " + String(repeating: "à", count: number % 70)).prefix(number % 80))
    }
    let cells = (0..<5_000).map { _ in words.randomElement(using: &random)! }
    let (bytes, ends) = cellColumn(cells, around: 0x22)
    let places = CellPlaces(column: 0, columnCount: 1)
    let keys = TextKeys((0..<16).map { _ in random.next() })
    var hashes = [UInt64](repeating: 0, count: cells.count)
    var hashSpan = hashes.mutableSpan
    hashCells(
      bytes.span, ends: ends.span, places: places, rowCount: cells.count, keys: keys,
      steps: steps, into: &hashSpan)
    for row in cells.indices {
      let cell = places.cell(row, ends.span)
      let isLong = cells[row].utf8.count > longest
      #expect(
        hashes[row] == (isLong ? 0 : hashOfText(bytes.span, cell.start, cell.end, keys: keys)))
    }
    // Every second text is known that is not too long.
    var known: [String] = []
    for (place, word) in words.enumerated()
    where place / 2 % 2 == 0 && word.utf8.count <= longest && !known.contains(word) {
      known.append(word)
    }
    var texts = [UInt8](repeating: 0, count: 16 * steps - 1) + [0xFF]
    var slots = [UInt32](repeating: 0, count: 4_096)
    for (number, text) in known.enumerated() {
      texts += Array(text.utf8)
      texts += [UInt8](repeating: 0, count: longest - text.utf8.count) + [UInt8(text.utf8.count)]
      guard let row = cells.firstIndex(of: text) else { continue }
      var slot = Int(truncatingIfNeeded: hashes[row]) & 4_095
      while slots[slot] != 0 { slot = (slot + 1) & 4_095 }
      slots[slot] = UInt32(hashes[row] >> 32) & ~4_095 | UInt32(number + 1)
    }
    var numbers = [UInt32](repeating: 7, count: cells.count + 3)
    var span = numbers.mutableSpan
    _ = findCells(
      hashes.span, rowCount: cells.count, slots: slots.span, steps: steps, texts: texts.span,
      first: 3, into: &span)
    var row = 0
    while row < cells.count {
      span = numbers.mutableSpan
      row = checkCells(
        bytes.span, ends: ends.span, places: places, rows: row..<cells.count, first: 3,
        keys: keys, steps: steps, texts: texts.span, into: &span)
      if row < cells.count {
        #expect(!known.contains(cells[row]))
        numbers[row + 3] = 0
      }
      row += 1
    }
    for row in cells.indices {
      #expect(numbers[row + 3] == known.firstIndex(of: cells[row]).map { UInt32($0) } ?? 0)
    }
  }

  /// A sum tells every single change, also in the bytes behind the last whole word.
  @Test(arguments: [1, 31, 32, 33, 64, 100])
  func checksums(count: Int) {
    var random = SplitMixGenerator(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let sum = checksum(bytes.span.bytes)
    #expect(checksum(bytes.span.bytes) == sum)
    for place in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[place] ^= 1 << UInt8(bit)
        #expect(checksum(other.span.bytes) != sum)
      }
    }
    #expect(checksum((bytes + [0]).span.bytes) != sum)
  }
  /// Words, blocks and pages that change places or turn to zeros are told, also where most are alike.
  @Test func checksumsOfPlaces() {
    var random = SplitMixGenerator(seed: 3)
    for most in [UInt8(1), 255] {
      let bytes = (0..<16_384).map { _ in UInt8.random(in: 0...most, using: &random) }
      let sum = checksum(bytes.span.bytes)
      for size in [1, 8, 64, 512, 4096] {
        for _ in 0..<100 {
          let first = Int.random(in: 0..<(bytes.count / size), using: &random) * size
          let second = Int.random(in: 0..<(bytes.count / size), using: &random) * size
          var other = bytes
          other.replaceSubrange(first..<(first + size), with: bytes[second..<(second + size)])
          if other != bytes { #expect(checksum(other.span.bytes) != sum) }
          other.replaceSubrange(second..<(second + size), with: bytes[first..<(first + size)])
          if other != bytes { #expect(checksum(other.span.bytes) != sum) }
          other = bytes
          other.replaceSubrange(first..<(first + size), with: repeatElement(0, count: size))
          if other != bytes { #expect(checksum(other.span.bytes) != sum) }
        }
      }
    }
  }
}
