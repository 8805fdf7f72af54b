import HoiAnswer
import HoiCatalog
import HoiNumbers

/// What a target still needs from one year to another, for one group, beside what was achieved.
struct Pace {
  var year: Int32
  var reading: SeriesCells.Reading
  var state: State
  /// From the value to the threshold, in the unit of the value: below zero where less is wanted.
  var distance: Fraction?
  /// What the numerator lacks: a whole number of what is counted, or an amount.
  var units: Fraction?
  /// The value once that is there, at this denominator.
  var reached: Fraction?
  /// The distance and the units over the years that are left; nil where there are none.
  var distancePerYear: Fraction?
  var unitsPerYear: Fraction?
  /// How far a year has brought it since the base, in the unit of the value.
  var achieved: Fraction?

  enum State {
    case met, lacking
    /// Too little is known to say whether it is met.
    case insufficient
    /// A part larger than its whole.
    case suspect
    /// Nothing to be counted.
    case empty
    /// It counts too few people to be published.
    case hidden
  }
}

extension TargetCells {
  /// - Parameter due: the year by which it is asked for.
  func pace(_ group: [Int32], from year: Int32, to due: Int32) throws(LeafFailure) -> Pace {
    let finding = try finding(group, in: year)
    var pace = Pace(year: year, reading: finding.reading, state: .insufficient)
    guard let threshold = target.threshold else {
      preconditionFailure("meaning has refused a target without a number")
    }
    pace.achieved = try achieved(group, until: year, finding.reading)
    if finding.isEmpty {
      pace.state = .empty
    } else if finding.isSuspect {
      pace.state = .suspect
    } else {
      let met = Set(finding.reading.candidates.map { threshold.isMet(by: $0) })
      if met.count == 1 { pace.state = met.contains(true) ? .met : .lacking }
    }
    guard pace.state == .lacking else { return pace }
    try measure(&pace, threshold, yearsLeft: due - year)
    return pace
  }

  private func measure(
    _ pace: inout Pace, _ threshold: Target.Threshold, yearsLeft: Int32
  ) throws(LeafFailure) {
    guard let value = pace.reading.value else { return }
    let distance = try difference(threshold.goal, value)
    pace.distance = distance
    if let lacking = try lackingUnits(pace.reading, threshold) {
      pace.units = lacking
      if let numerator = pace.reading.numerator, let denominator = pace.reading.denominator {
        let sum = Fraction.adding(numerator, lacking)
        pace.reached = sum.flatMap { Fraction.dividing($0, denominator) }
      }
    }
    // Steps are not climbed in parts, and there is no year left to divide by.
    guard yearsLeft > 0, !isStepwise else { return }
    let years = Fraction(Int128(yearsLeft))
    pace.distancePerYear = Fraction.dividing(distance, years)
    pace.unitsPerYear = pace.units.flatMap { Fraction.dividing($0, years) }
  }

  /// What the numerator lacks at this denominator, signed as the distance is.
  private func lackingUnits(
    _ reading: Reading, _ threshold: Target.Threshold
  ) throws(LeafFailure) -> Fraction? {
    guard let numerator = reading.numerator, let denominator = reading.denominator,
      series.isSumOfMeasures, let needed = Fraction.multiplying(threshold.goal, denominator)
    else { return nil }
    let isLess = try difference(needed, numerator).isNegative || threshold.wantsLess
    guard series.countsWhole else { return try difference(needed, numerator) }
    guard let units = try shortfall(reading, threshold, countsWhole: true)?.units else {
      return nil
    }
    return Fraction(isLess ? -units : units)
  }

  /// What each year has brought since the base year of the target.
  private func achieved(
    _ group: [Int32], until year: Int32, _ reading: Reading
  ) throws(LeafFailure) -> Fraction? {
    guard let from = target.from, from < year, let value = reading.value, !isStepwise else {
      return nil
    }
    var base = target.fromValue
    if base == nil { base = try self.reading(group, in: from).value }
    guard let base else { return nil }
    return Fraction.dividing(try difference(value, base), Fraction(Int128(year - from)))
  }
}

private func difference(_ left: Fraction, _ right: Fraction) throws(LeafFailure) -> Fraction {
  guard let difference = Fraction.subtracting(left, right) else { throw .overflow }
  return difference
}
