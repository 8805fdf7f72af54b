import HoiAnswer
import HoiNumbers

/// A column laid out for many comparisons: by a number per row, and exactly where two are the same.
///
/// A class, because a struct of many arrays costs more to hand on than two rows cost to compare.
final class SortColumn {
  private let column: NumberColumn
  /// Of two rows with a value the greater number has the greater value; empty where there are none.
  private let numbers: [Int64]
  /// Whether the same number means the same value.
  private let isExact: Bool

  init(_ column: NumberColumn) {
    self.column = column
    let numerators = column.numerators.narrowValues
    if case .constant = column.denominators, let numerators {
      (numbers, isExact) = (numerators, true)
      return
    }
    // Both terms are whole in a double, so that unequal doubles decide.
    let bound = Int64(1) << 53
    guard let numerators, let denominators = column.denominators.narrowValues,
      numerators.allSatisfy({ -bound < $0 && $0 < bound }),
      denominators.allSatisfy({ $0 < bound })
    else {
      (numbers, isExact) = ([], false)
      return
    }
    var numbers = Array(repeating: Int64(0), count: column.count)
    for row in numbers.indices {
      numbers[row] = (Double(numerators[row]) / Double(denominators[row])).placeAmongDoubles
    }
    (self.numbers, isExact) = (numbers, false)
  }

  /// A number per row, greater for rows that come before or smaller, the same where it does not decide;
  /// nil where there is none.
  func leading(isDescending: Bool) -> [Int64]? {
    if numbers.isEmpty || column.states.isEmpty { return numbers.isEmpty ? nil : numbers }
    var numbers = numbers
    for row in column.states.indices where column.states[row] != .value {
      numbers[row] = isDescending ? .min : .max
    }
    return numbers
  }

  func state(_ row: Int) -> CellState { column.state(row) }

  /// Rows by their values alone, those without one last, ties as they were; nil where numbers do not
  /// decide.
  func sorted(_ rows: ArraySlice<Int32>, isDescending: Bool) -> [Int32]? {
    guard !numbers.isEmpty else { return nil }
    var valued: [(key: Int64, row: Int32)] = []
    var others: [Int32] = []
    valued.reserveCapacity(rows.count)
    for row in rows {
      if column.state(Int(row)) == .value {
        // The complement of every number has the opposite order, of the smallest too.
        valued.append((isDescending ? ~numbers[Int(row)] : numbers[Int(row)], row))
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
    if !numbers.isEmpty {
      let (first, second) = (numbers[left], numbers[right])
      if first != second { return first < second ? -1 : 1 }
      if isExact { return 0 }
    }
    guard let first = column[left], let second = column[right] else { return 0 }
    if first == second { return 0 }
    return first < second ? -1 : 1
  }
}

extension Double {
  /// A whole number that is greater for greater doubles, the same for both zeros.
  fileprivate var placeAmongDoubles: Int64 {
    // A sum with zero has no sign where it is zero. Magnitudes ascend with their bits.
    let bits = Int64(bitPattern: (self + 0).bitPattern)
    return bits >= 0 ? bits : bits ^ .max
  }
}
