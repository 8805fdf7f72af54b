import HoiAnswer
import HoiNumbers

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

extension NumberColumn {
  /// The rows of another column below these.
  func appending(_ other: NumberColumn) -> NumberColumn {
    let states =
      states.isEmpty && other.states.isEmpty
      ? []
      : (0..<count).map(state) + (0..<other.count).map(other.state)
    return NumberColumn(
      numerators: numerators.appending(other.numerators),
      denominators: denominators.appending(other.denominators), states: states)
  }
}

extension IntegerColumn {
  fileprivate func appending(_ other: IntegerColumn) -> IntegerColumn {
    if case .constant(let value, let count) = self, case .constant(value, let more) = other {
      return .constant(value, count: count + more)
    }
    if let first = narrowValues, let second = other.narrowValues { return .narrow(first + second) }
    return IntegerColumn(
      narrowing: (0..<count).map { self[$0] } + (0..<other.count).map { other[$0] })
  }
}
