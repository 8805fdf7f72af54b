import HoiKernels
import Testing

/// Few short texts found by one look, against a dictionary.
@Suite struct ShortTextTests {
  private let words = [
    "", "0", "7", "12", "2027", "2028", "20270", "Nam", "Nữ", "Dao", "Ê Đê", "12345678", "Tày",
  ]

  private func find(
    _ known: ShortTexts, _ cells: [String], from first: Int, into numbers: inout [UInt32]
  ) -> Int {
    let (bytes, ends) = cellColumn(cells, around: 0x31)
    var span = numbers.mutableSpan
    return known.find(
      bytes.span, ends: ends.span, places: CellPlaces(column: 0, columnCount: 1),
      rows: first..<cells.count, first: 5, into: &span)
  }

  private func insert(_ text: String, _ number: UInt32, into known: inout ShortTexts) -> Bool {
    known.insert(Array(text.utf8).span, number: number)
  }

  @Test(arguments: UInt64(0)...30)
  func asInADictionary(seed: UInt64) throws {
    var random = SplitMixGenerator(seed: seed)
    // Longer than eight bytes, and longer than sixteen; some only where the seed is even.
    let longer =
      ["Tuyên Quang hay Hà Giang", "12345678901234567"]
      + (seed % 2 == 0
        ? ["123456789", "Xơ Đăng", "Hà Giang", "1234567890123456", "12345678a"] : [])
    let cells = (0..<400).map { _ in (words + longer).randomElement(using: &random)! }
    var known = ShortTexts(factor: random.next())
    var numberOfText: [String: UInt32] = [:]
    var numbers = [UInt32](repeating: 9_999, count: cells.count + 5)
    var row = 0
    while row < cells.count {
      row = find(known, cells, from: row, into: &numbers)
      if row == cells.count { break }
      let cell = cells[row]
      #expect(numberOfText[cell] == nil)
      if cell.utf8.count <= 16 {
        let number = UInt32(numberOfText.count)
        numberOfText[cell] = number
        let hasRoom = insert(cell, number, into: &known)
        try #require(hasRoom)
      } else {
        // It is none of these, however often it comes.
        let hasRoom = insert(cell, 0, into: &known)
        #expect(!hasRoom)
        numbers[row + 5] = 8_888
        row += 1
      }
    }
    for (row, cell) in cells.enumerated() {
      #expect(numbers[row + 5] == numberOfText[cell] ?? 8_888, "\(cell.debugDescription)")
    }
  }

  /// A zero behind a text makes another of it, for which there is no room beside it.
  @Test func zeros() {
    var known = ShortTexts(factor: 12_345)
    let hasRoom = insert("Nam", 0, into: &known)
    #expect(hasRoom)
    var numbers = [UInt32](repeating: 0, count: 7)
    let row = find(known, ["Nam", "Nam\u{0}"], from: 0, into: &numbers)
    #expect(row == 1)
    let hasRoomForOther = insert("Nam\u{0}", 1, into: &known)
    #expect(!hasRoomForOther)
  }

  /// As many as there is room for are all found, whatever they are multiplied by; one more is refused.
  @Test(arguments: [UInt64(0), 1, 2, 1 << 63, .max, 0x0101_0101_0101_0101])
  func many(factor: UInt64) {
    var known = ShortTexts(factor: factor)
    let cells = (0..<64).map { "\($0 * 37)" }
    for (number, cell) in cells.enumerated() {
      let hasRoom = insert(cell, UInt32(number), into: &known)
      #expect(hasRoom)
    }
    let hasRoom = insert("A", 64, into: &known)
    #expect(!hasRoom)
    var numbers = [UInt32](repeating: 0, count: 69)
    var row = find(known, cells, from: 0, into: &numbers)
    #expect(row == 64)
    #expect(Array(numbers[5...]) == (0..<64).map { UInt32($0) })
    row = find(known, ["0", "1"], from: 0, into: &numbers)
    #expect(row == 1)
  }
}
