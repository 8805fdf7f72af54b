import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics

/// What is said beside a verdict: what of the target it is about, and why it is what it is.
func details(_ row: CheckRow) -> Wording {
  var parts: [Wording] = []
  if row.isHidden {
    return Wording(vi: "số đếm nhỏ", en: "small counts")
  }
  if row.isNarrower { parts.append(Wording(vi: "một phần", en: "partial")) }
  if row.target.threshold == nil { parts.append(row.cells.watched) }
  if row.verdict == .notDue, let from = row.target.from, let year = row.year, year < from,
    case .everyYear = row.target.deadline
  {
    parts.append(Wording(vi: "mục tiêu tính từ năm \(from)", en: "the target begins in \(from)"))
  }
  if row.isBlend {
    parts.append(row.cells.weightsWording(row))
    if let finding = row.finding {
      if let strict = row.cells.strictWording(finding.reading, row.target) { parts.append(strict) }
      parts += row.cells.limitations(finding)
    }
  } else if let finding = row.finding {
    parts.append(row.cells.details(finding))
  } else {
    parts.append(Wording(vi: "chưa có số liệu", en: "no data yet"))
  }
  return .joined(parts.filter { !$0.vietnamese.isEmpty }, separator: "; ")
}

/// What a person reads beside a verdict, both languages side by side.
extension TargetCells {
  /// What is watched of a promise that no number was given to: it is not the promise itself.
  fileprivate var watched: Wording {
    let label = inSentence(catalog[target.indicator].label)
    return Wording(vi: "theo dõi qua: \(label)", en: "watched through: \(label)")
  }

  /// `(94 × 30 % + 71 × 50 %) / 165`.
  func weightsWording(_ row: CheckRow) -> Wording {
    let terms = row.weights.compactMap { threshold, denominator -> Wording? in
      guard let weight = Wording.number(denominator, places: 6, isExact: true) else { return nil }
      return .joined([weight, catalog.wording(threshold, of: target)], separator: " × ")
    }
    guard terms.count == row.weights.count, !terms.isEmpty else {
      return Wording(vi: "chưa đủ mẫu số để tính mức chung", en: "not all denominators are known")
    }
    let sum = Wording.joined(terms, separator: " + ")
    return Wording(vi: "mức tính ra từ \(sum.vietnamese)", en: "computed from \(sum.english)")
  }

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
        series.numeratorUnit.isEmpty
          ? number : .joined([number, Wording(verbatim: series.numeratorUnit)], separator: " "))
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

  /// Why the verdict is what it is.
  func details(_ finding: Finding) -> Wording {
    var parts = lineParts(finding)
    if let strict = strictWording(finding.reading, target) { parts.append(strict) }
    parts += limitations(finding)
    return .joined(parts + yearParts(finding), separator: "; ")
  }

  /// What the value cannot say.
  func limitations(_ finding: Finding) -> [Wording] {
    var parts: [Wording] = []
    if finding.isEmpty {
      parts.append(
        Wording(vi: "không áp dụng: mẫu số bằng 0", en: "not applicable: the denominator is 0"))
    }
    if finding.isSuspect {
      parts.append(
        Wording(vi: "tử số lớn hơn mẫu số", en: "the numerator exceeds the denominator"))
    }
    if finding.verdict == .insufficient || finding.reading.isPartial {
      let reports = reports(finding.reading)
      parts += reports
      if reports.isEmpty, finding.reading.value == nil {
        parts.append(Wording(vi: "chưa có số liệu", en: "no data yet"))
      }
    }
    return parts
  }

  /// What is said of the straight line from the base to the target.
  private func lineParts(_ finding: Finding) -> [Wording] {
    var parts: [Wording] = []
    let value = finding.reading.value.map { [$0] } ?? []
    if let milestone = finding.milestone, let text = shown(milestone, besides: value) {
      parts.append(
        Wording(vi: "mốc nội suy \(text.vietnamese)", en: "interpolated \(text.english)"))
    }
    if let (one, other) = finding.milestoneBounds, let low = shown(min(one, other)),
      let high = shown(max(one, other))
    {
      parts.append(
        Wording(
          vi: "mốc nội suy từ \(low.vietnamese) đến \(high.vietnamese)",
          en: "interpolated between \(low.english) and \(high.english)"))
    }
    if let year = finding.baseYearWithoutValue, finding.verdict == .insufficient {
      parts.append(
        Wording(
          vi: "chưa rõ giá trị năm gốc \(year)",
          en: "the value of the base year \(year) is not known"))
    }
    return parts
  }

  private func yearParts(_ finding: Finding) -> [Wording] {
    var parts: [Wording] = []
    if case .everyYear = target.deadline, finding.verdict == .met {
      parts.append(Wording(vi: "hằng năm", en: "every year"))
    }
    if let last = finding.endedIn {
      parts.append(
        Wording(vi: "mục tiêu chỉ đến năm \(last)", en: "the target ended in \(last)"))
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
    return parts
  }

  /// A value as it is read, with two decimals, or as many as keep it on its side of others.
  func shown(_ value: Fraction, besides others: [Fraction] = []) -> Wording? {
    guard catalog[target.indicator].unit.isPercentage else {
      return Wording.number(value, places: 6, isExact: true)
    }
    let places = (2...8).first { places in
      guard let rounded = value.rounded(toPlaces: places + 2) else { return true }
      return others.allSatisfy { other in
        guard let beside = other.rounded(toPlaces: places + 2) else { return true }
        return (value < other) == (rounded < beside) && (value > other) == (rounded > beside)
      }
    }
    return Wording.percentage(value, places: places ?? 8)
  }

  /// Three of four schools do not make more than 75 %.
  func strictWording(_ reading: Reading, _ target: Target) -> Wording? {
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

  func reports(_ reading: Reading) -> [Wording] {
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
