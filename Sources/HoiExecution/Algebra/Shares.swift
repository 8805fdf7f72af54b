import HoiAnswer
import HoiNumbers

/// Each value as a part of the sum over the rows of its group.
///
/// A missing value has no share and is no part of the sum; of a sum of nothing there is none.
func shares(_ column: NumberColumn, groups: [Int32], groupCount: Int) throws(LeafFailure)
  -> NumberColumn
{
  var sums = Array(repeating: Fraction.zero, count: groupCount)
  for row in 0..<column.count {
    guard let value = column[row] else { continue }
    let group = Int(groups[row])
    guard let sum = Fraction.adding(sums[group], value) else { throw .overflow }
    sums[group] = sum
  }
  var builder = NumberColumnBuilder(capacity: column.count)
  for row in 0..<column.count {
    let sum = sums[Int(groups[row])]
    guard let value = column[row] else {
      builder.append(column.state(row))
      continue
    }
    if sum.isZero {
      builder.append(.notApplicable)
      continue
    }
    guard let share = Fraction.dividing(value, sum) else { throw .overflow }
    builder.append(share)
  }
  return builder.finish()
}

/// Shares as a person reads them: rounded so that those of a group add up as the exact ones do.
///
/// Each is rounded down, and what is left over goes to the largest remainders; among equal ones to
/// those that stand first.
///
/// - Returns: nil where a share is past what can be rounded.
func roundedShares(
  _ column: NumberColumn, places: Int, groups: [Int32], groupCount: Int
) -> NumberColumn? {
  let unit = Fraction(powerOfTen(places))
  var floors = Array(repeating: Int128(0), count: column.count)
  var remainders: [(group: Int32, row: Int, remainder: Fraction)] = []
  var left = Array(repeating: Fraction.zero, count: groupCount)
  for row in 0..<column.count {
    guard let value = column[row] else { continue }
    guard let scaled = Fraction.multiplying(value.reduced, unit) else { return nil }
    let (quotient, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
    let floor = rest < 0 ? quotient - 1 : quotient
    floors[row] = floor
    guard let remainder = Fraction.subtracting(scaled, Fraction(floor)),
      let sum = Fraction.adding(left[Int(groups[row])], remainder)
    else { return nil }
    left[Int(groups[row])] = sum
    remainders.append((groups[row], row, remainder))
  }
  remainders.sort { first, second in
    if first.group != second.group { return first.group < second.group }
    if first.remainder != second.remainder { return second.remainder < first.remainder }
    return first.row < second.row
  }
  // The remainders of a whole add to a whole number, which is how many go up.
  var rest = left.map { $0.rounded(toPlaces: 0)?.numerator ?? 0 }
  for entry in remainders where rest[Int(entry.group)] > 0 {
    floors[entry.row] += 1
    rest[Int(entry.group)] -= 1
  }
  return NumberColumn(
    numerators: IntegerColumn(narrowing: floors),
    denominators: .constant(unit.numerator, count: column.count), states: column.states)
}
