import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `project`: years to come, marked as projected, with their intervals.
///
/// - Throws: `tooFewYears` where no group has three years to draw a line through.
package func answer(
  _ question: ProjectQuestion, plan: SeriesPlan, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let results = try runAll(plan.leaves, in: catalog, context: context)
  let cells = try SeriesCells(plan.series, leaves: plan.leaves, results: results, in: catalog)
  var projections: [Projection] = []
  for group in cells.groups {
    if context.isPublic, cells.countsFew(group) {
      projections.append(Projection(group: group, isHidden: true))
    } else {
      projections.append(try projection(question, cells, group))
    }
  }
  if projections.allSatisfy({ $0.projected.isEmpty && !$0.isHidden }) {
    throw .tooFewYears(projections.map(\.observed.count).max() ?? 0)
  }
  let rows = projections.flatMap { projectedRows($0, showsHistory: question.showsHistory) }
  var answer = Answer(title: question.title, rowCount: rows.count)
  answer.columns = projectColumns(question, rows, in: catalog)
  answer.chart = question.chart.map { $0 == .line ? .line : .bar }
  answer.notes = projectNotes(question, projections, in: catalog)
  answer.coverage = try coverage(cells, projections, item: question.value.name)
  answer.cite(question.value.formula.tables, in: catalog)
  if context.isPublic { answer.tellHidden() }
  return answer
}

/// A row of a projection: a year reported, a year projected, or a group without a line.
private struct ProjectedRow {
  var group: [Int32]
  var year: Int32?
  var value: Fraction?
  var interval: (low: Fraction, high: Fraction)?
  var isProjected: Bool
  var isHidden = false
}

private func projectedRows(_ projection: Projection, showsHistory: Bool) -> [ProjectedRow] {
  let group = projection.group
  if projection.projected.isEmpty {
    return [
      ProjectedRow(
        group: group, year: nil, value: nil, interval: nil, isProjected: true,
        isHidden: projection.isHidden)
    ]
  }
  let history = projection.observed.map {
    ProjectedRow(
      group: group, year: $0.year, value: $0.value, interval: nil, isProjected: false)
  }
  let future = projection.projected.map {
    ProjectedRow(
      group: group, year: $0.year, value: $0.value, interval: ($0.low, $0.high),
      isProjected: true)
  }
  return (showsHistory ? history : []) + future
}

private func projectColumns(
  _ question: ProjectQuestion, _ rows: [ProjectedRow], in catalog: Catalog
) -> [AnswerColumn] {
  let named = question.value
  func numbers(
    _ name: String, _ label: Wording, role: AnswerColumn.Role = .item,
    _ value: (ProjectedRow) -> Fraction?
  ) -> AnswerColumn {
    var builder = NumberColumnBuilder(capacity: rows.count)
    for row in rows {
      if let number = value(row) {
        builder.append(number)
      } else {
        builder.append(row.isHidden ? .hidden : .missing)
      }
    }
    return AnswerColumn(
      name: name, label: label, role: role, unit: named.unit, cells: .numbers(builder.finish()))
  }
  var columns = question.axes.enumerated().map { place, axis in
    catalog.column(
      axis, rows.map { $0.group[place] }, period: named.period, timeName: named.timeName)
  }
  columns.append(
    AnswerColumn(
      name: named.timeName, label: catalog.label(.time, period: named.period), role: .group,
      cells: .years(rows.map { $0.year ?? 0 }, named.period)))
  columns.append(
    AnswerColumn(
      name: "loai", label: Wording(vi: "Loại", en: "Kind"),
      cells: .wording(rows.map(kindWording))))
  var value = numbers(named.name, Wording(verbatim: named.label)) { $0.value }
  value.estimates = rows.map(\.isProjected)
  value.thresholds =
    named.indicator.map { id in catalog.targets(on: id).flatMap { catalog[$0].bounds } } ?? []
  value.isPart = named.isPart
  columns.append(value)
  columns.append(
    AnswerColumn(
      name: "khoang", label: Wording(vi: "Khoảng 80 %", en: "80% interval"), role: .detail,
      cells: .wording(rows.map { intervalWording($0, named.unit) })))
  columns.append(
    numbers("can_duoi", Wording(vi: "Cận dưới", en: "Lower bound"), role: .data) {
      $0.interval?.low
    })
  columns.append(
    numbers("can_tren", Wording(vi: "Cận trên", en: "Upper bound"), role: .data) {
      $0.interval?.high
    })
  return columns
}

private func kindWording(_ row: ProjectedRow) -> Wording {
  if row.isHidden { return Wording(vi: "không công bố", en: "not published") }
  if !row.isProjected { return Wording(vi: "số liệu", en: "reported") }
  return row.year == nil
    ? Wording(vi: "chưa đủ 3 năm", en: "under 3 years") : Wording(vi: "dự báo", en: "projected")
}

/// `47,21–52,40 %`.
private func intervalWording(_ row: ProjectedRow, _ unit: Unit) -> Wording {
  guard let interval = row.interval else { return Wording(verbatim: "") }
  func text(_ value: Fraction) -> Wording? {
    unit.isPercentage
      ? Wording.percentage(value, places: 2) : Wording.number(value, places: 2, isExact: true)
  }
  guard let low = text(interval.low), let high = text(interval.high) else {
    return Wording(verbatim: "…")
  }
  return Wording(
    vi: "\(low.vietnamese) – \(high.vietnamese)", en: "\(low.english) – \(high.english)")
}

/// Who reported in the years that the lines run through.
private func coverage(
  _ cells: SeriesCells, _ projections: [Projection], item: String
) throws(LeafFailure) -> [Coverage] {
  let years = Set(projections.flatMap { $0.observed.map(\.year) }).sorted()
  var stated: [Coverage] = []
  for ledger in cells.ledgers {
    let summary =
      ledger.ledger.dimension == nil
      ? try ledger.rowSummary { years.contains(ledger.block.keys[0][$0]) }
      : try ledger.summary(years: years) { cells.catalog.owing(ledger.ledger, in: $0) }
    stated.append(cells.catalog.coverage(summary, of: ledger.ledger, item: item))
  }
  return stated
}

private func projectNotes(
  _ question: ProjectQuestion, _ projections: [Projection], in catalog: Catalog
) -> [Note] {
  var notes = question.notes.map { Note($0.code, $0.text) }
  let years = Set(projections.flatMap { $0.observed.map(\.year) }).sorted()
  let text = spelled(years)
  notes.append(
    Note(
      "projection",
      Wording(
        vi:
          "dự báo theo đường thẳng bình phương tối thiểu qua các năm \(text), khoảng dự báo 80 %; không phải số liệu và không dùng để kết luận mục tiêu",
        en:
          "projected along the line of least squares through \(text), with the 80% prediction interval; these are no data and no target is judged by them"
      )))
  let partial = Set(projections.flatMap(\.partialYears)).sorted()
  if !partial.isEmpty {
    let text = spelled(partial)
    notes.append(
      Note(
        "partial_years",
        Wording(
          vi: "không dùng năm \(text) nơi báo cáo chưa đủ, vì tổng sẽ thấp hơn thật",
          en: "\(text) is not used where reports are missing: the sum would be too low")))
  }
  let suspect = Set(projections.flatMap(\.suspectYears)).sorted()
  if !suspect.isEmpty {
    let text = spelled(suspect)
    notes.append(
      Note(
        "suspect_years",
        Wording(
          vi: "không dùng năm \(text) nơi tử số lớn hơn mẫu số",
          en: "\(text) is not used where the numerator exceeds the denominator")))
  }
  if projections.contains(where: \.isBounded) {
    notes.append(
      Note(
        "bounded",
        question.value.isPart
          ? Wording(
            vi: "tỷ lệ được giữ trong 0–100 %", en: "the ratio is kept between 0 and 100%")
          : Wording(
            vi: "số đếm không xuống dưới 0", en: "what is counted is kept from falling below 0")))
  }
  let without = projections.filter { $0.projected.isEmpty && !$0.isHidden }
  if !without.isEmpty {
    notes.append(.tooFewYears(without.map { catalog.label(ofGroup: $0.group, question.axes) }))
  }
  return notes
}

extension Note {
  fileprivate static func tooFewYears(_ labels: [String]) -> Note {
    let rest = labels.count > 8 ? ", +\(labels.count - 8)" : ""
    let names = labels.prefix(8).joined(separator: ", ") + rest
    return Note(
      "too_few_years",
      Wording(
        vi: "dưới \(Projection.fewestYears) năm dùng được nên không dự báo: \(names)",
        en: "fewer than \(Projection.fewestYears) usable years, so not projected: \(names)"))
  }
}

extension Catalog {
  /// The labels of the members of a group: `Thôn BM-01 · Nhà trẻ`.
  fileprivate func label(ofGroup group: [Int32], _ axes: [Axis]) -> String {
    zip(axes, group).map { axis, member in
      member < 0 ? "?" : labels(axis)[Int(member)]
    }.joined(separator: " · ")
  }
}
