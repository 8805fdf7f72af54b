import HoiAnswer
import HoiColumns
import HoiDiagnostics
import HoiKernels
import HoiPlanning

/// Answers a leaf with a grouping, segment by segment, in scratch of its own that is reused.
final class GroupedWorker {
  let leaf: PreparedLeaf
  let keyColumns: [Int]
  let limits: Limits
  /// How many workers share the limit of memory.
  let sharers: Int
  let numbering: any GroupNumbering
  /// By entry: the rows picked.
  let counts: [SumAccumulator]
  /// By total: the sums over all selected rows.
  let totals: [SumAccumulator]
  /// By aggregate, over the rows picked; nil where a count of rows or a total is the answer.
  let accumulators: [(any GroupAccumulator)?]
  /// What is added up before it goes to counts and totals; nil where that gains nothing.
  let packed: PackedSums?

  private var filter = SegmentFilter()
  /// By entry: the rows of the segment that it picks.
  private var choices: [RowChoice]
  /// By entry: those rows one by one, where they are few, and no bitmap is written unless it is needed.
  private var listed: [[UInt32]?]
  private var rows = EnteringRows()
  private var groups: [UInt32] = []
  /// Groups with the rows diverted that are not selected, or not picked.
  private var diverted: [UInt32] = []
  /// The rows that an entry picks where they are few.
  private var picked = PickedRows()
  private var gathered: [UInt64] = []

  init(
    _ prepared: PreparedLeaf, leaf: Leaf, table: FactTable, limits: Limits,
    sharers: Int
  ) throws(LeafFailure) {
    self.leaf = prepared
    self.limits = limits
    self.sharers = sharers
    keyColumns = leaf.grouping.map(\.column)
    let numbering = makeNumbering(leaf, filter: prepared.filter, table: table, limits: limits)
    self.numbering = numbering
    let copies = 1 << Int(numbering.copyShift)
    let counts = prepared.entries.map { _ in
      SumAccumulator(bound: UInt128(table.rowCount))
    }
    let totals = prepared.totals.map { SumAccumulator(bound: $0.bound) }
    (self.counts, self.totals) = (counts, totals)
    packed =
      numbering.numbersAnyRow
      ? PackedSums(
        counts: counts[0], totals: Array(zip(prepared.totals, totals)),
        isAlone: prepared.isOfSums && prepared.entries.count == 1, table: table,
        wordCount: numbering.groupCount * copies, copies: copies)
      : nil
    accumulators = prepared.aggregates.map { aggregate in
      switch aggregate.operation {
      case .count: nil
      case .sum(_, let bound):
        aggregate.entry == 0 ? nil : SumAccumulator(bound: bound)
      case .minimum: BoundAccumulator(isMinimum: true, copies: copies)
      case .maximum: BoundAccumulator(isMinimum: false, copies: copies)
      case .distinct(_, let codeCount):
        makeDistinct(codeCount: codeCount, numbering: numbering, table: table, limits: limits)
      }
    }
    choices = prepared.entries.map { _ in .none }
    listed = prepared.entries.map { _ in nil }
    let batchRows = min(EnteringRows.batchRows, table.rowCount)
    groups = Array(repeating: 0, count: batchRows)
    try checkMemory()
  }

  func add(_ segment: Segment) throws(LeafFailure) {
    let selected = filter.choose(leaf.filter, in: segment)
    if selected == .none { return }
    let isOneGroup = keyColumns.allSatisfy { segment.columns[$0].isConstant }
    for (entry, needed) in leaf.entries.enumerated() {
      listed[entry] = isOneGroup ? nil : needed.absentRows(of: segment, atOnce: true)
      // Bitmaps of the entries before stand below this level.
      choices[entry] =
        listed[entry] == nil
        ? filter.choose(needed.picked, in: segment, level: entry + 1) : .some
    }
    if isOneGroup {
      try addToOneGroup(segment, selected)
      return try checkMemory()
    }
    let step = selected == .every && isOfPackedSums ? numbering.step(in: segment) : nil
    for first in stride(from: 0, to: segment.rowCount, by: EnteringRows.batchRows) {
      rows.batch = first..<min(first + EnteringRows.batchRows, segment.rowCount)
      if let step {
        try addBatch(of: segment, step)
      } else if enter(selected) {
        try addBatch(of: segment, selected)
      }
    }
    try checkMemory()
  }

  /// Adds a segment whose rows are all in one group, as they are where a file is sorted by its year.
  private func addToOneGroup(_ segment: Segment, _ selected: RowChoice) throws(LeafFailure) {
    if selected == .some && population(filter.words(level: 0).span) == 0 { return }
    rows.batch = 0..<1
    rows.count = 1
    rows.isListed = false
    try numbering.number(segment, entering: rows, groups: &groups, gathered: &gathered)
    grow()
    growSums()
    let words = selected == .some ? filter.words(level: 0) : nil
    let count = words.map { population($0.span) } ?? segment.rowCount
    for (place, total) in leaf.totals.enumerated() {
      let column = segment.columns[total.column]
      totals[place].add(column.sum(words: words, count: count), to: groups[0])
    }
    for (entry, choice) in choices.enumerated() where choice != .none {
      let words = filter.words(selected: selected, and: choice, level: entry + 1)
      let count = words.map { population($0.span) } ?? segment.rowCount
      if count == 0 { continue }
      if leaf.entries[entry].isCounted { counts[entry].add(Int128(count), to: groups[0]) }
      for (index, aggregate) in leaf.aggregates.enumerated() where aggregate.entry == entry {
        guard let column = aggregate.column else { continue }
        accumulators[index]?.add(
          segment.columns[column], words: words, count: count, group: groups[0])
      }
    }
  }

  private func addBatch(of segment: Segment, _ selected: RowChoice) throws(LeafFailure) {
    try numbering.number(segment, entering: rows, groups: &groups, gathered: &gathered)
    if selected == .some && !rows.isListed { divert(level: 0, replacing: true) }
    grow()
    addTotals(of: segment)
    for (entry, choice) in choices.enumerated() {
      switch choice {
      case .none: break
      case .every: add(segment, entry: entry, rows, groups: &groups)
      case .some: addPicked(segment, entry: entry, selected)
      }
    }
  }

  /// Whether all rows are added up in packed words, and few of them are looked at besides.
  private var isOfPackedSums: Bool {
    guard let packed, !packed.holdsTotal.contains(false) else { return false }
    return leaf.entries.indices.allSatisfy { entry in
      switch choices[entry] {
      case .none: true
      // Rows looked at for bounds alone mostly change none of them.
      case .some: listed[entry] != nil || !leaf.entries[entry].isCounted
      case .every:
        entry == 0
          && leaf.aggregates.indices.allSatisfy {
            leaf.aggregates[$0].entry != 0 || accumulators[$0] == nil
          }
      }
    }
  }

  /// Adds a batch, all rows of which are selected, without numbering their groups.
  private func addBatch(of segment: Segment, _ step: GroupStep) throws(LeafFailure) {
    grow()
    packed?.add(segment, batch: rows.batch, codes: segment.columns[keyColumns[0]], step: step)
    var areNumbered = false
    for (entry, choice) in choices.enumerated() where choice == .some {
      if isSettled(entry, in: segment) { continue }
      guard let absent = listed[entry] else {
        if !areNumbered { try numberAll(of: segment) }
        areNumbered = true
        addPicked(segment, entry: entry, .every)
        continue
      }
      prepare(&gathered)
      picked.list(absent, of: rows, places: groups.count)
      if picked.rows.count == 0 { continue }
      try numbering.number(
        segment, entering: picked.rows, groups: &picked.groups, gathered: &gathered)
      add(segment, entry: entry, picked.rows, groups: &picked.groups)
    }
  }

  private func numberAll(of segment: Segment) throws(LeafFailure) {
    rows.count = rows.batch.count
    rows.isListed = false
    try numbering.number(segment, entering: rows, groups: &groups, gathered: &gathered)
  }

  /// Counts the selected rows of the batch and adds up the totals.
  private func addTotals(of segment: Segment) {
    let packed = rows.isListed ? nil : packed
    if let packed {
      packed.add(
        segment, batch: rows.batch, groups: groups.span.extracting(first: rows.count),
        step: GroupStep())
    } else {
      growSums()
      counts[0].readConstant(1, count: rows.count, groups: &groups)
    }
    for (place, total) in leaf.totals.enumerated() where packed?.holdsTotal[place] != true {
      totals[place].add(
        segment.columns[total.column], entering: rows, groups: &groups, gathered: &gathered)
    }
  }

  /// Adds the rows that a bitmap picks: listed where they are few, with the others diverted where not.
  private func addPicked(_ segment: Segment, entry: Int, _ selected: RowChoice) {
    if let absent = listed[entry] {
      if rows.isListed {
        // Which of them are selected is told by the bitmap.
        listed[entry] = nil
        _ = filter.choose(leaf.entries[entry].picked, in: segment, level: entry + 1)
      } else if isSettled(entry, in: segment) {
        return
      } else {
        prepare(&gathered)
        // Those that are not selected have been diverted.
        picked.pick(absent, of: rows, groups)
        if picked.rows.count > 0 {
          add(segment, entry: entry, picked.rows, groups: &picked.groups)
        }
        return
      }
    }
    let words = filter.words(level: entry + 1)
    let chosen = words.span.extracting(rows.words)
    let count = population(chosen)
    if count == 0 || isSettled(entry, in: segment) { return }
    if count * 4 >= rows.batch.count {
      divert(level: entry + 1, replacing: false)
      return add(segment, entry: entry, rows, groups: &diverted)
    }
    prepare(&gathered)
    picked.pick(
      chosen, of: rows, groups, selection: selected == .some ? filter.words(level: 0) : nil)
    if picked.rows.count > 0 {
      add(segment, entry: entry, picked.rows, groups: &picked.groups)
    }
  }

  private func grow() {
    // What is whole in words needs no other room, unless something is added besides.
    if packed?.isWhole != true { growSums() }
    let groupCount = numbering.groupCount << Int(numbering.copyShift)
    for (index, aggregate) in leaf.aggregates.enumerated() {
      if case .distinct = aggregate.operation {
        accumulators[index]?.grow(to: numbering.groupCount)
      } else {
        accumulators[index]?.grow(to: groupCount)
      }
    }
  }

  /// Makes room for counts and totals.
  func growSums() {
    let groupCount = numbering.groupCount << Int(numbering.copyShift)
    for count in counts { count.grow(to: groupCount) }
    for total in totals { total.grow(to: groupCount) }
  }

  /// Decides which rows of the batch the kernels look at: all, or a list. False where none is
  /// selected.
  private func enter(_ selected: RowChoice) -> Bool {
    rows.count = rows.batch.count
    rows.isListed = false
    guard selected == .some else { return true }
    let words = filter.words(level: 0)
    let chosen = words.span.extracting(rows.words)
    let count = population(chosen)
    if count == 0 { return false }
    // Few rows are gathered; many are cheaper to go through with the others diverted.
    guard count * 4 < rows.count || !numbering.numbersAnyRow else { return true }
    prepare(&rows.list)
    prepare(&gathered)
    rows.count = withSpan(of: &rows.list) { listRows(chosen, into: &$0) }
    rows.isListed = true
    return true
  }

  /// Sends rows that the bitmap of a level leaves out to groups that do not count.
  private func divert(level: Int, replacing: Bool) {
    prepare(&diverted)
    let words = filter.words(level: level)
    let chosen = words.span.extracting(rows.words)
    let (groups, list) = (groups, rows.list)
    let numbered = groups.span.extracting(first: rows.count)
    if rows.isListed {
      let list = list.span.extracting(first: rows.count)
      withSpan(of: &diverted) {
        HoiKernels.divert(numbered, of: list, keeping: chosen, into: &$0)
      }
    } else {
      withSpan(of: &diverted) { HoiKernels.divert(numbered, keeping: chosen, into: &$0) }
    }
    if replacing { swap(&self.groups, &diverted) }
  }

  private func add(
    _ segment: Segment, entry: Int, _ rows: EnteringRows, groups: inout [UInt32]
  ) {
    // Those of the first have been counted with the totals.
    if entry > 0, leaf.entries[entry].isCounted {
      counts[entry].readConstant(1, count: rows.count, groups: &groups)
    }
    for (index, aggregate) in leaf.aggregates.enumerated() where aggregate.entry == entry {
      guard let column = aggregate.column,
        !leaf.entries[entry].addsNothing(column, of: segment),
        !isSettled(index, column, in: segment)
      else { continue }
      accumulators[index]?.add(
        segment.columns[column], entering: rows, groups: &groups, gathered: &gathered)
    }
  }

  /// Whether an entry is there for bounds alone, and none of its rows can change them.
  private func isSettled(_ entry: Int, in segment: Segment) -> Bool {
    !leaf.entries[entry].isCounted
      && leaf.aggregates.enumerated().allSatisfy { index, aggregate in
        aggregate.entry != entry || isSettled(index, aggregate.column!, in: segment)
      }
  }

  /// Whether no row of a segment can change the smallest or largest value of any group, after the rows
  /// of the batch have been counted.
  private func isSettled(_ aggregate: Int, _ column: Int, in segment: Segment) -> Bool {
    guard let bounds = accumulators[aggregate] as? BoundAccumulator else { return false }
    let column = segment.columns[column]
    return bounds.isSettled(low: column.minimum, high: column.maximum) { [counts, packed] group in
      counts[0].isNonzero(group) || packed?.isNonzero(group) == true
    }
  }

  private func prepare<Number: FixedWidthInteger>(_ numbers: inout [Number]) {
    if numbers.count < groups.count { numbers = Array(repeating: 0, count: groups.count) }
  }
}

/// Bits where they are few enough, else a hash table.
private func makeDistinct(
  codeCount: Int, numbering: any GroupNumbering, table: FactTable, limits: Limits
) -> any GroupAccumulator {
  let words = MarkAccumulator.wordsPerGroup(codeCount: codeCount)
  let (product, overflow) = words.multipliedReportingOverflow(by: numbering.groupCount)
  // Fresh memory costs more than rows: at most 8 MiB, and a word for a few rows.
  let isSmall = !overflow && product <= min(1 << 20, max(1 << 12, table.rowCount))
  let shift = numbering.copyShift
  if numbering.numbersAnyRow && isSmall {
    return MarkAccumulator(codeCount: codeCount, shift: shift)
  }
  return PairAccumulator(codeCount: codeCount, shift: shift, limit: limits.groups)
}
