import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

@Suite struct ReadAmountTests {
  private let blueprint = childrenBlueprint([("chi", .amount)])

  /// Stored amounts, scale and codes of warnings of a column of amounts.
  private func read(
    _ cells: [String], delimiter: String = ",", decimal: UInt8? = nil
  ) throws -> (stored: [String], scale: Int, warnings: [String]) {
    var blueprint = blueprint
    blueprint.decimal = decimal
    let (table, warnings) = try readFactTable(
      Array(text(cells, delimiter).utf8), blueprint, file: "chi.csv", limits: Limits())
    return (table.allRowWords.map { $0[2] }, table.columns[2].scale, warnings.map(\.filePlace))
  }

  private func text(_ cells: [String], _ delimiter: String) -> String {
    ([["nam", "thon", "chi"]] + cells.map { ["2027", "A", $0] })
      .map { $0.joined(separator: delimiter) + "\n" }.joined()
  }

  @Test func takesTheScaleOfTheLongestDecimal() throws {
    let found = try read(["1.5", "2", "", "-0.25", "3.10", "10.1000"])
    #expect(found.stored == ["150", "200", "—", "-25", "310", "1010"])
    #expect(found.scale == 2)
    #expect(found.warnings.isEmpty)
  }

  @Test func acceptsDecimalCommasAmongSemicolons() throws {
    let found = try read(["1,5", "2", "0,125"], delimiter: ";")
    #expect(found.stored == ["1500", "2000", "125"])
    #expect(found.scale == 3)
    #expect(found.warnings.isEmpty)
    #expect(try read(["\"1,5\""], decimal: 0x2C).stored == ["15"])
  }

  @Test func warnsWhereBothReadingsFit() throws {
    let found = try read(["1.234", "20"])
    #expect(found.stored == ["1234", "20000"])
    #expect(found.warnings == ["H249 2:8 `1.234`"])
    #expect(try read(["1.234", "2.5"]).warnings.isEmpty)
    #expect(try read(["1.234"], decimal: 0x2E).warnings.isEmpty)
    #expect(try read(["0.234"]).warnings.isEmpty)
  }

  @Test(arguments: [
    (["1,5", "1.5"], ";", "H235 3:8 `1.5`"), (["1.234", "2,5"], ";", "H235 3:8 `2,5`"),
    (["\"1,5\""], ",", "H236 2:9 `1,5`"), (["1.234,5"], ";", "H232 2:8 `1.234,5`"),
    (["1 234"], ",", "H232 2:8 `1 234`"), (["55,7%"], ";", "H234 2:8 `55,7%`"),
    (["1.0123456789"], ",", "H237 2:8 `1.0123456789`"),
    (["9223372036854775807", "1.5"], ",", "H239 3:8 `1.5`"),
    (["1.5", "9223372036854775807"], ",", "H238 3:8 `9223372036854775807`"),
    (["1..5"], ",", "H233 2:8 `1..5`"), (["5."], ",", "H233 2:8 `5.`"),
    (["-"], ",", "H233 2:8 `-`"), (["."], ",", "H233 2:8 `.`"), (["1-2"], ",", "H233 2:8 `1-2`"),
  ])
  func refusesOthers(cells: [String], delimiter: String, place: String) {
    #expect(fileRefusal(text(cells, delimiter), blueprint)?.filePlace == place)
  }

  @Test func warnsOfNegativeCounts() throws {
    let (table, warnings) = try readFactTable(
      Array("nam,thon,tre\n2027,A,-3\n2027,B,−4\n".utf8), childrenBlueprint(), file: "tre.csv",
      limits: Limits())
    #expect(table.allRowWords.map { $0[2] } == ["-3", "-4"])
    #expect(warnings.map(\.filePlace) == ["H248 2:8 `-3`"])
    #expect(
      warnings.first?.message.english == "column `tre` has 2 negative counts, the first one here")
  }

  /// Against a slow twin that reads each decimal by itself.
  @Test func readsRandomAmounts() throws {
    var random = FormatsRandom(seed: 7)
    for _ in 0..<50 {
      let most = Int.random(in: 0...5, using: &random)
      var cells: [String] = []
      var parts: [(Int, Int, Int)] = []
      for _ in 0..<40 {
        let whole = Int.random(in: -5000...5000, using: &random)
        let places = Int.random(in: 0...most, using: &random)
        let digits = (0..<places).map { _ in Int.random(in: 0...9, using: &random) }
        cells.append(
          "\(whole)" + (places > 0 ? "." + digits.map(String.init).joined() : ""))
        parts.append((whole, digits.reduce(0) { $0 * 10 + $1 }, places))
      }
      let found = try read(cells)
      for (row, (whole, decimals, places)) in parts.enumerated() {
        let sign = cells[row].hasPrefix("-") ? -1 : 1
        let power = { (exponent: Int) in (0..<exponent).reduce(1) { result, _ in result * 10 } }
        let exact = sign * (whole.magnitude.signed * power(places) + decimals)
        #expect(Int(found.stored[row])! * power(places) == exact * power(found.scale))
      }
    }
  }
}

extension UInt {
  fileprivate var signed: Int { Int(self) }
}
