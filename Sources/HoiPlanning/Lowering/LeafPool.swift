import HoiCatalog

/// Collects the leaves of a plan, so that values over the same rows and groups share one scan.
struct LeafPool {
  let catalog: Catalog
  private(set) var leaves: [Leaf] = []
  /// Keys made so far: a dimension may have many members, and several leaves are grouped by it.
  private var keys: [KeyUse: GroupKey] = [:]

  private struct KeyUse: Hashable {
    var axis: Axis
    var table: Int
    var asReported: Bool
  }

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The leaf over these rows and groups, which may already be there.
  ///
  /// - Parameters:
  ///   - yearsBack: rows of a year stand in the group of the year so many later.
  ///   - reporter: who owed the reports, one key more behind the axes, as reported.
  ///   - asReported: the axes too are as reported.
  mutating func leaf(
    over table: TableID, where filter: Predicate, by axes: [Axis], yearsBack: Int32 = 0,
    reporter: DimensionID? = nil, asReported: Bool = false
  ) -> Int {
    var grouping = axes.map { axis in
      var key = key(axis, over: table, asReported: asReported)
      if axis == .time, yearsBack > 0 {
        key.memberOfCode = key.memberOfCode.map { $0 < 0 ? $0 : $0 + yearsBack }
      }
      return key
    }
    if let reporter {
      grouping.append(key(.dimension(reporter), over: table, asReported: true))
    }
    let wanted = Leaf(
      table: table.index, filter: catalog.rowFilter(filter, over: table),
      grouping: grouping, aggregates: [])
    for (place, leaf) in leaves.enumerated()
    where leaf.table == wanted.table && leaf.grouping == wanted.grouping
      && leaf.filter == wanted.filter
    {
      return place
    }
    leaves.append(wanted)
    return leaves.count - 1
  }

  private mutating func key(_ axis: Axis, over table: TableID, asReported: Bool) -> GroupKey {
    let use = KeyUse(axis: axis, table: table.index, asReported: asReported)
    if let known = keys[use] { return known }
    let key = catalog.groupKey(axis, over: table, asReported: asReported)
    keys[use] = key
    return key
  }

  /// The place of an aggregate in a leaf, which may already be there.
  mutating func column(_ aggregate: Aggregate, in leaf: Int) -> Int {
    if let place = leaves[leaf].aggregates.firstIndex(of: aggregate) { return place }
    leaves[leaf].aggregates.append(aggregate)
    return leaves[leaf].aggregates.count - 1
  }
}
