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
    for period in Set(tables.map { catalog[$0].period }) { add(Property.time, period.wording) }
    add(Property.axes, catalog.sharedAxes(tables).joined(separator: ", "))
    add(
      Property.targets,
      list: catalog.targets(on: id).map { target in
        "\(catalog.qualifiedName(target)): \(catalog[target].label)"
      })
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
    add(Property.base, target.from.map { "\($0)" })
    add(Property.scope, target.scopeSpelling)
    add(Property.grade, target.grade?.wording ?? Wording(verbatim: ""))
    add(Property.clause, target.clause)
    add(Property.quote, target.quote.map { "“\($0)”" })
    add(Property.note, list: target.notes)
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
