import HoiAnswer
import HoiNumbers

/// A column laid out for many comparisons: by the nearest double, and exactly where two are as near.
struct SortColumn {
  private let column: NumberColumn
  private let doubles: [Double]
  /// Whether both terms of every value are whole in a double, so that unequal doubles decide.
  private let isOrdered: Bool

  init(_ column: NumberColumn) {
    self.column = column
    let bound = Int64(1) << 53
    if case .constant(let denominator, _) = column.denominators, denominator < Int128(bound),
      let numerators = column.numerators.narrowValues,
      numerators.allSatisfy({ -bound < $0 && $0 < bound })
    {
      let divisor = Double(denominator)
      (doubles, isOrdered) = (numerators.map { Double($0) / divisor }, true)
      return
    }
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

  /// A number per row, smaller for rows that come before, equal where it does not decide; nil where
  /// doubles do not.
  func leading(isDescending: Bool) -> [Double]? {
    guard isOrdered else { return nil }
    var numbers = isDescending ? doubles.map { -$0 } : doubles
    for row in column.states.indices where column.states[row] != .value { numbers[row] = .infinity }
    return numbers
  }

  func state(_ row: Int) -> CellState { column.state(row) }

  /// Rows by their values alone, those without one last, ties as they were; nil where doubles do not
  /// decide.
  func sorted(_ rows: ArraySlice<Int32>, isDescending: Bool) -> [Int32]? {
    guard isOrdered else { return nil }
    var valued: [(key: Double, row: Int32)] = []
    var others: [Int32] = []
    valued.reserveCapacity(rows.count)
    for row in rows {
      if column.state(Int(row)) == .value {
        valued.append((isDescending ? -doubles[Int(row)] : doubles[Int(row)], row))
      } else {
        others.append(row)
      }
    }
    valued.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      let order = compare(Int(left.row), Int(right.row))
      if order != 0 { return isDescending ? order > 0 : order < 0 }
      return left.row < right.row
    }
    return valued.map(\.row) + others
  }

  /// The sign of the difference of two values.
  func compare(_ left: Int, _ right: Int) -> Int {
    if isOrdered, doubles[left] != doubles[right] { return doubles[left] < doubles[right] ? -1 : 1 }
    guard let first = column[left], let second = column[right] else { return 0 }
    if first == second { return 0 }
    return first < second ? -1 : 1
  }
}
