import HoiAnswer
import HoiColumns
import HoiKernels

/// Answers a leaf with no grouping: bitmaps and masked sums, without group numbers.
final class UngroupedWorker {
  private let leaf: PreparedLeaf
  private var filter = SegmentFilter()
  /// By entry: the rows picked.
  private var rowCounts: [Int]
  /// By total: the sum over all selected rows.
  private var totals: [Int128]
  /// By aggregate: the sum or bound of the rows picked.
  private var values: [Int128]
  /// By aggregate: a bit per code for `distinct`, else empty.
  private var marks: [[UInt64]]

  init(_ leaf: PreparedLeaf, table: FactTable) {
    self.leaf = leaf
    rowCounts = Array(repeating: 0, count: leaf.entries.count)
    totals = Array(repeating: 0, count: leaf.totals.count)
    values = leaf.aggregates.map {
      switch $0.operation {
      case .minimum: Int128(Int64.max)
      case .maximum: Int128(Int64.min)
      case .count, .sum, .distinct: 0
      }
    }
    marks = leaf.aggregates.map {
      if case .distinct(_, let codeCount) = $0.operation {
        return Array(repeating: 0, count: (codeCount + 63) >> 6)
      }
      return []
    }
  }

  func add(_ segment: Segment) {
    precondition(segment.rowCount <= 1 << 17)
    if leaf.isOfSums, let count = filter.flag(leaf.filter, in: segment) {
      // Waiting for the memory of one row costs as much as reading that of some thousand in a row.
      if count * 4096 >= segment.rowCount { return addFlagged(segment, count: count) }
      if count == 0 { return }
      filter.packFlags()
      return add(segment, .some)
    }
    add(segment, filter.choose(leaf.filter, in: segment))
  }

  private func add(_ segment: Segment, _ selected: RowChoice) {
    if selected == .none { return }
    let words = selected == .some ? filter.words(level: 0) : nil
    let count = words.map { population($0.span) } ?? segment.rowCount
    if count == 0 { return }
    for (place, total) in leaf.totals.enumerated() {
      totals[place] += segment.columns[total.column].sum(words: words, count: count)
    }
    add(segment, entry: 0, words: words, count: count)
    for (index, entry) in leaf.entries.enumerated().dropFirst() {
      let choice = filter.choose(entry.picked, in: segment, level: 1)
      if choice == .none { continue }
      let words = filter.words(selected: selected, and: choice, level: 1)
      let count = words.map { population($0.span) } ?? segment.rowCount
      if count > 0 { add(segment, entry: index, words: words, count: count) }
    }
  }

  private func addFlagged(_ segment: Segment, count: Int) {
    let flags = filter.flags
    var place = 0
    while place < leaf.totals.count {
      let column = segment.columns[leaf.totals[place].column]
      if place + 1 < leaf.totals.count,
        let sums = column.sums(
          with: segment.columns[leaf.totals[place + 1].column], flags: flags, count: count)
      {
        totals[place] += sums.0
        totals[place + 1] += sums.1
        place += 2
      } else {
        totals[place] += column.sum(flags: flags, count: count)
        place += 1
      }
    }
    rowCounts[0] += count
    for (index, entry) in leaf.entries.enumerated().dropFirst() {
      if let rows = entry.absentRows(of: segment, atOnce: false),
        addFlagged(segment, entry: index, rows)
      {
        continue
      }
      switch filter.choose(entry.picked, in: segment, level: 1) {
      case .none: break
      case .every:
        rowCounts[index] += count
        for (place, aggregate) in leaf.aggregates.enumerated() where aggregate.entry == index {
          guard case .sum(let column, _) = aggregate.operation else { continue }
          values[place] += segment.columns[column].sum(flags: flags, count: count)
        }
      case .some:
        let words = filter.flaggedWords(level: 1)
        let count = population(words.span)
        if count > 0 { add(segment, entry: index, words: words, count: count) }
      }
    }
  }

  /// Adds those of some rows that are flagged; false where there is no kernel for it.
  private func addFlagged(_ segment: Segment, entry: Int, _ rows: [UInt32]) -> Bool {
    let flags = filter.flags
    let count = flagCount(flags.span, at: rows.span)
    var sums: [(place: Int, sum: Int128)] = []
    for (place, aggregate) in leaf.aggregates.enumerated() where aggregate.entry == entry {
      guard case .sum(let column, _) = aggregate.operation,
        !leaf.entries[entry].addsNothing(column, of: segment)
      else { continue }
      guard let sum = segment.columns[column].sum(flags: flags, at: rows, count: count) else {
        return false
      }
      sums.append((place, sum))
    }
    rowCounts[entry] += count
    for (place, sum) in sums { values[place] += sum }
    return true
  }

  private func add(_ segment: Segment, entry: Int, words: [UInt64]?, count: Int) {
    rowCounts[entry] += count
    for (index, aggregate) in leaf.aggregates.enumerated() where aggregate.entry == entry {
      switch aggregate.operation {
      case .count: break
      case .sum(let column, _):
        if entry == 0 || leaf.entries[entry].addsNothing(column, of: segment) { continue }
        values[index] += segment.columns[column].sum(words: words, count: count)
      case .minimum(let column):
        if values[index] <= Int128(segment.columns[column].minimum) { continue }
        if let bounds = segment.columns[column].bounds(words: words) {
          values[index] = min(values[index], Int128(bounds.low))
        }
      case .maximum(let column):
        if values[index] >= Int128(segment.columns[column].maximum) { continue }
        if let bounds = segment.columns[column].bounds(words: words) {
          values[index] = max(values[index], Int128(bounds.high))
        }
      case .distinct(let column, _):
        segment.columns[column].markCodes(
          words: words ?? Bitmap(count: segment.rowCount, repeating: true).words,
          marks: &marks[index])
      }
    }
  }

  /// Takes in what another worker found in other segments.
  func absorb(_ other: UngroupedWorker) {
    for entry in rowCounts.indices { rowCounts[entry] += other.rowCounts[entry] }
    for place in totals.indices { totals[place] += other.totals[place] }
    for (index, aggregate) in leaf.aggregates.enumerated() {
      switch aggregate.operation {
      case .count: break
      // Far below 128 bits for all the rows that memory can hold.
      case .sum: values[index] += other.values[index]
      case .minimum: values[index] = min(values[index], other.values[index])
      case .maximum: values[index] = max(values[index], other.values[index])
      case .distinct:
        for word in marks[index].indices { marks[index][word] |= other.marks[index][word] }
      }
    }
  }

  /// The one group, or none where no row was selected.
  func finish() -> LeafResult {
    if rowCounts[0] == 0 {
      let nothing = AggregateColumn(values: .narrow([]), rows: [])
      return LeafResult(
        groupCount: 0, keys: [], columns: leaf.aggregates.map { _ in nothing })
    }
    let columns = leaf.aggregates.indices.map { index in
      let aggregate = leaf.aggregates[index]
      let rows = entered(aggregate.counted)
      let value =
        switch aggregate.operation {
        case .count: Int128(rows)
        case .distinct: Int128(marks[index].reduce(0) { $0 + $1.nonzeroBitCount })
        case .sum:
          leaf.total(of: aggregate).map { totals[$0] - values[index] } ?? values[index]
        case .minimum, .maximum: rows == 0 ? 0 : values[index]
        }
      return AggregateColumn(values: IntegerColumn(narrowing: [value]), rows: [Int64(rows)])
    }
    return LeafResult(groupCount: 1, keys: [], columns: columns)
  }

  /// How many rows have what an entry needs.
  private func entered(_ entry: Int) -> Int {
    leaf.entries[entry].isOfAbsent ? rowCounts[0] - rowCounts[entry] : rowCounts[entry]
  }
}
