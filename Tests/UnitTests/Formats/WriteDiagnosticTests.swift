import HoiDiagnostics
import HoiFormats
import Testing

@Suite struct WriteDiagnosticTests {
  private let source = SourceText("show tre\nshow tỷ.lệ by truong\n", name: "hỏi.hoi")

  @Test func writesPlaceAndFix() {
    let range = SourceRange(27, 33)
    let diagnostic = Diagnostic(
      "H044", in: source, at: range, Wording(vi: "sai", en: "wrong \"way\""),
      notes: [Wording(vi: "vì", en: "because")],
      fix: .replace(range, with: "thon", hint: Wording(vi: "gợi ý", en: "hint")))
    #expect(
      writeJSONDiagnostic(diagnostic, .english)
        == #"{"error":{"code":"H044","message":"wrong \"way\"","source":"hỏi.hoi","#
        + #""line":2,"column":15,"start":27,"end":33,"text":"truong","notes":["because"],"#
        + #""fix":"show tỷ.lệ by thon","hint":"hint"}}"# + "\n")
  }

  @Test func writesNullWithoutAFix() {
    let diagnostic = Diagnostic(
      "H001", in: SourceText(""), at: SourceRange(0, 0), Wording(verbatim: "trống"))
    #expect(
      writeJSONDiagnostic(diagnostic, .vietnamese)
        == #"{"error":{"code":"H001","message":"trống","source":"","line":1,"column":1,"#
        + #""start":0,"end":0,"text":"","notes":[],"fix":null,"hint":null}}"# + "\n")
  }

  @Test func correctsALineOfADataFile() {
    let found = fileRefusal("nam,thon,tre\n2026,A,1\n2027,B,1 234\n2028,C,3\n")!
    let text = writeJSONDiagnostic(found, .english)
    #expect(text.contains(#""source":"tre.csv","line":3,"column":8,"start":7,"end":12"#))
    #expect(text.contains(#""fix":"2027,B,1234""#))
  }
}
