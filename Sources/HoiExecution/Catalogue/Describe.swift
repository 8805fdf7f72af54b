import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics

/// Answers `describe`: what the model says of one thing.
package func answer(_ described: Described, in catalog: Catalog) -> Answer {
  var sheet = Sheet()
  let title: String
  switch described {
  case .indicator(let id):
    title = catalog[id].label
    sheet.describe(id, in: catalog)
  case .measure(let id):
    title = catalog[id].label
    sheet.describe(id, in: catalog)
  case .target(let id):
    title = catalog[id].label
    sheet.describe(id, in: catalog)
  case .table(let id):
    title = catalog[id].label
    sheet.describe(id, in: catalog)
  case .dimension(let id):
    title = catalog[id].label
    sheet.describe(id, in: catalog)
  case .attribute(let id, let index):
    title = catalog[id].attributes[index].label
    sheet.describe(catalog[id].attributes[index], of: catalog[id])
  case .subject(let id):
    title = catalog[id].label
    sheet.describe(id, in: catalog)
  case .named(let named):
    title = named.name
    sheet.add(Property.name, named.name)
    sheet.add(Property.formula, named.spelling)
    sheet.add(Property.unit, named.unit.wording)
  case .member(let axis, let member):
    title = catalog.labels(axis)[Int(member)]
    sheet.describe(axis, member, in: catalog)
  }
  return sheet.finish(title: [Wording(verbatim: title)])
}

extension Sheet {
  fileprivate mutating func describe(_ id: IndicatorID, in catalog: Catalog) {
    let indicator = catalog[id]
    add(Property.name, catalog.qualifiedName(id))
    meaning(of: indicator, in: catalog)
    add(Property.axes, catalog.sharedAxes(indicator.formula.tables).joined(separator: ", "))
    add(
      Property.targets,
      list: catalog.targets(on: id).map { target in
        "\(catalog.qualifiedName(target)): \(catalog[target].label)"
      })
  }

  /// What is counted, of whom, on which day, and who says so.
  private mutating func meaning(of indicator: Indicator, in catalog: Catalog) {
    add(Property.formula, indicator.spelling)
    add(Property.unit, indicator.unit.wording)
    if indicator.lowerBetter {
      add(Property.better, Wording(vi: "càng thấp càng tốt", en: "lower is better"))
    }
    if let bound = indicator.bound {
      add(
        Property.bound,
        .joined(
          [catalog.wording(bound.low, of: indicator), catalog.wording(bound.high, of: indicator)],
          separator: "–"))
    }
    for text in indicator.texts {
      let name =
        switch text.kind {
        case .definition: Property.definition
        case .population: Property.population
        case .source: Property.source
        case .note: Property.note
        }
      add(name, text.text)
    }
    let tables = indicator.formula.tables
    for time in tables.map({ catalog[$0].timeWording }).uniqued { add(Property.time, time) }
    add(Property.note, list: catalog.sharedNotes(tables))
  }

  fileprivate mutating func describe(_ id: MeasureID, in catalog: Catalog) {
    let measure = catalog[id]
    add(Property.name, catalog.qualifiedName(id))
    add(Property.kind, measure.kindWording)
    add(Property.unit, measure.unit.wording)
    add(Property.steps, list: measure.steps.map { "\($0.step) \($0.label)" })
    add(Property.table, catalog[id.table].label)
    add(Property.time, catalog[id.table].period.wording)
    add(Property.axes, catalog.sharedAxes([id.table]).joined(separator: ", "))
  }

  fileprivate mutating func describe(_ id: TargetID, in catalog: Catalog) {
    let target = catalog[id]
    add(Property.name, catalog.qualifiedName(id))
    add(
      Property.indicator,
      "\(catalog.qualifiedName(target.indicator)): \(catalog[target.indicator].label)")
    add(
      Property.threshold,
      target.threshold == nil
        ? Wording(vi: "không có con số; không xét", en: "no number; never judged")
        : catalog.thresholdWording(target))
    add(Property.deadline, target.deadline.wording)
    addLine(of: target, in: catalog)
    add(Property.scope, target.scopeSpelling)
    add(
      Property.blend,
      target.blend.map { name in
        catalog.targets.filter { $0.blend == name && $0.name != target.name }.map(\.name)
          .joined(separator: ", ")
      })
    add(Property.grade, target.grade?.wording ?? Wording(verbatim: ""))
    add(Property.clause, target.clause)
    add(Property.quote, target.quote.map { "“\($0)”" })
    add(Property.note, list: target.notes)
    meaning(of: catalog[target.indicator], in: catalog)
    // What was typed or piped in stands on no page that could be opened.
    if let origin = target.origin, origin.file.hasSuffix(".hoi") {
      add(
        Property.declared,
        Wording(
          vi: "\(origin.file), dòng \(origin.line)", en: "\(origin.file), line \(origin.line)"))
    }
  }

  /// The straight line that verdicts before the time are read from; it is in no resolution.
  private mutating func addLine(of target: Target, in catalog: Catalog) {
    guard let from = target.from else { return }
    guard case .due(let due) = target.deadline, let threshold = target.threshold,
      target.grade != .duyTri, target.grade != .tamNhin
    else {
      add(Property.base, "\(from)")
      return
    }
    let base = target.fromValue.map { catalog.wording($0, of: target) }
    let goal = catalog.wording(threshold.goal, of: target)
    let start =
      base.map {
        Wording(vi: "\($0.vietnamese) năm \(from)", en: "\($0.english) in \(from)")
      } ?? Wording(vi: "giá trị năm \(from)", en: "the value of \(from)")
    add(
      Property.line,
      Wording(
        vi:
          "đường thẳng từ \(start.vietnamese) đến \(goal.vietnamese) năm \(due); mốc nội suy, không có trong nghị quyết",
        en:
          "straight from \(start.english) to \(goal.english) in \(due); interpolated, in no resolution"
      ))
  }

  fileprivate mutating func describe(_ id: SubjectID, in catalog: Catalog) {
    add(Property.name, catalog[id].name)
    add(Property.note, list: catalog[id].notes)
    add(
      Property.indicators,
      list: catalog.indicators.indices.filter { catalog.indicators[$0].subject == id }.map {
        "\(catalog.qualifiedName(IndicatorID($0))): \(catalog.indicators[$0].label)"
      })
    add(
      Property.targets,
      list: catalog.targets.indices.filter { catalog.targets[$0].subject == id }.map {
        "\(catalog.qualifiedName(TargetID($0))): \(catalog.targets[$0].label)"
      })
  }
}
