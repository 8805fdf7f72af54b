import HoiAssistance
import Testing

/// What may stand at `|` in a model, beside what the small model holds.
struct ModelCompletionTests {
  private func found(_ marked: String) -> Completions {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    return completions(
      parts.joined(), at: parts[0].utf8.count, in: SmallModel.catalog, language: .english)
  }

  private func texts(_ marked: String) -> [String] { found(marked).choices.map(\.text) }

  @Test func everyBlockHasItsOwnEntries() {
    #expect(texts("table t from \"t.csv\" {\n  |").prefix(3) == ["time", "dimension", "apart"])
    #expect(!texts("table t {\n  |").contains("ratio"))
    #expect(
      texts("dimension d from \"d.csv\" {\n  key ma\n  |")
        == ["key", "label", "attribute", "valid", "successor", "note"])
    #expect(texts("subject s {\n  |").prefix(2) == ["ratio", "measure"])
    #expect(texts("table t { time nam school; co|") == ["count"])
    #expect(texts("table t {\n  time nam |") == ["school", "calendar", "at", "from"])
    #expect(texts("table t {\n  time nam school |") == ["at", "from"])
    #expect(
      texts("table t {\n  count x \"X\" unit \"trẻ\" |") == ["stock", "flow", "open", "from"])
    #expect(texts("table t {\n  blank |") == ["is"])
    #expect(texts("table t {\n  blank is |") == ["zero"])
    #expect(texts("table t {\n  only |") == ["rows"])
    #expect(texts("table t {\n  only rows |") == ["where"])
  }

  @Test func tablesTakeTheDimensionsThereAre() {
    #expect(texts("table t {\n  dimension |").contains("thon"))
    #expect(texts("table t {\n  dimension th|") == ["thon"])
    #expect(texts("table t {\n  dimension thon, nh|") == ["nhom"])
    #expect(texts("table t {\n  apart |") == ["dimension"])
    #expect(texts("table t {\n  apart dimension nh|") == ["nhom"])
    #expect(
      texts("table t {\n  dimension thon\n  dimension nhom\n  reports by |") == ["thon", "nhom"])
    #expect(texts("table t {\n  dimension thon\n  reports by thon |") == ["where"])
    #expect(texts("table t {\n  dimension thon\n  reports by thon where dia|") == ["dia_ban"])
    #expect(
      texts("table t {\n  dimension thon\n  reports by thon where dia_ban = |")
        == ["dbkk", "khac"])
    #expect(texts("table t {\n  only rows where nhom = nha|") == ["nhatre"])
  }

  @Test func formulasAreMadeOfMeasures() {
    #expect(texts("subject s {\n  ratio r = |").contains("cutru.ra_lop"))
    #expect(!texts("subject s {\n  ratio r = |").contains("mamnon.tyle"))
    #expect(texts("subject s {\n  ratio r = cutru.|") == ["dan_so", "ra_lop"])
    #expect(texts("subject s {\n  ratio r = cutru.ra_lop / dan|") == ["cutru.dan_so"])
    #expect(texts("subject s {\n  ratio r = cutru.ra_lop / cutru.dan_so |").first == "part")
    #expect(texts("subject s {\n  ratio r = (cutru.ra_lop where nhom = nha|") == ["nhatre"])
    #expect(
      texts("subject s {\n  ratio r = cutru.ra_lop / cutru.dan_so part\n  de|") == ["definition"])
  }

  @Test func targetsNameIndicatorsPartsAndGrades() {
    #expect(texts("target |").first == "mamnon.tyle")
    #expect(texts("target mamnon.tyle_nt on ty|") == ["mamnon.tyle"])
    #expect(texts("target mamnon.tyle_nt on mamnon.tyle >= 55.7% d|") == ["due"])
    #expect(!texts("target mamnon.tyle >= 55.7% due 2030 |").contains("due"))
    #expect(texts("target mamnon.tyle >= 55.7% every |") == ["year"])
    #expect(texts("target mamnon.tyle >= 55.7% due 2030 grade ph|") == ["phan_dau"])
    #expect(texts("target mamnon.tyle >= 55.7% due 2030 where nh|") == ["nhom"])
    #expect(texts("target mamnon.tyle >= 55.7% where nhom = |").contains("nhatre"))
    #expect(texts("target mamnon.tyle >= 55.7% due 2030\n  gr|") == ["grade"])
  }

  @Test func modelsNameFiles() {
    #expect(found("table t from \"du|").takesFile)
    #expect(found("dimension d from |").takesFile)
    #expect(!found("table t {\n  count x from \"|").takesFile)
  }
}
