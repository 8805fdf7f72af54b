/// What conditions reach, told by members: an attribute and its dimension speak of the same things.
extension Catalog {
  /// The dimensions that conditions speak of, themselves or by an attribute.
  public func dimensions(of axes: some Sequence<Axis>) -> [DimensionID] {
    var found: [DimensionID] = []
    for axis in axes {
      switch axis {
      case .time: break
      case .dimension(let id), .attribute(let id, _):
        if !found.contains(id) { found.append(id) }
      }
    }
    return found
  }

  /// The members of a dimension that a condition could let through, those outside its list and -1,
  /// who is nobody, among them.
  public func reach(of condition: Predicate, on id: DimensionID) -> Set<Int32> {
    let all = (0..<Int32(self[id].count)).reduce(into: Set<Int32>([-1])) { $0.insert($1) }
    return all.filter { member in
      condition.couldHold { axis in
        switch axis {
        case .time: nil
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
  }

  /// Whether no row can meet both conditions.
  public func areDisjoint(_ first: Predicate, _ second: Predicate) -> Bool {
    let both = first.and(second)
    if both == .never || both.allowed(on: .time).intervals.isEmpty { return true }
    return dimensions(of: both.axes).contains { reach(of: both, on: $0).isEmpty }
  }

  /// Whether a condition leaves out listed members, or rows by their values, of what a scope holds.
  public func leavesOut(_ condition: Predicate, of scope: Predicate) -> Bool {
    if !condition.measures.isEmpty { return true }
    let both = scope.and(condition)
    return dimensions(of: condition.axes).contains { id in
      let left = reach(of: scope, on: id).subtracting(reach(of: both, on: id))
      return left.contains(where: self[id].members.contains)
    }
  }

  /// The one member of an axis that holds all of the listed ones of a scope, or nil.
  public func soleMember(on axis: Axis, of scope: Predicate) -> Int32? {
    switch axis {
    case .time: return nil
    case .dimension(let id):
      let reached = reach(of: scope, on: id).filter(self[id].members.contains)
      return reached.count == 1 ? reached.first : nil
    case .attribute(let id, let index):
      let values = self[id].attributes[index].valueOfMember
      let reached = reach(of: scope, on: id).filter(self[id].members.contains)
      let held = Set(reached.map { values[Int($0)] })
      return held.count == 1 ? held.first : nil
    }
  }
}
