import HoiAnswer
import HoiCatalog
import HoiColumns
import HoiDiagnostics

/// One step of what is done for a question, for people.
package struct PlanStep: Sendable {
  package var name: Wording
  package var text: Wording

  package init(_ name: Wording, _ text: Wording) {
    self.name = name
    self.text = text
  }
}

extension Plan {
  /// What is read of which table: one step for each leaf.
  package func steps(in catalog: Catalog) -> [PlanStep] { leaves.steps(in: catalog) }
}

extension CheckPlan {
  package func steps(in catalog: Catalog) -> [PlanStep] { leaves.steps(in: catalog) }
}

extension PacePlan {
  package func steps(in catalog: Catalog) -> [PlanStep] { leaves.steps(in: catalog) }
}

extension SeriesPlan {
  package func steps(in catalog: Catalog) -> [PlanStep] { leaves.steps(in: catalog) }
}

extension TracePlan {
  package func steps(in catalog: Catalog) -> [PlanStep] { leaves.steps(in: catalog) }
}

extension [Leaf] {
  func steps(in catalog: Catalog) -> [PlanStep] {
    enumerated().map { place, leaf in
      PlanStep(
        Wording(vi: "đọc \(place + 1)", en: "read \(place + 1)"),
        leaf.wording(of: catalog.tables[leaf.table]))
    }
  }
}

extension Leaf {
  /// `mamnon_cutru, 4.480 dòng; lọc: nam 1/5; nhóm theo: thon; lấy: cộng ra_lop (khi có ra_lop, dan_so)`.
  fileprivate func wording(of table: Table) -> Wording {
    let facts = table.facts
    let names = facts.columns.map(\.name)
    let rows = Wording.count(facts.rowCount)
    var parts = [
      Wording(
        vi: "\(table.name), \(rows.vietnamese) dòng", en: "\(table.name), \(rows.english) rows")
    ]
    if filter != .everything {
      let words = filter.words(facts)
      parts.append(Wording(vi: "lọc: \(words.vietnamese)", en: "where: \(words.english)"))
    }
    if !grouping.isEmpty {
      let axes = grouping.map { names[$0.column] }.joined(separator: ", ")
      parts.append(Wording(vi: "nhóm theo: \(axes)", en: "by: \(axes)"))
    }
    let taken = aggregates.map { $0.words(names) }
    if !taken.isEmpty {
      parts.append(
        Wording(
          vi: "lấy: \(taken.map(\.vietnamese).joined(separator: ", "))",
          en: "take: \(taken.map(\.english).joined(separator: ", "))"))
    }
    return Wording(
      vi: parts.map(\.vietnamese).joined(separator: "; "),
      en: parts.map(\.english).joined(separator: "; "))
  }
}

extension RowFilter {
  fileprivate func words(_ facts: FactTable) -> Wording {
    switch self {
    case .everything: Wording(vi: "mọi dòng", en: "all rows")
    case .nothing: Wording(vi: "không dòng nào", en: "no row")
    case .codes(let column, let accepted):
      Wording(
        verbatim:
          "\(facts.columns[column].name) \(accepted.setCount(below: facts.keys[column].count))/\(facts.keys[column].count)"
      )
    case .values(let column, let bounds):
      Wording(verbatim: "\(facts.columns[column].name) \(bounds.words)")
    case .reported(let column, let isThere):
      isThere
        ? Wording(
          vi: "có \(facts.columns[column].name)", en: "\(facts.columns[column].name) reported")
        : Wording(
          vi: "thiếu \(facts.columns[column].name)", en: "\(facts.columns[column].name) missing")
    case .all(let terms): joined(terms, facts, vi: " và ", en: " and ")
    case .any(let terms): joined(terms, facts, vi: " hoặc ", en: " or ")
    }
  }

  private func joined(
    _ terms: [RowFilter], _ facts: FactTable, vi: String, en: String
  ) -> Wording {
    let words = terms.map { $0.words(facts) }
    return Wording(
      vi: words.map(\.vietnamese).joined(separator: vi),
      en: words.map(\.english).joined(separator: en))
  }
}

extension ClosedRange<Int64> {
  /// As stored: an amount times the power of ten of its column.
  fileprivate var words: String {
    if lowerBound == upperBound { return "= \(lowerBound)" }
    if lowerBound == .min { return "<= \(upperBound)" }
    if upperBound == .max { return ">= \(lowerBound)" }
    return "in \(lowerBound)..\(upperBound)"
  }
}

extension Bitmap {
  fileprivate func setCount(below count: Int) -> Int {
    (0..<Swift.min(count, self.count)).count { self[$0] }
  }
}

extension Aggregate {
  fileprivate func words(_ names: [String]) -> Wording {
    switch self {
    case .sum(let column, let requires):
      words(
        Wording(vi: "cộng \(names[column])", en: "sum \(names[column])"), requires, but: column,
        names)
    case .count(let requires):
      requires.isEmpty
        ? Wording(vi: "đếm dòng", en: "count rows")
        : words(Wording(vi: "đếm dòng", en: "count rows"), requires, but: -1, names)
    case .minimum(let column, let requires):
      words(
        Wording(vi: "nhỏ nhất \(names[column])", en: "min \(names[column])"), requires,
        but: column, names)
    case .maximum(let column, let requires):
      words(
        Wording(vi: "lớn nhất \(names[column])", en: "max \(names[column])"), requires,
        but: column, names)
    case .distinct(let column):
      Wording(vi: "đếm \(names[column]) khác nhau", en: "distinct \(names[column])")
    }
  }

  /// With the other measures that must be there for a row to enter.
  private func words(
    _ what: Wording, _ requires: [Int], but own: Int, _ names: [String]
  ) -> Wording {
    let others = requires.filter { $0 != own }.map { names[$0] }.joined(separator: ", ")
    if others.isEmpty { return what }
    return Wording(
      vi: "\(what.vietnamese) (khi có \(others))", en: "\(what.english) (where \(others))")
  }
}
