import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import Testing

/// Conditions that are refused: the code, the characters pointed at, and what the fix makes.
@Suite struct ConditionRefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var condition: String
    var code: String
    var range: String
    /// Nil: the fix has no edits.
    var mended: String?
    var tables = [TableID(0)]

    init(
      _ condition: String, _ code: String, at range: String, _ mended: String? = nil,
      tables: [TableID] = [TableID(0)]
    ) {
      self.condition = condition
      self.code = code
      self.range = range
      self.mended = mended
      self.tables = tables
    }

    var testDescription: String { condition }
  }

  private static let coso = [TableID(1)]

  static let cases = [
    Case("nhomm = nhatre", "H040", at: "nhomm", "nhom = nhatre"),
    Case("nhom = nhatrre", "H042", at: "nhatrre", "nhom = nhatre"),
    Case("thon = \"Hoa Senn\"", "H042", at: "\"Hoa Senn\"", "thon = \"Hoa Sen\""),
    Case("nhom = xyzt", "H042", at: "xyzt"),
    Case("mamnon = 3", "H043", at: "mamnon", "mamnon.tyle = 3"),
    Case("thon < 5", "H046", at: "thon < 5"),
    Case("nhom in a..b", "H046", at: "nhom in a..b"),
    Case("nuoc", "H047", at: "nuoc", "nuoc = 1", tables: coso),
    Case("nam", "H047", at: "nam"),
    Case("5", "H047", at: "5"),
    Case("nam = abc", "H048", at: "abc"),
    Case("nam = 2027.5", "H048", at: "2027.5"),
    Case("nam = $nam", "H049", at: "$nam"),
    Case("$gi", "H049", at: "$gi"),
    Case("ra_lop > 2.5", "H052", at: "2.5", "ra_lop > 2"),
    Case("ra_lop >= 2.5", "H052", at: "2.5", "ra_lop >= 3"),
    Case("ra_lop > 50%", "H053", at: "50%", "ra_lop > 50"),
    Case("ra_lop > 1.234", "H054", at: "1.234", "ra_lop > 1234"),
    Case("ra_lop = nhieu", "H114", at: "nhieu"),
    Case("nuoc = nhieu", "H109", at: "nhieu", "nuoc = 1", tables: coso),
    Case("muc = \"khaa\"", "H042", at: "\"khaa\"", "muc = \"khá\"", tables: coso),
    Case("ra_lop ~ \"5\"", "H110", at: "ra_lop ~ \"5\""),
    Case("nhom = (1 + 2)", "H111", at: "(1 + 2)"),
    Case("gv > 5", "H115", at: "gv"),
    Case("nam in 2027..2025", "H116", at: "2027..2025", "nam in 2025..2027"),
    Case("5 < ra_lop", "H118", at: "5 < ra_lop", "ra_lop > 5"),
    Case("tyle < 50%", "H045", at: "tyle"),
  ]

  private func problems(_ text: String, _ tables: [TableID]) -> [Diagnostic] {
    let text = Snippet(text)
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    return text.resolver(SmallModel.catalog).conditions(whole, tables: tables).problems
  }

  @Test(arguments: cases) func isRefused(_ refused: Case) {
    let found = problems(refused.condition, refused.tables)
    #expect(found.map(\.code) == [refused.code])
    guard let problem = found.first else { return }
    #expect(problem.source[problem.range] == refused.range)
    let edits = problem.fix?.edits ?? []
    let mended = edits.isEmpty ? nil : problem.fix?.applied(to: problem.source)
    #expect(mended == refused.mended)
    // `mamnon.tyle = 3` is the next lesson, about `having`.
    if let mended, refused.code != "H043" {
      #expect(problems(mended, refused.tables).map(\.code) == [])
    }
  }

  /// Each question, and the same with the condition on a result where it belongs.
  static let moved = [
    ("show tyle where tyle < 50%", "show tyle having tyle < 50%"),
    (
      "show tyle where nam = 2027 and tyle < 50%", "show tyle where nam = 2027 having tyle < 50%"
    ),
    (
      "show tyle where tyle < 50% and nam = 2027", "show tyle where nam = 2027 having tyle < 50%"
    ),
    (
      "show tyle where nam = 2027 and tyle < 50% and khoi = 1",
      "show tyle where nam = 2027 and khoi = 1 having tyle < 50%"
    ),
    (
      "show tyle where nam = 2027 and tyle < 50% having tre > 3",
      "show tyle where nam = 2027 having tre > 3 and tyle < 50%"
    ),
    (
      "show tyle where tyle < 50% having tre > 3 or tre < 1",
      "show tyle having (tre > 3 or tre < 1) and tyle < 50%"
    ),
    ("show tyle where missing(tyle)", "show tyle having missing(tyle)"),
    ("show tyle where share(tre) > 5%", "show tyle having share(tre) > 5%"),
  ]

  @Test(arguments: moved) func resultsMoveToHaving(_ written: String, _ wanted: String) throws {
    let text = Snippet(written)
    let question = text.question()
    let condition = try #require(question.whereClause?.condition)
    let problems = text.resolver(SmallModel.catalog).conditions(
      condition, tables: [TableID(0)], in: question
    ).problems
    #expect(problems.map(\.code) == ["H045"])
    let fix = try #require(problems.first?.fix)
    #expect(fix.applied(to: text.source) == wanted)
    let mended = Snippet(wanted)
    if let rest = mended.question().whereClause?.condition {
      let again = mended.resolver(SmallModel.catalog).conditions(rest, tables: [TableID(0)])
      #expect(again.problems.map(\.code) == [])
    }
  }

  /// `ra_lop` of the rows and `thcs.ra_lop` of the results are not the same question.
  @Test func aShownNameMeansTheResult() throws {
    let model = Snippet("subject thcs { measure ra_lop = cutru.ra_lop }")
    let catalog = try model.resolver(SmallModel.catalog).subject(
      .init(
        name: model.name("thcs"), label: nil,
        entries: [model.indicator(.measure, "ra_lop", "cutru.ra_lop")])
    ).catalog
    for (item, codes) in [("thcs.ra_lop", ["H045"]), ("cutru.ra_lop", [])] {
      let text = Snippet("show \(item) where ra_lop > 3")
      var question = text.question()
      question.subject = .items([Item(text.expression(item))])
      let condition = try #require(question.whereClause?.condition)
      let problems = text.resolver(catalog).conditions(
        condition, tables: [TableID(0)], in: question
      ).problems
      #expect(problems.map(\.code) == codes)
    }
  }

  @Test func aMixedTermIsNotMoved() throws {
    let text = Snippet("show tyle where nam = 2027 or tyle < 50%")
    let question = text.question()
    let condition = try #require(question.whereClause?.condition)
    let problem = text.resolver(SmallModel.catalog).conditions(
      condition, tables: [TableID(0)], in: question
    ).problems.first
    #expect(problem?.code == "H045")
    #expect(problem?.fix?.edits.isEmpty == true)
  }

  @Test func anAxisThatAnItemLacksIsRefused() {
    let text = Snippet("truong = MN-01 and nam = 2027")
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    let user = AxisUser(name: "mamnon.tyle", formula: SmallModel.catalog.indicators[0].formula)
    let (_, problems) = text.resolver(SmallModel.catalog).conditions(
      whole, tables: [TableID(0)], users: [user])
    #expect(problems.map(\.code) == ["H044"])
    #expect(problems.first?.range == text.range("truong"))
  }

  @Test func membersOfOneLabelAreToldApart() throws {
    let text = Snippet("dimension to { a \"Tổ 1\", b }")
    var members = [text.member("a", "Tổ 1"), text.member("b")]
    members[1].label = members[0].label
    let catalog = try text.resolver(Catalog()).dimension(
      .init(name: text.name("to"), label: nil, file: nil, members: members, entries: []), list: nil
    ).catalog
    let question = Snippet("\"Tổ 1\" a")
    let resolver = question.resolver(catalog)
    let axis = Axis.dimension(DimensionID(0))
    let refused = refusal { () throws(Diagnostic) in
      try resolver.member(question.expression("\"Tổ 1\""), of: axis)
    }
    #expect(refused?.code == "H117")
    #expect(refused?.fix?.applied(to: question.source) == "\"a\" a")
    #expect(try resolver.member(question.expression("a"), of: axis) == 0)
  }

  @Test func thereIsNoLatestYearWithoutRows() {
    let text = Snippet("latest")
    let refused = refusal { () throws(Diagnostic) in
      try text.resolver(SmallModel.catalog).year(text.expression("latest"), tables: [])
    }
    #expect(refused?.code == "H119")
  }
}
