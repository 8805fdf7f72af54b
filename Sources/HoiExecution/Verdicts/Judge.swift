import HoiAnswer
import HoiCatalog
import HoiNumbers

/// The verdict on one value of a year, exactly.
///
/// - Parameters:
///   - base: the value in the year the straight line begins; nil where it is not known.
///   - isStepwise: levels and flags, which do not move along a line.
func judge(
  _ value: Fraction, in year: Int32, against target: Target, base: Fraction?, isStepwise: Bool
) throws(LeafFailure) -> Verdict {
  guard let threshold = target.threshold else { return .notJudged }
  let isMet = threshold.isMet(by: value)
  guard case .due(let due) = target.deadline, year < due else {
    return isMet ? threshold.verdictWhenMet(by: value) : missed(target)
  }
  if isMet {
    let verdict = threshold.verdictWhenMet(by: value)
    return verdict == .met ? .metEarly : verdict
  }
  guard let from = target.from, target.grade != .tamNhin, !isStepwise, year >= from else {
    return .notDue
  }
  guard let base else { return .insufficient }
  let milestone = try milestone(in: year, from: from, base: base, due: due, threshold)
  if year > from, value == milestone, threshold.isStrict { return .behind }
  return threshold.keepsUp(value, with: milestone, from: base) ? .onTrack : .behind
}

private func missed(_ target: Target) -> Verdict {
  if case .range = target.threshold { return .below }
  return target.grade == .phanDau ? .notMetNoBreach : .notMet
}

/// Where the straight line from the base to the target stands in a year.
///
/// - Precondition: `from <= year <= due`.
func milestone(
  in year: Int32, from: Int32, base: Fraction, due: Int32, _ threshold: Target.Threshold
) throws(LeafFailure) -> Fraction {
  if from >= due { return threshold.goal }
  let share = Fraction(Int128(year - from), over: Int128(due - from))
  guard let distance = Fraction.subtracting(threshold.goal, base),
    let covered = Fraction.multiplying(distance, share),
    let milestone = Fraction.adding(base, covered)
  else { throw .overflow }
  return milestone
}

extension Target.Threshold {
  func isMet(by value: Fraction) -> Bool {
    switch self {
    case .comparison(let ordering, let bound): ordering.holds(value, bound)
    // Above the range counts as met.
    case .range(let low, _): value >= low
    }
  }

  func verdictWhenMet(by value: Fraction) -> Verdict {
    switch self {
    case .comparison: .met
    case .range(_, let high): value > high ? .above : .within
    }
  }

  /// The value that a straight line leads to.
  var goal: Fraction {
    switch self {
    case .comparison(_, let bound): bound
    case .range(let low, _): low
    }
  }

  /// Whether it must be passed: a line to just beyond it runs just beyond every milestone, too.
  var isStrict: Bool {
    switch self {
    case .comparison(.greater, _), .comparison(.less, _): true
    case .comparison(.equal, _), .comparison(.notEqual, _), .comparison(.greaterOrEqual, _),
      .comparison(.lessOrEqual, _), .range:
      false
    }
  }

  /// Whether less is wanted.
  var wantsLess: Bool {
    switch self {
    case .comparison(.less, _), .comparison(.lessOrEqual, _): true
    case .comparison(.equal, _), .comparison(.notEqual, _), .comparison(.greater, _),
      .comparison(.greaterOrEqual, _), .range:
      false
    }
  }

  /// Whether a value is at the milestone of a line or past it.
  func keepsUp(_ value: Fraction, with milestone: Fraction, from base: Fraction) -> Bool {
    // What must be met exactly may be come to from above.
    let descends = if case .comparison(.equal, let bound) = self { base > bound } else { wantsLess }
    return descends ? value <= milestone : value >= milestone
  }
}
