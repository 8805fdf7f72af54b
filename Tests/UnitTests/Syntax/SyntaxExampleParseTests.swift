import HoiDiagnostics
import HoiSyntax
import Testing

@Suite struct SyntaxExampleParseTests {
  @Test(arguments: SyntaxExamples.questions)
  func questionIsRead(_ text: String) {
    for lineEnds in [LineEnds.endStatement, .mayContinue] {
      let (tree, diagnostics) = parse(SourceText(text), lineEnds: lineEnds)
      #expect(diagnostics.map { "\($0.code) \($0.message.english)" } == [])
      #expect(tree.statements.count == 1)
    }
    #expect(!isIncomplete(SourceText(text)))
  }

  @Test(arguments: SyntaxExamples.models)
  func modelIsRead(_ text: String) {
    let (tree, diagnostics) = parse(SourceText(text), lineEnds: .mayContinue)
    #expect(diagnostics.map { "\($0.code) \($0.range) \($0.message.english)" } == [])
    #expect(!tree.statements.isEmpty)
  }

  /// A keyword in either language says the same.
  @Test func bothLanguagesGiveOneTree() {
    let english = "show a by b where c = 1 and not d in (1, 2) sort -a limit 5 with total"
    let vietnamese = "xem a theo b khi c = 1 và không d trong (1, 2) sắp -a lấy 5 kèm tổng"
    let trees = [english, vietnamese].map { text in
      outline(parse(SourceText(text), lineEnds: .endStatement).tree)
        .replacing(#/ \d+-\d+/#, with: "")
    }
    #expect(trees[0] == trees[1])
    #expect(!trees[0].contains("broken"))
  }
}
