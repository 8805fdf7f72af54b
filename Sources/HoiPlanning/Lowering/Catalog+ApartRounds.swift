import HoiCatalog
import HoiSemantics

extension Catalog {
  /// The members, of axes whose members never add, that a question's axes show apart: one for each such axis
  /// in every combination, or one combination of none.
  ///
  /// Combinations beyond a few are told together: nobody reads so many lines of who reported.
  func apartRounds(
    _ axes: [Axis], in tables: [TableID], where filter: Predicate
  ) -> [[ApartMember]] {
    var rounds: [[ApartMember]] = [[]]
    for axis in axes {
      guard case .dimension(let id) = axis, isApart(axis, in: tables) else { continue }
      let members = occurring(id, in: tables).filter { filter.allowed(on: axis).contains($0) }
      rounds = rounds.flatMap { round in
        members.map { round + [ApartMember(axis: axis, member: $0)] }
      }
    }
    return rounds.isEmpty || rounds.count > 8 ? [[]] : rounds
  }

  /// The members of a dimension that rows of some tables name.
  private func occurring(_ id: DimensionID, in tables: [TableID]) -> [Int32] {
    var members: Set<Int32> = []
    for table in tables {
      members.formUnion(self[table].dimension(id)?.memberOfCode ?? [])
    }
    return members.filter { $0 >= 0 }.sorted()
  }
}

extension ApartMember {
  var condition: Predicate { .members(axis, MemberSet([member])) }
}
