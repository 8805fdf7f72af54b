import HoiText

/// Everything the model says, with the rows it was said of. A value: a load builds a new one, and
/// a failed load leaves the old one standing.
public struct Catalog: Sendable {
  public internal(set) var dimensions: [Dimension] = []
  public internal(set) var tables: [Table] = []
  public internal(set) var subjects: [Subject] = []
  public internal(set) var indicators: [Indicator] = []
  public internal(set) var targets: [Target] = []
  /// Whether members that merged are counted under what they became.
  public internal(set) var isRestated = false

  public init() {}

  // Yielded and not returned: a table is much to copy for its name.
  public subscript(_ id: DimensionID) -> Dimension { _read { yield dimensions[id.index] } }
  public subscript(_ id: TableID) -> Table { _read { yield tables[id.index] } }
  public subscript(_ id: MeasureID) -> Measure {
    _read { yield tables[id.table.index].measures[id.index] }
  }
  public subscript(_ id: SubjectID) -> Subject { _read { yield subjects[id.index] } }
  public subscript(_ id: IndicatorID) -> Indicator { _read { yield indicators[id.index] } }
  public subscript(_ id: TargetID) -> Target { _read { yield targets[id.index] } }

  public mutating func add(_ dimension: Dimension) -> DimensionID {
    dimensions.append(dimension)
    return DimensionID(dimensions.count - 1)
  }

  public mutating func add(_ subject: Subject) -> SubjectID {
    subjects.append(subject)
    return SubjectID(subjects.count - 1)
  }

  public mutating func add(_ indicator: Indicator) -> IndicatorID {
    indicators.append(indicator)
    return IndicatorID(indicators.count - 1)
  }

  public mutating func add(_ target: Target) -> TargetID {
    targets.append(target)
    return TargetID(targets.count - 1)
  }

  /// Keeps the statement that a table was inferred as.
  public mutating func keep(text: String, ofTable name: String) {
    guard let table = tables.lastIndex(where: { $0.name == name }) else { return }
    tables[table].inferredText = text
  }

  /// A dimension by its name: exactly, else folded where one is meant.
  public func dimension(named name: String) -> DimensionID? {
    if let exact = dimensions.firstIndex(where: { $0.name == name }) { return DimensionID(exact) }
    let wanted = HoiText.folded(name)
    let like = dimensions.indices.filter { HoiText.folded(dimensions[$0].name) == wanted }
    return like.count == 1 ? DimensionID(like[0]) : nil
  }

  /// `mamnon.tyle_huydong`.
  public func qualifiedName(_ id: IndicatorID) -> String {
    "\(self[self[id].subject].name).\(self[id].name)"
  }

  /// `mamnon_cutru.ra_lop`.
  public func qualifiedName(_ id: MeasureID) -> String {
    "\(self[id.table].name).\(self[id].name)"
  }

  /// What a person reads above a column of an axis.
  public func label(_ axis: Axis, period: String) -> String {
    switch axis {
    case .time: period
    case .dimension(let id): self[id].label
    case .attribute(let id, let index): self[id].attributes[index].label
    }
  }

  /// What is written in a question to name an axis; `time` as the table names its years.
  public func name(_ axis: Axis, time: String = "nam") -> String {
    switch axis {
    case .time: time
    case .dimension(let id): self[id].name
    case .attribute(let id, let index): self[id].attributes[index].name
    }
  }

  /// Labels of an axis's members, by their place; years have none.
  public func labels(_ axis: Axis) -> TextList {
    switch axis {
    case .time: []
    case .dimension(let id): self[id].labels
    case .attribute(let id, let index): self[id].attributes[index].labels
    }
  }

  /// The targets on an indicator.
  public func targets(on indicator: IndicatorID) -> [TargetID] {
    targets.indices.filter { targets[$0].indicator == indicator }.map { TargetID($0) }
  }
}

extension Catalog {
  /// An axis and all that speak of the same members: a dimension with its attributes.
  public func axesAlike(_ axis: Axis) -> [Axis] {
    switch axis {
    case .time: [.time]
    case .dimension(let id), .attribute(let id, _):
      [.dimension(id)] + self[id].attributes.indices.map { .attribute(id, $0) }
    }
  }
}
