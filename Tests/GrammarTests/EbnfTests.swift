import GoldenSupport
import HoiDiagnostics
import HoiSyntax
import Testing

/// `Grammar/hoi.ebnf`: it is whole, the corpus needs all of it, and the parser reads what it allows.
@Suite struct EbnfTests {
  static let grammar = Ebnf((try? GoldenFiles.read("Grammar/hoi.ebnf")) ?? "")

  /// What the corpus holds of sentences that are read without a refusal.
  static let sentences: [(file: String, text: String)] = GoldenFiles.scripts
    .filter { $0.hasPrefix("Grammar/corpus/ok") }
    .flatMap { file -> [(file: String, text: String)] in
      let script = GoldenScript((try? GoldenFiles.read(file)) ?? "")
      return script.parts.compactMap { part in
        guard case .step(_, let input, _) = part else { return nil }
        return (file, input.joined(separator: "\n"))
      }
    }

  @Test func theFileIsAGrammar() {
    #expect(Self.grammar.mistakes == [])
    #expect(Self.grammar.productions.count > 40)
  }

  /// Each production shows itself in a comment; those of tokens are read by the lexer's own tests.
  @Test func everyProductionHasAnExample() {
    let recognizer = Recognizer(Self.grammar)
    for (name, _) in Self.grammar.productions {
      guard let example = Self.grammar.examples[name] else {
        Issue.record("`\(name)` has no comment that begins with `e.g.`")
        continue
      }
      #expect(
        Self.grammar.lexical.contains(name) || recognizer.accepts(example, as: name),
        "`\(name)` does not allow its example \(example)")
    }
  }

  @Test func itIsClosed() {
    let defined = Set(Self.grammar.productions.map(\.name))
    var used: Set<String> = []
    for (name, rule) in Self.grammar.productions {
      rule.walk { part in
        guard case .reference(let other) = part else { return }
        used.insert(other)
        #expect(defined.contains(other), "\(name) uses \(other), which no production defines")
      }
    }
    let unused = defined.subtracting(used).subtracting([Self.grammar.productions[0].name])
    #expect(unused == [], "nothing leads to these productions")
  }

  /// Every word in quotes is a keyword of the table, and every keyword is in the grammar.
  @Test func itsWordsAreTheKeywords() {
    var words: Set<String> = []
    for (name, rule) in Self.grammar.productions where !Self.grammar.lexical.contains(name) {
      rule.walk { part in
        if case .terminal(let text) = part, text.first?.isLetter == true { words.insert(text) }
      }
    }
    // These two are names that meaning knows.
    let known = Set(Keyword.allCases.map(\.rawValue)).subtracting(["school", "calendar"])
    #expect(words == known)
  }

  @Test func theCorpusNeedsAllOfIt() {
    let recognizer = Recognizer(Self.grammar)
    for (file, text) in Self.sentences {
      #expect(recognizer.accepts(text), "\(file): the grammar does not allow\n\(text)")
    }
    for (name, rule) in Self.grammar.productions {
      #expect(recognizer.reached.contains(name), "no sentence of the corpus needs `\(name)`")
      rule.walk { part in
        guard case .choice(let alternatives, let number) = part else { return }
        for place in alternatives.indices
        where !recognizer.reached.contains("\(number).\(place)") && name != "digit" {
          Issue.record("no sentence needs alternative \(place + 1) of a choice in `\(name)`")
        }
      }
    }
  }

  /// Written by the grammar, read by the parser, formatted, and read again alike.
  @Test(arguments: 0..<8)
  func whatItAllowsIsRead(_ part: UInt64) {
    var maker = SentenceMaker(Self.grammar, seed: 100 + part)
    for _ in 0..<250 * GoldenFiles.effort {
      let text = maker.statement().joined(separator: " ")
      let (tree, diagnostics) = parse(SourceText(text), lineEnds: .mayContinue)
      if let diagnostic = diagnostics.first {
        Issue.record("\(diagnostic.code) \(diagnostic.message.english), in\n\(text)")
        return
      }
      #expect(tree.statements.count == 1)
      guard let once = formatted(SourceText(text)).text else {
        Issue.record("not formatted: \(text)")
        return
      }
      let twice = formatted(SourceText(once)).text
      if once != twice {
        Issue.record("formatting \(text)\ngives\n\(once)\nand then\n\(twice ?? "nothing")")
        return
      }
    }
  }
}
