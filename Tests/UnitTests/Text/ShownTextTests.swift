import Foundation
import HoiText
import Testing

/// Cells, cuts, and text that must not command a terminal.
@Suite struct ShownTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Tỷ lệ huy động", 14), ("…", 1), ("–", 1), ("字", 2), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("が", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("🇻🇳", 2), ("❤️", 2), ("❤", 1),
    ("✌🏽", 2), ("a\u{301}\u{323}", 1), ("\u{301}", 0), ("\u{1B}[0m", 3), ("a\tb\n", 2),
    ("\u{200B}x\u{FEFF}", 1), ("Ａ", 2), ("│█▏", 3), ("ສະບາຍດີ", 6), ("₫€", 2), ("字a\u{301}😀", 5),
  ])
  func width(_ text: String, _ cells: Int) {
    #expect(cellWidth(text) == cells)
    #expect(cellWidth(text.decomposedStringWithCanonicalMapping) == cells)
  }

  @Test(arguments: [
    ("Tỷ lệ", 5, "Tỷ lệ"), ("Tỷ lệ huy động", 6, "Tỷ lệ…"), ("Tỷ lệ huy động", 1, "…"),
    ("abc", 0, ""), ("abc", -1, ""), ("", 0, ""), ("字字字", 4, "字…"), ("字字字", 5, "字字…"),
    ("a👨‍👩‍👧b", 3, "a…"), ("e\u{323}\u{302}e\u{323}\u{302}e", 2, "e\u{323}\u{302}…"),
  ])
  func cut(_ text: String, _ cells: Int, _ expected: String) {
    let found = truncated(text, toCells: cells)
    #expect(found.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func neverWiderThanAsked() {
    var generator = SplitMixGenerator(seed: 17)
    let pool = Array("aệ字😀✌🏽\u{301}\u{200D}\u{FE0F}❤🇻🇳가 \t".unicodeScalars)
    for _ in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        view.append(pool.randomElement(using: &generator)!)
      }
      let text = String(view)
      for cells in 0...6 {
        let cut = truncated(text, toCells: cells)
        #expect(cellWidth(cut) <= cells)
        if cut != text { #expect(cells == 0 ? cut.isEmpty : cut.hasSuffix("…")) }
      }
    }
  }

  @Test(arguments: [
    ("Tỷ lệ “huy động” 👨‍👩‍👧", "Tỷ lệ “huy động” 👨‍👩‍👧"), ("\u{1B}[31mđỏ", "\\u{1B}[31mđỏ"),
    ("a\nb\tc\r\n", "a\\u{A}b\\u{9}c\\u{D}\\u{A}"), ("\u{7F}\u{9B}\0", "\\u{7F}\\u{9B}\\u{0}"),
    ("x\u{202E}y\u{2066}\u{61C}", "x\\u{202E}y\\u{2066}\\u{61C}"), ("\u{2028}", "\\u{2028}"),
    ("a\u{200E}\u{301}", "a\\u{200E}\u{301}"),
  ])
  func shown(_ text: String, _ expected: String) {
    let found = displaySafe(text)
    #expect(found.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(displaySafe(found) == found)
  }

  /// The short cut over bytes must miss none of what has to be written out.
  @Test func everyControlIsWrittenOut() {
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isRisky =
        properties.generalCategory == .control || properties.generalCategory == .lineSeparator
        || properties.generalCategory == .paragraphSeparator || properties.isBidiControl
      if isRisky, !displaySafe("a\(scalar)").hasPrefix("a\\u{") {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }
}
