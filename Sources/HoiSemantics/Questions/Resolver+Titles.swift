import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

extension Resolver {
  /// The parts of a heading: what is shown, the filters in words, how it is split.
  func title(
    _ labels: [Wording], _ condition: Expression?, tables: [TableID], axes: [Axis]
  ) -> [Wording] {
    var parts = labels
    if let condition { parts += scopeWords(condition, tables: tables) }
    if !axes.isEmpty {
      let period = tables.first.map { catalog[$0].period } ?? .calendar
      let names = axes.map { words(of: $0, period) }
      parts.append(
        Wording(
          vi: "theo \(names.map(\.vietnamese).joined(separator: ", "))",
          en: "by \(names.map(\.english).joined(separator: ", "))"))
    }
    return parts
  }

  private func words(of axis: Axis, _ period: Period) -> Wording {
    switch axis {
    case .time:
      period == .school
        ? Wording(vi: "năm học", en: "school year") : Wording(vi: "năm", en: "year")
    case .dimension(let id): Wording(verbatim: catalog[id].label.lowercased())
    case .attribute(let id, let index):
      Wording(verbatim: catalog[id].attributes[index].label.lowercased())
    }
  }

  /// Each term of a condition as a person would say it; years last.
  func scopeWords(_ condition: Expression, tables: [TableID]) -> [Wording] {
    var members: [Wording] = []
    var years: [Wording] = []
    for term in condition.conjunction {
      // The condition has been resolved before: a term that cannot be is told as it is written.
      let found = conditions(term, tables: tables)
      guard found.problems.isEmpty, case .members(let axis, let set) = found.predicate,
        let words = words(axis, set, tables)
      else {
        members.append(Wording(verbatim: definitions.spelled(source[term.range])))
        continue
      }
      if axis == .time { years.append(words) } else { members.append(words) }
    }
    return members + years
  }

  private func words(_ axis: Axis, _ set: MemberSet, _ tables: [TableID]) -> Wording? {
    if axis == .time {
      guard let period = tables.first.map({ catalog[$0].period }), !set.intervals.isEmpty,
        set.intervals.allSatisfy({ $0.lowerBound > .min && $0.upperBound < .max })
      else { return nil }
      return yearWords(set, period)
    }
    guard !set.contains(-1) else { return nil }
    let labels = catalog.labels(axis)
    var chosen: [Int] = []
    for interval in set.intervals {
      let first = max(0, Int(interval.lowerBound))
      let last = min(Int(interval.upperBound), labels.count - 1)
      if last - first >= 4 { return nil }
      chosen += stride(from: first, through: last, by: 1)
      if chosen.count > 4 { return nil }
    }
    guard !chosen.isEmpty else { return nil }
    return Wording(verbatim: chosen.map { labels[$0] }.joined(separator: ", "))
  }

  /// `năm học 2027–2028`, `năm 2027`, `các năm 2025–2027`.
  func yearWords(_ set: MemberSet, _ period: Period) -> Wording {
    if let year = set.single {
      return period == .school
        ? Wording(
          vi: "năm học \(year)–\(Int(year) + 1)", en: "school year \(year)–\(Int(year) + 1)")
        : Wording(vi: "năm \(year)", en: "year \(year)")
    }
    let text = set.intervals.map {
      $0.lowerBound == $0.upperBound
        ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }.joined(separator: ", ")
    return period == .school
      ? Wording(vi: "các năm học bắt đầu \(text)", en: "school years beginning \(text)")
      : Wording(vi: "các năm \(text)", en: "years \(text)")
  }
}
