/// Ten to the power of `exponent`.
///
/// - Precondition: `0 <= exponent <= 38`, so that the result fits 128 bits.
public func powerOfTen(_ exponent: Int) -> Int128 {
  precondition((0...38).contains(exponent), "a power of ten within 128 bits")
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

extension Fraction {
  /// The value times `10^places`, rounded half away from zero; nil past 128 bits.
  public func scaledAndRounded(toPlaces places: Int) -> Int128? {
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: powerOfTen(places))
    if overflow {
      let low = reduced
      let (again, still) = low.numerator.multipliedReportingOverflow(by: powerOfTen(places))
      return still ? nil : divideRoundingHalfAway(again, by: low.denominator)
    }
    return divideRoundingHalfAway(scaled, by: denominator)
  }

  /// The value rounded half away from zero to `places` decimals; nil past 128 bits.
  public func rounded(toPlaces places: Int) -> Fraction? {
    scaledAndRounded(toPlaces: places).map { Fraction($0, over: powerOfTen(places)) }
  }

  /// Digits with a decimal point: the shortest exact decimal where one of at most `places` digits
  /// exists, else rounded half away from zero to `places`.
  public func decimalText(places: Int) -> String? {
    for few in 0...places {
      guard let scaled = scaledAndRounded(toPlaces: few) else { return nil }
      if few == places || Fraction(scaled, over: powerOfTen(few)) == self {
        return pointed(scaled, places: few)
      }
    }
    return nil
  }

  /// Digits with a decimal point and exactly `places` decimals, rounded half away from zero.
  public func fixedText(places: Int) -> String? {
    scaledAndRounded(toPlaces: places).map { pointed($0, places: places) }
  }
}

private func divideRoundingHalfAway(_ numerator: Int128, by denominator: Int128) -> Int128 {
  let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
  let twice = remainder.magnitude.multipliedReportingOverflow(by: 2)
  let up = twice.overflow || twice.partialValue >= denominator.magnitude
  return up ? quotient + (numerator < 0 ? -1 : 1) : quotient
}

private func pointed(_ scaled: Int128, places: Int) -> String {
  var digits = String(scaled.magnitude)
  if places > 0 {
    while digits.utf8.count <= places { digits = "0" + digits }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
  }
  return scaled < 0 ? "-" + digits : digits
}
