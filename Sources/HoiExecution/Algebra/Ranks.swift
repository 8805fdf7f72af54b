import HoiAnswer
import HoiNumbers

/// The place of each value among the rows of its group: ties share the first of their places, and
/// what has no value has no rank.
func ranks(
  _ column: NumberColumn, lowestFirst: Bool, groups: [Int32]
) -> NumberColumn {
  let key = SortColumn(column)
  var rows = (0..<Int32(column.count)).filter { column.state(Int($0)) == .value }
  rows.sort { left, right in
    let (a, b) = (Int(left), Int(right))
    if groups[a] != groups[b] { return groups[a] < groups[b] }
    let order = key.compare(a, b)
    if order != 0 { return lowestFirst ? order < 0 : order > 0 }
    return left < right
  }
  var ranks = Array(repeating: Int64(0), count: column.count)
  var start = 0
  for place in rows.indices {
    let row = Int(rows[place])
    if place > 0, groups[row] == groups[Int(rows[place - 1])] {
      let before = Int(rows[place - 1])
      ranks[row] =
        key.compare(row, before) == 0 ? ranks[before] : Int64(place - start + 1)
    } else {
      start = place
      ranks[row] = 1
    }
  }
  return NumberColumn(
    numerators: .narrow(ranks), denominators: .constant(1, count: column.count),
    states: column.states)
}

/// A column laid out for many comparisons: by the nearest double, and exactly where two are as near.
struct SortColumn {
  private let column: NumberColumn
  private let doubles: [Double]
  /// Whether both terms of every value are whole in a double, so that unequal doubles decide.
  private let isOrdered: Bool

  init(_ column: NumberColumn) {
    self.column = column
    let bound = Int64(1) << 53
    guard let numerators = column.numerators.narrowValues,
      let denominators = column.denominators.narrowValues,
      numerators.allSatisfy({ -bound < $0 && $0 < bound }),
      denominators.allSatisfy({ $0 < bound })
    else {
      (doubles, isOrdered) = ([], false)
      return
    }
    var quotients = Array(repeating: 0.0, count: column.count)
    for row in quotients.indices {
      quotients[row] = Double(numerators[row]) / Double(denominators[row])
    }
    (doubles, isOrdered) = (quotients, true)
  }

  func state(_ row: Int) -> CellState { column.state(row) }

  /// The sign of the difference of two values.
  func compare(_ left: Int, _ right: Int) -> Int {
    if isOrdered, doubles[left] != doubles[right] { return doubles[left] < doubles[right] ? -1 : 1 }
    guard let first = column[left], let second = column[right] else { return 0 }
    if first == second { return 0 }
    return first < second ? -1 : 1
  }
}
