import Foundation
import GoldenSupport
import HoiDiagnostics
import HoiSyntax
import Testing

/// Whatever is put in, the lexer, the parser and the formatter come back, in time, with ranges that stand
/// in the text.
@Suite struct RobustnessTests {
  private func read(_ bytes: [UInt8]) {
    let source = SourceText(bytes: bytes, name: "")
    for lineEnds in [LineEnds.endStatement, .mayContinue] {
      let (tree, diagnostics) = parse(source, lineEnds: lineEnds)
      _ = outline(tree)
      #expect(diagnostics.allSatisfy { $0.range.end <= bytes.count })
    }
    _ = isIncomplete(source)
    guard let once = formatted(source).text else { return }
    let twice = formatted(SourceText(once)).text
    if once != twice {
      Issue.record(
        "\(String(decoding: bytes, as: UTF8.self))\n→\n\(once)\n→\n\(twice ?? "nothing")")
    }
  }

  @Test(arguments: 0..<4)
  func randomBytes(_ part: UInt64) {
    var random = Random(state: 7 + part)
    for _ in 0..<150 * GoldenFiles.effort {
      read((0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }
  }

  /// Tokens in any order, parted or not.
  @Test(arguments: 0..<4)
  func tokenSoup(_ part: UInt64) {
    var random = Random(state: 70 + part)
    let words =
      Keyword.allCases.map(\.rawValue)
      + [
        "a", "không", "năm", "theo", "BM-01", "3t", "5", "2027", "55.7%", "06475", "\"x y\"",
        "$nam", "tỷ",
      ]
      + [
        "(", ")", "{", "}", ",", ";", ".", "..", "=", "!=", "<", ">=", "~", "+", "-", "*", "/", "%",
      ]
      + [
        "\n", "\n\n", " # b\n", "# c\n", "\"", "“", "”", "&&", "==", "'", "$", "\\", "\u{A0}", "_",
      ]
    for _ in 0..<400 * GoldenFiles.effort {
      var text = ""
      for _ in 0..<(1 + random.below(14)) {
        text += words[random.below(words.count)] + (random.below(5) == 0 ? "" : " ")
      }
      read(Array(text.utf8))
    }
  }

  /// Sentences of the corpus with something taken out, put in or doubled.
  @Test(arguments: 0..<4)
  func mutatedSentences(_ part: UInt64) {
    var random = Random(state: 700 + part)
    let spice = Array("(){},;.\"#$%&|<>=!~+-*/_ \n\\“”，（–5aé".utf8)
    for _ in 0..<150 * GoldenFiles.effort {
      var bytes = Array(EbnfTests.sentences[random.below(EbnfTests.sentences.count)].text.utf8)
      for _ in 0..<(1 + random.below(4)) where !bytes.isEmpty {
        let place = random.below(bytes.count)
        let end = min(bytes.count, place + 1 + random.below(20))
        switch random.below(5) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(spice[random.below(spice.count)], at: place)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
        default: bytes[place] = spice[random.below(spice.count)]
        }
      }
      read(bytes)
    }
  }

  /// Comments may stand between any two tokens; none is lost, and the form stays the same.
  @Test func commentsEverywhere() {
    var random = Random(state: 17)
    for (_, text) in EbnfTests.sentences {
      let source = SourceText(text)
      let tokens = Lexer.tokens(of: source).tokens.dropLast()
      for _ in 0..<4 * GoldenFiles.effort {
        var commented = ""
        var end = 0
        var count = 0
        for token in tokens {
          commented += source[SourceRange(end, token.start)]
          // Only where a line may end anyway does a comment not end a statement.
          if token.startsLine, random.below(2) == 0 {
            commented += random.below(2) == 0 ? "# c\(count)\n" : "  # c\(count)\n\n"
            count += 1
          }
          commented += source[token.range]
          end = token.end
        }
        guard let once = formatted(SourceText(commented)).text else {
          Issue.record("not read: \(commented)")
          return
        }
        for number in 0..<count where !once.contains("# c\(number)\n") {
          Issue.record("comment \(number) is lost:\n\(commented)\n→\n\(once)")
          return
        }
        #expect(formatted(SourceText(once)).text == once)
      }
    }
  }
}
