import HoiColumns
import HoiDiagnostics
import HoiExecution
import HoiPlanning
import Testing

/// The leaf engine against its scalar twin.
@Suite struct LeafTests {
  private let context = ExecutionContext()
  private let crew = ExecutionContext(pool: WorkerPool(count: 3), parallelRows: 0)

  private func check(_ table: PlainTable, leaves: [Leaf], seed: UInt64) throws {
    var generator = SplitMixGenerator(seed: seed)
    let encoded = table.encoded()
    // Many segments, so that several threads have something to do.
    let narrow = table.encoded(segmentRows: table.rowCount > 4_096 ? 1_024 : 64)
    let permuted = table.permuted(using: &generator).encoded()
    for leaf in leaves {
      let expected = scalarTwin(leaf, over: table)
      #expect(try PlainResult(run(leaf, over: encoded, context: context)) == expected)
      // Few missing rows are listed for the second question.
      #expect(try PlainResult(run(leaf, over: encoded, context: context)) == expected)
      #expect(try PlainResult(run(leaf, over: permuted, context: context)) == expected)
      #expect(try PlainResult(run(leaf, over: narrow, context: crew)) == expected)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func smallTables(seed: UInt64) throws {
    var generator = SplitMixGenerator(seed: seed)
    let rowCount = [0, 1, 2, 63, 64, 65, 500].randomElement(using: &generator)!
    let keySizes = [0, 1, 3, 40, 64, 300].shuffled(using: &generator).prefix(3)
    let table = PlainTable.random(
      rowCount: rowCount, keySizes: Array(keySizes),
      shapes: Array(MeasureShape.allCases.shuffled(using: &generator).prefix(5)),
      isSorted: seed % 2 == 0, using: &generator)
    let leaves = (0..<30).map {
      Leaf.random(for: table, keyCount: $0 % 4, using: &generator)
    }
    try check(table, leaves: leaves, seed: seed)
    let sums = leaves.map { $0.ofSums(for: table, using: &generator) }
    try check(table, leaves: sums, seed: seed)
  }

  /// Groups, few and many, whose sums fit words of their own, and conditions that flags can tell.
  @Test(arguments: [(2, 9), (3, 300), (4, 3_000), (5, 40_000)] as [(UInt64, Int)])
  func packedAndFlagged(seed: UInt64, memberCount: Int) throws {
    var generator = SplitMixGenerator(seed: seed)
    let table = PlainTable.random(
      rowCount: 40_000, keySizes: [16, memberCount, 40],
      shapes: [.small, .fewMissing, .words, .bytes, .fewMissing, .halves], using: &generator)
    let encoded = table.encoded()
    let narrow = table.encoded(segmentRows: 10_240)
    func members(_ column: Int) -> [Int32] { (0...Int32(table.keys[column].count)).map { $0 } }
    var accepted = Bitmap(count: 41)
    for code in [3, 4, 9, 22, 23, 39] { accepted[code] = true }
    let filters: [RowFilter] = [
      .everything, .values(column: 0, 3...9), .values(column: 0, 8...8),
      .all([.values(column: 0, 2...12), .codes(column: 2, accepted: accepted)]),
      .all([.values(column: 1, 0...Int64(memberCount / 2)), .values(column: 2, 1...1)]),
    ]
    for filter in filters {
      for columns in [[], [0], [1], [2], [0, 2], [1, 0]] {
        var leaf = Leaf(
          table: 0, filter: filter,
          grouping: columns.map { GroupKey(column: $0, memberOfCode: members($0)) },
          aggregates: []
        ).ofSums(for: table, using: &generator)
        let variants: [[Aggregate]] = [
          leaf.aggregates,
          // Bounds of rows that few lack, which are soon settled.
          [
            .sum(column: 3, requires: [3]), .minimum(column: 4, requires: [4]),
            .maximum(column: 7, requires: [7]), .sum(column: 7, requires: [7]),
          ],
          // What every row has, in one word and in two.
          [.sum(column: 3, requires: [3]), .count(requires: []), .sum(column: 6, requires: [6])],
          [.sum(column: 3, requires: [3]), .sum(column: 8, requires: [8])],
        ]
        for aggregates in variants {
          leaf.aggregates = aggregates
          let expected = scalarTwin(leaf, over: table)
          #expect(try PlainResult(run(leaf, over: encoded, context: context)) == expected)
          // Few missing rows are listed for the second question.
          #expect(try PlainResult(run(leaf, over: encoded, context: context)) == expected)
          #expect(try PlainResult(run(leaf, over: narrow, context: crew)) == expected)
        }
      }
    }
  }

  /// A segment is looked at 8192 rows at a time.
  @Test(arguments: [8_191, 8_193, 65_535, 65_536, 65_537])
  func segmentEdges(rowCount: Int) throws {
    var generator = SplitMixGenerator(seed: UInt64(rowCount))
    let table = PlainTable.random(
      rowCount: rowCount, keySizes: [12, 300], shapes: [.bytes, .someMissing], isSorted: true,
      using: &generator)
    let leaves = (0..<3).map { keyCount in
      var leaf = Leaf.random(for: table, keyCount: keyCount, using: &generator)
      // One row in 300, one in 3, and all but a few.
      let range: ClosedRange<Int64> = [7...7, 0...99, 3...298][keyCount]
      leaf.filter = .values(column: 1, range)
      return leaf
    }
    try check(table, leaves: leaves, seed: 5)
    try check(table, leaves: leaves.map { $0.ofSums(for: table, using: &generator) }, seed: 5)
  }

  /// So many combinations of members that an array of them would be too large.
  @Test func hashedGroups() throws {
    var generator = SplitMixGenerator(seed: 9)
    let table = PlainTable.random(
      rowCount: 5_000, keySizes: [3_000, 2_000, 900], shapes: [.halves, .someMissing, .extremes],
      using: &generator)
    for keyCount in 2...3 {
      let leaves = (0..<4).map { _ in
        var leaf = Leaf.random(for: table, keyCount: keyCount, using: &generator)
        leaf.grouping = leaf.grouping.indices.map { key in
          GroupKey(
            column: key, memberOfCode: (0...Int32(table.keys[key].count)).map { $0 - 1 })
        }
        return leaf
      }
      try check(table, leaves: leaves, seed: 2)
    }
  }

  /// Sets of codes that are not one run, over dictionaries of one word and of many.
  @Test func scatteredCodes() throws {
    var generator = SplitMixGenerator(seed: 11)
    let table = PlainTable.random(
      rowCount: 3_000, keySizes: [60, 1_000], shapes: [.bytes, .halves, .words, .longs],
      using: &generator)
    let leaves = (0..<2).flatMap { column in
      (0..<3).map { keyCount in
        var leaf = Leaf.random(for: table, keyCount: keyCount, using: &generator)
        var accepted = Bitmap(count: table.keys[column].count + 1)
        for code in stride(from: 1, to: accepted.count, by: 3) { accepted[code] = true }
        leaf.filter = .codes(column: column, accepted: accepted)
        return leaf
      }
    }
    try check(table, leaves: leaves, seed: 4)
  }

  /// Segments whose rows are all in one group, and those that begin another.
  @Test(arguments: [2, 40_000])
  func sortedByYear(schoolCount: Int) throws {
    var generator = SplitMixGenerator(seed: 12)
    let table = PlainTable.random(
      rowCount: 200_000, keySizes: [2, schoolCount], shapes: [.bytes, .someMissing, .longs],
      isSorted: true, using: &generator)
    var leaf = Leaf.random(for: table, keyCount: 0, using: &generator)
    leaf.grouping = [GroupKey(column: 0, memberOfCode: [2024, 2025, -1])]
    let encoded = table.encoded()
    for filter in [RowFilter.everything, .values(column: 2, 20...30)] {
      leaf.filter = filter
      let expected = scalarTwin(leaf, over: table)
      #expect(try PlainResult(run(leaf, over: encoded, context: context)) == expected)
    }
  }

  /// Keys whose ranks together need more than 64 bits.
  @Test func manyWideKeys() throws {
    var generator = SplitMixGenerator(seed: 10)
    let table = PlainTable.random(
      rowCount: 800, keySizes: [900, 900, 700], shapes: [.bytes], using: &generator)
    let grouping = (0..<9).map { place in
      GroupKey(
        column: place % 3,
        memberOfCode: (0...Int32(table.keys[place % 3].count)).map { ($0 &* 37) % 1009 - 1 })
    }
    let leaf = Leaf(
      table: 0, filter: .everything, grouping: grouping,
      aggregates: [.sum(column: 3, requires: [3]), .distinct(column: 1)])
    try check(table, leaves: [leaf], seed: 3)
  }

  /// Leaves that differ in what they take of their keys share a scan, and each finds its own.
  @Test(arguments: UInt64(1)...30)
  func sharedScans(seed: UInt64) throws {
    var generator = SplitMixGenerator(seed: seed)
    let table = PlainTable.random(
      rowCount: 700, keySizes: [9, 40, 3], shapes: [.bytes, .someMissing, .halves],
      using: &generator)
    let other = RowFilter.random(for: table, depth: 1, using: &generator)
    let aggregates = Leaf.random(for: table, keyCount: 1, using: &generator).aggregates
    let leaves = (0..<4).map { _ in
      var filters = [other]
      var grouping: [GroupKey] = []
      for column in 0..<2 {
        let past = Int32(table.keys[column].count)
        let shift = Int32.random(in: 0...3, using: &generator)
        grouping.append(
          GroupKey(
            column: column, memberOfCode: (0...past).map { $0 == past ? -1 : $0 + shift }))
        var accepted = Bitmap(count: Int(past) + 1)
        for code in 0...Int(past) {
          accepted[code] = Int.random(in: 0..<3, using: &generator) > 0
        }
        if Bool.random(using: &generator) {
          filters.append(.codes(column: column, accepted: accepted))
        }
      }
      return Leaf(
        table: 0, filter: Bool.random(using: &generator) ? other : .all(filters),
        grouping: grouping, aggregates: aggregates.shuffled(using: &generator).dropLast(2))
    }
    let encoded = table.encoded(segmentRows: 64)
    let results = try run(leaves, over: { _ in encoded }, context: context)
    for (leaf, result) in zip(leaves, results) {
      #expect(PlainResult(result) == scalarTwin(leaf, over: table))
    }
  }

  @Test func unknownMembersComeLast() throws {
    let (dictionary, codes) = makeKeyColumn(["xã Bình Minh", nil, "phường An Khê", nil])
    let table = makeFactTable(
      columns: [ColumnSchema(name: "dia_ban", role: .dimension)], keys: [dictionary],
      cells: [(codes, nil)], origin: RowOrigin(file: "", breaks: []))
    let leaf = Leaf(
      table: 0, filter: .everything,
      grouping: [GroupKey(column: 0, memberOfCode: [5, 3, -1])],
      aggregates: [.count(requires: [])])
    let result = try run(leaf, over: table, context: context)
    #expect(result.keys == [[3, 5, -1]])
    #expect(result.columns[0].rows == [1, 1, 2])
  }

  @Test func sumsBeyond64Bits() throws {
    let table = PlainTable(
      columns: [ColumnSchema(name: "so", role: .measure(.amount))], keys: [.none],
      cells: [[.max, .max, .max]])
    let leaf = Leaf(
      table: 0, filter: .everything, grouping: [], aggregates: [.sum(column: 0, requires: [0])])
    let result = try run(leaf, over: table.encoded(), context: context)
    #expect(result.columns[0].values[0] == 3 * Int128(Int64.max))
  }

  @Test func cancellation() throws {
    var generator = SplitMixGenerator(seed: 1)
    let table = PlainTable.random(
      rowCount: 10, keySizes: [3], shapes: [.bytes], using: &generator
    ).encoded()
    let leaf = Leaf(table: 0, filter: .everything, grouping: [], aggregates: [])
    let context = ExecutionContext()
    context.cancel()
    #expect(throws: LeafFailure.cancelled) { try run(leaf, over: table, context: context) }
    #expect(try run(leaf, over: table, context: ExecutionContext()).groupCount == 1)
  }

  @Test func limits() throws {
    var generator = SplitMixGenerator(seed: 1)
    let table = PlainTable.random(
      rowCount: 9_000, keySizes: [4_000, 4_000], shapes: [], using: &generator
    ).encoded()
    let identity = (0...Int32(4_000)).map { $0 }
    let leaf = Leaf(
      table: 0, filter: .everything,
      grouping: [0, 1].map { GroupKey(column: $0, memberOfCode: identity) },
      aggregates: [.distinct(column: 0)])
    var limits = Limits()
    limits.groups = 1_000
    #expect(throws: LeafFailure.tooManyGroups) {
      try run(leaf, over: table, context: ExecutionContext(limits: limits))
    }
    limits = Limits()
    limits.groupBytes = 10_000
    #expect(throws: LeafFailure.memory) {
      try run(leaf, over: table, context: ExecutionContext(limits: limits))
    }
  }
}
