import HoiAnswer
import HoiCatalog
import HoiNumbers

/// How far a value is from its threshold.
struct Shortfall {
  /// In the unit of the value; positive.
  var distance: Fraction
  /// The least whole number of units of the numerator that would meet it at this denominator.
  var units: Int128?
}

/// What is lacking, or nil where the threshold is met.
func shortfall(
  _ reading: TargetCells.Reading, _ threshold: Target.Threshold, countsWhole: Bool
) throws(LeafFailure) -> Shortfall? {
  guard let value = reading.value, !threshold.isMet(by: value) else { return nil }
  guard let difference = Fraction.subtracting(threshold.goal, value),
    let distance = difference.magnitude
  else { throw .overflow }
  var shortfall = Shortfall(distance: distance)
  guard countsWhole, let numerator = reading.numerator, let denominator = reading.denominator,
    let needed = Fraction.multiplying(threshold.goal, denominator)
  else { return shortfall }
  guard let gap = Fraction.subtracting(needed, numerator), let size = gap.magnitude else {
    throw .overflow
  }
  let whole = size.numerator / size.denominator
  let isWhole = size.numerator % size.denominator == 0
  shortfall.units = isWhole ? whole + (threshold.isStrict ? 1 : 0) : whole + 1
  return shortfall
}
