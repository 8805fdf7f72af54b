import Glibc
import Hoi

/// Whole questions on an invented table of a million rows, through the library.
struct QuestionBenchmarks {
  private let rows = 1_000_000
  private let questions = [
    "show t.co / t.tong where nam = 2027",
    "show t.co / t.tong by nam",
    "show t.co / t.tong by thon where nam = 2027 sort -tong limit 10",
    "show sum(t.co), count(t) by thon, loai where nam = 2027 limit 20",
    "show distinct(t.thon) by nam",
    "show sum(t.tong) where thon ~ \"na ban 12\" and nam = 2027",
  ]

  func run() -> [Bench] {
    let session = HoiSession()
    do {
      try session.add(table())
    } catch {
      fatalError("the invented table is refused: \(error)")
    }
    return questions.map { question in
      Bench(question) {
        guard case .answer(let answer) = session.run(question) else {
          fatalError("no answer to: \(question)")
        }
        use(answer.rowCount)
      }
    }
  }

  private func table() -> HoiTable {
    var chance = Chance(seed: 3)
    var table = HoiTable(
      "t", years: (0..<rows).map { _ in Int.random(in: 2015...2030, using: &chance) },
      period: .calendar)
    let villages = (0..<33_000).map { "Thôn Nà Bản \($0)" }
    let kinds = ["công lập", "tư thục"]
    table.addDimension("thon", (0..<rows).map { _ in villages.randomElement(using: &chance) })
    table.addDimension("loai", (0..<rows).map { _ in kinds.randomElement(using: &chance) })
    table.addMeasure(
      "tong", unit: "hs", isFlow: true,
      .counts((0..<rows).map { _ in Int.random(in: 1...60, using: &chance) }))
    table.addMeasure(
      "co", unit: "hs", isFlow: true,
      .counts((0..<rows).map { $0 % 25 == 0 ? nil : Int.random(in: 0...60, using: &chance) }))
    return table
  }
}
