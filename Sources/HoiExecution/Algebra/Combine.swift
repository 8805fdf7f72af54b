import HoiAnswer
import HoiNumbers
import HoiSemantics

/// One operation between two columns: missing wins over *not applicable*, that over a value.
func combine(
  _ operation: Value.Operator, _ left: NumberColumn, _ right: NumberColumn
) throws(LeafFailure) -> NumberColumn {
  switch operation {
  case .divide:
    if let quotient = wholeQuotient(left, right) { return quotient }
  case .add, .subtract:
    if let sum = narrowSum(left, right, isDifference: operation == .subtract) { return sum }
  case .multiply, .growth:
    break
  }
  var builder = NumberColumnBuilder(capacity: left.count)
  for row in 0..<left.count {
    guard let first = left[row], let second = right[row] else {
      builder.append(combined(left.state(row), right.state(row)))
      continue
    }
    guard let result = try value(operation, first, second) else {
      builder.append(.notApplicable)
      continue
    }
    builder.append(result)
  }
  return builder.finish()
}

/// The result for two values; nil where there is no such number.
private func value(
  _ operation: Value.Operator, _ left: Fraction, _ right: Fraction
) throws(LeafFailure) -> Fraction? {
  let result: Fraction?
  switch operation {
  case .add: result = Fraction.adding(left, right)
  case .subtract: result = Fraction.subtracting(left, right)
  case .multiply: result = Fraction.multiplying(left, right)
  case .divide:
    if right.isZero { return nil }
    result = Fraction.dividing(left, right)
  case .growth:
    // From nothing, or from less, a relative change means nothing.
    if right.isZero || right.isNegative { return nil }
    result = Fraction.subtracting(left, right).flatMap { Fraction.dividing($0, right) }
  }
  guard let result else { throw .overflow }
  return result
}

func combined(_ left: CellState, _ right: CellState) -> CellState {
  if left == .missing || right == .missing { return .missing }
  return left == .notApplicable ? left : right
}

/// The states of a result; empty where every row has a value.
private func combined(_ left: [CellState], _ right: [CellState]) -> [CellState] {
  if left.isEmpty { return right }
  if right.isEmpty { return left }
  return left.indices.map { combined(left[$0], right[$0]) }
}

/// The sum or difference of whole numbers over one denominator, in 64 bits; nil where that is not
/// enough or not what they are.
private func narrowSum(
  _ left: NumberColumn, _ right: NumberColumn, isDifference: Bool
) -> NumberColumn? {
  guard case .constant(let first, _) = left.denominators,
    case .constant(let second, _) = right.denominators, first == second,
    let a = left.numerators.narrowValues, let b = right.numerators.narrowValues
  else { return nil }
  var sums = Array(repeating: Int64(0), count: a.count)
  var hasOverflown = false
  for row in sums.indices {
    let (sum, overflow) =
      isDifference
      ? a[row].subtractingReportingOverflow(b[row]) : a[row].addingReportingOverflow(b[row])
    sums[row] = sum
    hasOverflown = hasOverflown || overflow
  }
  if hasOverflown { return nil }
  return NumberColumn(
    numerators: .narrow(sums), denominators: left.denominators,
    states: combined(left.states, right.states))
}

/// The quotient of whole numbers with nothing computed: the two columns are its terms.
private func wholeQuotient(_ left: NumberColumn, _ right: NumberColumn) -> NumberColumn? {
  guard case .constant(1, _) = left.denominators, case .constant(1, _) = right.denominators,
    let divisors = right.numerators.narrowValues
  else { return nil }
  var states = combined(left.states, right.states)
  var hasZero = false
  for row in divisors.indices where divisors[row] <= 0 {
    // A negative divisor is left to the arithmetic that moves its sign.
    if divisors[row] < 0, states.isEmpty || states[row] == .value { return nil }
    hasZero = true
  }
  if hasZero {
    if states.isEmpty { states = Array(repeating: .value, count: divisors.count) }
    for row in divisors.indices where divisors[row] == 0 && states[row] == .value {
      states[row] = .notApplicable
    }
  }
  return NumberColumn(
    numerators: left.numerators, denominators: right.numerators, states: states)
}

extension IntegerColumn {
  /// Every value in 64 bits; nil where one needs more.
  var narrowValues: [Int64]? {
    switch self {
    case .constant(let value, let count):
      Int64(exactly: value).map { Array(repeating: $0, count: count) }
    case .narrow(let values): values
    case .wide: nil
    }
  }
}
