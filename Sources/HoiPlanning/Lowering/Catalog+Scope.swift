import HoiCatalog

extension Catalog {
  /// The listed members of a dimension that a condition could let through, that owe a report to every
  /// table that is reported by them, and that are in force for one of the tables in a year, where one
  /// is given or fixed by the condition.
  package func members(
    of id: DimensionID, within filter: Predicate, in year: Int32? = nil, by tables: [TableID]
  ) -> [Int32] {
    let year = year ?? filter.allowed(on: .time).single
    let owing = tables.reduce(filter) { condition, table in
      self[table].reportsBy == id ? condition.and(self[table].owing) : condition
    }
    return self[id].members.filter { member in
      let isThere =
        year.map { year in tables.contains { isInForce(member, of: id, in: year, by: $0) } } ?? true
      return isThere && owing.couldHold { value(of: $0, for: member, of: id, in: year) }
    }
  }

  /// What a member of a dimension is on an axis, or nil where the axis is about something else.
  package func value(
    of axis: Axis, for member: Int32, of id: DimensionID, in year: Int32?
  ) -> Int32? {
    switch axis {
    case .time: year
    case .dimension(let other): other == id ? current(member, of: id) : nil
    case .attribute(let other, let index):
      other == id ? value(of: self[id].attributes[index], for: member, of: id, in: year) : nil
    }
  }

  private func value(
    of attribute: Attribute, for member: Int32, of id: DimensionID, in year: Int32?
  ) -> Int32 {
    // What a member was in a year is its own; what it is, is what it has become.
    let isYearly = !attribute.changes.isEmpty
    return attribute.value(of: isYearly ? member : current(member, of: id), in: year)
  }
}
