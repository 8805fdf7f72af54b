import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// Tables, dimensions and their members.
extension Sheet {
  mutating func describe(_ id: TableID, in catalog: Catalog) {
    let table = catalog[id]
    add(Property.name, table.name)
    add(Property.file, table.facts.origin.file)
    add(Property.rows, Wording.count(table.facts.rowCount))
    add(Property.time, table.timeWording)
    add(Property.years, spelled(table.years))
    add(
      Property.dimensions,
      list: table.dimensions.map { used in
        let dimension = catalog[used.dimension]
        let (head, count) = (
          "\(dimension.name): \(dimension.label), ", Wording.count(dimension.count)
        )
        return Wording(vi: head + count.vietnamese, en: head + count.english)
      })
    if table.isRegister {
      add(
        Property.register,
        Wording(
          vi:
            "mỗi dòng tính cho những năm nó còn hiệu lực vào ngày chốt; không có dòng là không có",
          en: "a row counts in the years it holds on the reference day; what is not listed is not"))
    }
    if let reports = table.reportsBy {
      let condition = table.owingSpelling.map { " (\($0))" } ?? ""
      add(Property.reports, catalog[reports].label + condition)
    }
    for (place, measure) in table.measures.enumerated() {
      let kind = measure.kindWording
      let text = "\(measure.name): \(measure.label)"
      let unit = measure.unit.wording
      add(
        place == 0 ? Property.measures : Wording(verbatim: ""),
        Wording(
          vi: "\(text) (\(kind.vietnamese), \(unit.vietnamese))",
          en: "\(text) (\(kind.english), \(unit.english))"))
    }
    add(Property.note, list: table.notes)
    add(Property.declaration, table.inferredText)
  }

  mutating func describe(_ id: DimensionID, in catalog: Catalog) {
    let dimension = catalog[id]
    add(Property.name, dimension.name)
    add(Property.file, dimension.file)
    add(Property.attributes, list: dimension.attributes.map { "\($0.name): \($0.label)" })
    add(
      Property.tables,
      list: catalog.tables.filter { $0.dimension(id) != nil }.map { "\($0.name): \($0.label)" })
    add(
      Property.members,
      list: (0..<dimension.count).map { place in
        let (key, label) = (dimension.keys[place], dimension.labels[place])
        let name = key == label ? key : "\(key): \(label)"
        return name + dimension.history(of: place)
      })
  }

  mutating func describe(_ attribute: Attribute, of dimension: Dimension) {
    add(Property.name, "\(dimension.name).\(attribute.name)")
    add(Property.yearly, list: attribute.changes.map { "\($0.from)" })
    add(
      Property.members,
      list: attribute.keys.indices.map { place in
        let owners = Wording.count(attribute.valueOfMember.count { Int($0) == place })
        let head = "\(attribute.keys[place]): \(attribute.labels[place]), "
        return Wording(vi: head + owners.vietnamese, en: head + owners.english)
      })
  }

  mutating func describe(_ axis: Axis, _ member: Int32, in catalog: Catalog) {
    switch axis {
    case .time: add(Property.name, "\(member)")
    case .dimension(let id):
      let dimension = catalog[id]
      add(Property.key, dimension.keys[Int(member)])
      add(Property.dimensions, "\(dimension.name): \(dimension.label)")
      let place = Int(member)
      if place < dimension.validity.count {
        let force = dimension.validity[place]
        let (from, to) = (
          force.from == .always ? "…" : force.from.text, force.to == .never ? "…" : force.to.text
        )
        add(Property.force, "\(from) – \(to)")
      }
      if place < dimension.successors.count {
        add(Property.merged, list: dimension.successors[place].map { dimension.labels[Int($0)] })
      }
      for attribute in dimension.attributes {
        let value = attribute.valueOfMember[Int(member)]
        if value >= 0 { add(Wording(verbatim: attribute.label), attribute.labels[Int(value)]) }
      }
    case .attribute(let id, let index):
      let attribute = catalog[id].attributes[index]
      add(Property.key, attribute.keys[Int(member)])
      add(
        Property.members,
        list: attribute.valueOfMember.indices.filter { attribute.valueOfMember[$0] == member }.map {
          catalog[id].labels[$0]
        })
    }
  }
}

extension Dimension {
  /// ` (đến 31/12/2025 → Thôn C)`: what the list says of a member's time; empty where it says nothing.
  fileprivate func history(of place: Int) -> String {
    var parts: [String] = []
    if place < validity.count {
      if validity[place].from != .always { parts.append("≥ \(validity[place].from.text)") }
      if validity[place].to != .never { parts.append("≤ \(validity[place].to.text)") }
    }
    if place < successors.count, !successors[place].isEmpty {
      parts.append("→ \(successors[place].map { labels[Int($0)] }.joined(separator: ", "))")
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: " ")))"
  }
}
