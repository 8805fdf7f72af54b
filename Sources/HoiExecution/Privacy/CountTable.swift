/// Counts of people in rows and what they add up to, and which of them are not published.
///
/// Cell suppression: a row with a small count is hidden (primary), and with it as many further rows
/// of a total as it takes that no hidden count follows from the total and the rows that are left
/// (complementary). Where no row is left to hide, the total is.
package struct CountTable: Sendable {
  /// Counts of people below it are not published.
  package static let smallestPublished: Int128 = 5

  /// By count, by row; nil where there is none.
  package var rows: [[Int128?]]
  /// By count, by total; a total that is not shown binds nothing.
  package var totals: [[Int128?]]
  /// The total that each row is part of, or -1.
  package var totalOfRow: [Int32]
  /// How many of the first counts hide a row when they are small. The others are what a reader can
  /// take one count from another for: those who are not in a part.
  package var judgedCount: Int
  package var isHidden: [Bool]
  package var isTotalHidden: [Bool]

  package init(
    rows: [[Int128?]], totals: [[Int128?]], totalOfRow: [Int32], totalCount: Int, judgedCount: Int
  ) {
    self.rows = rows
    self.totals = totals
    self.totalOfRow = totalOfRow
    self.judgedCount = judgedCount
    isHidden = Array(repeating: false, count: totalOfRow.count)
    isTotalHidden = Array(repeating: false, count: totalCount)
  }

  /// Hides what is small by itself.
  package mutating func hideSmall() {
    func isSmall(_ count: Int128?) -> Bool { count.map { $0 < Self.smallestPublished } ?? false }
    for count in 0..<judgedCount {
      for row in isHidden.indices where isSmall(rows[count][row]) { isHidden[row] = true }
      for total in isTotalHidden.indices where isSmall(totals[count][total]) {
        isTotalHidden[total] = true
      }
    }
  }

  /// Forgets what the totals come to, where rows do not add to them.
  package mutating func unbind() {
    totals = totals.map { Array(repeating: nil, count: $0.count) }
  }

  /// Hides further rows and totals until none that is hidden follows from what is shown.
  package mutating func protect() {
    var members: [[Int]] = Array(repeating: [], count: isTotalHidden.count)
    for (row, total) in totalOfRow.enumerated() where total >= 0 { members[Int(total)].append(row) }
    for total in members.indices {
      while !isTotalHidden[total], let count = determined(total, members[total]) {
        if let row = nextSmallest(members[total], count) {
          isHidden[row] = true
        } else {
          isTotalHidden[total] = true
        }
      }
    }
  }

  /// A count of which the hidden rows of a total can only be one thing: a single row is what the
  /// others leave, and rows that leave nothing are zero each.
  private func determined(_ total: Int, _ members: [Int]) -> Int? {
    rows.indices.first { count in
      guard totals[count][total] != nil else { return false }
      let hidden = members.lazy.filter { isHidden[$0] }.compactMap { rows[count][$0] }
      return !hidden.isEmpty && (hidden.count == 1 || hidden.allSatisfy { $0 <= 0 })
    }
  }

  /// The row to be hidden beside others: one that adds to the count, the smallest by all its counts.
  private func nextSmallest(_ members: [Int], _ count: Int) -> Int? {
    func size(_ row: Int) -> Int128 {
      rows.prefix(judgedCount).reduce(0) { $0 + ($1[row] ?? 0) }
    }
    return members.filter { !isHidden[$0] && (rows[count][$0] ?? 0) > 0 }.min {
      (size($0), $0) < (size($1), $1)
    }
  }
}
