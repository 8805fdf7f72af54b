import HoiDiagnostics
import HoiSyntax
import Testing

@Suite struct SyntaxLineEndTests {
  private func count(_ text: String, _ lineEnds: LineEnds) -> Int? {
    let (tree, diagnostics) = parse(SourceText(text), lineEnds: lineEnds)
    return diagnostics.isEmpty ? tree.statements.count : nil
  }

  @Test func aLineEndsAStatement() {
    #expect(count("show a\nshow b", .endStatement) == 2)
    #expect(count("show a; show b;", .endStatement) == 2)
    #expect(count("show a,\n b +\n c", .endStatement) == 1)
    #expect(count("show sum(\na\n)\nshow b", .endStatement) == 2)
    #expect(count("show a\r\nshow b\r\n", .endStatement) == 2)
  }

  @Test func clauseWordsGoOnInFilesOnly() {
    let text = "show a\n  by b\n  where c = 1\n  and d = 2\nshow e"
    #expect(count(text, .mayContinue) == 2)
    #expect(count(text, .endStatement) == nil)
    #expect(count("target a >= 3\n  due 2030\n  grade dat", .mayContinue) == 1)
    #expect(count("target a\n  >= 3 due 2030", .mayContinue) == 1)
  }

  @Test(arguments: [
    ("show a,", true), ("show a +", true), ("show (a", true), ("table t {", true),
    ("say \"abc", true), ("show a where b =", true), ("show a where b = 1 and", true),
    ("show a", false), ("show a by", false), ("show a)", false), ("", false),
    ("table t {\n count a\n}", false), ("say \"a\nb\"", false),
  ])
  func aPromptWaitsForMore(_ text: String, _ expected: Bool) {
    #expect(isIncomplete(SourceText(text)) == expected)
  }
}
