import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiSemantics

/// Answers `list`: what there is to ask for.
package func answer(
  _ listing: Listing, _ definitions: Definitions, in catalog: Catalog
) -> Answer {
  var entries: [Entry] = []
  switch listing {
  case .everything:
    entries =
      catalog.subjectEntries + catalog.indicatorEntries + catalog.targetEntries
      + catalog.tableEntries + catalog.dimensionEntries + definitions.nameEntries
      + definitions.parameterEntries
  case .tables: entries = catalog.tableEntries
  case .dimensions: entries = catalog.dimensionEntries
  case .subjects: entries = catalog.subjectEntries
  case .indicators: entries = catalog.indicatorEntries
  case .measures: entries = catalog.measureEntries
  case .targets: entries = catalog.targetEntries
  case .names: entries = definitions.nameEntries
  case .parameters: entries = definitions.parameterEntries
  }
  var answer = Answer(kind: .list, title: [listing.wording], rowCount: entries.count)
  if listing == .everything {
    answer.columns.append(
      AnswerColumn(
        name: "loai", label: Wording(vi: "Loại", en: "Kind"), role: .group,
        cells: .wording(entries.map(\.kind))))
  }
  answer.columns += [
    AnswerColumn(
      name: "ten", label: Wording(vi: "Tên", en: "Name"), role: .group,
      cells: .text(entries.map(\.name))),
    AnswerColumn(
      name: "nhan", label: Wording(vi: "Nhãn", en: "Label"), cells: .text(entries.map(\.label))),
    AnswerColumn(
      name: "chi_tiet", label: Wording(vi: "Chi tiết", en: "Details"),
      cells: .wording(entries.map(\.detail))),
  ]
  if entries.isEmpty {
    answer.notes.append(
      Note("empty", Wording(vi: "chưa khai báo gì", en: "none is declared")))
  }
  return answer
}

private struct Entry {
  var kind: Wording
  var name: String
  var label: String
  var detail: Wording
}

extension Listing {
  fileprivate var wording: Wording {
    switch self {
    case .everything: Wording(vi: "Danh mục", en: "Catalogue")
    case .tables: Wording(vi: "Các bảng", en: "Tables")
    case .dimensions: Wording(vi: "Các chiều", en: "Dimensions")
    case .subjects: Wording(vi: "Các chủ đề", en: "Subjects")
    case .indicators: Wording(vi: "Các chỉ số", en: "Indicators")
    case .measures: Wording(vi: "Các số đo", en: "Measures")
    case .targets: Wording(vi: "Các mục tiêu", en: "Targets")
    case .names: Wording(vi: "Các tên đã đặt", en: "Names")
    case .parameters: Wording(vi: "Các tham số", en: "Parameters")
    }
  }
}

extension Catalog {
  fileprivate var subjectEntries: [Entry] {
    subjects.enumerated().map { place, subject in
      let count = indicators.count { $0.subject.index == place }
      return Entry(
        kind: Wording(vi: "chủ đề", en: "subject"), name: subject.name, label: subject.label,
        detail: Wording(
          vi: "\(count) chỉ số", en: count == 1 ? "1 indicator" : "\(count) indicators"))
    }
  }

  fileprivate var indicatorEntries: [Entry] {
    indicators.enumerated().map { place, indicator in
      Entry(
        kind: Wording(vi: "chỉ số", en: "indicator"),
        name: qualifiedName(IndicatorID(place)), label: indicator.label,
        detail: Wording(verbatim: indicator.spelling))
    }
  }

  fileprivate var measureEntries: [Entry] {
    tables.enumerated().flatMap { table, content in
      content.measures.enumerated().map { place, measure in
        let unit = measure.unit.wording
        let kind = measure.kindWording
        return Entry(
          kind: Wording(vi: "số đo", en: "measure"),
          name: qualifiedName(MeasureID(TableID(table), place)), label: measure.label,
          detail: Wording(
            vi: "\(kind.vietnamese), \(unit.vietnamese)", en: "\(kind.english), \(unit.english)"))
      }
    }
  }

  fileprivate var targetEntries: [Entry] {
    targets.enumerated().map { place, target in
      let deadline = target.deadline.wording
      return Entry(
        kind: Wording(vi: "mục tiêu", en: "target"), name: qualifiedName(TargetID(place)),
        label: target.label,
        detail: .joined([thresholdWording(target), deadline], separator: ", "))
    }
  }

  fileprivate var tableEntries: [Entry] {
    tables.map { table in
      let rows = Wording.count(table.facts.rowCount)
      let years = spelled(table.years)
      let path = table.facts.origin.file.split(separator: "/")
      let file = path.last.map { ", \($0)" } ?? ""
      return Entry(
        kind: Wording(vi: "bảng", en: "table"), name: table.name, label: table.label,
        detail: Wording(
          vi: "\(rows.vietnamese) dòng, \(years)\(file)",
          en: "\(rows.english) rows, \(years)\(file)"))
    }
  }

  fileprivate var dimensionEntries: [Entry] {
    dimensions.map { dimension in
      let names = dimension.attributes.map(\.name).joined(separator: ", ")
      let suffix = names.isEmpty ? "" : "; \(names)"
      let count = Wording.count(dimension.count)
      return Entry(
        kind: Wording(vi: "chiều", en: "dimension"), name: dimension.name, label: dimension.label,
        detail: Wording(
          vi: "\(count.vietnamese) thành viên\(suffix)",
          en: "\(count.english) members\(suffix)"))
    }
  }
}

extension Definitions {
  fileprivate var nameEntries: [Entry] {
    names.map { named in
      Entry(
        kind: Wording(vi: "tên đã đặt", en: "name"), name: named.name, label: named.name,
        detail: Wording(verbatim: named.spelling))
    }
  }

  fileprivate var parameterEntries: [Entry] {
    parameters.map { parameter in
      Entry(
        kind: Wording(vi: "tham số", en: "parameter"), name: "$\(parameter.name)",
        label: parameter.name, detail: Wording(verbatim: parameter.value.spelling))
    }
  }
}
