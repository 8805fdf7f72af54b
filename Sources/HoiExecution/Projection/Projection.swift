import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// One group's years, reported and projected.
struct Projection {
  var group: [Int32]
  /// Years that the line runs through.
  var observed: [(year: Int32, value: Fraction)] = []
  /// Years whose reports are not all in: a sum of them would be too low.
  var partialYears: [Int32] = []
  /// Years whose value cannot be right.
  var suspectYears: [Int32] = []
  /// Empty where fewer than three years can be used.
  var projected: [(year: Int32, value: Fraction, low: Fraction, high: Fraction)] = []
  /// Whether an end of an interval was kept to what is possible.
  var isBounded = false
  /// A year of it counts too few people to be published.
  var isHidden = false

  static let fewestYears = 3
}

extension ProjectQuestion {
  /// Decimals that figures are rounded to before they are shown: two of a percentage, none of
  /// things that are counted.
  fileprivate func places(in catalog: Catalog) -> Int {
    if value.unit.isPercentage || value.unit == .points { return 4 }
    let measures = value.formula.measures
    let isCount = value.formula.sides == nil && measures.allSatisfy { catalog[$0].kind == .count }
    return isCount ? 0 : 2
  }
}

/// The line of one group and where it leads.
func projection(
  _ question: ProjectQuestion, _ cells: SeriesCells, _ group: [Int32]
) throws(LeafFailure) -> Projection {
  var projection = Projection(group: group)
  for year in cells.years where question.years.contains(year) {
    let reading = try cells.reading(group, in: year)
    guard let value = reading.value else { continue }
    if question.value.isPart, value > .one {
      projection.suspectYears.append(year)
    } else if reading.isPartial, cells.formula.sides == nil {
      projection.partialYears.append(year)
    } else {
      projection.observed.append((year, value))
    }
  }
  guard projection.observed.count >= Projection.fewestYears,
    let last = cells.years.last(where: question.years.contains)
  else {
    return projection
  }
  let line = StraightLine(projection.observed.map { ($0.year, $0.value.double) })
  let places = question.places(in: cells.catalog)
  for year in (last + 1)..<max(last + 1, question.year + 1) {
    let middle = line.value(in: year)
    let half = line.halfInterval(in: year)
    let ends = (low: middle - half, middle: middle, high: middle + half)
    let kept = possible(ends, question, cells)
    if kept != ends { projection.isBounded = true }
    guard let value = rounded(kept.middle, places), let low = rounded(kept.low, places),
      let high = rounded(kept.high, places)
    else { throw .overflow }
    projection.projected.append((year, value, low, high))
  }
  return projection
}

/// A part stays between nothing and its whole; what is counted is never below nothing.
private func possible(
  _ ends: (low: Double, middle: Double, high: Double), _ question: ProjectQuestion,
  _ cells: SeriesCells
) -> (low: Double, middle: Double, high: Double) {
  let kinds = cells.formula.measures.map { cells.catalog[$0].kind }
  let isDifference = cells.formula.hasDifference
  let lowest = question.value.isPart || (!isDifference && kinds.allSatisfy { $0 == .count })
  let most = question.value.isPart ? 1.0 : .infinity
  let least = lowest ? 0.0 : -.infinity
  func kept(_ value: Double) -> Double { min(max(value, least), most) }
  return (kept(ends.low), kept(ends.middle), kept(ends.high))
}

/// The exact fraction of a rounded figure, or nil past what a double holds.
private func rounded(_ value: Double, _ places: Int) -> Fraction? {
  let power = powerOfTen(places)
  let scaled = (value * Double(power)).rounded(.toNearestOrAwayFromZero)
  guard scaled.magnitude < 1e18, let whole = Int128(exactly: scaled) else { return nil }
  return Fraction(whole, over: power)
}

extension Formula {
  /// Whether something is taken away in it, so that it may be below nothing.
  fileprivate var hasDifference: Bool {
    switch self {
    case .difference: true
    case .literal(let value): value.isNegative
    case .measure, .reported, .lowest: false
    case .scoped(let inner, _): inner.hasDifference
    case .sum(let left, let right), .product(let left, let right), .quotient(let left, let right):
      left.hasDifference || right.hasDifference
    }
  }
}
