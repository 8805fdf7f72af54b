import HoiAnswer
import HoiPlanning

// What becomes of the groups after a segment, and after the last.

extension GroupedWorker {
  func checkMemory() throws(LeafFailure) {
    var bytes = numbering.byteCount + (packed?.byteCount ?? 0)
    for count in counts { bytes += count.byteCount }
    for total in totals { bytes += total.byteCount }
    for accumulator in accumulators {
      bytes += accumulator?.byteCount ?? 0
      if let pairs = accumulator as? PairAccumulator, pairs.isFull { throw .tooManyGroups }
    }
    if bytes > min(limits.groupBytes, limits.memoryBytes) / sharers { throw .memory }
  }

  /// The words that all counts and totals are in; nil where some have been added up elsewhere.
  private var whole: PackedSums? {
    packed.flatMap { $0.isWhole && !counts[0].hasRoom ? $0 : nil }
  }

  /// Brings the copies of each group together, after the last segment.
  func fold() {
    // What is whole has one copy of each group.
    if whole != nil { return }
    packed?.empty()
    guard numbering.copyShift > 0 else { return }
    for count in counts { count.fold(shift: numbering.copyShift) }
    for total in totals { total.fold(shift: numbering.copyShift) }
    for accumulator in accumulators { accumulator?.fold(shift: numbering.copyShift) }
  }

  /// Takes in what another worker found in other segments; both have been folded.
  func absorb(_ other: GroupedWorker) throws(LeafFailure) {
    if let whole, let others = other.whole { return whole.absorb(others) }
    for worker in [self, other] where worker.whole != nil {
      worker.growSums()
      worker.packed?.empty()
    }
    let groups = try numbering.absorb(other.numbering)
    for (own, others) in zip(counts + totals, other.counts + other.totals) {
      own.grow(to: numbering.groupCount)
      own.absorb(others, groups: groups)
    }
    for (own, others) in zip(accumulators, other.accumulators) {
      guard let own, let others else { continue }
      own.grow(to: numbering.groupCount)
      own.absorb(others, groups: groups)
    }
    try checkMemory()
  }

  /// The groups that a selected row fell into, in order.
  func finish() -> LeafResult {
    if let whole { return finish(whole) }
    let found = numbering.order(counts[0].nonzeroGroups())
    for (entry, prepared) in leaf.entries.enumerated() where prepared.isOfAbsent {
      counts[entry].subtract(from: counts[0])
    }
    let rowsOfEntry = counts.map { $0.numbers(of: found) }
    let columns = leaf.aggregates.enumerated().map { index, aggregate in
      let rows = rowsOfEntry[aggregate.counted]
      let total = leaf.total(of: aggregate).map { totals[$0] }
      if let total, let absent = accumulators[index] as? SumAccumulator {
        absent.subtract(from: total)
      }
      let values = (accumulators[index] ?? total)?.values(of: found, rows: rows) ?? .narrow(rows)
      return AggregateColumn(values: values, rows: rows)
    }
    return LeafResult(
      groupCount: found.count,
      keys: numbering.members(of: found),
      columns: columns)
  }

  /// The same where everything has been added up in words alone.
  private func finish(_ whole: PackedSums) -> LeafResult {
    let found = whole.nonzeroGroups()
    let rows = whole.numbers(for: counts[0], of: found)
    let sums = totals.map { whole.numbers(for: $0, of: found) }
    return LeafResult(
      groupCount: found.count, keys: numbering.members(of: found),
      columns: leaf.aggregates.map { aggregate in
        let values = leaf.total(of: aggregate).map { sums[$0] } ?? rows
        return AggregateColumn(values: .narrow(values), rows: rows)
      })
  }
}
