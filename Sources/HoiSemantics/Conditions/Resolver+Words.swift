import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// Conditions as a title says them.
extension Resolver {
  /// One part for each term that must hold: `nhà trẻ`, `năm học 2027–2028`.
  package func words(_ predicate: Predicate, period: Period) -> [Wording] {
    predicate.terms.map { term($0, period) }
  }

  private func term(_ predicate: Predicate, _ period: Period) -> Wording {
    switch predicate {
    case .always: Wording(vi: "tất cả", en: "everything")
    case .never: Wording(vi: "không có gì", en: "nothing")
    case .members(.time, let set): years(set, period)
    case .members(let axis, let set): members(axis, set)
    case .value(let id, let ordering, let bound):
      Wording(
        verbatim: "\(inSentence(catalog[id].label)) \(ordering.rawValue) \(text(bound, of: id))")
    case .reported(let id, true):
      Wording(
        vi: "có báo cáo \(inSentence(catalog[id].label))",
        en: "\(inSentence(catalog[id].label)) reported")
    case .reported(let id, false):
      Wording(
        vi: "thiếu \(inSentence(catalog[id].label))",
        en: "\(inSentence(catalog[id].label)) missing")
    case .all(let terms): joined(terms, period, Wording(vi: " và ", en: " and "))
    case .any(let terms): joined(terms, period, Wording(vi: " hoặc ", en: " or "))
    }
  }

  private func joined(_ terms: [Predicate], _ period: Period, _ word: Wording) -> Wording {
    let words = terms.map { term($0, period) }
    return Wording(
      vi: words.map(\.vietnamese).joined(separator: word.vietnamese),
      en: words.map(\.english).joined(separator: word.english))
  }

  private func years(_ set: MemberSet, _ period: Period) -> Wording {
    if set.contains(.min) {
      let inner = years(set.complement, period)
      return Wording(vi: "trừ \(inner.vietnamese)", en: "except \(inner.english)")
    }
    let parts = set.intervals.map { interval in
      if interval.lowerBound == interval.upperBound {
        return Wording(verbatim: yearText(interval.lowerBound, period))
      }
      let low = yearText(interval.lowerBound, period)
      if interval.upperBound == .max {
        return Wording(vi: "từ \(low)", en: "from \(low)")
      }
      let high = yearText(interval.upperBound, period)
      if interval.lowerBound <= 0 { return Wording(vi: "đến \(high)", en: "to \(high)") }
      return Wording(vi: "\(low) đến \(high)", en: "\(low) to \(high)")
    }
    let isOne = set.single != nil
    return Wording(
      vi: (period == .school ? "năm học " : "năm ")
        + parts.map(\.vietnamese).joined(separator: ", "),
      en: (period == .school ? "school year" : "year") + (isOne ? " " : "s ")
        + parts.map(\.english).joined(separator: ", "))
  }

  /// `2027–2028` for a school year, `2027` for a calendar one.
  package func yearText(_ year: Int32, _ period: Period) -> String {
    period == .school ? "\(year)–\(Int64(year) + 1)" : String(year)
  }

  private func members(_ axis: Axis, _ set: MemberSet) -> Wording {
    guard let list = memberList(axis) else { preconditionFailure("years are told apart before") }
    let isExcept = set.contains(.max)
    let shown = isExcept ? set.complement : set
    var names: [String] = []
    for interval in shown.intervals {
      let last = min(interval.upperBound, Int32(list.keys.count - 1))
      for member in stride(from: max(0, interval.lowerBound), through: last, by: 1) {
        names.append(inSentence(list.labels[Int(member)]))
      }
    }
    let label = inSentence(catalog.label(axis, period: ""))
    // A bare number does not say what it numbers.
    if let first = names.first, first.allSatisfy(\.isNumber) { names[0] = "\(label) \(first)" }
    let nobody = shown.contains(-1)
    if names.isEmpty, !nobody {
      return isExcept
        ? Wording(vi: "mọi \(label)", en: "every \(label)")
        : Wording(vi: "không có \(label) nào", en: "no \(label)")
    }
    let unknown = Wording(vi: "không rõ \(label)", en: "unknown \(label)")
    let list8 = shortList(names)
    let vietnamese = [list8.vietnamese] + (nobody ? [unknown.vietnamese] : [])
    let english = [list8.english] + (nobody ? [unknown.english] : [])
    return Wording(
      vi: (isExcept ? "trừ " : "")
        + vietnamese.filter { !$0.isEmpty }.joined(separator: ", "),
      en: (isExcept ? "except " : "") + english.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private func text(_ bound: Fraction, of id: MeasureID) -> String {
    let measure = catalog[id]
    if measure.kind == .level,
      let step = measure.steps.first(where: { Fraction(Int128($0.step)) == bound })
    {
      return step.label
    }
    return bound.decimalText(places: 12) ?? "\(bound.numerator)/\(bound.denominator)"
  }
}

/// A label inside a sentence: a common name loses its capital, a proper one or a code keeps it.
package func inSentence(_ label: String) -> String {
  let words = label.split(separator: " ")
  guard words.count > 1, let first = words.first?.first, first.isUppercase,
    label.dropFirst().allSatisfy({ !$0.isUppercase && !$0.isNumber })
  else { return label }
  return first.lowercased() + label.dropFirst()
}
