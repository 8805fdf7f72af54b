import Foundation
import HoiText
import Testing

/// How names are found however they are typed.
@Suite struct FoldingTests {
  @Test(arguments: [
    ["tyle_huydong", "tyle_huy_dong", "Tỷ lệ huy động", "tỉ_lệ_huy_động", "TI LE HUY DONG"],
    ["hoà bình", "hòa bình", "Hoa_Binh", "hoabinh"],
    ["Đồng Mỹ", "dong my", "đồng mĩ", "dong_mi"],
    ["ly", "lý", "lí", "li"],
    ["3-5 tuổi", "3–5_tuoi", "3-5tuổi"],
    ["nhóm 1 2", "nhom_1_2", "nhóm1  2", "nhom1_ 2"],
    ["xa\u{A0}Nà\u{200B} Khau", "xã nà khau"],
  ])
  func spelledDifferently(_ spellings: [String]) {
    for spelling in spellings {
      for form in [
        spelling, spelling.decomposedStringWithCanonicalMapping, spelling.uppercased(),
      ] {
        #expect(folded(form) == folded(spellings[0]), "\(form)")
      }
    }
  }

  @Test(arguments: [
    ("Tỷ lệ huy động", "tilehuydong"), ("thủy", "thuy"), ("thuỷ", "thuy"), ("quý", "quy"),
    ("quí", "qui"), ("y tế", "yte"), ("trạm y tế", "tramite"), ("tram_y_te", "tramite"),
    ("nhóm_1_2", "nhom1_2"), ("nhóm 12", "nhom12"), ("a_1", "a1"), ("1_a", "1a"), ("-y", "-y"),
    ("_", "_"), ("", ""), ("İ", "i"), ("Straße", "straße"), ("ÑANDÚ", "nandu"), ("ð", "ð"),
    ("ສະບາຍດີ", "ສະບາຍດີ"), ("한국", "한국"), ("が", "が"), ("2025-2026", "2025-2026"),
  ])
  func key(_ name: String, _ key: String) {
    #expect(folded(name).unicodeScalars.elementsEqual(key.unicodeScalars))
  }

  @Test func differentNamesStayDifferent() {
    #expect(folded("nhom_1_2") != folded("nhom_12"))
    #expect(folded("thuy") != folded("thui"))
    #expect(folded("3-5 tuổi") != folded("35 tuổi"))
  }

  @Test(arguments: [
    ("Mầm non  Hoa Sen", "mam non hoa sen"), ("mam_non__hoa_sen", "mam non hoa sen"),
    (" Tỷ lệ\t", "ti le"), ("y tế", "y te"), ("trạm y tế", "tram y te"), ("1_2", "1 2"),
    ("", ""), ("_", ""),
  ])
  func search(_ text: String, _ key: String) {
    #expect(foldedForSearch(text) == key)
    #expect(foldedForSearch(text.decomposedStringWithCanonicalMapping) == key)
  }

  @Test func everyVietnameseLetterLosesItsAccent() {
    for letter in NormalizationTests.composedLetters + ["đ", "Đ"] {
      let plain = folded(letter)
      #expect(plain.utf8.count == 1 && "adeiouy".contains(plain), "\(letter)")
      #expect(folded(letter.decomposedStringWithCanonicalMapping) == plain)
    }
  }

  /// The letters that are written out are those that decomposing gives.
  @Test func lettersAreWhatTheyAreMadeOf() {
    for value in Array(0x80..<0x250) + Array(0x1E00..<0x1F00) as [UInt32] {
      let letter = String(Unicode.Scalar(value)!)
      let parts = letter.decomposedStringWithCanonicalMapping.unicodeScalars
      guard let base = parts.first, base.isASCII else { continue }
      #expect(foldedForSearch("a" + letter) == "a" + String(base).lowercased(), "\(letter)")
    }
    #expect(foldedForSearch("Đđ\u{A0}a\u{AD}") == "dd a")
  }

  @Test func foldingTwiceChangesNothing() {
    var generator = SplitMixGenerator(seed: 5)
    let pool = Array("aAyYnNđĐ12 _-ỷứ\u{301}\u{323}字가ǅſﬁ\u{A0}\u{200D}".unicodeScalars)
    for _ in 0..<5_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...7, using: &generator) {
        view.append(pool.randomElement(using: &generator)!)
      }
      let once = folded(String(view))
      #expect(folded(once) == once)
      #expect(folded(normalized(String(view))) == once)
      let search = foldedForSearch(String(view))
      #expect(foldedForSearch(search) == search)
    }
  }
}
