import HoiText
import Testing

/// Distances, and what is offered for a name that is not there.
@Suite struct NearNamesTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("tyle", "tlye", 1), ("huydong", "huydon", 1),
    ("ca", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "badc", 2),
  ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(foldedDistance(a, b) == expected)
    #expect(foldedDistance(b, a) == expected)
  }

  @Test func cutoffOnlySavesWork() {
    var generator = SplitMixGenerator(seed: 21)
    func word() -> String {
      let count = Int.random(in: 0...9, using: &generator)
      return String((0..<count).map { _ in "abc".randomElement(using: &generator)! })
    }
    for _ in 0..<2_000 {
      let (a, b) = (word(), word())
      let full = foldedDistance(a, b)
      #expect(full == plainDistance(Array(a), Array(b)))
      for cutoff in 0...9 {
        let found = foldedDistance(a, b, atMost: cutoff)
        #expect(full <= cutoff ? found == full : found > cutoff)
      }
    }
  }

  /// The recurrence as it is written in books, with the whole table.
  private func plainDistance(_ a: [Character], _ b: [Character]) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for row in 1..<(a.count + 1) {
      table[row][0] = row
      for column in 1..<(b.count + 1) {
        let change = table[row - 1][column - 1] + (a[row - 1] == b[column - 1] ? 0 : 1)
        table[row][column] = min(change, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }

  @Test func hugeTextsAreBounded() {
    let long = String(repeating: "a", count: 100_000)
    #expect(foldedDistance(long, long + "bb") == 2)
    #expect(foldedDistance(long, "") == 100_000)
    #expect(nearest(to: long, among: [long + "b", "a"]) == [long + "b"])
  }

  @Test func nearestFirstAndNothingFar() {
    let names = ["Tỷ lệ huy động", "Tỷ lệ chuyên cần", "số trẻ", "tyle_huydog", "số trường"]
    #expect(nearest(to: "ti le huy dog", among: names) == ["tyle_huydog", "Tỷ lệ huy động"])
    #expect(nearest(to: "so tre", among: names).first == "số trẻ")
    #expect(nearest(to: "doanh thu", among: names) == [])
    #expect(nearest(to: "", among: names) == [])
    #expect(nearest(to: "x", among: ["y", "xy", "X"]) == ["X"])
    #expect(nearest(to: "namm", among: ["nam", "năm"]) == ["nam", "năm"])
  }

  @Test func beginningsCountFromFourLetters() {
    let names = ["tỷ lệ huy động trẻ mẫu giáo", "thôn"]
    #expect(nearest(to: "tyle", among: names) == ["tỷ lệ huy động trẻ mẫu giáo"])
    #expect(nearest(to: "tyl", among: names) == [])
  }

  @Test func tiesKeepTheirOrderAndMostIsMost() {
    let names = ["bat", "cat", "cat", "hat", "mat", "at"]
    #expect(nearest(to: "zat", among: names) == ["bat", "cat", "hat"])
    #expect(nearest(to: "zat", among: names, most: 1) == ["bat"])
    #expect(nearest(to: "zat", among: names, most: 0) == [])
    #expect(nearest(to: "mat", among: names, most: 9) == ["mat", "bat", "cat", "hat", "at"])
  }

  @Test func aThingIsOfferedOnceAsNearAsItsNearestSpelling() {
    let spellings = [
      (compared: "huy_dongg", suggested: "mamnon.huy_dong"),
      (compared: "huy_donh", suggested: "tieuhoc.huy_donh"),
      (compared: "huy_dong", suggested: "mamnon.huy_dong"),
    ]
    #expect(
      nearest(to: "huy_dong", amongSpellings: spellings)
        == ["mamnon.huy_dong", "tieuhoc.huy_donh"])
    #expect(
      nearest(to: "huy_donh", amongSpellings: spellings)
        == ["tieuhoc.huy_donh", "mamnon.huy_dong"])
  }
}
