import Foundation
import HoiSyntax
import HoiText
import Testing

@Suite struct SyntaxKeywordTests {
  @Test func theTableAndTheFileAgree() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Grammar/keywords.tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst().map(String.init)
    let rows = Keyword.allRows.map { row in
      [
        row.keyword.rawValue, row.roles.map(\.rawValue).joined(separator: ","), row.vietnamese,
        row.meaning.english, row.meaning.vietnamese,
      ].joined(separator: "\t")
    }
    #expect(lines == rows)
  }

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
