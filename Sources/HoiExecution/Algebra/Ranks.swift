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
