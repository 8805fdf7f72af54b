import HoiAssistance
import HoiCatalog
import HoiDiagnostics
import Testing

/// What a text waits for, what its parts are, and how its statements are explained.
struct WritingTests {
  @Test(
    arguments: [
      ("show a.b", nil), ("show a.b,", .more), ("show (a.b", .parenthesis), ("show a +", .more),
      ("table t {", .brace), ("table t { time nam (", .parenthesis), ("say \"một", .quote),
      ("say \"một\nhai", .quote), ("say \"một\"", nil), ("", nil), ("show", nil),
    ] as [(String, Awaited?)])
  func anUnfinishedEntryTellsWhy(text: String, expected: Awaited?) {
    #expect(awaited(by: text) == expected)
  }

  private func parts(_ text: String) -> [String] {
    highlights(text).map { "\($0.kind) \(SourceText(text)[$0.range])" }
  }

  @Test func partsOfAStatementAreTold() {
    #expect(
      parts("show prev(mamnon.by) by thon where nam=2025 # hết") == [
        "keyword show", "function prev", "name mamnon", "name by", "keyword by", "name thon",
        "keyword where", "name nam", "number 2025", "comment # hết",
      ])
    #expect(
      parts("xem a theo \"b c\" khi x = $nam ^") == [
        "keyword xem", "name a", "keyword theo", "string \"b c\"", "keyword khi", "name x",
        "parameter $nam", "mistake ^",
      ])
    #expect(parts("table t from \"t.csv\" { time nam school }").contains("keyword time"))
  }

  @Test func everyTextHasParts() {
    for text in ["", "\"", "\u{1}\u{0}", "show (((", ") = , .", "a . . b", "}{", "in in in ="] {
      for end in 0...text.utf8.count {
        _ = completions(text, at: end, in: SmallModel.catalog, language: .english)
      }
      _ = highlights(text)
      _ = awaited(by: text)
    }
  }

  @Test func aStatementIsExplainedWithItsModel() throws {
    let help = try #require(statementHelp("show", in: SmallModel.catalog))
    #expect(help.example == "show mamnon.tyle by thon where nam = 2027")
    #expect(statementHelp("kiem", in: SmallModel.catalog)?.word.english == "check")
    #expect(statementHelp("theo", in: SmallModel.catalog) == nil)
    #expect(statementHelp("show", in: Catalog())?.example == nil)
  }
}
