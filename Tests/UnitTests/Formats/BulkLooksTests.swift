import Glibc
import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

/// Looking at a file with all threads against looking at it cell by cell.
@Suite struct BulkLooksTests {
  private let pool = WorkerPool(count: 3)

  private enum Oddity: CaseIterable {
    case quotes, breaksInText, windows, numbers, ragged, blankRows, strayQuotes
  }

  private func text(_ oddities: Set<Oddity>, rows: Int, seed: UInt64) -> String {
    var random = FormatsRandom(seed: seed)
    let lineBreak = oddities.contains(.windows) ? "\r\n" : "\n"
    func one(_ choices: String...) -> String { choices.randomElement(using: &random)! }
    func rare() -> Bool { Int.random(in: 0..<20, using: &random) == 0 }
    var text = "Năm,Thôn,Số trẻ,Chi phí,Tỷ lệ,Ghi chú" + lineBreak
    for row in 0..<rows {
      var village = one("Thôn 1", "Nữ", "Hồ", "xa", "Kinh", "a1", "")
      if oddities.contains(.quotes), rare() { village = one("\"a, \"\"b\"\"\"", "\" 7 \"", "\"\"") }
      if oddities.contains(.breaksInText), rare() {
        village = one("\"hai\(lineBreak)dòng\"", "\"\(lineBreak)sau\"")
      }
      var count = one("0", "7", "2027", "123456789", "", "..", "-", " 8 ", "06475")
      if oddities.contains(.numbers), rare() {
        count = one("1.234", "1 000", "-5", "1.234.567", "1,5", "Không có", "12tr", "_n/a", "3.")
      }
      let amount = one("1.5", ".25", "0.001", "12", "−3", "\"1.234,5\"", "99999999999999999999")
      let rate = one("90%", "4.5 %", "%", "x%", "2027-2028", "2027 – 2028", "2027-2029")
      text += one("2026", "2027") + ",\(village),\(count),\(amount),\(rate)," + one("", "N/A", "5")
      if oddities.contains(.ragged), row == rows - 3 { text += ",thừa" }
      if oddities.contains(.blankRows), rare() { text += lineBreak + ",,,,," }
      if oddities.contains(.strayQuotes), row % 7 == 3 { text += "5\" ống" }
      text += row == rows - 1 && seed % 2 == 0 ? "" : lineBreak
    }
    return text
  }

  private func looks(_ text: String, taskRows: Int) throws -> [ColumnLooks]? {
    let name = try temporaryFile(text)
    defer { unlink(name) }
    return bulkReading(taskRows: taskRows).columnLooks(
      at: name, named: "tre.csv", limits: Limits(), pool: pool)
  }

  /// Everything that inference asks; the line of a text only where numbers are beside it.
  private func words(_ look: ColumnLooks) -> String {
    let line = look.numberCount > 0 ? look.firstTextLine : 0
    return """
      \(look.head) \(look.blankCount) \(look.wholeCount) \(look.yearCount) \(look.schoolYearCount) \
      \(look.decimalCount) \(look.codeCount) \(look.percentageCount) \(look.textCount) \(line) \
      \(look.marks) \(look.markCount)
      """
  }

  @Test(arguments: UInt64(1)...80)
  func randomFiles(seed: UInt64) throws {
    var random = FormatsRandom(seed: seed &* 91)
    let oddities = Set(
      Oddity.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    let rows = [4, 5, 63, 300, 1_200].randomElement(using: &random)!
    let text = text(oddities, rows: rows, seed: seed)
    let taskRows = [1, 7, 100].randomElement(using: &random)!
    guard let fast = try looks(text, taskRows: taskRows) else {
      // Left to the reader that goes cell by cell; what is usual and right is not. A number with a comma
      // that nothing quotes is two cells.
      #expect(
        !oddities.isDisjoint(with: [.ragged, .strayQuotes, .blankRows])
          || oddities.contains(.numbers) && text.contains(",1,5,"))
      return
    }
    let plain = try columnLooks(Array(text.utf8), file: "tre.csv", limits: Limits())
    #expect(fast.map(words) == plain.map(words))
  }

  /// What is wrong is told of by who reads cell by cell.
  @Test(arguments: ["a,a\n1,2\n", "nam,x\n2027\n", "nam,x\n2027,\"5\n", ""])
  func leavesWhatIsWrong(text: String) throws {
    let found = try looks(text, taskRows: 1)
    #expect(found.map(\.count) == nil)
  }
}
