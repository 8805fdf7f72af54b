import HoiExecution
import Testing

/// Every table of nonnegative whole numbers that agrees with what is published is tried: each hidden
/// count must be able to be at least two things.
@Suite struct SuppressionAuditTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func noHiddenCountFollows(seed: UInt64) {
    var generator = SplitMixGenerator(seed: seed)
    var hiddenRows = 0
    for _ in 0..<500 {
      let table = published(&generator)
      for total in table.isTotalHidden.indices {
        let members = table.totalOfRow.indices.filter { table.totalOfRow[$0] == total }
        let hidden = members.filter { table.isHidden[$0] }
        hiddenRows += hidden.count
        // Without its total nothing binds a row.
        if hidden.isEmpty || table.isTotalHidden[total] { continue }
        for count in table.rows.indices {
          audit(table, count, total, members: members, hidden: hidden)
        }
      }
    }
    #expect(hiddenRows > 500)
  }

  @Test func smallCountsAreHidden() {
    var table = CountTable(
      rows: [[6, 2, 7, 8, 9, 6]], totals: [[38]], totalOfRow: [0, 0, 0, 0, 0, 0], totalCount: 1,
      judgedCount: 1)
    table.hideSmall()
    table.protect()
    #expect(table.isHidden == [true, true, false, false, false, false])
    #expect(table.isTotalHidden == [false])
  }

  @Test func theTotalOfOneSmallRowIsHidden() {
    var table = CountTable(
      rows: [[0, 0]], totals: [[0]], totalOfRow: [0, 0], totalCount: 1, judgedCount: 1)
    table.hideSmall()
    table.protect()
    #expect(table.isTotalHidden == [true])
  }

  /// A part and its whole over a few rows in two totals, of which some have no count at all.
  private func published(_ generator: inout SplitMixGenerator) -> CountTable {
    let rowCount = Int.random(in: 1...6, using: &generator)
    let ofRow = (0..<rowCount).map { _ in Int32.random(in: 0...1, using: &generator) }
    let wholes = (0..<rowCount).map { _ -> Int128? in
      Int.random(in: 0...9, using: &generator) == 0
        ? nil : Int128(Int.random(in: 0...9, using: &generator))
    }
    let parts = wholes.map { whole in
      whole.map { Int128(Int.random(in: 0...Int($0), using: &generator)) }
    }
    let rests = zip(parts, wholes).map { part, whole in part.map { whole! - $0 } }
    let rows = [parts, wholes, rests]
    let totals = rows.map { row in
      (0..<2).map { total -> Int128? in
        let members = (0..<rowCount).filter { ofRow[$0] == total }.compactMap { row[$0] }
        return members.isEmpty ? nil : members.reduce(0, +)
      }
    }
    var table = CountTable(
      rows: rows, totals: totals, totalOfRow: ofRow, totalCount: 2, judgedCount: 2)
    table.hideSmall()
    table.protect()
    return table
  }

  private func audit(
    _ table: CountTable, _ count: Int, _ total: Int, members: [Int], hidden: [Int]
  ) {
    let known = hidden.filter { table.rows[count][$0] != nil }
    guard !known.isEmpty, let sum = table.totals[count][total] else { return }
    let shown = members.filter { !table.isHidden[$0] }.compactMap { table.rows[count][$0] }
    var possible = Array(repeating: Set<Int128>(), count: known.count)
    fill(sum - shown.reduce(0, +), known.count, []) { values in
      for (place, value) in values.enumerated() { possible[place].insert(value) }
    }
    for values in possible { #expect(values.count >= 2) }
  }

  /// All ways to share a sum out among some rows.
  private func fill(
    _ sum: Int128, _ count: Int, _ before: [Int128], _ body: ([Int128]) -> Void
  ) {
    if count == 1 { return body(before + [sum]) }
    for value in 0...sum { fill(sum - value, count - 1, before + [value], body) }
  }
}
