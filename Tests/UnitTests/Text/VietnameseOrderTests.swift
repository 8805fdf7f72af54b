import Foundation
import HoiText
import Testing

/// Our order against the one ICU gave, and the order's own laws.
@Suite struct VietnameseOrderTests {
  private func items(_ data: String) -> [String] {
    data.split(separator: "\n").flatMap { $0.split(separator: "|").map(String.init) }
  }

  @Test func everyPairOfLetters() {
    let letters = items(lettersInICUOrder)
    #expect(letters.count == 186)
    for (left, one) in letters.enumerated() {
      for (right, other) in letters.enumerated()
      where vietnameseOrder(one, other) != (left < right) {
        Issue.record("\(one) \(other)")
      }
    }
  }

  @Test func wordsAsICUOrdersThem() {
    let words = items(wordsInICUOrder)
    #expect(words.count > 800)
    var generator = SplitMixGenerator(seed: 3)
    for decomposes in [false, true] {
      var shuffled = words.shuffled(using: &generator)
      if decomposes { shuffled = shuffled.map(\.decomposedStringWithCanonicalMapping) }
      #expect(sortedKeys(shuffled).map { shuffled[Int($0)] } == words)
      #expect(shuffled.sorted(by: vietnameseOrder) == words)
    }
  }

  @Test func tonesAndLetters() {
    let ordered = ["ma", "Ma", "mà", "mả", "mã", "má", "mạ", "mab", "mă", "mâ", "mb", "mđ", "me"]
    #expect(ordered.reversed().sorted(by: vietnameseOrder) == ordered)
    #expect(vietnameseOrder("Thôn 10", "Thôn 2"))
    #expect(vietnameseOrder("a b", "ab"))
    #expect(vietnameseOrder("z", "я"))
    #expect(vietnameseOrder("9", "a") && vietnameseOrder("☂", "0"))
  }

  @Test func equalTextsAloneHaveOneKey() {
    var generator = SplitMixGenerator(seed: 8)
    let pool = Array(
      "aAăêEôơ…. 1²ǫя字😀\u{1}\u{301}\u{302}\u{306}\u{323}\u{328}\u{200B}".unicodeScalars)
    let texts = (0..<300).map { _ in
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        view.append(pool.randomElement(using: &generator)!)
      }
      return String(view)
    }
    let keys = texts.map(vietnameseSortKey)
    for (text, key) in zip(texts, keys) {
      for (other, otherKey) in zip(texts, keys) where (text == other) != (key == otherKey) {
        Issue.record("\(text.debugDescription) \(other.debugDescription)")
      }
    }
  }

  /// Unequal keys whose order is decided behind the part that is compared first.
  @Test func longCommonBeginnings() {
    let keys = ["", "â", "a", "b", "á"].map { "Thôn Nà Khau Pác Bó Lũng Vằng " + $0 }
    #expect(sortedKeys(keys) == [0, 2, 4, 1, 3])
  }

  @Test func wholeNumbersByValue() {
    #expect(sortedKeys(["10", "9", "-3", "007", "7", "-0", "0"]) == [2, 5, 6, 3, 4, 1, 0])
    #expect(sortedKeys(["999999999999999999", "-999999999999999999", "1"]) == [1, 2, 0])
    // One that is no number, or too long for one, and all are texts.
    #expect(sortedKeys(["10", "9", "a"]) == [0, 1, 2])
    #expect(sortedKeys(["10", "1000000000000000000", "9"]) == [0, 1, 2])
    #expect(sortedKeys(["10", "9", "-"]) == [2, 0, 1])
    #expect(sortedKeys(["10", "9", ""]) == [2, 0, 1])
    #expect(sortedKeys(["10", "9", "+1"]) == [2, 0, 1])
    #expect(sortedKeys([]) == [])
  }

  @Test func manyKeysAgreeWithPairwiseOrder() {
    var generator = SplitMixGenerator(seed: 13)
    let words = items(wordsInICUOrder)
    var keys: Set<String> = []
    for _ in 0..<3_000 {
      let first = words.randomElement(using: &generator)!
      keys.insert(first + " " + words.randomElement(using: &generator)!)
    }
    let given = keys.sorted()
    let order = sortedKeys(given).map { given[Int($0)] }
    #expect(Set(order).count == keys.count)
    for (one, other) in zip(order, order.dropFirst()) {
      #expect(vietnameseOrder(one, other))
    }
  }

  /// Keys that begin alike for long, end within one another or are the same: in the order of their bytes.
  @Test(arguments: UInt64(0)..<6)
  func keysInTheOrderOfTheirBytes(seed: UInt64) {
    var generator = SplitMixGenerator(seed: seed)
    let parts = ["Trường Mầm non ", "a", "Á", "\u{0}", " ", "ệ", "1", "ẵ", "字", "e\u{301}"]
    let keys = (0..<2_000).map { _ -> String in
      let beginning = Bool.random(using: &generator) ? parts[0] : ""
      return (0..<Int.random(in: 0...(seed < 2 ? 2 : 12), using: &generator))
        .reduce(into: beginning) { text, _ in text += parts.randomElement(using: &generator)! }
    }
    let expected = keys.indices.sorted { left, right in
      let (one, other) = (vietnameseSortKey(keys[left]), vietnameseSortKey(keys[right]))
      return one == other ? left < right : one.lexicographicallyPrecedes(other)
    }
    #expect(sortedKeys(keys) == expected.map { Int32($0) })
  }

  /// Runs that are sorted apart come together in one order, equal keys as they stood.
  @Test func runs() {
    var generator = SplitMixGenerator(seed: 8)
    let words = ["Thôn", "Bản", "Đội", "Xã", "Ấp", "thôn"]
    let keys = (0..<5_003).map { _ in
      "\(words.randomElement(using: &generator)!) \(Int.random(in: 0..<900, using: &generator))"
    }
    for runCount in [0, 1, 2, 3, 5] {
      let order = sortedKeys(PackedTexts(keys), runCount: runCount) { count, sort in
        for run in (0..<count).reversed() { sort(run) }
      }
      #expect(order == sortedKeys(keys))
    }
    let numbers = (0..<3_000).map { "\(9_000 - $0)" }
    let order = sortedKeys(PackedTexts(numbers), runCount: 2) { count, sort in
      (0..<count).forEach(sort)
    }
    #expect(order == sortedKeys(numbers))
  }
}
