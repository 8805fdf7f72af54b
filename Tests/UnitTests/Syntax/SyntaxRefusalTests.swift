import HoiDiagnostics
import HoiSyntax
import Testing

/// What people write by mistake: one code, one place, and a line that can be pasted.
@Suite struct SyntaxRefusalTests {
  struct Case: Sendable, CustomStringConvertible {
    let text: String
    /// The code and the characters it points at.
    let refusals: [String]
    /// The line after the fix; nil where there is none.
    let mended: String?

    init(_ text: String, _ refusals: String..., mended: String? = nil) {
      self.text = text
      self.refusals = refusals
      self.mended = mended
    }

    var description: String { text }
  }

  @Test(arguments: cases)
  func refused(_ it: Case) {
    let source = SourceText(it.text)
    let (_, diagnostics) = parse(source, lineEnds: .endStatement)
    #expect(diagnostics.map { "\($0.code) \(source[$0.range])" } == it.refusals)
    let fixes = diagnostics.compactMap(\.fix).filter { !$0.edits.isEmpty }
    guard let mended = it.mended else {
      #expect(fixes.map { $0.applied(to: source) } == [])
      return
    }
    #expect(!fixes.isEmpty)
    for fix in fixes {
      #expect(fix.applied(to: source) == mended)
      let again = parse(SourceText(fix.applied(to: source)), lineEnds: .endStatement)
      #expect(again.diagnostics.map(\.code) == [])
    }
  }

  static let cases = [
    Case("show a having b < 55,7%", "H016 55,7%", mended: "show a having b < 55.7%"),
    Case("show a having b < 1.234,5", "H016 1.234,5", mended: "show a having b < 1234.5"),
    Case(
      "show a where x in (1,2) and y = 55,7", "H016 55,7",
      mended: "show a where x in (1,2) and y = 55.7"),
    Case("target x >= 55,7% due 2030", "H016 55,7%", mended: "target x >= 55.7% due 2030"),
    Case("show a where b = “Lạng Sơn”", "H005 “Lạng Sơn”", mended: "show a where b = \"Lạng Sơn\""),
    Case(
      "show a where b = \"Lạng Sơn”", "H005 \"Lạng Sơn”", mended: "show a where b = \"Lạng Sơn\""),
    Case("show a where b = 'x'", "H005 'x'", mended: "show a where b = \"x\""),
    Case("show a， b", "H006 ，", mended: "show a, b"),
    Case("show sum（a）", "H006 （", "H006 ）", mended: "show sum(a)"),
    Case("show a – b", "H006 –", mended: "show a - b"),
    Case("show a where b ≥ 3", "H006 ≥", mended: "show a where b >= 3"),
    Case("show a where nam == 2027", "H006 ==", mended: "show a where nam = 2027"),
    Case("show a where b=1&&c=2", "H006 &&", mended: "show a where b=1 and c=2"),
    Case("show a where b=1 || c=2", "H006 ||", mended: "show a where b=1 or c=2"),
    Case("show a where b <> 1", "H006 <>", mended: "show a where b != 1"),
    Case("show a having b =< 1", "H006 =<", mended: "show a having b <= 1"),
    Case("show a where nam is 2027", "H006 is", mended: "show a where nam = 2027"),
    Case(
      "SELECT x FROM t WHERE nam = 2027 GROUP BY thon ORDER BY x DESC LIMIT 5", "H020 SELECT",
      mended: "show t.x WHERE nam = 2027 by thon sort -x LIMIT 5"),
    Case("select * from t where nam = 2027", "H020 select", mended: "rows t where nam = 2027"),
    Case("SELECT count(*) FROM t", "H020 SELECT", mended: "show count(t)"),
    Case("show x from t by thon", "H021 from t", mended: "show t.x by thon"),
    Case("show a group by b", "H022 group by", mended: "show a by b"),
    Case("show a order by b", "H022 order by", mended: "show a sort b"),
    Case(
      "show a where ten LIKE '%hoa%'", "H024 LIKE", "H005 '%hoa%'",
      mended: "show a where ten ~ \"hoa\""),
    Case("show a where b not in (1, 2)", "H024 not in", mended: "show a where not b in (1, 2)"),
    Case(
      "show a where b BETWEEN 1 AND 3 and c = 1", "H025 BETWEEN",
      mended: "show a where b in 1..3 and c = 1"),
    Case("show a where b is null", "H026 is null", mended: "show a where missing(b)"),
    Case("show a where b IS NOT NULL", "H026 IS NOT NULL", mended: "show a where not missing(b)"),
    Case("show count(*)", "H027 *"),
    Case("show a sort b desc, c asc", "H028 desc", "H028 asc", mended: "show a sort -b, c"),
    Case("show a where nam =", "H015 ="),
    Case("show a where nam = by thon", "H015 ="),
    Case("show mamnon.$tyle", "H003 $", mended: "show mamnon.tyle"),
    Case("show \"abc", "H004 \"", mended: "show \"abc\""),
    Case("show (a + b", "H007 (", mended: "show (a + b)"),
    Case("show prev(a, 3 where nam=2027", "H007 (", mended: "show prev(a, 3) where nam=2027"),
    Case("subject a { measure b = c.d", "H008 {", mended: "subject a { measure b = c.d }"),
    Case("show a )", "H009 )", mended: "show a "),
    Case("shwo a", "H010 shwo", mended: "show a"),
    Case("chek", "H010 chek", mended: "check"),
    Case(
      "mamnon.tyle where nam=2027", "H011 mamnon.tyle", mended: "show mamnon.tyle where nam=2027"),
    Case("show a wher nam=2027", "H012 wher", mended: "show a where nam=2027"),
    Case("show a sap_xep b", "H012 sap_xep"),
    Case("show a by b limit 3 by c", "H013 by", mended: "show a by b limit 3"),
    Case("show a by", "H037 by"),
    Case("show a by limit 5", "H037 by"),
    Case("show a limit 3.5", "H018 3.5"),
    Case(
      "show a where b = 123456789012345678901234567890123456789",
      "H017 123456789012345678901234567890123456789"),
    Case("show a where b = c + d", "H019 c + d", mended: "show a where b = (c + d)"),
    Case(
      "show a where nam = 2025..2027", "H029 = 2025..2027", mended: "show a where nam in 2025..2027"
    ),
    Case(
      "show a where nam in (2025..2027)", "H029 (2025..2027)",
      mended: "show a where nam in 2025..2027"),
    Case("show a where nam in 2025", "H030 2025", mended: "show a where nam in (2025)"),
    Case("show a where b=1, c=2", "H038 ,", mended: "show a where b=1 and c=2"),
    Case("show a where b=1 c=2", "H038 c", mended: "show a where b=1 and c=2"),
    Case("show a with", "H014 with", mended: "show a with total"),
    Case("pace a", "H014 ", mended: "pace a to 2030"),
    Case("show a,", "H402 ,", mended: "show a"),
    Case("target x >= 5 deu 2030", "H035 deu", mended: "target x >= 5 due 2030"),
    Case("target x due 2030 due 2031", "H036 due", mended: "target x due 2030"),
    Case("table t { coutn x }", "H034 coutn", mended: "table t { count x }"),
    Case("show a.b.c.d", "H039 a.b.c.d"),
    Case("show a where 1 < b < 3", "H023 <"),
  ]

  @Test func everyCauseIsReportedOnce() {
    let text = """
      show a where b = limit x
      show c by d by e, wher
      table t {
        coutn x
        count y unit 3
        count z
      }
      shwo f
      """
    let (tree, diagnostics) = parse(SourceText(text), lineEnds: .mayContinue)
    #expect(diagnostics.map(\.code) == ["H015", "H014", "H013", "H034", "H014", "H010"])
    #expect(tree.statements.count == 4)
  }

  @Test func aMissingBraceDoesNotSwallowTheFile() {
    let text = "table t {\n  count x\n\nsubject s { measure m = t.x }\nshow s.m"
    let (tree, diagnostics) = parse(SourceText(text), lineEnds: .mayContinue)
    #expect(diagnostics.map(\.code) == ["H008"])
    #expect(tree.statements.count == 3)
  }

  @Test func everyMessageIsInBothLanguages() {
    for it in Self.cases {
      for diagnostic in parse(SourceText(it.text), lineEnds: .endStatement).diagnostics {
        #expect(diagnostic.message.vietnamese != diagnostic.message.english)
        #expect(!diagnostic.message.english.hasSuffix("."))
      }
    }
  }
}
