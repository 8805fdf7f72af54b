import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// A row of a check before it is laid out in columns.
struct CheckRow {
  /// The targets that it judges: one, or those of a blend.
  var ids: [TargetID]
  /// As it is judged: for a blend a target that is in no resolution, with the threshold computed.
  var target: Target
  var cells: TargetCells
  /// The members of the axes that its target is split by.
  var members: [Axis: Int32]
  /// Nil where its tables have no year at all.
  var year: Int32?
  var finding: Finding?
  var shortfall: Shortfall?
  /// It is about less than what was promised.
  var isNarrower = false
  /// For a blend: the weights behind its threshold.
  var weights: [(threshold: Fraction, denominator: Fraction)] = []
  /// It is not published: nothing is told of it but what it is about.
  var isHidden = false

  var isBlend: Bool { ids.count > 1 }

  var verdict: Verdict {
    if isHidden { return .hidden }
    return finding?.verdict ?? (target.threshold == nil ? .notJudged : .insufficient)
  }

  var value: Fraction? { isHidden ? nil : finding?.reading.value }

  func member(_ axis: Axis) -> Int32? {
    if axis == .time { return year }
    return members[axis]
  }

  /// A number beside the verdict, as `having` and `sort` name it.
  func number(_ number: CheckNumber) -> Fraction? {
    if isHidden, number != .threshold || isBlend { return nil }
    return switch number {
    case .value: value
    // The threshold of a blend is not known before its weights are.
    case .threshold: isBlend && weights.isEmpty ? nil : target.threshold?.goal
    case .gap: shortfall?.distance
    case .units: shortfall?.units.map { Fraction($0) }
    case .milestone: finding?.milestone
    case .low: finding?.reading.bounds?.low
    case .high: finding?.reading.bounds?.high
    }
  }
}

extension CheckQuestion {
  /// The years that a target is judged in; empty where it has no data at all.
  func years(of cells: TargetCells, in catalog: Catalog) -> [Int32] {
    let stored = catalog.years(shownBy: cells.formula)
    if let year = years.single { return [year] }
    if showsEachYear || years != .everything { return stored.filter(years.contains) }
    return (cells.years.last ?? stored.last).map { [$0] } ?? []
  }
}

/// The rows of a check: for each target its groups and years, then what its blend says.
func checkRows(
  _ question: CheckQuestion, _ plan: CheckPlan, results: [LeafResult], in catalog: Catalog
) throws(LeafFailure) -> [CheckRow] {
  var rows: [CheckRow] = []
  for (checked, planned) in zip(question.targets, plan.targets) {
    let cells = try TargetCells(planned, leaves: plan.leaves, results: results, in: catalog)
    rows += try targetRows(question, checked, cells, in: catalog)
    let blend = plan.blends.first { $0.parts.last?.target == checked.id }
    if let blend {
      rows += try blendRows(question, checked, blend, plan.leaves, results: results, in: catalog)
    }
  }
  return rows
}

private func targetRows(
  _ question: CheckQuestion, _ checked: CheckedTarget, _ cells: TargetCells, in catalog: Catalog
) throws(LeafFailure) -> [CheckRow] {
  let whole = CheckRow(
    ids: [checked.id], target: cells.target, cells: cells, members: [:],
    isNarrower: checked.isNarrower)
  let years = question.years(of: cells, in: catalog)
  guard !years.isEmpty else { return [whole] }
  // Where a member is all that a target is about, it is the whole of it.
  let soleMembers = checked.axes.map { catalog.soleMember(on: $0, of: cells.target.scope) }
  let groups = cells.groups.isEmpty && checked.axes.isEmpty ? [[]] : cells.groups
  var rows: [CheckRow] = []
  for group in groups {
    for year in years {
      var row = whole
      row.year = year
      row.members = Dictionary(uniqueKeysWithValues: zip(checked.axes, group))
      row.isNarrower =
        checked.isNarrower
        || group.indices.contains { place in
          !checked.apart.contains(checked.axes[place]) && soleMembers[place] != group[place]
        }
      row.finding = try cells.finding(group, in: year)
      if let finding = row.finding, finding.verdict.isSure, let threshold = cells.target.threshold {
        row.shortfall = try shortfall(
          finding.reading, threshold, countsWhole: cells.series.countsWhole)
      }
      rows.append(row)
    }
  }
  return inOrder(rows, of: question.axes)
}

/// Rows of one target in the order of the axes asked for.
func inOrder(_ rows: [CheckRow], of axes: [Axis]) -> [CheckRow] {
  if axes.count < 2 { return rows }
  return rows.enumerated().sorted { left, right in
    for axis in axes {
      let (a, b) = (left.element.member(axis) ?? -1, right.element.member(axis) ?? -1)
      if a != b { return memberRank(a) < memberRank(b) }
    }
    return left.offset < right.offset
  }.map(\.element)
}

extension Verdict {
  /// Whether the value it was read from is known well enough to say how far it is from its threshold.
  var isSure: Bool {
    switch self {
    case .met, .metEarly, .notMet, .notMetNoBreach, .onTrack, .behind, .notDue, .below, .within,
      .above:
      true
    case .insufficient, .suspect, .notJudged, .hidden: false
    }
  }
}

extension SeriesCells {
  /// Whether its numerator counts things, so that what is lacking is a whole number of them.
  var countsWhole: Bool {
    guard let measures = formula.sides?.numerator.measures, !measures.isEmpty else { return false }
    return measures.allSatisfy { catalog[$0].kind == .count || catalog[$0].kind == .flag }
  }

  /// What the numerator counts: `trẻ`.
  var numeratorUnit: String {
    guard let first = formula.sides?.numerator.measures.first,
      case .named(let unit) = catalog[first].unit
    else { return "" }
    return unit
  }
}
