import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `pace`: a row per group, with what is lacking and what a year has to bring.
package func answer(
  _ question: PaceQuestion, plan: PacePlan, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let results = try runAll(plan.leaves, in: catalog, context: context)
  let cells = try TargetCells(plan.target, leaves: plan.leaves, results: results, in: catalog)
  var answer = Answer(title: question.title)
  answer.notes = question.notes.map { Note($0.code, $0.text) }
  guard let year = question.asOf ?? cells.years.last else {
    answer.notes.append(catalog.whyEmpty(cells.formula.tables, where: plan.target.series.filter))
    answer.cite(cells.formula.tables, in: catalog)
    return answer
  }
  let axes = question.target.axes
  let groups = cells.groups.isEmpty && axes.isEmpty ? [[]] : cells.groups
  var paces: [(group: [Int32], pace: Pace)] = []
  for group in groups {
    var pace = try cells.pace(group, from: year, to: question.year)
    if context.isPublic, cells.series.countsFew(group) { pace.hide() }
    paces.append((group, pace))
  }
  answer.rowCount = paces.count
  answer.rowsBeforeLimit = paces.count
  answer.columns = paceColumns(paces, axes: axes, cells, to: question.year)
  answer.coverage = try cells.series.coverage(in: year, item: catalog[cells.target.indicator].name)
  answer.notes += paceNotes(question, paces.map(\.pace), cells, from: year)
  answer.cite(cells.formula.tables, in: catalog)
  if context.isPublic { answer.tellHidden() }
  return answer
}

private func paceColumns(
  _ rows: [(group: [Int32], pace: Pace)], axes: [Axis], _ cells: TargetCells, to due: Int32
) -> [AnswerColumn] {
  let indicator = cells.catalog[cells.target.indicator]
  let isPercentage = indicator.unit.isPercentage
  let distanceUnit: Unit =
    isPercentage ? .points : cells.formula.level == nil ? indicator.unit : .number
  let paces = rows.map(\.pace)
  func numbers(
    _ name: String, _ label: Wording, _ unit: Unit, isPerYear: Bool = false,
    _ value: (Pace) -> Fraction?
  ) -> AnswerColumn {
    AnswerColumn(
      name: name, label: label, unit: unit,
      cells: .numbers(column(paces.map { ($0, value($0)) }, isPerYear: isPerYear)))
  }
  var columns = axes.enumerated().map { place, axis in
    cells.catalog.column(
      axis, rows.map { $0.group[place] }, period: cells.period, timeName: "nam")
  }
  columns.append(
    AnswerColumn(
      name: "nam", label: cells.catalog.label(.time, period: cells.period),
      cells: .years(paces.map(\.year), cells.period)))
  var value = AnswerColumn(
    name: indicator.name, label: Wording(vi: "Giá trị", en: "Value"), unit: indicator.unit,
    cells: .numbers(valueColumn(paces)))
  value.sides = cells.series.sideLabels
  value.thresholds = cells.target.bounds
  value.isPart = indicator.isPart
  columns.append(value)
  columns.append(
    numbers("con_can", Wording(vi: "Còn cần", en: "Still needed"), distanceUnit) { $0.distance })
  let counted = Unit.named(cells.series.numeratorUnit)
  if cells.series.isSumOfMeasures {
    columns.append(
      numbers("con_can_dv", cells.unitLabel("Còn cần", "Still needed"), counted) { $0.units })
  }
  if !cells.isStepwise {
    columns.append(
      numbers(
        "moi_nam", Wording(vi: "Mỗi năm cần", en: "Needed a year"), distanceUnit, isPerYear: true
      ) { $0.distancePerYear })
    if cells.series.isSumOfMeasures {
      columns.append(
        numbers(
          "moi_nam_dv", cells.unitLabel("Mỗi năm cần", "Needed a year"), counted, isPerYear: true
        ) { $0.unitsPerYear })
    }
    columns.append(
      numbers("nhip_da_qua", Wording(vi: "Mỗi năm đã qua", en: "A year so far"), distanceUnit) {
        $0.achieved
      })
  }
  columns.append(
    AnswerColumn(
      name: "nhan_dinh", label: Wording(vi: "Nhận định", en: "Finding"),
      cells: .wording(paces.map { cells.wording($0, to: due) })))
  return columns
}

private func valueColumn(_ paces: [Pace]) -> NumberColumn {
  var builder = NumberColumnBuilder(capacity: paces.count)
  for pace in paces {
    if let value = pace.reading.value {
      builder.append(value)
    } else {
      builder.append(pace.reading.state == .value ? .missing : pace.reading.state)
    }
  }
  return builder.finish()
}

/// Numbers beside a value: what does not apply is told from what is not known.
private func column(_ rows: [(Pace, Fraction?)], isPerYear: Bool) -> NumberColumn {
  var builder = NumberColumnBuilder(capacity: rows.count)
  for (pace, number) in rows {
    if let number {
      builder.append(number)
      continue
    }
    switch pace.state {
    case .met, .empty: builder.append(.notApplicable)
    case .lacking: builder.append(isPerYear ? .notApplicable : .missing)
    case .insufficient, .suspect: builder.append(.missing)
    case .hidden: builder.append(.hidden)
    }
  }
  return builder.finish()
}

extension TargetCells {
  var period: Period { formula.tables.first.map { catalog[$0].period } ?? .calendar }

  /// `Còn cần (trẻ)`.
  fileprivate func unitLabel(_ vietnamese: String, _ english: String) -> Wording {
    let unit = series.numeratorUnit
    if unit.isEmpty {
      return Wording(vi: vietnamese + " (đơn vị)", en: english + " (units)")
    }
    return Wording(vi: "\(vietnamese) (\(unit))", en: "\(english) (\(unit))")
  }
}

extension SeriesCells {
  /// Whether its numerator is a sum of counts or amounts, so that what it lacks can be told.
  var isSumOfMeasures: Bool {
    guard let measures = formula.sides?.numerator.measures, !measures.isEmpty,
      formula.level == nil
    else { return false }
    return measures.allSatisfy { catalog[$0].kind != .level }
  }

  /// What the two sides of a quotient count, where each is one sum.
  var sideLabels: (numerator: Wording, denominator: Wording)? {
    guard let sides = formula.sides, sides.numerator.isOneSum, sides.denominator.isOneSum,
      let top = sides.numerator.measures.first, let bottom = sides.denominator.measures.first
    else { return nil }
    if formula.isFlagShare {
      return (
        Wording(verbatim: catalog[top].label), Wording(vi: "có báo cáo", en: "reported")
      )
    }
    return (Wording(verbatim: catalog[top].label), Wording(verbatim: catalog[bottom].label))
  }

  /// Who reported in a year, over all groups together.
  func coverage(in year: Int32, item: String) throws(LeafFailure) -> [Coverage] {
    var stated: [Coverage] = []
    for ledger in ledgers {
      let summary =
        ledger.ledger.dimension == nil
        ? try ledger.rowSummary { ledger.block.keys[0][$0] == year }
        : try ledger.summary(years: [year]) { catalog.owing(ledger.ledger, in: $0) }
      stated.append(
        catalog.coverage(summary, of: ledger.ledger, item: item, years: [year]))
    }
    return stated
  }
}
