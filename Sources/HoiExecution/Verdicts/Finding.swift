import HoiAnswer
import HoiCatalog
import HoiNumbers

/// What is found of a target in one year, for one group.
struct Finding {
  var verdict: Verdict
  var reading: TargetCells.Reading
  /// Where the straight line stands, if it was asked and is known.
  var milestone: Fraction?
  /// Where it stands at least and at most, while the value it begins at is not fully reported.
  var milestoneBounds: (low: Fraction, high: Fraction)?
  /// For a promise of every year: the years in which it was broken, and those nobody can tell.
  var breachedYears: [Int32] = []
  var unknownYears: [Int32] = []
  /// A value that cannot be right.
  var isSuspect = false
  /// There is nothing that the target could be about.
  var isEmpty = false
  /// The year of the base whose value is not known, or not believed.
  var baseYearWithoutValue: Int32?
  /// The last year of a promise that is over.
  var endedIn: Int32?
}

extension TargetCells {
  /// The verdict of one year, by the rules for its deadline and grade.
  func finding(_ group: [Int32], in year: Int32) throws(LeafFailure) -> Finding {
    let reading = try reading(group, in: year)
    var finding = Finding(verdict: .notJudged, reading: reading)
    guard target.threshold != nil else { return finding }
    if reading.state == .notApplicable, !reading.isPartial {
      // Nobody is there to be counted: nothing is owed, and nothing is missing.
      finding.isEmpty = true
      return finding
    }
    if isSuspect(reading) {
      finding.verdict = .suspect
      finding.isSuspect = true
      // What cannot be right has no worst and best case either.
      finding.reading.bounds = nil
      return finding
    }
    switch target.deadline {
    case .due(let due) where target.grade == .duyTri:
      // What is to be kept up is owed in every year until it is due, not only at the end.
      try judgeEveryYear(&finding, group, in: year, to: due)
    case .due:
      try judgeByDate(&finding, group, in: year)
    case .everyYear(let last):
      try judgeEveryYear(&finding, group, in: year, to: last)
    }
    return finding
  }

  /// A part that is larger than its whole.
  private func isSuspect(_ reading: Reading) -> Bool {
    guard catalog[target.indicator].isPart, let value = reading.value else { return false }
    return value > .one
  }

  private func judgeByDate(
    _ finding: inout Finding, _ group: [Int32], in year: Int32
  ) throws(LeafFailure) {
    let bases = try baseValues(group, in: year)
    if let from = target.from, bases.isEmpty, year > from { finding.baseYearWithoutValue = from }
    finding.verdict = try agreed(finding.reading.candidates, in: year, bases: bases)
    guard finding.verdict == .onTrack || finding.verdict == .behind,
      let low = try milestone(in: year, base: bases.min()),
      let high = try milestone(in: year, base: bases.max())
    else { return }
    if low == high { finding.milestone = low } else { finding.milestoneBounds = (low, high) }
  }

  private func milestone(in year: Int32, base: Fraction?) throws(LeafFailure) -> Fraction? {
    guard let base, let from = target.from, case .due(let due) = target.deadline,
      let threshold = target.threshold
    else { return nil }
    return try HoiExecution.milestone(in: year, from: from, base: base, due: due, threshold)
  }

  /// The verdict that every possible value and base lead to, or that there is too little to say.
  private func agreed(
    _ candidates: [Fraction], in year: Int32, bases: [Fraction]
  ) throws(LeafFailure) -> Verdict {
    // Before its time, what does not run along a line needs no value to be not yet due.
    if candidates.isEmpty { return isTooEarly(year) ? .notDue : .insufficient }
    var verdicts: Set<Verdict> = []
    for value in candidates {
      // In the year that the line begins in, the value is where it begins.
      let begins = target.fromValue == nil && target.from == year
      for base in begins ? [value] : bases.isEmpty ? [nil] : bases.map(Optional.some) {
        verdicts.insert(
          try judge(value, in: year, against: target, base: base, isStepwise: isStepwise))
      }
    }
    return verdicts.count == 1 ? verdicts.first! : .insufficient
  }

  private func isTooEarly(_ year: Int32) -> Bool {
    guard case .due(let due) = target.deadline, year < due else { return false }
    return target.grade == .tamNhin || isStepwise || target.from.map { year < $0 } ?? true
  }

  /// The value the straight line begins at, or its extremes; none where it cannot be believed.
  private func baseValues(
    _ group: [Int32], in year: Int32
  ) throws(LeafFailure) -> [Fraction] {
    if let value = target.fromValue { return [value] }
    guard let from = target.from else { return [] }
    let reading = try reading(group, in: from)
    return isSuspect(reading) ? [] : reading.candidates
  }

  private func judgeEveryYear(
    _ finding: inout Finding, _ group: [Int32], in year: Int32, to last: Int32?
  ) throws(LeafFailure) {
    if let from = target.from, year < from {
      finding.verdict = .notDue
      return
    }
    if let last, year > last {
      finding.verdict = .notJudged
      finding.endedIn = last
      return
    }
    finding.verdict = try verdictOfYear(finding.reading, year)
    // Nothing reported is nothing known, but for what the worst and the best case agree on.
    for earlier in yearsWithRows where earlier < year && earlier >= target.from ?? year {
      switch try verdictOfYear(reading(group, in: earlier), earlier) {
      case .notMet, .notMetNoBreach, .below: finding.breachedYears.append(earlier)
      case .insufficient, .suspect: finding.unknownYears.append(earlier)
      case .met, .metEarly, .onTrack, .behind, .notDue, .within, .above, .notJudged, .hidden: break
      }
    }
    if let from = target.from {
      // A year without a single row is not known either.
      for earlier in from..<max(from, year) where !yearsWithRows.contains(earlier) {
        finding.unknownYears.append(earlier)
      }
      finding.unknownYears.sort()
    }
    guard target.grade == .duyTri else { return }
    // To keep something up is broken by any year, and kept only if every year is known.
    if !finding.breachedYears.isEmpty {
      finding.verdict = .notMet
    } else if finding.verdict == .met, !finding.unknownYears.isEmpty {
      finding.verdict = .insufficient
    }
  }

  /// What is promised for every year is due in each.
  private func verdictOfYear(_ reading: Reading, _ year: Int32) throws(LeafFailure) -> Verdict {
    if isSuspect(reading) { return .suspect }
    var due = target
    due.deadline = .everyYear(to: nil)
    if reading.candidates.isEmpty { return .insufficient }
    var verdicts: Set<Verdict> = []
    for value in reading.candidates {
      verdicts.insert(
        try judge(value, in: year, against: due, base: nil, isStepwise: isStepwise))
    }
    return verdicts.count == 1 ? verdicts.first! : .insufficient
  }
}
