import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// Tables, dimensions and their members.
extension Sheet {
  mutating func describe(_ id: TableID, in catalog: Catalog) {
    let table = catalog[id]
    add(Property.name, table.name)
    add(Property.file, table.facts.origin.file)
    add(Property.rows, "\(table.facts.rowCount)")
    add(Property.time, table.timeWording)
    add(Property.years, spelled(table.years))
    add(
      Property.dimensions,
      list: table.dimensions.map { used in
        let dimension = catalog[used.dimension]
        return "\(dimension.name): \(dimension.label), \(dimension.count)"
      })
    if let reports = table.reportsBy { add(Property.reports, catalog[reports].label) }
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
        return key == label ? key : "\(key): \(label)"
      })
  }

  mutating func describe(_ attribute: Attribute, of dimension: Dimension) {
    add(Property.name, "\(dimension.name).\(attribute.name)")
    add(
      Property.members,
      list: attribute.keys.indices.map { place in
        let owners = attribute.valueOfMember.count { Int($0) == place }
        return "\(attribute.keys[place]): \(attribute.labels[place]), \(owners)"
      })
  }

  mutating func describe(_ axis: Axis, _ member: Int32, in catalog: Catalog) {
    switch axis {
    case .time: add(Property.name, "\(member)")
    case .dimension(let id):
      let dimension = catalog[id]
      add(Property.key, dimension.keys[Int(member)])
      add(Property.dimensions, "\(dimension.name): \(dimension.label)")
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
