import HoiText

/// What a column of a fact table is, apart from its rows.
public struct ColumnSchema: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    /// Years; the codes of its rows point into sorted years.
    case time
    /// Members; the codes of its rows point into sorted keys.
    case dimension
    case measure(MeasureKind)
  }

  /// The name the model gives it.
  public var name: String
  public var role: Role
  /// For amounts: stored values are the amount times `10^scale`.
  public var scale: Int

  public init(name: String, role: Role, scale: Int = 0) {
    self.name = name
    self.role = role
    self.scale = scale
  }
}

public enum MeasureKind: Sendable, Hashable {
  /// A whole number that is never negative in a sound file.
  case count
  /// An exact decimal.
  case amount
  /// A step of an ordinal scale; rolls up as the minimum.
  case level
  /// Yes or no, stored as 1 and 0; rolls up as yes over known.
  case flag
}

/// What the codes of a key column mean. A code equal to `count` is a row that names no member.
public enum KeyDictionary: Sendable, Equatable {
  /// Sorted: all whole numbers by value, else in Vietnamese order.
  case text(TextList)
  /// Ascending.
  case years([Int32])
  /// A measure has no keys.
  case none

  public var count: Int {
    switch self {
    case .text(let keys): keys.count
    case .years(let years): years.count
    case .none: 0
    }
  }
}
