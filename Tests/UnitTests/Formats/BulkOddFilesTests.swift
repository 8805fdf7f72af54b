import Glibc
import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

/// Files as programs and people of all kinds write them, read in blocks so small that their edges fall
/// anywhere, against reading cell by cell.
@Suite struct BulkOddFilesTests {
  private let pool = WorkerPool(count: 3)

  @Test(arguments: UInt64(1)...150)
  func read(seed: UInt64) throws {
    var file = OddFile(seed: seed)
    let bytes = file.written()
    let name = try temporaryFile(bytes)
    defer { unlink(name) }
    let blueprint = file.blueprint
    let asked = SourceText(name)
    let bulk = bulkReading(
      taskRows: file.one([1, 7, 100]), blockBytes: file.one([90, 256, 700, 4096, 1 << 18]))
    let plain = finding { () throws(Diagnostic) in
      try readFactTable(bytes, blueprint, file: "t.csv", limits: Limits())
    }
    let fast = finding { () throws(Diagnostic) in
      try readFactTable(
        at: name, named: "t.csv", askedBy: (asked, SourceRange(0, 1)), blueprint,
        limits: Limits(), pool: pool, bulk: bulk)
    }
    #expect(fast == plain)
  }

  @Test(arguments: UInt64(1)...150)
  func looks(seed: UInt64) throws {
    var file = OddFile(seed: seed)
    let bytes = file.written()
    let name = try temporaryFile(bytes)
    defer { unlink(name) }
    let bulk = bulkReading(
      taskRows: file.one([1, 7, 100]), blockBytes: file.one([90, 256, 700, 4096, 1 << 18]))
    let found = bulk.columnLooks(at: name, named: "t.csv", limits: Limits(), pool: pool)
    guard let found else { return }
    var plain: [ColumnLooks]?
    do throws(Diagnostic) {
      plain = try columnLooks(bytes, file: "t.csv", limits: Limits())
    } catch {
      Issue.record("refused: \(error.filePlace)")
    }
    for (one, other) in zip(found, plain ?? []) {
      #expect(words(one) == words(other))
    }
  }

  private func words(_ looks: ColumnLooks) -> String {
    let line = looks.numberCount > 0 ? looks.firstTextLine : 0
    return "\(looks.head) \(looks.blankCount) \(looks.wholeCount) \(looks.yearCount) "
      + "\(looks.schoolYearCount) \(looks.decimalCount) \(looks.codeCount) "
      + "\(looks.percentageCount) \(looks.textCount) \(line) \(looks.marks) \(looks.markCount)"
  }

  /// All that anybody can see of a file that was read.
  private func finding(
    _ read: () throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic])
  ) -> [String] {
    do throws(Diagnostic) {
      let (table, warnings) = try read()
      return table.columns.map { "\($0)" }
        + table.allRowWords.map { $0.joined(separator: "|") }
        + warnings.map { "\($0.code) \($0.message.english)" }
        + (0..<table.rowCount).map { "\(table.origin.line(ofRow: $0) ?? 0)" }
    } catch {
      return [error.filePlace, error.message.english]
    }
  }
}

/// A file at random, and what is to be read of it.
private struct OddFile {
  private var random: FormatsRandom
  private let delimiter: String
  private let lineBreak: String
  private let sign: String
  /// The decimal sign of the second column of amounts, mostly the same.
  private let otherSign: String
  private let memberCount: Int
  /// One in how many cells is odd; nil for none.
  private let oddness: Int?
  private let heads: [String]

  init(seed: UInt64) {
    var random = FormatsRandom(seed: seed &* 0x51F1)
    delimiter = [",", ";", "\t", "|"].randomElement(using: &random)!
    lineBreak = ["\n", "\n", "\r\n"].randomElement(using: &random)!
    sign = delimiter == "," ? "." : [".", ","].randomElement(using: &random)!
    otherSign =
      delimiter == "," || Int.random(in: 0..<4, using: &random) > 0
      ? sign : (sign == "." ? "," : ".")
    memberCount = [1, 3, 40, 300].randomElement(using: &random)!
    oddness = [nil, 200, 40, 10].randomElement(using: &random)!
    heads = ["nam", "thon", "loai", "tre", "chi", "thu", "muc", "dat", "ghi"].shuffled(
      using: &random)
    self.random = random
  }

  var blueprint: TableBlueprint {
    var blueprint = childrenBlueprint(
      [("tre", .count), ("chi", .amount), ("thu", .amount), ("muc", .level), ("dat", .flag)],
      dimensions: ["thon", "loai"])
    blueprint.missingMarks = ["..", "x"]
    return blueprint
  }

  mutating func one<Choice>(_ choices: [Choice]) -> Choice {
    choices.randomElement(using: &random)!
  }

  private mutating func isOdd() -> Bool {
    oddness.map { Int.random(in: 0..<$0, using: &random) == 0 } ?? false
  }

  mutating func written() -> [UInt8] {
    let isWhole = oddness == nil
    var text = isWhole ? "" : one(["", "", "\u{FEFF}"])
    text += heads.joined(separator: delimiter) + lineBreak
    let rows = one([1, 2, 63, 64, 65, 200, 400])
    for row in 0..<rows {
      text += heads.map { cell($0) }.joined(separator: delimiter)
      if isOdd() { text += one([" ", delimiter, lineBreak]) }
      text += row == rows - 1 ? one([lineBreak, ""]) : isOdd() ? one(["\n", "\r\n"]) : lineBreak
    }
    var bytes = Array(text.utf8)
    if !isWhole, one([true, false, false, false, false]) {
      bytes[Int.random(in: bytes.indices, using: &random)] = one([0xFF, 0x00, 0x0D, 0x0A, 0x22])
    }
    return bytes
  }

  private mutating func cell(_ head: String) -> String {
    var cell = plainCell(head)
    if isOdd() { cell = one(["", " ", "..", "x", "\"\"", "-", "năm"]) }
    if isOdd() { cell = one([" ", "  ", "\u{A0}"]) + cell + one(["", " "]) }
    if isOdd() {
      cell =
        "\"" + cell.replacing("\"", with: "\"\"") + one(["", delimiter, lineBreak, "\"\""]) + "\""
    }
    return cell
  }

  private mutating func plainCell(_ head: String) -> String {
    let small = Int.random(in: 0..<60, using: &random)
    switch head {
    case "nam": return isOdd() ? one(["2027-2028", "2027 – 2028"]) : "\(2020 + small % 5)"
    case "thon":
      let number = Int.random(in: 0..<memberCount, using: &random)
      if isOdd() { return one(["Thôn \(number)", "Tho\u{302}n \(number)", "thôn \(number)"]) }
      let long = number % 7 == 0 ? String(repeating: " dài", count: number % 50) : ""
      return "Thôn \(number)\(long)"
    case "loai": return one(["a", "b", "Ư", "U\u{31B}", "Đ", ""])
    case "tre":
      if isOdd() {
        return one(["-1", "1.0", "1 000", "00012", "\(Int.max)", "99999999999999999999"])
      }
      return one(["", "\(small)", "\(small * 1_234_567)"])
    case "chi", "thu":
      let sign = head == "chi" ? sign : otherSign
      let other = isOdd() ? (sign == "." ? "," : ".") : sign
      if isOdd() {
        return one(["-3\(other)5", "0\(other)001", "1\(other)234", "1.234,5", "1,234.5"])
      }
      return "\(small * 997)" + one(["", "\(other)5", "\(other)25", "\(other)50", "\(other)1250"])
    case "muc": return isOdd() ? one(["1000", "2.5"]) : one(["1", "2", "3", ""])
    case "dat": return one(["có", "không", "1", "0", "", "Yes"])
    default: return one(["xong", "ghi chú", "\"ghi\(delimiter) chú\""])
    }
  }
}
