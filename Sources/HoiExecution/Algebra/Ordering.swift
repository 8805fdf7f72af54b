import HoiAnswer
import HoiPlanning

/// Puts rows in the order asked for, within each combination of the axes that the answer is split by.
///
/// Missing and *not applicable* stand last both ways, ties in the order of the rows before.
func sort(
  _ rows: [Int32], of block: BlockCells, by keys: [PlannedKey], splitCount: Int
) -> [Int32] {
  if keys.isEmpty { return rows }
  return rows.sorted { left, right in
    let (a, b) = (Int(left), Int(right))
    for axis in 0..<splitCount where block.keys[axis][a] != block.keys[axis][b] {
      return memberRank(block.keys[axis][a]) < memberRank(block.keys[axis][b])
    }
    for key in keys {
      switch key {
      case .axis(let axis, let isDescending):
        let (first, second) = (block.keys[axis][a], block.keys[axis][b])
        if first == second { continue }
        if first < 0 || second < 0 { return second < 0 }
        return isDescending ? first > second : first < second
      case .value(let value, let isDescending):
        switch (block.values[value][a], block.values[value][b]) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let first?, let second?):
          if first == second { continue }
          return isDescending ? second < first : first < second
        }
      }
    }
    return left < right
  }
}

/// The first rows of each combination of the axes that the answer is split by.
func limit(_ rows: [Int32], of block: BlockCells, to most: Int, splitCount: Int) -> [Int32] {
  if splitCount == 0 { return Array(rows.prefix(most)) }
  var kept: [Int32] = []
  var seen: [[Int32]: Int] = [:]
  for row in rows {
    let group = (0..<splitCount).map { block.keys[$0][Int(row)] }
    let count = seen[group, default: 0]
    if count < most { kept.append(row) }
    seen[group] = count + 1
  }
  return kept
}
