import HoiSyntax
import HoiText
import Testing

@Suite struct SyntaxKeywordTests {
  @Test func everyKeywordIsReadInBothLanguages() {
    #expect(Keyword.allRows.map(\.keyword) == Keyword.allCases)
    for keyword in Keyword.allCases {
      #expect(Keyword(word: keyword.rawValue) == keyword)
      #expect(Keyword(word: keyword.rawValue.uppercased()) == keyword)
      #expect(Keyword(word: keyword.vietnamese) == keyword)
      #expect(Keyword(word: keyword.vietnamese.uppercased()) == keyword)
      #expect(Keyword(word: folded(keyword.vietnamese)) == keyword)
    }
    #expect(Keyword(word: "mamnon") == nil)
  }

  @Test func everyOpeningWordHasItsRole() {
    #expect(
      Keyword.keywords(in: .statement).map(\.rawValue) == StatementWord.allCases.map(\.rawValue))
    #expect(Keyword.keywords(in: .clause).map(\.rawValue) == ClauseWord.allCases.map(\.rawValue))
  }
}
