/// Arithmetic that answers nil where a term would need more than 128 bits even in lowest terms.
/// The caller turns nil into its own refusal: a sum never wraps.
extension Fraction {
  public static func adding(_ left: Fraction, _ right: Fraction) -> Fraction? {
    if left.denominator == right.denominator {
      let (sum, overflow) = left.numerator.addingReportingOverflow(right.numerator)
      if !overflow { return Fraction(sum, over: left.denominator) }
    }
    let (a, b) = (left.reduced, right.reduced)
    let shared = Int128(greatestCommonDivisor(a.denominator.magnitude, b.denominator.magnitude))
    guard let first = product(a.numerator, b.denominator / shared),
      let second = product(b.numerator, a.denominator / shared),
      let denominator = product(a.denominator / shared, b.denominator)
    else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? nil : Fraction(sum, over: denominator)
  }

  public static func subtracting(_ left: Fraction, _ right: Fraction) -> Fraction? {
    guard let opposite = right.negated else { return nil }
    return adding(left, opposite)
  }

  public static func multiplying(_ left: Fraction, _ right: Fraction) -> Fraction? {
    if let numerator = product(left.numerator, right.numerator),
      let denominator = product(left.denominator, right.denominator)
    {
      return Fraction(numerator, over: denominator)
    }
    // Reducing crosswise first keeps the terms as small as they can be.
    let a = Fraction(left.numerator, over: right.denominator).reduced
    let b = Fraction(right.numerator, over: left.denominator).reduced
    guard let numerator = product(a.numerator, b.numerator),
      let denominator = product(a.denominator, b.denominator)
    else { return nil }
    return Fraction(numerator, over: denominator)
  }

  /// - Precondition: `right` is not zero; the caller has made that *not applicable*.
  public static func dividing(_ left: Fraction, _ right: Fraction) -> Fraction? {
    precondition(!right.isZero, "division by zero is not applicable and has no value")
    guard right.numerator != Int128.min else { return nil }
    let sign: Int128 = right.numerator < 0 ? -1 : 1
    return multiplying(
      left, Fraction(sign * right.denominator, over: sign * right.numerator))
  }

  public var negated: Fraction? {
    numerator == Int128.min ? nil : Fraction(-numerator, over: denominator)
  }

  public var magnitude: Fraction? { isNegative ? negated : self }
}

private func product(_ a: Int128, _ b: Int128) -> Int128? {
  let (result, overflow) = a.multipliedReportingOverflow(by: b)
  return overflow ? nil : result
}
