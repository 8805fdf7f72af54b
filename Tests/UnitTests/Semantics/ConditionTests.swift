import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import HoiSyntax
import Testing

/// What conditions let through, over the table `cutru` unless said otherwise.
@Suite struct ConditionTests {
  static let cutru = [TableID(0)]
  static let coso = [TableID(1)]
  static let thon = Axis.dimension(DimensionID(0))
  static let nhom = Axis.dimension(DimensionID(1))
  static let khoi = Axis.dimension(DimensionID(2))
  static let diaBan = Axis.attribute(DimensionID(0), 0)
  static let daiLop = MeasureID(TableID(0), 1)

  private func predicate(_ text: String, _ tables: [TableID] = cutru) -> Predicate? {
    let text = Snippet(text)
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    do throws(Diagnostic) {
      return try text.resolver(SmallModel.catalog).predicate(whole, tables: tables)
    } catch {
      Issue.record("\(error.code): \(error.message.english)")
      return nil
    }
  }

  @Test func membersAreNamedByKeyOrLabel() {
    let nursery = Predicate.members(Self.nhom, MemberSet([0]))
    #expect(predicate("nhom = nhatre") == nursery)
    #expect(predicate("nhom = \"Nhà trẻ\"") == nursery)
    #expect(predicate("NHOM = NhaTre") == nursery)
    #expect(predicate("thon = BM-02") == .members(Self.thon, MemberSet([1])))
    #expect(predicate("thon.dia_ban = dbkk") == .members(Self.diaBan, MemberSet([0])))
    #expect(predicate("khoi = 10") == .members(Self.khoi, MemberSet([2])))
    #expect(predicate("nhom in (nhatre, maugiao)") == .members(Self.nhom, MemberSet([0, 1])))
  }

  /// Two-valued: a row that names no member is another member's.
  @Test func differenceKeepsUnknownMembers() throws {
    guard case .members(_, let set)? = predicate("thon != BM-01") else {
      Issue.record("no condition on members")
      return
    }
    #expect(set.contains(-1))
    #expect(!set.contains(0))
    #expect(predicate("not thon = BM-01") == .members(Self.thon, set))
  }

  @Test func yearsAreNumbers() {
    #expect(predicate("nam = 2027") == .members(.time, MemberSet([2027])))
    #expect(predicate("nam = latest") == .members(.time, MemberSet([2027])))
    #expect(predicate("nam = 2027-2028") == .members(.time, MemberSet([2027])))
    #expect(predicate("nam = (2026 + 1)") == .members(.time, MemberSet([2027])))
    #expect(predicate("nam in 2025..2027") == .members(.time, MemberSet(ranges: [2025...2027])))
    #expect(predicate("nam < 2027") == .members(.time, MemberSet(ranges: [0...2026])))
    #expect(predicate("nam >= 2027") == .members(.time, MemberSet(ranges: [2027...Int32.max])))
    // A year without rows is no error: the answer is empty and says so.
    #expect(predicate("nam = 1990") == .members(.time, MemberSet([1990])))
  }

  @Test func wholeNumberKeysHaveAnOrder() {
    #expect(predicate("khoi < 10") == .members(Self.khoi, MemberSet([0, 1])))
    #expect(predicate("khoi in 2..10") == .members(Self.khoi, MemberSet([1, 2])))
  }

  @Test func containsSearchesKeysAndLabels() {
    #expect(predicate("thon ~ \"HOA\"") == .members(Self.thon, MemberSet([0, 1])))
    #expect(predicate("thon ~ \"bm-03\"") == .members(Self.thon, MemberSet([2])))
    // Words are looked for as words: a gap must be typed where a name has one.
    #expect(predicate("thon ~ \" HÒA_ sen \"") == .members(Self.thon, MemberSet([0])))
    #expect(predicate("thon ~ \"hoasen\"") == .members(Self.thon, .nothing))
    #expect(predicate("thon ~ \"không có\"") == .members(Self.thon, .nothing))
  }

  @Test func rowValuesAreCompared() {
    #expect(predicate("ra_lop > 5") == .value(Self.daiLop, .greater, Fraction(5)))
    #expect(predicate("cutru.ra_lop = 0") == .value(Self.daiLop, .equal, .zero))
    #expect(predicate("missing(ra_lop)") == .reported(Self.daiLop, false))
    #expect(predicate("not missing(ra_lop)") == .reported(Self.daiLop, true))
    let spending = MeasureID(TableID(1), 2)
    #expect(
      predicate("chi >= 1.5 ty", Self.coso)
        == .value(spending, .greaterOrEqual, Fraction(1_500_000_000)))
    #expect(
      predicate("muc >= \"khá\"", Self.coso)
        == .value(MeasureID(TableID(1), 4), .greaterOrEqual, Fraction(2)))
    // Accents never stand in the way, of a step's name no more than of others.
    #expect(
      predicate("muc = \"kha\"", Self.coso)
        == .value(MeasureID(TableID(1), 4), .equal, Fraction(2)))
    #expect(
      predicate("nuoc = yes", Self.coso) == .value(MeasureID(TableID(1), 3), .equal, .one))
  }

  @Test func notIsDrivenInward() {
    let both = predicate("not (nhom = nhatre and ra_lop > 5)")
    #expect(
      both
        == .any([
          .members(Self.nhom, MemberSet([0]).complement),
          .value(Self.daiLop, .lessOrEqual, Fraction(5)),
        ]))
  }

  @Test func everyTermReportsItsOwnCause() {
    let text = Snippet("nhom = nhatrre and nam = abc and khoi = 1 and la_gi = 3")
    let whole = ExpressionReader.read(text.source, SourceRange(0, text.source.bytes.count))
    let (predicate, problems) = text.resolver(SmallModel.catalog).conditions(
      whole, tables: Self.cutru)
    #expect(problems.map(\.code) == ["H042", "H048", "H040"])
    #expect(predicate == .members(Self.khoi, MemberSet([0])))
  }

  @Test func titlesSayConditions() {
    let resolver = Snippet("").resolver(SmallModel.catalog)
    let words = { (text: String) in
      self.predicate(text).map { resolver.words($0, period: .school) } ?? []
    }
    #expect(
      words("nam = 2027 and nhom = nhatre") == [
        Wording(vi: "năm học 2027–2028", en: "school year 2027–2028"), Wording(verbatim: "nhà trẻ"),
      ])
    #expect(words("thon != BM-01") == [Wording(vi: "trừ Hoa Sen", en: "except Hoa Sen")])
    #expect(
      words("nam in 2025..2027") == [
        Wording(
          vi: "năm học 2025–2026 đến 2027–2028", en: "school years 2025–2026 to 2027–2028")
      ])
    let calendar = resolver.words(.members(.time, MemberSet([2027])), period: .calendar)
    #expect(calendar == [Wording(vi: "năm 2027", en: "year 2027")])
    #expect(words("missing(ra_lop)").first?.vietnamese == "thiếu ra_lop")
  }
}
