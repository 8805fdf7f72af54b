import HoiCatalog

/// What the catalogue names, as lists that look-up and near names share.
extension Resolver {
  /// Tables and subjects, which share one namespace, and dimensions, that may stand before a dot.
  func owners() -> [NamedThing] {
    tableThings() + subjectThings() + dimensionThings()
  }

  /// What a name of one part can stand for, the owners first.
  func onePartThings(_ kinds: ReferenceKinds) -> [[NamedThing]] {
    let whole = letThings() + owners() + timeThings(of: Array(catalog.tables.indices))
    let parts =
      catalog.subjects.indices.flatMap { insideSubject(SubjectID($0)) }
      + catalog.tables.indices.flatMap { measureThings(TableID($0)) }
      + catalog.dimensions.indices.flatMap { attributeThings(DimensionID($0)) }
    return [whole, parts].map { $0.filter { kinds.contains($0.reference.kind) } }
  }

  /// What may stand after the dot behind an owner.
  func inside(_ owner: Reference) -> [NamedThing] {
    switch owner {
    case .table(let id):
      measureThings(id) + timeThings(of: [id.index])
        + catalog[id].dimensions.map { used in
          let dimension = catalog[used.dimension]
          return NamedThing(
            name: dimension.name, label: dimension.label,
            qualified: "\(catalog[id].name).\(dimension.name)",
            reference: .axis(.dimension(used.dimension), of: id))
        }
    case .subject(let id): insideSubject(id)
    case .axis(.dimension(let id), _): attributeThings(id)
    case .axis(.time, _), .axis(.attribute, _), .indicator, .measure, .target, .named: []
    }
  }

  func tableThings() -> [NamedThing] {
    // By its place: a table is much to copy for its name.
    catalog.tables.indices.map { index in
      let name = catalog.tables[index].name
      return NamedThing(
        name: name, label: catalog.tables[index].label, qualified: name,
        reference: .table(TableID(index)))
    }
  }

  func subjectThings() -> [NamedThing] {
    catalog.subjects.enumerated().map { index, subject in
      NamedThing(
        name: subject.name, label: subject.label, qualified: subject.name,
        reference: .subject(SubjectID(index)))
    }
  }

  func dimensionThings() -> [NamedThing] {
    catalog.dimensions.indices.map { index in
      let name = catalog.dimensions[index].name
      return NamedThing(
        name: name, label: catalog.dimensions[index].label, qualified: name,
        reference: .axis(.dimension(DimensionID(index)), of: nil))
    }
  }

  /// The names that tables give their years, each once.
  func timeThings(of tables: [Int]) -> [NamedThing] {
    var found: [NamedThing] = []
    for index in tables where !found.contains(where: { $0.name == catalog.tables[index].timeName })
    {
      let name = catalog.tables[index].timeName
      found.append(
        NamedThing(
          name: name, label: "năm", qualified: name,
          reference: .axis(.time, of: tables.count == 1 ? TableID(index) : nil)))
    }
    return found
  }

  func attributeThings(_ id: DimensionID) -> [NamedThing] {
    catalog[id].attributes.enumerated().map { index, attribute in
      NamedThing(
        name: attribute.name, label: attribute.label,
        qualified: "\(catalog[id].name).\(attribute.name)",
        reference: .axis(.attribute(id, index), of: nil))
    }
  }

  func measureThings(_ id: TableID) -> [NamedThing] {
    catalog[id].measures.enumerated().map { index, measure in
      NamedThing(
        name: measure.name, label: measure.label, qualified: "\(catalog[id].name).\(measure.name)",
        reference: .measure(MeasureID(id, index)))
    }
  }

  private func insideSubject(_ id: SubjectID) -> [NamedThing] {
    var found: [NamedThing] = []
    for index in catalog.indicators.indices where catalog.indicators[index].subject == id {
      found.append(
        NamedThing(
          name: catalog.indicators[index].name, label: catalog.indicators[index].label,
          qualified: catalog.qualifiedName(IndicatorID(index)),
          reference: .indicator(IndicatorID(index))))
    }
    for index in catalog.targets.indices where catalog.targets[index].subject == id {
      let target = catalog.targets[index]
      let name = target.name.split(separator: ".").last.map(String.init) ?? target.name
      found.append(
        NamedThing(
          name: name, label: target.label, qualified: "\(catalog[id].name).\(name)",
          reference: .target(TargetID(index))))
    }
    return found
  }
}
