import HoiNumbers

/// Whether a cell has a value, and if not, why.
public enum CellState: UInt8, Sendable {
  /// A number; zero is one.
  case value
  /// Expected, not reported; shown `—`.
  case missing
  /// There is no such number: a denominator of zero, growth from zero; shown `KAD`.
  case notApplicable
  /// Counts too few people to be published, or would give away one that does; shown `*`.
  case hidden
}

/// Whole numbers in a column, in the narrowest form that was enough.
public enum IntegerColumn: Sendable {
  case constant(Int128, count: Int)
  case narrow([Int64])
  case wide([Int128])

  public var count: Int {
    switch self {
    case .constant(_, let count): count
    case .narrow(let values): values.count
    case .wide(let values): values.count
    }
  }

  public subscript(row: Int) -> Int128 {
    switch self {
    case .constant(let value, let count):
      precondition(row < count)
      return value
    case .narrow(let values): return Int128(values[row])
    case .wide(let values): return values[row]
    }
  }

  /// The rows named, in that order.
  public func gathering(_ rows: [Int32]) -> IntegerColumn {
    switch self {
    case .constant(let value, _): .constant(value, count: rows.count)
    case .narrow(let values): .narrow(rows.map { values[Int($0)] })
    case .wide(let values): .wide(rows.map { values[Int($0)] })
    }
  }
}

extension IntegerColumn {
  /// The narrowest form that holds these values.
  public init(narrowing values: [Int128]) {
    if let first = values.first, values.allSatisfy({ $0 == first }) {
      self = .constant(first, count: values.count)
      return
    }
    var narrow: [Int64] = []
    narrow.reserveCapacity(values.count)
    for value in values {
      guard let small = Int64(exactly: value) else {
        self = .wide(values)
        return
      }
      narrow.append(small)
    }
    self = .narrow(narrow)
  }
}

/// Exact numbers with their states: numerators over denominators, column by column.
public struct NumberColumn: Sendable {
  public var numerators: IntegerColumn
  /// Positive wherever the state is `value`.
  public var denominators: IntegerColumn
  /// One per row, or empty where every row has a value.
  public var states: [CellState]

  public init(numerators: IntegerColumn, denominators: IntegerColumn, states: [CellState] = []) {
    precondition(numerators.count == denominators.count)
    precondition(states.isEmpty || states.count == numerators.count)
    self.numerators = numerators
    self.denominators = denominators
    self.states = states
  }

  public var count: Int { numerators.count }

  public func state(_ row: Int) -> CellState { states.isEmpty ? .value : states[row] }

  /// The fraction in a row, or nil where the state is not `value`.
  public subscript(row: Int) -> Fraction? {
    guard state(row) == .value else { return nil }
    return Fraction(numerators[row], over: denominators[row])
  }

  public func gathering(_ rows: [Int32]) -> NumberColumn {
    NumberColumn(
      numerators: numerators.gathering(rows), denominators: denominators.gathering(rows),
      states: states.isEmpty ? [] : rows.map { states[Int($0)] })
  }
}
