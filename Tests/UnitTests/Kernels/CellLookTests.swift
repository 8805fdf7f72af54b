import HoiKernels
import Testing

/// What cells look like, counted many at a time, against one cell at a time.
@Suite struct CellLookTests {
  private let cells: [String] = [
    "", "0", "7", "00", "012", "1899", "1900", "2027", "2100", "2101", "02027", "12345678",
    "123456789", "123456789012", "1234567890123", "0.5", "0.50", "1.234", ".5", "5.", "1.2.3",
    "12345.67", "123456.78", "12.5 ", "-3", "1,5", "x", "1a", "a1", "1:", "1/2", "2027-2028", "12%",
    "00.1", "..", "1..2", "12345678.1",
  ]

  /// Adds a cell to the counts; false where it is none of them.
  private func count(_ cell: String, _ mayHavePoint: Bool, _ counts: inout NumberCounts) -> Bool {
    if cell.isEmpty {
      counts.blank += 1
      return true
    }
    let isDigits = { (text: Substring) in
      !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    if isDigits(cell[...]), cell.utf8.count <= 12 {
      if cell.first == "0", cell != "0" { return false }
      counts.whole += 1
      if cell.count == 4, (1900...2100).contains(Int(cell)!) { counts.year += 1 }
      return true
    }
    let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
    guard mayHavePoint, cell.utf8.count <= 8, parts.count == 2, parts.allSatisfy(isDigits),
      parts[1].utf8.count <= 2
    else { return false }
    counts.decimal += 1
    return true
  }

  @Test(arguments: UInt64(0)..<20)
  func numbers(seed: UInt64) {
    var random = SplitMixGenerator(seed: seed)
    let mayHavePoint = seed % 2 == 0
    let cells = (0..<300).map { _ in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: self.cells.randomElement(using: &random)!
      case 1: "\(Int.random(in: 0..<3_000, using: &random))"
      default:
        "\(Int.random(in: 0..<300, using: &random)).\(Int.random(in: 0..<100, using: &random))"
      }
    }
    // Digits stand around the cells, so that none of them may be taken for a part of one.
    let (bytes, ends) = cellColumn(cells, around: 0x39)
    var (found, expected) = (NumberCounts(), NumberCounts())
    var row = 0
    while row < cells.count {
      let next = countNumbers(
        bytes.span, ends: ends.span, places: CellPlaces(column: 0, columnCount: 1),
        rows: row..<cells.count, mayHavePoint: mayHavePoint, into: &found)
      for cell in cells[row..<next] {
        let isCounted = count(cell, mayHavePoint, &expected)
        #expect(isCounted, "\(cell.debugDescription)")
      }
      if next < cells.count {
        var others = NumberCounts()
        let isCounted = count(cells[next], mayHavePoint, &others)
        #expect(!isCounted, "\(cells[next].debugDescription)")
      }
      row = next + 1
    }
    #expect(found == expected)
  }

  @Test(arguments: UInt64(0)..<10)
  func words(seed: UInt64) {
    var random = SplitMixGenerator(seed: seed)
    // b, e and z.
    let letters: UInt32 = 1 << 1 | 1 << 4 | 1 << 25
    let pool = Array("aBzo19 .ế-%E[`{".unicodeScalars)
    let cells = (0..<300).map { _ in
      (0..<Int.random(in: 0..<6, using: &random)).reduce(into: "") { text, _ in
        text.unicodeScalars.append(pool.randomElement(using: &random)!)
      }
    }
    let (bytes, ends) = cellColumn(cells, around: 0x39)
    var row = 0
    while row < cells.count {
      let next = countWords(
        bytes.span, ends: ends.span, places: CellPlaces(column: 0, columnCount: 1),
        rows: row..<cells.count, letters: letters, longest: 8)
      for (place, cell) in cells[row..<min(next + 1, cells.count)].enumerated() {
        let isTelling = cell.utf8.contains { "bezBEZ".utf8.contains($0) }
        let hasLetter = cell.utf8.contains { "aAoOzZbBeE".utf8.contains($0) }
        let hasDigit = cell.utf8.contains { (0x30...0x39).contains($0) }
        let isWord = cell.utf8.count <= 8 && (isTelling || hasLetter && hasDigit)
        #expect(isWord == (row + place < next), "\(cell.debugDescription)")
      }
      row = next + 1
    }
  }
}
