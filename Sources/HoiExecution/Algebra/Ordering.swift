import HoiAnswer
import HoiPlanning

/// Puts rows in the order asked for, within each combination of the axes that the answer is split by.
///
/// Missing and *not applicable* stand last both ways, ties in the order of the rows before.
///
/// - Parameters:
///   - rows: ascending, and so by the axes that the answer is split by, which are the first.
///   - most: how many of the first rows of each combination are wanted, where the others may be left out.
func sort(
  _ rows: [Int32], of block: BlockCells, by keys: [PlannedKey], splitCount: Int, most: Int? = nil
) -> [Int32] {
  if keys.isEmpty { return rows }
  let order = RowOrder(block, keys, looksForFirst: most != nil)
  return runs(of: rows, by: block.keys.prefix(splitCount)).flatMap { run in
    if let most, most < run.count / 8 { return firstRows(run, most, order) }
    return order.sorted(run)
  }
}

/// Rows that ascend by some keys, cut where those change.
private func runs(of rows: [Int32], by split: ArraySlice<[Int32]>) -> [ArraySlice<Int32>] {
  if split.isEmpty { return [rows[...]] }
  var runs: [ArraySlice<Int32>] = []
  var start = 0
  for place in rows.indices.dropFirst() {
    let (before, row) = (Int(rows[place - 1]), Int(rows[place]))
    if split.contains(where: { $0[before] != $0[row] }) {
      runs.append(rows[start..<place])
      start = place
    }
  }
  return runs + [rows[start...]]
}

/// The order of rows, with each key laid out once for many comparisons.
private struct RowOrder {
  private enum Key {
    case members([Int32], isDescending: Bool)
    case values(SortColumn, isDescending: Bool)
  }
  private let keys: [Key]
  /// A number per row of which a greater one means before, or a smaller one, whatever the other keys say;
  /// empty where there is none.
  let leading: [Int64]
  let leadsDescending: Bool

  /// - Parameter looksForFirst: whether most rows will only be found to come too late.
  init(_ block: BlockCells, _ keys: [PlannedKey], looksForFirst: Bool) {
    self.keys = keys.map { key in
      switch key {
      case .axis(let axis, let isDescending):
        .members(block.keys[axis], isDescending: isDescending)
      case .value(let value, let isDescending):
        .values(SortColumn(block.values[value]), isDescending: isDescending)
      }
    }
    if looksForFirst, case .values(let column, let isDescending) = self.keys[0] {
      leading = column.leading(isDescending: isDescending) ?? []
      leadsDescending = isDescending
    } else {
      (leading, leadsDescending) = ([], false)
    }
  }

  func sorted(_ rows: ArraySlice<Int32>) -> [Int32] {
    if keys.count == 1, case .values(let column, let isDescending) = keys[0],
      let sorted = column.sorted(rows, isDescending: isDescending)
    {
      return sorted
    }
    return rows.sorted { isBefore(Int($0), Int($1)) }
  }

  func isBefore(_ left: Int, _ right: Int) -> Bool {
    for key in keys {
      switch key {
      case .members(let members, let isDescending):
        let (first, second) = (members[left], members[right])
        if first == second { continue }
        if first < 0 || second < 0 { return second < 0 }
        return isDescending ? first > second : first < second
      case .values(let column, let isDescending):
        let (hasFirst, hasSecond) =
          (column.state(left) == .value, column.state(right) == .value)
        if !hasFirst, !hasSecond { continue }
        if hasFirst != hasSecond { return hasFirst }
        let order = column.compare(left, right)
        if order != 0 { return isDescending ? order > 0 : order < 0 }
      }
    }
    return left < right
  }
}

/// The first rows in order without ordering the others: a heap whose top is the last of those kept.
private func firstRows(_ rows: ArraySlice<Int32>, _ most: Int, _ order: RowOrder) -> [Int32] {
  var heap = Array(rows.prefix(most))
  func sink(_ start: Int) {
    var place = start
    while true {
      var last = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if order.isBefore(Int(heap[last]), Int(heap[child])) { last = child }
      }
      if last == place { return }
      heap.swapAt(place, last)
      place = last
    }
  }
  for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  // Nearly all rows come after those kept, and mostly one number says so.
  let (leading, leadsDescending) = (order.leading, order.leadsDescending)
  var last = leading.isEmpty ? 0 : leading[Int(heap[0])]
  for row in rows.dropFirst(most) {
    if !leading.isEmpty {
      let number = leading[Int(row)]
      if leadsDescending ? number < last : number > last { continue }
    }
    if order.isBefore(Int(row), Int(heap[0])) {
      heap[0] = row
      sink(0)
      if !leading.isEmpty { last = leading[Int(heap[0])] }
    }
  }
  return heap.sorted { order.isBefore(Int($0), Int($1)) }
}

/// The first rows of each combination of some axes.
func limit(_ rows: [Int32], of block: BlockCells, to most: Int, within places: [Int]) -> [Int32] {
  if places.isEmpty { return Array(rows.prefix(most)) }
  let partition = Partition(block.keys, places: places, rowCount: block.rowCount)
  var counts = Array(repeating: 0, count: partition.count)
  return rows.filter { row in
    let group = Int(partition.groups[Int(row)])
    counts[group] += 1
    return counts[group] <= most
  }
}
