import Hoi
import Testing

/// Whole answers for publication, put to invented tables: whatever is published, each count that is not
/// can be at least two things.
@Suite struct DisclosureAuditTests {
  @Test(arguments: DisclosureQuestion.all)
  func noHiddenCountFollows(_ question: DisclosureQuestion) throws {
    var random = SplitMixGenerator(seed: question.seed)
    var small = 0
    var exhausted = 0
    var shown = 0
    for _ in 0..<DisclosureQuestion.worldCount {
      let world = DisclosureWorld(&random)
      let session = try world.session()
      guard case .answer(let answer) = session.run(question.text) else {
        Issue.record("no answer: \(question.text)")
        return
      }
      let cells = try question.cells(of: answer, world)
      var known = Possibilities(truth: world.counts, largest: 60)
      for cell in cells where cell.state == .shown {
        shown += 1
        for form in cell.sums { known.add(form) }
        for form in cell.counts {
          #expect(world.sum(form) >= 5, "\(question.text) tells \(cell)\n\(world)")
        }
      }
      for cell in cells where cell.state == .hidden {
        for form in cell.behind where world.sum(form) < 5 && form.contains(where: { $0 != 0 }) {
          small += 1
          let isOpen = known.isOpen(form)
          #expect(isOpen, "\(question.text): \(cell) follows\n\(world)")
        }
      }
      exhausted += known.isExhausted ? 1 : 0
    }
    // What does not hold a condition is not told at all.
    if !question.text.contains("having") { #expect(small > 0) }
    #expect(shown > 5)
    // The search may end before it knows, in one table of a hundred.
    #expect(exhausted <= DisclosureQuestion.worldCount / 100)
  }
}

/// Pupils, and those of them who learn apart, by year, village and sex.
struct DisclosureWorld: CustomStringConvertible {
  static let years = [2025, 2026, 2027]
  static let villages = ["A", "B", "C"]
  static let sexes = ["nam", "nu"]
  /// Two counts for each group: pupils, and those apart.
  static let groups = years.flatMap { year in
    villages.flatMap { village in sexes.map { (year: year, village: village, sex: $0) } }
  }

  let counts: [Int]
  /// By group, whether it was said how many learn apart.
  let isReported: [Bool]

  init(_ random: inout SplitMixGenerator) {
    counts = Self.groups.flatMap { _ -> [Int] in
      let pupils = Int.random(in: 0...Int.random(in: 4...16, using: &random), using: &random)
      return [pupils, Int.random(in: pupils / 2...pupils, using: &random)]
    }
    let lacks = Bool.random(using: &random)
    isReported = Self.groups.map { _ in !lacks || Int.random(in: 0...7, using: &random) > 0 }
  }

  func sum(_ form: [Int]) -> Int { zip(form, counts).reduce(0) { $0 + $1.0 * $1.1 } }

  func session() throws -> HoiSession {
    let session = HoiSession()
    var table = HoiTable("t", years: Self.groups.map(\.year), reportsBy: "thon")
    table.addDimension("thon", Self.groups.map(\.village))
    table.addDimension("gioitinh", Self.groups.map(\.sex))
    for (place, name) in ["hs", "rieng"].enumerated() {
      table.addMeasure(
        name, unit: "học sinh",
        .counts(
          Self.groups.indices.map {
            place == 0 || isReported[$0] ? counts[$0 * 2 + place] : nil
          }))
    }
    try session.add(table)
    try session.open(SourceText(#"subject s "S" { ratio tyle "Tỷ lệ" = t.rieng / t.hs part }"#))
    guard case .changed = session.run("set public on") else { throw HoiFailure([]) }
    return session
  }

  var description: String {
    Self.groups.indices.map { place in
      let group = Self.groups[place]
      return
        "\(group.year),\(group.village),\(group.sex):\(counts[place * 2])/\(counts[place * 2 + 1])\(isReported[place] ? "" : "?")"
    }.joined(separator: " ")
  }
}
