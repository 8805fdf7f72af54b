import HoiDiagnostics

/// A name as typed, in NFC; quotes taken off, case and accents kept.
public struct Name: Hashable, Sendable {
  public let text: String
  public let range: SourceRange
  /// Blanks stand for `_` only in a quoted name.
  public let isQuoted: Bool

  public init(_ text: String, range: SourceRange, isQuoted: Bool = false) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
  }
}

/// `a`, or `a.b`: never empty, at most three parts.
public struct Path: Hashable, Sendable {
  public let parts: [Name]

  public init(_ parts: [Name]) {
    precondition(!parts.isEmpty)
    self.parts = parts
  }

  public var range: SourceRange { parts[0].range.union(parts[parts.count - 1].range) }
  public var last: Name { parts[parts.count - 1] }
  /// As typed, with dots.
  public var text: String { parts.map(\.text).joined(separator: ".") }
}

/// A text in straight quotes, escapes resolved, in NFC.
public struct StringLiteral: Hashable, Sendable {
  public let text: String
  public let range: SourceRange

  public init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A number as written: exact digits over a power of ten, and what stood behind them.
public struct NumberLiteral: Hashable, Sendable {
  public enum Suffix: Hashable, Sendable {
    case none
    /// `55.7%`: a ratio; the value is 55.7.
    case percent
    /// `20 ty`: 10^9.
    case billion
    /// `35 tr`: 10^6.
    case million
  }

  /// The digits without point and `_`: `557` of `55.7%`.
  public let digits: Int128
  /// Digits after the point.
  public let scale: Int
  public let suffix: Suffix
  /// As typed, without suffix: a code such as `06475` is known by this.
  public let spelling: String
  public let range: SourceRange
  /// The parameter that stands in its place, as in `limit $n`; bound before meaning is given.
  public let parameter: Name?

  public init(digits: Int128, scale: Int, suffix: Suffix, spelling: String, range: SourceRange) {
    self.digits = digits
    self.scale = scale
    self.suffix = suffix
    self.spelling = spelling
    self.range = range
    self.parameter = nil
  }

  /// `$name` where only a number can stand.
  public init(parameter name: Name) {
    self.digits = 0
    self.scale = 0
    self.suffix = .none
    self.spelling = "$" + name.text
    self.range = name.range
    self.parameter = name
  }
}
