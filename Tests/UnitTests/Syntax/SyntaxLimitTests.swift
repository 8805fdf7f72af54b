import HoiDiagnostics
import HoiSyntax
import Testing

@Suite struct SyntaxLimitTests {
  private func codes(_ text: String, _ change: (inout Limits) -> Void = { _ in }) -> [String] {
    var limits = Limits()
    change(&limits)
    return parse(SourceText(text), lineEnds: .mayContinue, limits: limits).diagnostics.map(\.code)
  }

  @Test(arguments: [
    ("show " + String(repeating: "(", count: 100_000)),
    ("show " + String(repeating: "f(", count: 100_000)),
    ("show a where " + String(repeating: "not ", count: 100_000) + "b"),
    ("show " + String(repeating: "-", count: 99_000) + "a"),
    (String(repeating: "explain ", count: 99_000) + "show a"),
    ("show a" + String(repeating: " + a", count: 50_000)),
    ("show a" + String(repeating: " * a", count: 50_000)),
    ("show a where b = 1" + String(repeating: " + (1", count: 50_000)),
  ])
  func depth(_ text: String) {
    #expect(codes(text) == ["H032"])
  }

  @Test func aLongChainOfConditionsIsNotDeep() {
    let text = "show a where b = 1" + String(repeating: " and b = 1", count: 20_000)
    #expect(codes(text) == [])
  }

  @Test func partsOfOneStatement() {
    let text = "show a" + String(repeating: ", a", count: 1_000)
    #expect(codes(text) { $0.nodes = 500 } == ["H033"])
    #expect(codes(text + "\nshow b") { $0.nodes = 5_000 } == [])
  }

  @Test func bytesOfOneText() {
    #expect(codes("show a") { $0.sourceBytes = 5 } == ["H031"])
    #expect(codes("show a") { $0.sourceBytes = 6 } == [])
  }

  @Test func digitsOfOneNumber() {
    let nines = String(repeating: "9", count: 38)
    #expect(codes("show a where b = \(nines)") == [])
    #expect(codes("show a where b = \(nines)0") == ["H017"])
    #expect(codes("show a where b = 0." + String(repeating: "0", count: 39)) == ["H017"])
  }
}
