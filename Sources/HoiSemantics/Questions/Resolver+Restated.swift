import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// What `restated` puts together, and what it cannot.
  func restatedNotes(_ tables: [TableID]) -> [(code: String, text: Wording)] {
    var merged: [String] = []
    var split: [String] = []
    var seen: Set<DimensionID> = []
    for used in tables.flatMap({ catalog[$0].dimensions })
    where seen.insert(used.dimension).inserted {
      let dimension = catalog[used.dimension]
      let restated = catalog.restated
      for (member, next) in dimension.successors.enumerated() where !next.isEmpty {
        let label = dimension.labels[member]
        if next.count > 1 {
          split.append(
            "\(label) → \(next.map { dimension.labels[Int($0)] }.joined(separator: ", "))")
        } else {
          let last = restated.current(Int32(member), of: used.dimension)
          merged.append("\(label) → \(dimension.labels[Int(last)])")
        }
      }
    }
    guard !merged.isEmpty || !split.isEmpty else {
      return [
        (
          "restated",
          Wording(
            vi: "danh mục không nêu đơn vị kế thừa nào, nên `restated` không đổi gì",
            en: "no list names a successor, so `restated` changes nothing")
        )
      ]
    }
    var notes: [(code: String, text: Wording)] = []
    if !merged.isEmpty {
      let list = shortened(merged)
      notes.append(
        (
          "restated",
          Wording(
            vi: "tính theo đơn vị sau sắp xếp: \(list)",
            en: "counted under their successors: \(list)")
        ))
    }
    if !split.isEmpty {
      let list = shortened(split)
      notes.append(
        (
          "split_members",
          Wording(
            vi: "đơn vị đã chia tách giữ tên cũ vì không biết phần nào thuộc về đâu: \(list)",
            en:
              "members that were split keep their name, since nobody knows which part is whose: \(list)"
          )
        ))
    }
    return notes
  }

  /// Reports are counted of members as they were in each year: what they became, or were in another
  /// year, has no row of its own among them.
  func requirePlainRosters(
    _ items: [(item: Item, value: ItemValue)], _ clauses: ClauseSet, _ frame: ShowFrame,
    problems: inout [Diagnostic]
  ) {
    let yearly = frame.axes.contains { axis in
      guard case .attribute(let id, let place) = axis else { return false }
      return !catalog[id].attributes[place].changes.isEmpty
    }
    guard clauses.restated != nil || yearly else { return }
    for (item, value) in items where value.value.readsReports {
      problems.append(.reportsOfOthers(item.expression.range, in: source))
    }
  }

  private func shortened(_ parts: [String]) -> String {
    parts.prefix(8).joined(separator: "; ") + (parts.count > 8 ? "; …" : "")
  }
}
