import HoiAnswer
import HoiNumbers
import HoiSemantics

/// One operation between two columns: missing wins over *not applicable*, that over a value.
func combine(
  _ operation: Value.Operator, _ left: NumberColumn, _ right: NumberColumn
) throws(LeafFailure) -> NumberColumn {
  if operation == .divide, let quotient = wholeQuotient(left, right) { return quotient }
  var builder = NumberColumnBuilder(capacity: left.count)
  for row in 0..<left.count {
    guard let first = left[row], let second = right[row] else {
      let isMissing = left.state(row) == .missing || right.state(row) == .missing
      builder.append(isMissing ? .missing : .notApplicable)
      continue
    }
    if operation == .divide, second.isZero {
      builder.append(.notApplicable)
      continue
    }
    let result =
      switch operation {
      case .add: Fraction.adding(first, second)
      case .subtract: Fraction.subtracting(first, second)
      case .multiply: Fraction.multiplying(first, second)
      case .divide: Fraction.dividing(first, second)
      }
    guard let result else { throw .overflow }
    builder.append(result)
  }
  return builder.finish()
}

/// The quotient of whole numbers with nothing computed: the two columns are its terms.
private func wholeQuotient(_ left: NumberColumn, _ right: NumberColumn) -> NumberColumn? {
  guard case .constant(1, _) = left.denominators, case .constant(1, _) = right.denominators else {
    return nil
  }
  var states: [CellState] = []
  states.reserveCapacity(left.count)
  for row in 0..<left.count {
    if left.state(row) == .missing || right.state(row) == .missing {
      states.append(.missing)
    } else if left.state(row) == .notApplicable || right.state(row) == .notApplicable {
      states.append(.notApplicable)
    } else {
      let divisor = right.numerators[row]
      // A negative divisor is left to the arithmetic that moves its sign.
      if divisor < 0 { return nil }
      states.append(divisor == 0 ? .notApplicable : .value)
    }
  }
  let isComplete = states.allSatisfy { $0 == .value }
  return NumberColumn(
    numerators: left.numerators, denominators: right.numerators, states: isComplete ? [] : states)
}

/// Gathers numbers row by row into the narrowest columns that hold them.
struct NumberColumnBuilder {
  private var numerators: [Int128] = []
  private var denominators: [Int128] = []
  private var states: [CellState] = []
  private var isComplete = true

  init(capacity: Int) {
    numerators.reserveCapacity(capacity)
    denominators.reserveCapacity(capacity)
    states.reserveCapacity(capacity)
  }

  mutating func append(_ value: Fraction) {
    numerators.append(value.numerator)
    denominators.append(value.denominator)
    states.append(.value)
  }

  mutating func append(_ state: CellState) {
    numerators.append(0)
    denominators.append(1)
    states.append(state)
    isComplete = false
  }

  func finish() -> NumberColumn {
    NumberColumn(
      numerators: IntegerColumn(narrowing: numerators),
      denominators: IntegerColumn(narrowing: denominators), states: isComplete ? [] : states)
  }
}
