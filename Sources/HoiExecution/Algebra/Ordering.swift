import HoiAnswer
import HoiPlanning

/// Puts rows in the order asked for, within each combination of the axes that the answer is split by.
///
/// Missing and *not applicable* stand last both ways, ties in the order of the rows before.
///
/// - Parameter most: how many of the first rows are wanted, where the others may be left out.
func sort(
  _ rows: [Int32], of block: BlockCells, by keys: [PlannedKey], splitCount: Int, most: Int? = nil
) -> [Int32] {
  if keys.isEmpty { return most.map { Array(rows.prefix($0)) } ?? rows }
  if most == nil, splitCount == 0, keys.count == 1,
    case .value(let value, let isDescending) = keys[0],
    let sorted = SortColumn(block.values[value]).sorted(rows, isDescending: isDescending)
  {
    return sorted
  }
  let order = RowOrder(block, keys, splitCount: splitCount)
  guard let most, most < rows.count / 8 else {
    return rows.sorted { order.isBefore(Int($0), Int($1)) }
  }
  return firstRows(rows, most, order)
}

/// The order of rows, with each key laid out once for many comparisons.
private struct RowOrder {
  private enum Key {
    case members([Int32], isDescending: Bool)
    case values(SortColumn, isDescending: Bool)
  }
  private let split: [[Int32]]
  private let keys: [Key]

  init(_ block: BlockCells, _ keys: [PlannedKey], splitCount: Int) {
    split = Array(block.keys.prefix(splitCount))
    self.keys = keys.map { key in
      switch key {
      case .axis(let axis, let isDescending):
        .members(block.keys[axis], isDescending: isDescending)
      case .value(let value, let isDescending):
        .values(SortColumn(block.values[value]), isDescending: isDescending)
      }
    }
  }

  /// A number per row of which a smaller one means before, whatever the other keys say; nil where
  /// there is none.
  var leading: [Double]? {
    guard split.isEmpty, case .values(let column, let isDescending) = keys.first else { return nil }
    return column.leading(isDescending: isDescending)
  }

  func isBefore(_ left: Int, _ right: Int) -> Bool {
    for members in split where members[left] != members[right] {
      return memberRank(members[left]) < memberRank(members[right])
    }
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
private func firstRows(_ rows: [Int32], _ most: Int, _ order: RowOrder) -> [Int32] {
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
  let leading = order.leading ?? []
  for row in rows.dropFirst(most) {
    if !leading.isEmpty, leading[Int(row)] > leading[Int(heap[0])] { continue }
    if order.isBefore(Int(row), Int(heap[0])) {
      heap[0] = row
      sink(0)
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
