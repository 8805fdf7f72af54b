import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import Testing

/// Formulas, their units, and the numbers they are compared with.
@Suite struct FormulaTests {
  private static let raLop = Formula.measure(MeasureID(TableID(0), 1))
  private static let danSo = Formula.measure(MeasureID(TableID(0), 0))
  private static let nuoc = MeasureID(TableID(1), 3)

  private func formula(_ text: String) throws -> (formula: Formula, unit: Unit) {
    let text = Snippet(text)
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    return try text.resolver(SmallModel.catalog).formula(whole)
  }

  private func refused(_ text: String) -> Diagnostic? {
    let text = Snippet(text)
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    return refusal { () throws(Diagnostic) in
      try text.resolver(SmallModel.catalog).formula(whole)
    }
  }

  @Test func measuresMakeFormulas() throws {
    let ratio = try formula("cutru.ra_lop / cutru.dan_so")
    #expect(ratio.formula == .quotient(Self.raLop, Self.danSo))
    #expect(ratio.unit == .ratio)
    #expect(try formula("ra_lop").formula == Self.raLop)
    #expect(try formula("mamnon.tyle").unit == .ratio)
    #expect(
      try formula("coso.nuoc").formula == .quotient(.measure(Self.nuoc), .reported(Self.nuoc)))
    #expect(try formula("coso.muc").unit == .level)
    #expect(try formula("coso.gv / coso.phong").unit == .quotient(.named("người"), .named("")))
    #expect(try formula("ra_lop * 2").unit == .named("trẻ"))
    #expect(try formula("-ra_lop").formula == .product(.literal(Fraction(-1)), Self.raLop))
    #expect(try formula("tyle - tyle").unit == .points)
    #expect(try formula("100% - tyle").unit == .ratio)
    #expect(try formula("(ra_lop + dan_so) / 2").unit == .named("trẻ"))
  }

  @Test func sidesHaveRowsOfTheirOwn() throws {
    let nhom = Axis.dimension(DimensionID(1))
    let filtered = Scope(filter: .members(nhom, MemberSet([0])))
    let side = try formula("(ra_lop where nhom = nhatre)")
    #expect(side.formula == .scoped(Self.raLop, filtered))
    #expect(side.unit == .named("trẻ"))
    let cohort = try formula("ra_lop / prev((dan_so where nhom = nhatre), 3)")
    #expect(
      cohort.formula
        == .quotient(
          Self.raLop,
          .scoped(Self.danSo, Scope(filter: filtered.filter, yearsBack: 3))))
    #expect(cohort.unit == .ratio)
    // Scopes go inward, so that each sum has its own.
    #expect(
      try formula("prev(tyle)").formula
        == .quotient(
          .scoped(Self.raLop, Scope(yearsBack: 1)), .scoped(Self.danSo, Scope(yearsBack: 1))))
    #expect(try formula("count(ra_lop) / count(dan_so)").unit == .ratio)
  }

  static let refusals: [(String, String, String)] = [
    ("ra_lop + gv", "H050", "ra_lop + gv"), ("1 - tyle", "H050", "1 - tyle"),
    ("ra_lop * gv", "H055", "ra_lop * gv"), ("muc * 2", "H056", "muc"),
    ("nuoc / 2", "H056", "nuoc"),
    ("(ra_lop where nam = 2027) / dan_so", "H181", "nam = 2027"),
    ("((ra_lop where nhom = nhatre) where nhom = maugiao)", "H180", "nhom"),
    ("prev(ra_lop, 0)", "H182", "0"), ("share(ra_lop)", "H113", "share(ra_lop)"),
    ("ra_lop / 0", "H112", "0"),
    ("ra_lop = 5", "H059", "ra_lop = 5"),
    (
      "0.0000000000000000000000000000000000000000001 * ra_lop", "H058",
      "0.0000000000000000000000000000000000000000001"
    ),
    ("ra_lop / $mau", "H049", "$mau"), ("ra_lp / dan_so", "H040", "ra_lp"),
  ]

  @Test(arguments: refusals) func isRefused(_ text: String, _ code: String, _ range: String) {
    let problem = refused(text)
    #expect(problem?.code == code)
    #expect(problem.map { $0.source[$0.range] } == range)
  }

  @Test func aLostPercentSignIsMended() throws {
    let problem = try #require(refused("1 - tyle"))
    #expect(problem.fix?.applied(to: problem.source) == "100% - tyle")
  }

  static let bounds: [(String, Unit, Bool, Fraction)] = [
    ("55.7%", .ratio, false, Fraction(557, over: 1000)), ("0", .ratio, false, .zero),
    ("-5%", .points, false, Fraction(-5, over: 100)),
    ("20 ty", .named("đồng"), false, Fraction(20_000_000_000)),
    ("35 tr", .named("trẻ"), true, Fraction(35_000_000)),
    ("1.5 tr", .named("trẻ"), true, Fraction(1_500_000)),
    ("1.234", .named("đồng"), false, Fraction(1234, over: 1000)),
    ("1_234", .named("trẻ"), true, Fraction(1234)), ("(2 + 3)", .number, true, Fraction(5)),
  ]

  @Test(arguments: bounds)
  func numbersMeetUnits(_ text: String, _ unit: Unit, _ isWhole: Bool, _ value: Fraction) throws {
    let text = Snippet(text)
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    let bound = try text.resolver(SmallModel.catalog).bound(whole, for: unit, isWhole: isWhole)
    #expect(bound == value)
  }

  static let badBounds: [(String, Unit, Bool, String, String?)] = [
    ("55.7", .ratio, false, "H051", "55.7%"), ("0.557", .ratio, false, "H051", "55.7%"),
    ("0.5", .ratio, false, "H051", "50%"), ("0.05", .points, false, "H051", "5%"),
    ("12.5", .named("trẻ"), true, "H052", nil), ("50%", .named("trẻ"), true, "H053", "50"),
    ("1.234", .named("trẻ"), true, "H054", "1234"), ("1.5", .level, false, "H052", nil),
    ("abc", .ratio, false, "H114", nil),
  ]

  @Test(arguments: badBounds) func mismatchesAreRefused(
    _ written: String, _ unit: Unit, _ isWhole: Bool, _ code: String, _ mended: String?
  ) throws {
    let text = Snippet(written)
    let resolver = text.resolver(SmallModel.catalog)
    let problem = refusal { () throws(Diagnostic) in
      try resolver.bound(text.expression(written), for: unit, isWhole: isWhole)
    }
    #expect(problem?.code == code)
    #expect(problem?.range == text.range(written))
    guard let mended else { return }
    #expect(problem?.fix?.applied(to: text.source) == mended)
    let again = Snippet(mended)
    #expect(
      throws: Never.self,
      performing: {
        try again.resolver(SmallModel.catalog).bound(
          again.expression(mended), for: unit, isWhole: isWhole)
      })
  }

  @Test func unitsFollowArithmetic() {
    let pupils = Unit.named("trẻ")
    #expect(Unit.quotient(of: pupils, by: pupils) == .ratio)
    #expect(Unit.quotient(of: pupils, by: .number) == pupils)
    #expect(Unit.quotient(of: .number, by: .number) == .number)
    #expect(Unit.sum(of: .ratio, and: .points) == .ratio)
    #expect(Unit.sum(of: .level, and: .level) == nil)
    #expect(Unit.difference(of: .ratio, and: .ratio) == .points)
    #expect(Unit.difference(of: .points, and: .ratio) == nil)
    #expect(Unit.product(of: pupils, and: pupils) == nil)
    #expect(Unit.product(of: .ratio, and: pupils) == pupils)
  }
}
