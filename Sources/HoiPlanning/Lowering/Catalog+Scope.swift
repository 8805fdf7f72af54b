import HoiCatalog

extension Catalog {
  /// The listed members of a dimension that a condition could let through, in a year where one is
  /// given.
  package func members(
    of id: DimensionID, within filter: Predicate, in year: Int32? = nil
  ) -> [Int32] {
    self[id].members.filter { member in
      filter.couldHold { value(of: $0, for: member, of: id, in: year) }
    }
  }

  /// What a member of a dimension is on an axis, or nil where the axis is about something else.
  package func value(
    of axis: Axis, for member: Int32, of id: DimensionID, in year: Int32?
  ) -> Int32? {
    switch axis {
    case .time: year
    case .dimension(let other): other == id ? member : nil
    case .attribute(let other, let index):
      if other != id {
        nil
      } else {
        member < 0 ? -1 : self[id].attributes[index].valueOfMember[Int(member)]
      }
    }
  }
}
