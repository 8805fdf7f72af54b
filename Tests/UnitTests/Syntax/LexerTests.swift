import HoiDiagnostics
import HoiSyntax
import HoiText
import Testing

@Suite struct LexerTests {
  /// Tokens stand in order, and nothing but blanks, line breaks and comments lies between them.
  private func expectLossless(_ bytes: [UInt8]) {
    let source = SourceText(bytes: bytes, name: "")
    let (tokens, _) = Lexer.tokens(of: source)
    var end = 0
    for token in tokens {
      guard token.start >= end, token.end >= token.start, token.end <= bytes.count else {
        Issue.record("token \(token.start)-\(token.end) behind \(end) in \(bytes)")
        return
      }
      if !Self.isGap(bytes[end..<token.start]) {
        Issue.record("\(Array(bytes[end..<token.start])) lies between tokens in \(bytes)")
      }
      #expect(token.kind == .end || token.end > token.start)
      end = token.end
    }
    #expect(end == bytes.count)
    #expect(tokens.last?.kind == .end)
  }

  private static func isGap(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isComment = false
    let text = String(decoding: bytes, as: UTF8.self)
    for scalar in text.unicodeScalars {
      if scalar == "\n" { isComment = false }
      if scalar == "#" { isComment = true }
      if !isComment, !scalar.properties.isWhitespace,
        ![0x200B, 0x2060, 0xFEFF].contains(scalar.value)
      {
        return false
      }
    }
    return true
  }

  @Test func randomBytesNeitherTrapNorGetLost() {
    var random = SyntaxRandom(state: 7)
    for _ in 0..<400 {
      let bytes = (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next())
      }
      expectLossless(bytes)
      _ = parse(SourceText(bytes: bytes, name: ""), lineEnds: .mayContinue)
    }
  }

  @Test func mutatedExamplesNeitherTrapNorGetLost() {
    var random = SyntaxRandom(state: 11)
    let examples = (SyntaxExamples.questions + SyntaxExamples.models).map { Array($0.utf8) }
    let spice = Array("(){},;.\"#$%&|<>=!~+-*/_ \n\\“”，（–".utf8)
    for _ in 0..<1500 {
      var bytes = examples[random.below(examples.count)]
      for _ in 0..<(1 + random.below(4)) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(spice[random.below(spice.count)], at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
        default: bytes[place] = spice[random.below(spice.count)]
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      expectLossless(bytes)
      let source = SourceText(bytes: bytes, name: "")
      for lineEnds in [LineEnds.endStatement, .mayContinue] {
        let (tree, diagnostics) = parse(source, lineEnds: lineEnds)
        _ = outline(tree)
        for diagnostic in diagnostics { #expect(diagnostic.range.end <= bytes.count) }
        if tree.statements.contains(where: { if case .broken = $0.kind { true } else { false } }) {
          #expect(!diagnostics.isEmpty)
        }
      }
      _ = isIncomplete(source)
    }
  }

  @Test(arguments: [
    ("huy_động-2 a-b a - b a -b", "word word word minus word word minus word"),
    ("2025..2030 55.7% 1_000 1.5.", "number dots number percentage number number dot"),
    ("3t BM-01 15-25 06475 31-05", "code word code number code"),
    (
      "a.b $nam <= != ~ \"x\\\"y\" # z", "word dot word parameter lessOrEqual notEqual tilde string"
    ),
    ("tỷ\u{A0}lệ", "word word"),
  ])
  func kinds(_ text: String, _ expected: String) {
    let (tokens, diagnostics) = Lexer.tokens(of: SourceText(text))
    #expect(tokens.dropLast().map { "\($0.kind)" }.joined(separator: " ") == expected)
    #expect(diagnostics.isEmpty)
  }

  @Test func invalidUTF8IsSaidOnce() {
    let source = SourceText(bytes: Array("show a".utf8) + [0xFF, 0xC0, 0x80], name: "")
    let (_, diagnostics) = parse(source, lineEnds: .mayContinue)
    #expect(diagnostics.map(\.code) == ["H002"])
    #expect(diagnostics.first?.range == SourceRange(6, 7))
  }

  @Test func aTextOfUnclosedQuotesIsReadInOneGo() {
    let text = String(repeating: "\\\"\n", count: 200_000)
    let (tokens, _) = Lexer.tokens(of: SourceText(text))
    #expect(tokens.count > 200_000)
  }
}

/// The same numbers on every machine.
struct SyntaxRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
