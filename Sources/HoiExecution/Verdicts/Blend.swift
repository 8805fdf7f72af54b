import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Targets of one blend judged together: one threshold, weighted by their denominators.
///
/// The threshold is computed and in no resolution. It moves with the denominators, so that no
/// straight line leads to it and no earlier year is held against it.
func blendRows(
  _ question: CheckQuestion, _ checked: CheckedTarget, _ blend: PlannedBlend, _ leaves: [Leaf],
  results: [LeafResult], in catalog: Catalog
) throws(LeafFailure) -> [CheckRow] {
  var parts: [TargetCells] = []
  for planned in blend.parts {
    parts.append(try TargetCells(planned, leaves: leaves, results: results, in: catalog))
  }
  let split = Array(checked.axes.prefix(checked.splitCount))
  let groups = split.isEmpty ? [[]] : parts.flatMap(\.groups).uniqued
  // The latest year in which every part has a value.
  let years =
    question.showsEachYear || question.years != .everything
    ? question.years(of: parts[0], in: catalog)
    : Array(
      parts.dropFirst().reduce(parts[0].years) { known, part in
        known.filter(part.years.contains)
      }.suffix(1))
  var rows: [CheckRow] = []
  for group in groups {
    for year in years {
      var row = CheckRow(
        ids: blend.parts.map(\.target), target: blendedTarget(parts), cells: parts[0],
        members: Dictionary(uniqueKeysWithValues: zip(split, group)), year: year,
        isNarrower: blend.isNarrower)
      try judge(&row, parts, group, in: year)
      rows.append(row)
    }
  }
  return inOrder(rows, of: question.axes)
}

/// What the parts have in common; the threshold comes with the weights.
private func blendedTarget(_ parts: [TargetCells]) -> Target {
  var target = parts[0].target
  let clauses = parts.compactMap(\.target.clause).uniqued
  target.clause = clauses.isEmpty ? nil : clauses.joined(separator: "; ")
  if !parts.allSatisfy({ $0.target.grade == target.grade }) { target.grade = nil }
  (target.from, target.fromValue) = (nil, nil)
  target.quote = nil
  target.notes = []
  return target
}

private func judge(
  _ row: inout CheckRow, _ parts: [TargetCells], _ group: [Int32], in year: Int32
) throws(LeafFailure) {
  var readings: [TargetCells.Reading] = []
  for part in parts { readings.append(try part.reading(group, in: year)) }
  var whole = TargetCells.Reading(
    value: nil, state: .missing, isPartial: readings.contains(where: \.isPartial),
    summaries: readings.flatMap(\.summaries))
  row.finding = Finding(verdict: .insufficient, reading: whole)
  // Nobody of a part may be there at all: then it weighs nothing.
  let present = zip(parts, readings).filter { !($1.known?.isZero ?? false) }
  guard !present.isEmpty else { return }
  var weights = row.weights
  var needed = Fraction.zero
  var (numerator, denominator, known) = (Fraction.zero, Fraction.zero, Fraction.zero)
  for (part, reading) in present {
    guard let goal = part.target.threshold?.goal, let own = reading.known else { return }
    weights.append((goal, own))
    needed = try sum(needed, product(goal, own))
    known = try sum(known, own)
    numerator = try sum(numerator, reading.numerator ?? .zero)
    denominator = try sum(denominator, reading.denominator ?? .zero)
  }
  guard let threshold = Fraction.dividing(needed, known),
    case .comparison(let ordering, _)? = row.target.threshold
  else { throw .overflow }
  row.weights = weights
  row.target.threshold = .comparison(ordering, threshold)
  if !denominator.isZero {
    whole.value = Fraction.dividing(numerator, denominator)
    whole.state = .value
  }
  (whole.numerator, whole.denominator, whole.known) = (numerator, denominator, known)
  if whole.isPartial {
    whole.bounds = try bounds(present.map(\.1), numerator, denominator, over: known)
  }
  row.finding?.reading = whole
  try conclude(&row, parts[0])
}

/// The extremes of the whole, where those of every part are known.
private func bounds(
  _ readings: [TargetCells.Reading], _ numerator: Fraction, _ denominator: Fraction,
  over known: Fraction
) throws(LeafFailure) -> (low: Fraction, high: Fraction)? {
  guard readings.allSatisfy({ !$0.isPartial || $0.bounds != nil }) else { return nil }
  guard let open = Fraction.subtracting(known, denominator), !open.isNegative else { return nil }
  guard let low = Fraction.dividing(numerator, known),
    let high = Fraction.dividing(try sum(numerator, open), known)
  else { throw .overflow }
  return (low, high)
}

private func conclude(_ row: inout CheckRow, _ part: TargetCells) throws(LeafFailure) {
  guard let finding = row.finding, let year = row.year, let threshold = row.target.threshold
  else { return }
  let reading = finding.reading
  if part.catalog[row.target.indicator].isPart, let value = reading.value, value > .one {
    row.finding?.verdict = .suspect
    row.finding?.isSuspect = true
    return
  }
  if case .everyYear(let last?) = row.target.deadline, year > last {
    row.finding?.verdict = .notJudged
    return
  }
  var verdicts: Set<Verdict> = []
  for value in reading.candidates {
    verdicts.insert(
      try judge(value, in: year, against: row.target, base: nil, isStepwise: part.isStepwise))
  }
  row.finding?.verdict = verdicts.count == 1 ? verdicts.first! : .insufficient
  if row.verdict.isSure {
    row.shortfall = try shortfall(reading, threshold, countsWhole: part.series.countsWhole)
  }
}

private func sum(_ left: Fraction, _ right: Fraction) throws(LeafFailure) -> Fraction {
  guard let sum = Fraction.adding(left, right) else { throw .overflow }
  return sum
}

private func product(_ left: Fraction, _ right: Fraction) throws(LeafFailure) -> Fraction {
  guard let product = Fraction.multiplying(left, right) else { throw .overflow }
  return product
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
