/// An exact fraction: a ratio with the two sums behind it, or a decimal over a power of ten.
///
/// It is not reduced, so that the counts behind a ratio stay readable. The denominator is positive.
/// Comparison multiplies crosswise in 256 bits and can neither overflow nor round.
public struct Fraction: Sendable {
  public let numerator: Int128
  public let denominator: Int128

  /// - Precondition: `denominator > 0`.
  public init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator > 0, "a fraction has a positive denominator")
    self.numerator = numerator
    self.denominator = denominator
  }

  public static let zero = Fraction(0)
  public static let one = Fraction(1)

  public var isZero: Bool { numerator == 0 }
  public var isNegative: Bool { numerator < 0 }

  /// The same value in lowest terms.
  public var reduced: Fraction {
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    if divisor <= 1 { return self }
    return Fraction(numerator / Int128(divisor), over: denominator / Int128(divisor))
  }

  /// The nearest double, for output only: nothing is decided with it.
  public var double: Double {
    let low = reduced
    return Double(low.numerator) / Double(low.denominator)
  }
}

extension Fraction: Comparable {
  public static func == (left: Fraction, right: Fraction) -> Bool {
    compareProducts(
      left.numerator, right.denominator, right.numerator, left.denominator) == 0
  }

  public static func < (left: Fraction, right: Fraction) -> Bool {
    compareProducts(left.numerator, right.denominator, right.numerator, left.denominator) < 0
  }
}

extension Fraction: Hashable {
  // Equal values hash alike, whatever their terms.
  public func hash(into hasher: inout Hasher) {
    let low = reduced
    hasher.combine(low.numerator)
    hasher.combine(low.denominator)
  }
}

/// The sign of `a * b - c * d`, computed in 256 bits.
public func compareProducts(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Int {
  // Most sums are small: one 64-bit look decides whether the wide product is needed.
  if let a = Int64(exactly: a), let b = Int64(exactly: b), let c = Int64(exactly: c),
    let d = Int64(exactly: d)
  {
    let left = Int128(a) * Int128(b)
    let right = Int128(c) * Int128(d)
    return left < right ? -1 : (left > right ? 1 : 0)
  }
  let left = a.multipliedFullWidth(by: b)
  let right = c.multipliedFullWidth(by: d)
  if left.high != right.high { return left.high < right.high ? -1 : 1 }
  if left.low != right.low { return left.low < right.low ? -1 : 1 }
  return 0
}

/// Euclid's algorithm; the divisor of zero and zero is zero.
public func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
  var (large, small) = (a, b)
  while small != 0 { (large, small) = (small, large % small) }
  return large
}
