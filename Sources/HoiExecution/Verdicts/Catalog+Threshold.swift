import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers

extension Catalog {
  /// What a row asks for; a threshold that is computed need not be a short decimal.
  func thresholdWording(_ row: CheckRow) -> Wording {
    guard row.isBlend, case .comparison(let ordering, let bound)? = row.target.threshold,
      let shown = row.cells.shown(bound, besides: row.value.map { [$0] } ?? [])
    else { return thresholdWording(row.target) }
    if row.weights.isEmpty { return Wording(verbatim: "–") }
    return .joined([Wording(verbatim: ordering.rawValue), shown], separator: " ")
  }

  /// What a target asks for: `≥ 55,7 %`.
  func thresholdWording(_ target: Target) -> Wording {
    switch target.threshold {
    case nil: Wording(vi: "không có con số", en: "no number")
    case .comparison(.equal, .one) where isYesOrNo(target): Wording(vi: "có", en: "yes")
    case .comparison(let ordering, let bound):
      .joined([Wording(verbatim: ordering.rawValue), wording(bound, of: target)], separator: " ")
    case .range(let low, let high):
      .joined([wording(low, of: target, isBare: true), wording(high, of: target)], separator: "–")
    }
  }

  /// Whether one yes or no is all that a target is about: its table has one row a year for it.
  private func isYesOrNo(_ target: Target) -> Bool {
    let formula = self[target.indicator].formula
    guard formula.measures.count == 1, let measure = formula.measures.first,
      self[measure].kind == .flag, let table = formula.tables.first
    else { return false }
    return self[table].dimensions.allSatisfy {
      soleMember(on: .dimension($0.dimension), of: target.scope) != nil
    }
  }

  /// A value in the unit of a target's indicator, as exact as it is written.
  func wording(_ value: Fraction, of target: Target, isBare: Bool = false) -> Wording {
    wording(value, of: self[target.indicator], isBare: isBare)
  }

  /// A value in the unit of an indicator, as exact as it is written.
  func wording(_ value: Fraction, of indicator: Indicator, isBare: Bool = false) -> Wording {
    let exact = 12
    if indicator.unit.isPercentage {
      guard let text = Wording.percentage(value, places: exact, isExact: true) else {
        return .unsaid
      }
      return isBare ? text.withoutPercent : text
    }
    if let id = indicator.formula.level,
      let step = self[id].steps.first(where: { Fraction(Int128($0.step)) == value })
    {
      return Wording(verbatim: "\(step.step) (\(step.label))")
    }
    guard let number = Wording.number(value, places: exact, isExact: true) else { return .unsaid }
    guard case .named(let unit) = indicator.unit, !unit.isEmpty, !isBare else { return number }
    return .joined([number, Wording(verbatim: unit)], separator: " ")
  }
}

extension Wording {
  /// A number too long to be said; its cells still hold it exactly.
  fileprivate static var unsaid: Wording { Wording(verbatim: "…") }

  fileprivate var withoutPercent: Wording {
    Wording(vi: String(vietnamese.dropLast(2)), en: String(english.dropLast(1)))
  }
}
