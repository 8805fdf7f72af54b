import Glibc
import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

/// Reading with all threads against reading cell by cell.
@Suite struct BulkReadingTests {
  private let pool = WorkerPool(count: 3)

  private static let blueprint: TableBlueprint = {
    var blueprint = childrenBlueprint(
      [("tre", .count), ("chi", .amount), ("muc", .level), ("dat", .flag)],
      dimensions: ["thon", "loai"])
    blueprint.missingMarks = ["..", "x"]
    return blueprint
  }()

  /// More keys than 64 bits have numbers for: 1 201 members and a year, seven times.
  @Test(arguments: [false, true])
  func keysOfManyDimensions(repeats: Bool) throws {
    let names = (0..<7).map { "d\($0)" }
    var blueprint = childrenBlueprint([("tre", .count)], dimensions: names)
    blueprint.requiresUniqueKeys = true
    var rows = (0..<1_200).map { row in
      "2027," + names.indices.map { "m\((row * (2 * $0 + 1)) % 1_200)" }.joined(separator: ",")
        + ",1"
    }
    if repeats { rows.append(rows[7]) }
    let text =
      "nam," + names.joined(separator: ",") + ",tre\n" + rows.joined(separator: "\n") + "\n"
    let name = try temporaryFile(text)
    defer { unlink(name) }
    let asked = SourceText(name)
    let found = try bulkReading(taskRows: 100).readRepeating(
      at: name, named: "tre.csv", askedBy: (asked, SourceRange(0, 1)), blueprint,
      limits: Limits(), pool: pool)
    let facts = try #require(found)
    #expect(facts.table.rowCount == rows.count)
    #expect((facts.repeatedKey?.english.contains("lines 9 and 1202") ?? false) == repeats)
  }

  /// How far reading has come is known, and it ends when its time is over.
  @Test func watches() throws {
    let rows = (0..<2_000).map { "2027,Thôn \($0),\($0)\n" }
    let name = try temporaryFile("nam,thon,tre\n" + rows.joined())
    defer { unlink(name) }
    let blueprint = childrenBlueprint([("tre", .count)], dimensions: ["thon"])
    let asker = (source: SourceText(name), range: SourceRange(0, 1))
    var bulk = bulkReading(taskRows: 100)
    #expect(bulk.watch.percent == nil)
    let facts = try readFactTable(
      at: name, named: "tre.csv", askedBy: asker, blueprint, limits: Limits(), pool: pool,
      bulk: bulk)
    #expect(facts.table.rowCount == 2_000)
    #expect((99...100).contains(bulk.watch.percent ?? 0))
    bulk.watch = LoadWatch(milliseconds: 0)
    var code: String?
    do throws(Diagnostic) {
      _ = try readFactTable(
        at: name, named: "tre.csv", askedBy: asker, blueprint, limits: Limits(), pool: pool,
        bulk: bulk)
    } catch {
      code = error.code
    }
    #expect(code == "H382")
  }

  /// A file at random: how its rows are written depends on what may stand in them.
  private func text(_ oddities: Set<Oddity>, rows: Int, seed: UInt64) -> String {
    var random = FormatsRandom(seed: seed)
    let lineBreak = oddities.contains(.windows) ? "\r\n" : "\n"
    func one(_ choices: [String]) -> String { choices.randomElement(using: &random)! }
    func rare() -> Bool { Int.random(in: 0..<20, using: &random) == 0 }
    var text = "loai,nam,chi,thon,tre,muc,dat,ghi_chu" + lineBreak
    for row in 0..<rows {
      var thon = "Thôn \(Int.random(in: 0..<40, using: &random))"
      if oddities.contains(.quotes), rare() { thon = "\"Thôn \"\"Đông\"\", khu \(row % 3)\"" }
      if oddities.contains(.breaksInText), rare() { thon = "\"hai\(lineBreak)dòng\"" }
      if oddities.contains(.blanks), rare() { thon = one(["", "  Thôn 1 ", "..", "\"\""]) }
      var tre = String(Int.random(in: 0...(rare() ? Int.max : 60), using: &random))
      if oddities.contains(.blanks), rare() { tre = one(["", "x", " 7 ", "\"8\"", "00012"]) }
      var chi = String(Int.random(in: 0..<1_000_000, using: &random))
      chi += one(["", ".5", ".25", ".50", ".1250", ".00"])
      if oddities.contains(.blanks), rare() { chi = one(["", "-3.5", "-12", "..", "0.001"]) }
      if oddities.contains(.faults), row % 97 == 41 {
        tre = one(["1.234", "-1", "năm", "1 000", "5,5"])
      }
      text +=
        one(["a", "b", "Ư", "U\u{31B}", "Đ", ""]) + ",\(2020 + row % 5),\(chi),\(thon),\(tre),"
      text += one(["1", "2", "3", ""]) + "," + one(["có", "không", "1", "0", "", "Yes"])
      text += "," + (oddities.contains(.quotes) && rare() ? "\"ghi, chú\"" : "xong")
      if oddities.contains(.ragged), row == rows - 3 { text += ",thừa" }
      if oddities.contains(.blankLines), rare() { text += lineBreak }
      if oddities.contains(.strayQuotes), row % 7 == 3 { text += "5\" ống" }
      text += row == rows - 1 && seed % 2 == 0 ? "" : lineBreak
    }
    return text
  }

  private enum Oddity: CaseIterable {
    case quotes, breaksInText, blanks, windows, faults, ragged, blankLines, strayQuotes
  }

  /// A file whose rows are those of another, through a file on disk.
  private func compare(_ text: String, taskRows: Int, unique: Bool = false) throws {
    var blueprint = Self.blueprint
    blueprint.requiresUniqueKeys = unique
    let name = try temporaryFile(text)
    defer { unlink(name) }
    let bytes = Array(text.utf8)
    let asked = SourceText(name)
    func bulk() throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic]) {
      try readFactTable(
        at: name, named: "tre.csv", askedBy: (asked, SourceRange(0, 1)), blueprint,
        limits: Limits(), pool: pool, bulk: bulkReading(taskRows: taskRows))
    }
    do throws(Diagnostic) {
      let plain = try readFactTable(bytes, blueprint, file: "tre.csv", limits: Limits())
      let fast = try bulk()
      #expect(fast.table.columns == plain.table.columns)
      #expect(fast.table.rowCount == plain.table.rowCount)
      #expect(fast.table.allRowWords == plain.table.allRowWords)
      #expect(fast.warnings.map(\.code) == plain.warnings.map(\.code))
      let rows = 0..<plain.table.rowCount
      #expect(
        rows.map { fast.table.origin.line(ofRow: $0) }
          == rows.map { plain.table.origin.line(ofRow: $0) })
    } catch {
      let refusal: Diagnostic?
      do throws(Diagnostic) {
        _ = try bulk()
        refusal = nil
      } catch {
        refusal = error
      }
      #expect(refusal?.filePlace == error.filePlace)
    }
  }

  @Test(arguments: UInt64(1)...60)
  func randomFiles(seed: UInt64) throws {
    var random = FormatsRandom(seed: seed &* 77)
    let oddities = Set(
      Oddity.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    let rows = [1, 2, 63, 64, 65, 300, 1_500].randomElement(using: &random)!
    try compare(
      text(oddities, rows: rows, seed: seed), taskRows: [1, 7, 100].randomElement(using: &random)!,
      unique: seed % 10 == 0)
  }

  /// What is usual is not left to the slow reader.
  @Test(arguments: [Set<Oddity>(), [.quotes], [.quotes, .blanks], [.windows], [.breaksInText]])
  private func staysFast(oddities: Set<Oddity>) throws {
    let text = text(oddities, rows: 400, seed: 5)
    let name = try temporaryFile(text)
    defer { unlink(name) }
    let table = bulkReading(taskRows: 20).read(name, "tre.csv", Self.blueprint, Limits(), pool)
    #expect(table?.table.rowCount == 400)
  }
}
