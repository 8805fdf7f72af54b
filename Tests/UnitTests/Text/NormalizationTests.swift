import Foundation
import HoiText
import Testing

/// NFC against Foundation's, which is a different implementation.
@Suite struct NormalizationTests {
  static let composedLetters: [String] = {
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".map(String.init)
    return vowels.flatMap { vowel in
      tones.map { (vowel + $0).precomposedStringWithCanonicalMapping }
    }
  }()

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func lettersInEveryOrderOfMarks() {
    #expect(Self.composedLetters.count == 144)
    for letter in Self.composedLetters {
      for spelling in spellings(of: letter) {
        #expect(scalars(normalized("x" + spelling + "y")) == scalars("x" + letter + "y"))
      }
    }
  }

  /// A letter composed, decomposed in both orders of its marks, and half composed.
  private func spellings(of letter: String) -> [String] {
    let parts = Array(letter.decomposedStringWithCanonicalMapping.unicodeScalars)
    var spellings = [letter, String(String.UnicodeScalarView(parts))]
    guard parts.count == 3 else { return spellings }
    for order in [[0, 1, 2], [0, 2, 1]] {
      let loose = String(String.UnicodeScalarView(order.map { parts[$0] }))
      // Two marks above the letter may not change places; that would be another letter.
      guard loose == letter else { continue }
      let half = String(String.UnicodeScalarView([parts[0], parts[order[1]]]))
      spellings += [loose, half.precomposedStringWithCanonicalMapping + String(parts[order[2]])]
    }
    return spellings
  }

  @Test func circumflexAndDotInAnyOrder() {
    for spelling in ["e\u{302}\u{323}", "e\u{323}\u{302}", "ê\u{323}", "ẹ\u{302}", "ệ"] {
      #expect(scalars(normalized(spelling)) == [0x1EC7])
    }
    for spelling in ["o\u{31B}\u{323}", "o\u{323}\u{31B}", "ơ\u{323}", "ọ\u{31B}", "ợ"] {
      #expect(scalars(normalized(spelling)) == [0x1EE3])
    }
  }

  @Test func unchangedTextIsTheSame() {
    for text in ["", "abc", "Tỷ lệ huy động", "đ – “x” …", "字", "한국", "😀"] {
      #expect(scalars(normalized(text)) == scalars(text))
    }
    let replaced = scalars(normalized("\u{2000}\u{2001}\u{212A}\u{1112}\u{1161}"))
    #expect(replaced == [0x2002, 0x2003, 0x4B, 0xD558])
  }

  /// The short cut must say no wherever composing or replacing is possible.
  @Test func everySingleScalar() {
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.age != nil else { continue }
      let text = String(scalar)
      if scalars(normalized(text)) != scalars(text.precomposedStringWithCanonicalMapping) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func randomText() {
    var generator = SplitMixGenerator(seed: 11)
    let marks: [UInt32] = [
      0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x328, 0x1161, 0x11A8, 0x3099,
    ]
    let pool =
      Array("aăâeêoơuưyAEOđ x1–…ệợ가각ᄀか".unicodeScalars) + marks.compactMap(Unicode.Scalar.init)
    for _ in 0..<5_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        view.append(pool.randomElement(using: &generator)!)
      }
      // Decomposed first, because Foundation alone leaves U+AC00 U+11A8 as it is, which is not NFC.
      let text = String(view)
      let expected = text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
      #expect(scalars(normalized(text)) == scalars(expected), "\(scalars(text))")
    }
  }
}
