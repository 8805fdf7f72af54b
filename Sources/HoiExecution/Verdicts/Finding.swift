import HoiAnswer
import HoiCatalog
import HoiNumbers

/// What is found of a target in one year, for one group.
struct Finding {
  var verdict: Verdict
  var reading: TargetCells.Reading
  /// Where the straight line stands, if it was asked.
  var milestone: Fraction?
  /// For a promise of every year: the years in which it was broken, and those nobody can tell.
  var breachedYears: [Int32] = []
  var unknownYears: [Int32] = []
  /// A value that cannot be right.
  var isSuspect = false
  /// The year of the base whose value is not known.
  var baseYearWithoutValue: Int32?

  /// Whether its value can be held against the threshold: not if too little is known of it.
  var isJudged: Bool {
    switch verdict {
    case .insufficient, .suspect, .notJudged: false
    case .met, .metEarly, .notMet, .notMetNoBreach, .onTrack, .behind, .notDue, .below, .within,
      .above:
      true
    }
  }
}

extension TargetCells {
  /// The verdict of one year, by the rules for its deadline and grade.
  func finding(_ group: [Int32], in year: Int32) throws(LeafFailure) -> Finding {
    let reading = try reading(group, in: year)
    var finding = Finding(verdict: .notJudged, reading: reading)
    guard target.threshold != nil else { return finding }
    if isSuspect(reading) {
      finding.verdict = .suspect
      finding.isSuspect = true
      return finding
    }
    switch target.deadline {
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
    let bases = try baseValues(group, in: year, finding.reading)
    if let from = target.from, bases.isEmpty, year > from { finding.baseYearWithoutValue = from }
    finding.verdict = try agreed(finding.reading.candidates, in: year, bases: bases)
    guard finding.verdict == .onTrack || finding.verdict == .behind, let from = target.from,
      case .due(let due) = target.deadline, let base = bases.first, let threshold = target.threshold
    else { return }
    finding.milestone = try HoiExecution.milestone(
      in: year, from: from, base: base, due: due, threshold)
  }

  /// The verdict that every possible value and base lead to, or that there is too little to say.
  private func agreed(
    _ candidates: [Fraction], in year: Int32, bases: [Fraction]
  ) throws(LeafFailure) -> Verdict {
    // Before its time, what does not run along a line needs no value to be not yet due.
    if candidates.isEmpty { return isTooEarly(year) ? .notDue : .insufficient }
    var verdicts: Set<Verdict> = []
    for value in candidates {
      for base in bases.isEmpty ? [nil] : bases.map(Optional.some) {
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

  /// The value the straight line begins at, or its extremes.
  private func baseValues(
    _ group: [Int32], in year: Int32, _ reading: Reading
  ) throws(LeafFailure) -> [Fraction] {
    if let value = target.fromValue { return [value] }
    guard let from = target.from else { return [] }
    return from == year ? reading.candidates : try self.reading(group, in: from).candidates
  }

  private func judgeEveryYear(
    _ finding: inout Finding, _ group: [Int32], in year: Int32, to last: Int32?
  ) throws(LeafFailure) {
    if let from = target.from, year < from {
      finding.verdict = .notDue
      return
    }
    if let last, year > last {
      finding.verdict = .notDue
      return
    }
    finding.verdict = try agreed(finding.reading.candidates, in: year, bases: [])
    for earlier in years where earlier < year && earlier >= target.from ?? year {
      let verdict = try agreed(reading(group, in: earlier).candidates, in: earlier, bases: [])
      switch verdict {
      case .notMet, .notMetNoBreach, .below: finding.breachedYears.append(earlier)
      case .insufficient: finding.unknownYears.append(earlier)
      case .met, .metEarly, .onTrack, .behind, .notDue, .within, .above, .suspect, .notJudged:
        break
      }
    }
    guard target.grade == .duyTri else { return }
    // To keep something up is broken by any year, and kept only if every year is known.
    if !finding.breachedYears.isEmpty {
      finding.verdict = .notMet
    } else if finding.verdict == .met, !finding.unknownYears.isEmpty {
      finding.verdict = .insufficient
    }
  }
}
