import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// What a person reads beside a verdict, both languages side by side.
extension TargetCells {
  /// `7,00 điểm · 30 trẻ`.
  func wording(_ shortfall: Shortfall?) -> Wording {
    guard let shortfall else { return Wording(verbatim: "–") }
    // What is not there yet is said by the value: there is no way to go in parts.
    if isFlag, shortfall.units == 1, shortfall.distance == .one { return Wording(verbatim: "–") }
    var parts: [Wording] = []
    if shortfall.distance.isZero {
      // A strict threshold is missed by nothing but a unit.
    } else if catalog[target.indicator].unit.isPercentage {
      let places = shownPlaces(shortfall.distance)
      if let points = Fraction.multiplying(shortfall.distance, Fraction(100)),
        let number = Wording.number(points, places: places)
      {
        parts.append(.joined([number, Wording(vi: "điểm", en: "points")], separator: " "))
      }
    } else if let number = Wording.number(shortfall.distance, places: 2, isExact: true) {
      parts.append(
        isStepwise
          ? .joined([number, Wording(vi: "mức", en: "steps")], separator: " ") : number)
    }
    if let units = shortfall.units, let number = Wording.number(Fraction(units), places: 0) {
      parts.append(
        numeratorUnit.isEmpty
          ? number : .joined([number, Wording(verbatim: numeratorUnit)], separator: " "))
    }
    return .joined(parts, separator: " · ")
  }

  /// A distance that is there must not be shown as none.
  private func shownPlaces(_ distance: Fraction) -> Int {
    for places in 2...12 {
      if let shown = Fraction.multiplying(distance, Fraction(100))?.rounded(toPlaces: places),
        !shown.isZero
      {
        return places
      }
    }
    return 12
  }

  /// What the numerator counts: `trẻ`.
  var numeratorUnit: String {
    guard let first = formula.sides?.numerator.measures.first,
      case .named(let unit) = catalog[first].unit
    else { return "" }
    return unit
  }

  /// Why the verdict is what it is.
  func details(_ finding: Finding) -> Wording {
    var parts: [Wording] = []
    if let milestone = finding.milestone,
      let text = catalog[target.indicator].unit.isPercentage
        ? Wording.percentage(milestone, places: 2)
        : Wording.number(milestone, places: 2, isExact: true)
    {
      parts.append(
        Wording(vi: "mốc nội suy \(text.vietnamese)", en: "interpolated \(text.english)"))
    }
    if let strict = strictWording(finding.reading) { parts.append(strict) }
    if finding.isSuspect {
      parts.append(
        Wording(vi: "tử số lớn hơn mẫu số", en: "the numerator exceeds the denominator"))
    }
    if let year = finding.baseYearWithoutValue, finding.verdict == .insufficient {
      parts.append(
        Wording(
          vi: "thiếu giá trị năm gốc \(year)", en: "no value for the base year \(year)"))
    }
    if finding.verdict == .insufficient || finding.reading.isPartial {
      parts += reports(finding.reading)
    }
    if case .everyYear = target.deadline, finding.verdict == .met {
      parts.append(Wording(vi: "hằng năm", en: "every year"))
    }
    if !finding.breachedYears.isEmpty {
      let years = spelled(finding.breachedYears)
      parts.append(Wording(vi: "không đạt năm \(years)", en: "missed in \(years)"))
    }
    if !finding.unknownYears.isEmpty {
      let years = spelled(finding.unknownYears)
      parts.append(
        Wording(vi: "chưa đủ số liệu năm \(years)", en: "not enough data for \(years)"))
    }
    return .joined(parts, separator: "; ")
  }

  /// Three of four schools do not make more than 75 %.
  private func strictWording(_ reading: Reading) -> Wording? {
    guard case .comparison(let ordering, let bound)? = target.threshold, let value = reading.value,
      value == bound
    else { return nil }
    let text = catalog.wording(bound, of: target)
    switch ordering {
    case .greater:
      return Wording(vi: "phải hơn \(text.vietnamese)", en: "must exceed \(text.english)")
    case .less:
      return Wording(vi: "phải dưới \(text.vietnamese)", en: "must be below \(text.english)")
    case .equal, .notEqual, .lessOrEqual, .greaterOrEqual: return nil
    }
  }

  private func reports(_ reading: Reading) -> [Wording] {
    zip(ledgers, reading.summaries).compactMap { ledger, summary in
      guard summary.reported < summary.expected else { return nil }
      let count = "\(summary.reported)/\(summary.expected)"
      guard let dimension = ledger.ledger.dimension else {
        return Wording(vi: "\(count) dòng có số liệu", en: "\(count) rows have a value")
      }
      let leaf = catalog[dimension].label.lowercased()
      return Wording(vi: "\(count) \(leaf) đã báo cáo", en: "\(count) \(leaf) reported")
    }
  }
}
