import HoiNumbers
import HoiSyntax

extension NumberLiteral {
  /// The exact value: `55.7%` is 557/1000, `20 ty` is 20 000 000 000; nil past 128 bits.
  package var value: Fraction? {
    guard scale <= 36 else { return nil }
    let written = Fraction(digits, over: powerOfTen(scale))
    switch suffix {
    case .none: return written
    case .percent: return Fraction.dividing(written, Fraction(100))
    case .billion: return Fraction.multiplying(written, Fraction(1_000_000_000))?.reduced
    case .million: return Fraction.multiplying(written, Fraction(1_000_000))?.reduced
    }
  }

  /// The value where it is written as a whole number without a suffix, and fits.
  package var wholeNumber: Int64? {
    scale == 0 && suffix == .none ? Int64(exactly: digits) : nil
  }

  package var unit: Unit { suffix == .percent ? .ratio : .number }
}
