import Foundation
import HoiDiagnostics
import HoiSyntax
import Testing

/// The form of the house. Whole files stand in the golden scripts of `hoi fmt`.
@Suite struct FormattingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let written: String
    let formatted: String

    init(_ written: String, _ formatted: String) {
      self.written = written
      self.formatted = formatted
    }

    var testDescription: String { written }
  }

  @Test(arguments: cases)
  func isLaidOut(_ it: Case) {
    let (text, diagnostics) = formatted(SourceText(it.written))
    #expect(diagnostics.map(\.code) == [])
    #expect(text == it.formatted + "\n")
    #expect(formatted(SourceText(it.formatted)).text == it.formatted + "\n")
  }

  static let cases =
    [
      // Blanks.
      Case("show   a,b  where  x=1 and y in(1,2 , )", "show a, b where x = 1 and y in (1, 2)"),
      Case("show a*-b/( c+d )-f ( x,2 ) as z", "show a * -b / (c + d) - f(x, 2) as z"),
      Case("show a . b where n in 1 .. 3 and p < 5 %", "show a.b where n in 1..3 and p < 5%"),
      Case("show 5 . 7 . a", "show 5. 7.a"),
      Case("show x where y in -5..-3 and not(z)", "show x where y in -5..-3 and not (z)"),
      Case("show (a where b=1)/c", "show (a where b = 1) / c"),
      Case("set lang=vi;set x 3 ;say \"a  b\"", "set lang = vi\nset x 3\nsay \"a  b\""),
      Case("show\u{A0}a\r\n\r\n\r\n\r\nshow b\r\n\r\n", "show a\n\nshow b"),
      // Words of the language in lower case, with their accents; names as they were typed.
      Case(
        "SHOW A BY Thon WHERE nam=2027 AND NOT b=NOT",
        "show A by Thon where nam = 2027 and not b = NOT"
      ),
      Case("xem a THEO b sap -a lay 5", "xem a theo b sắp -a lấy 5"),
      Case("show by by where where where=by", "show by by where where where = by"),
      // The order of clauses and of the parts of a target.
      Case(
        "show a limit 3 per b sort -a where c=1 by b with total",
        "show a by b where c = 1 with total sort -a limit 3 per b"
      ),
      Case("expect a>0 where nam=2027 by b", "expect a > 0 by b where nam = 2027"),
      Case("explain show a into \"x\" by b", "explain show a by b into \"x\""),
      Case(
        "target x due 2030 grade dat >= 5 from 2025 on y.z",
        "target x on y.z >= 5 due 2030 from 2025 grade dat"
      ),
      // Comments stay with what they speak of.
      Case(
        "# a\n\n\n# b\nshow x # c\n   # d\n\n# e\n", "# a\n\n# b\nshow x  # c\n# d\n\n# e"),
      Case(
        "show x # items\n  sort x # order\n  # before by\n  by y # groups\n",
        "show x  # items\n  # before by\n  by y\n  sort x  # order\n# groups"),
      Case(
        "show a,# one\n b, # two\n # own\n c", "show a,  # one\n  b,  # two\n  # own\n  c"),
      // Blocks.
      Case("table t{ }", "table t {}"),
      Case(
        "table t from \"x\" { # head\n\n time nam school;count x # c\n\n\n # last\n\n}",
        "table t from \"x\" {  # head\n  time nam school\n  count x  # c\n\n  # last\n}"),
      Case("dimension d {a \"A\"\n b;c,}", "dimension d { a \"A\", b, c }"),
      Case(
        "table t { level m {1 \"a\"\n2 \"b\"}, dimension c {x,y;z} }",
        "table t {\n  level m { 1 \"a\", 2 \"b\" }\n  dimension c { x, y, z }\n}"),
      Case(
        "subject s { ratio r = a/b part lower better note \"n\"; note \"m\" }",
        "subject s {\n  ratio r = a / b part lower better note \"n\"\n  note \"m\"\n}"),
      Case(
        "dimension d { a, # one\n b \"B\" # two\n}",
        "dimension d {\n  a,  # one\n  b \"B\"  # two\n}"),
    ] + long

  private static let code = String(repeating: "n", count: 28)

  private static let long = [
    Case(
      "show \(code), \(code), \(code), abcdef by b",
      "show \(code),\n    \(code),\n    \(code),\n    abcdef\n  by b"),
    Case(
      "show a where \(code) = 1 and \(code) = 2 and (\(code) = 3 or b = 4)",
      "show a\n  where \(code) = 1\n    and \(code) = 2\n    and (\(code) = 3 or b = 4)"),
    Case(
      "show a where x in (\(code), \(code), \(code), \(code))",
      "show a\n  where x in (\(code), \(code),\n    \(code), \(code))"),
    Case(
      "let \(code) = \(code) / \(code) + \(code)",
      "let \(code)\n  = \(code) / \(code) + \(code)"),
    Case(
      "dimension d { a \"\(code)\", b \"\(code)\", c \"\(code)\" }",
      "dimension d {\n  a \"\(code)\",\n  b \"\(code)\",\n  c \"\(code)\"\n}"),
    Case(
      "target a.b \"\(code)\" on \(code) >= 55.7% due 2030 from 2025 where x = y quote \"q\"",
      "target a.b \"\(code)\"\n  on \(code) >= 55.7% due 2030 from 2025 where x = y\n  quote \"q\""),
  ]

  @Test(arguments: ["show a where", "show (a", "table t {", "shwo a", "\u{0}"])
  func aTextThatCannotBeReadHasNoForm(_ text: String) {
    let (result, diagnostics) = formatted(SourceText(text))
    #expect(result == nil)
    #expect(!diagnostics.isEmpty)
  }

  @Test func nothingIsNothing() {
    #expect(formatted(SourceText("")).text == "")
    #expect(formatted(SourceText("\n\n  \n")).text == "")
  }
}
