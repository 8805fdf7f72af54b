import HoiColumns
import HoiPlanning

extension Leaf {
  /// A filter, a grouping and some aggregates that fit a table.
  ///
  /// - Parameter keyCount: how many keys to group by; the same column may be taken twice.
  static func random(
    for table: PlainTable, keyCount: Int, using generator: inout SplitMixGenerator
  ) -> Leaf {
    let keys = table.columns.indices.filter { table.isKey($0) }
    let measures = table.columns.indices.filter { !table.isKey($0) }
    return Leaf(
      table: 0, filter: .random(for: table, depth: 3, using: &generator),
      grouping: (0..<keyCount).map { _ in
        .random(column: keys.randomElement(using: &generator)!, in: table, using: &generator)
      },
      aggregates: measures.flatMap { column -> [Aggregate] in
        let others = measures.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        return [
          .sum(column: column, requires: [column]),
          .sum(column: column, requires: others + [column]),
          .count(requires: others),
          .minimum(column: column, requires: others + [column]),
          .maximum(column: column, requires: [column]),
        ]
      } + keys.map { .distinct(column: $0) } + [.count(requires: [])])
  }
}

extension Leaf {
  /// The same with sums and counts of some measures alone, which have ways of their own.
  func ofSums(for table: PlainTable, using generator: inout SplitMixGenerator) -> Leaf {
    let measures = table.columns.indices.filter { !table.isKey($0) }.shuffled(using: &generator)
    let summed = Array(measures.prefix(.random(in: 1...4, using: &generator)))
    var leaf = self
    leaf.aggregates =
      summed.map { .sum(column: $0, requires: [$0]) }
      + [
        .sum(column: summed[0], requires: Array(summed.prefix(2))),
        .sum(column: summed.last!, requires: Array(summed.prefix(2)) + [summed.last!]),
        .count(requires: [summed[0]]), .count(requires: []),
      ]
    return leaf
  }
}

extension GroupKey {
  static func random(
    column: Int, in table: PlainTable, using generator: inout SplitMixGenerator
  ) -> GroupKey {
    let codes = 0...table.keys[column].count
    let members: [Int32] =
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: codes.map { $0 == codes.upperBound ? -1 : 2000 + Int32($0) }
      // An attribute: many codes share a value, some have none.
      case 1: codes.map { $0 % 7 == 6 ? -1 : Int32($0 % 7) }
      case 2: codes.map { Int32.max - Int32($0) }
      // Far apart, and below zero.
      case 3: codes.map { $0 == 0 ? .min : $0 == 1 ? .max : -2 - Int32($0) }
      default: codes.map { _ in Int32.random(in: -1...3, using: &generator) }
      }
    return GroupKey(column: column, memberOfCode: members)
  }
}

extension RowFilter {
  static func random(
    for table: PlainTable, depth: Int, using generator: inout SplitMixGenerator
  ) -> RowFilter {
    let parts = 0..<Int.random(in: 0...3, using: &generator)
    switch Int.random(in: depth > 0 ? 0..<5 : 2..<5, using: &generator) {
    case 0: return .all(parts.map { _ in .random(for: table, depth: depth - 1, using: &generator) })
    case 1: return .any(parts.map { _ in .random(for: table, depth: depth - 1, using: &generator) })
    default: return .randomTest(for: table, using: &generator)
    }
  }

  private static func randomTest(
    for table: PlainTable, using generator: inout SplitMixGenerator
  ) -> RowFilter {
    let column = table.columns.indices.randomElement(using: &generator)!
    let kind = Int.random(in: 0..<12, using: &generator)
    if kind == 0 { return .everything }
    if kind == 1 { return .nothing }
    if kind < 4 { return .reported(column: column, kind == 2) }
    if !table.isKey(column) {
      let known = table.cells[column].compactMap { $0 }
      let one = known.randomElement(using: &generator) ?? 0
      let other = known.randomElement(using: &generator) ?? 5
      return .values(column: column, min(one, other)...max(one, other))
    }
    let codeCount = table.keys[column].count + 1
    var accepted = Bitmap(count: codeCount)
    let share = [1, 2, 3, 10].randomElement(using: &generator)!
    for code in 0..<codeCount {
      accepted[code] = Int.random(in: 0..<share, using: &generator) == 0
    }
    return .codes(column: column, accepted: accepted)
  }
}
