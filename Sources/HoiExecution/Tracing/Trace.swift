import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// A line of a trace: what it says, with its number where it has one.
struct TraceLine {
  /// What a line is about; the raw value is the stable name for programs.
  enum Kind: String {
    case group, value, formula, numerator, denominator, sum, filter
    case leftOut = "left_out"
    case reports, source, target
  }

  var kind: Kind
  var head: Wording
  /// As a person reads it.
  var shown = Wording(verbatim: "")
  /// As a program reads it.
  var number: Fraction?
  /// Why a value is none.
  var state = CellState.missing
  var text: Wording
}

/// Where the number of one group came from.
struct Trace {
  let question: TraceQuestion
  let plan: TracePlan
  let cells: SeriesCells
  let catalog: Catalog
  /// By reading: the rows of the group.
  let rows: [TracedRows]
  let group: [Int32]
  let year: Int32

  func lines() throws(LeafFailure) -> [TraceLine] {
    let reading = try cells.reading(group, in: year)
    var lines = valueLines(reading)
    lines += sumLines(reading)
    lines += filterLines() + leftOutLines()
    lines += reading.summaries.indices.compactMap { reportLine(reading, $0) }
    lines += sourceLines()
    return lines + targetLines()
  }

  /// The targets that this group is in the scope of, in their words.
  private func targetLines() -> [TraceLine] {
    let axes = question.axes.filter { $0 != .time }
    let own = zip(axes, group).reduce(question.filter.without(.time)) { filter, part in
      filter.and(.members(part.0, MemberSet([part.1])))
    }
    return question.targets.filter { !catalog.areDisjoint(catalog[$0].scope, own) }.map { id in
      TraceLine(
        kind: .target, head: Wording(vi: "mục tiêu", en: "target"),
        text: catalog.sentence(catalog[id]))
    }
  }

  /// `48,70 % = 206 / 423`, and the formula as the model writes it.
  private func valueLines(_ reading: SeriesCells.Reading) -> [TraceLine] {
    var line = TraceLine(
      kind: .value, head: Wording(vi: "giá trị", en: "value"), text: Wording(verbatim: ""))
    line.state = reading.state
    if let value = reading.value {
      line.number = value
      line.shown = words(value, question.value.unit)
      if let top = reading.numerator, let bottom = reading.denominator,
        let numerator = exact(top), let denominator = exact(bottom)
      {
        line.text = Wording(
          vi: "= \(numerator.vietnamese) / \(denominator.vietnamese)",
          en: "= \(numerator.english) / \(denominator.english)")
      }
      if question.value.isPart, value > .one {
        line.text = .joined(
          [
            line.text,
            Wording(vi: "? tử số lớn hơn mẫu số", en: "? the numerator exceeds the denominator"),
          ], separator: " ")
      }
    } else {
      line.shown = Wording(verbatim: reading.state == .notApplicable ? "KAD" : "—")
      line.text =
        reading.state == .notApplicable
        ? Wording(vi: "không áp dụng: mẫu số bằng 0", en: "not applicable: the denominator is 0")
        : Wording(vi: "chưa có số liệu", en: "not reported")
    }
    return [
      line,
      TraceLine(
        kind: .formula, head: Property.formula, text: Wording(verbatim: question.value.spelling)),
    ]
  }

  func exact(_ value: Fraction) -> Wording? { Wording.number(value, places: 12, isExact: true) }

  /// A value in its unit, as it is read.
  func words(_ value: Fraction, _ unit: Unit) -> Wording {
    if unit.isPercentage { return Wording.percentage(value, places: 2) ?? Wording(verbatim: "…") }
    guard let number = Wording.number(value, places: 6, isExact: true) else {
      return Wording(verbatim: "…")
    }
    guard case .named(let name) = unit, !name.isEmpty else { return number }
    return .joined([number, Wording(verbatim: name)], separator: " ")
  }

  /// The condition of the question in its words, or that there is none.
  private func filterLines() -> [TraceLine] {
    guard let condition = question.condition else { return [] }
    return [
      TraceLine(
        kind: .filter, head: Wording(vi: "lọc", en: "filter"), text: Wording(verbatim: condition))
    ]
  }
}
