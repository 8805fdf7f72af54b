import HoiAssistance
import HoiDiagnostics
import Testing

/// What may stand at `|` in a text over the small model.
struct CompletionTests {
  private func texts(
    _ marked: String, language: Language = .english, most: Int = 200
  ) -> [String] {
    found(marked, language: language, most: most).choices.map(\.text)
  }

  private func found(
    _ marked: String, language: Language = .english, most: Int = 200
  ) -> Completions {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    return completions(
      parts.joined(), at: parts[0].utf8.count, in: SmallModel.catalog, language: language,
      most: most)
  }

  @Test func aStatementBeginsWithItsWord() {
    #expect(texts("|").prefix(3) == ["show", "check", "pace"])
    #expect(texts("|", language: .vietnamese).prefix(3) == ["xem", "kiểm", "nhịp"])
    #expect(texts("sh|") == ["show"])
    // Typed without accents, completed with them; the other language is understood too.
    #expect(texts("kie|") == ["kiểm"])
    #expect(texts("che|", language: .vietnamese) == ["check"])
    #expect(texts("show mamnon.tyle\nde|") == ["describe"])
    #expect(texts("show mamnon.tyle; de|") == ["describe"])
  }

  @Test func indicatorsComeFirstBehindShow() {
    #expect(
      texts("show |") == [
        "mamnon.tyle", "mamnon.tre", "mamnon.co_nuoc", "mamnon.muc_gd", "mamnon.gv_phong",
      ])
    #expect(texts("show ty|") == ["mamnon.tyle"])
    #expect(texts("show dan|") == ["cutru.dan_so"])
    #expect(texts("show mamnon.t|") == ["tyle", "tre"])
    #expect(texts("show cutru.|") == ["dan_so", "ra_lop"])
    #expect(texts("show grow|") == ["growth("])
    #expect(texts("show growth(mamnon.ty|") == ["tyle"])
    #expect(texts("show mamnon.tyle, ty|") == ["mamnon.tyle"])
  }

  @Test func clausesNotUsedYetFollowAWholeItem() {
    #expect(texts("show mamnon.tyle |").prefix(3) == ["by", "where", "having"])
    #expect(!texts("show mamnon.tyle by thon |").contains("by"))
    #expect(texts("show mamnon.tyle by thon w|") == ["where", "with"])
    #expect(texts("xem mamnon.tyle th|") == ["theo"])
    #expect(texts("xem mamnon.tyle |").contains("khi"))
    #expect(texts("rows cutru |") == ["where", "sort", "limit", "format", "into"])
    #expect(texts("show mamnon.tyle with |") == ["total"])
    #expect(texts("show mamnon.tyle chart |").prefix(2) == ["line", "bar"])
    #expect(texts("pace mamnon.tyle |").first == "to")
  }

  @Test func axesAreThoseOfTheTablesAsked() {
    #expect(texts("show mamnon.tyle by |") == ["nam", "thon", "dia_ban", "nhom", "khoi"])
    #expect(texts("show mamnon.co_nuoc by |") == ["nam", "truong"])
    #expect(texts("show mamnon.tyle by thon.|") == ["dia_ban"])
    #expect(texts("show mamnon.tyle where nh|") == ["nhom"])
    #expect(texts("show mamnon.tyle where nhom |").contains("="))
    #expect(texts("show mamnon.tyle where nam = 2025 |").prefix(2) == ["and", "or"])
    #expect(texts("show mamnon.tyle where nam = 2025 and nh|") == ["nhom"])
    #expect(texts("show mamnon.tyle by thon sort |").contains("tyle"))
  }

  @Test func membersStandRightOfComparisons() {
    #expect(texts("show mamnon.tyle where nhom = |").contains("nhatre"))
    #expect(texts("show mamnon.tyle where thon = bm|") == ["BM-01", "BM-02", "BM-03"])
    #expect(texts("show mamnon.tyle where thon in (BM-01, |").count == 3)
    #expect(texts("show mamnon.tyle where thon = BM-|").count == 3)
    // A label in place of the key, in the quotes that its blank asks for.
    #expect(texts("show mamnon.tyle where thon = hoa|") == ["\"Hoa Sen\"", "\"Hoa Mai\""])
    #expect(texts("show mamnon.tyle where thon = \"na p|") == ["\"Nà Pất\""])
    #expect(texts("show mamnon.tyle where dia_ban = d|") == ["dbkk"])
    #expect(texts("show mamnon.tyle where nam = |").contains("latest"))
    #expect(
      found("show mamnon.tyle where thon = BM-01|").choices.first
        == Completion("BM-01", label: "Hoa Sen", kind: .member))
  }

  @Test func whatChoicesHaveInCommonHoldsWhatWasTyped() {
    #expect(found("show mamnon.tyle where thon = b|").common == "BM-0")
    #expect(found("show mamnon.tyle where thon = ho|").common == "\"Hoa ")
    #expect(found("show tre|").common == "mamnon.tre")
    #expect(found("show mamnon.tyle where thon = |", most: 2).isCut)
    #expect(found("show mamnon.tyle where thon = |", most: 2).common == nil)
    #expect(found("show mamnon.tyle where thon = b|", most: 2).common == "BM-0")
  }

  @Test func filesAreLeftToWhoCanLook() {
    #expect(found("use \"mo|").takesFile)
    #expect(found("use \"mo|").typed == "mo")
    #expect(found("load |").takesFile)
    #expect(found("show mamnon.tyle into \"|").takesFile)
    #expect(!found("show |").takesFile)
  }

  @Test func nothingIsOfferedWhereNothingFits() {
    #expect(texts("show mamnon.tyle # by |") == [])
    #expect(texts("say \"|") == [])
    #expect(texts("show nhieu_chuyen.|") == [])
    #expect(texts("show mamnon.tyle by thon limit |") == [])
  }

  @Test func whatTheTextNamesIsOffered() {
    #expect(texts("let lech = cutru.dan_so - cutru.ra_lop\nshow le|") == ["lech"])
    #expect(texts("param nam = 2027\nshow mamnon.tyle where nam = $|") == ["$nam"])
    #expect(
      texts("param nam = 2027\nparam nhom = nhatre; show mamnon.tyle limit $nh|") == ["$nhom"])
    #expect(texts("param ky = 2027\nshow mamnon.tyle where nam = |").last == "$ky")
    #expect(texts("show mamnon.tyle where nam = $|") == [])
  }
}
