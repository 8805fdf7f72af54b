import HoiCatalog

/// The same count may stand in several rows, layers and years, and the sum of some rows in another: what
/// is hidden in one place is not told in another.
extension PeopleLayers {
  /// The same counts stand in several layers where a row is what others are compared with: equal
  /// counts of the same measures are taken for the same.
  mutating func carry(from one: Int, to other: Int) {
    let shared = layers[one].measures.indices.compactMap { place in
      layers[other].measures.firstIndex(of: layers[one].measures[place]).map { (place, $0) }
    }
    guard !shared.isEmpty else { return }
    func key(_ layer: Int, _ row: Int, _ places: [Int]) -> [Int128?] {
      places.map { layers[layer].table.rows[$0][row] }
    }
    let rows = layers[one].table.isHidden.indices
    let hidden = Set(
      rows.filter { layers[one].table.isHidden[$0] }.map { key(one, $0, shared.map(\.0)) })
    for row in rows where hidden.contains(key(other, row, shared.map(\.1))) {
      layers[other].table.isHidden[row] = true
    }
  }

  /// A row may hold the count of an earlier year, which is a row of its own. It is known by its other
  /// members and its count.
  mutating func carryOverYears(_ keys: [[Int32]], _ timePlace: Int) {
    guard let own = layers.firstIndex(where: { $0.inner == nil }) else { return }
    let table = layers[own].table
    layers[own].table.isHidden = carried(
      table.isHidden, counts: table.rows, measures: layers[own].measures, keys, timePlace)
  }

  /// The same of totals.
  mutating func carryTotalsOverYears(_ keys: [[Int32]], _ timePlace: Int) {
    guard let own = layers.firstIndex(where: { $0.inner == nil }) else { return }
    let table = layers[own].table
    layers[own].table.isTotalHidden = carried(
      table.isTotalHidden, counts: table.totals, measures: layers[own].measures, keys, timePlace)
  }

  /// What is hidden, and the places that have a count which is hidden in another year.
  ///
  /// - Parameter counts: by measure, by place.
  private func carried(
    _ isHidden: [Bool], counts: [[Int128?]], measures: [MeasureID], _ keys: [[Int32]],
    _ timePlace: Int
  ) -> [Bool] {
    var carried = isHidden
    let others = keys.indices.filter { $0 != timePlace }
    let groups = Partition(keys, places: others, rowCount: isHidden.count).groups
    for one in measures.indices {
      var hidden: [Int32: Set<Int128>] = [:]
      for place in isHidden.indices where isHidden[place] {
        if let count = counts[one][place] { hidden[groups[place], default: []].insert(count) }
      }
      for other in measures.indices where other != one && measures[other] == measures[one] {
        for place in isHidden.indices {
          guard let count = counts[other][place] else { continue }
          if hidden[groups[place]]?.contains(count) == true { carried[place] = true }
        }
      }
    }
    return carried
  }

  /// A total may be compared with the sum of some of its rows, which would tell the one of them that is
  /// hidden. It is hidden as soon as any row is.
  mutating func hideTotals(_ place: Int) {
    guard let own = layers.first(where: { $0.inner == nil })?.table else { return }
    for row in totalOfRow.indices where own.isHidden[row] && totalOfRow[row] >= 0 {
      layers[place].table.isTotalHidden[Int(totalOfRow[row])] = true
    }
    for total in own.isTotalHidden.indices where own.isTotalHidden[total] {
      layers[place].table.isTotalHidden[total] = true
    }
  }

  /// A row may be compared with the sum of rows that are shown, which binds them as a total does. It
  /// is hidden as soon as one of them is.
  mutating func hideSums(_ place: Int, by axes: [Int], keys: [[Int32]]) {
    guard let own = layers.firstIndex(where: { $0.inner == nil }), axes.count < keys.count else {
      return
    }
    let groups = Partition(keys, places: axes, rowCount: totalOfRow.count)
    for (count, measure) in layers[place].measures.enumerated() {
      guard let same = layers[own].measures.firstIndex(of: measure) else { continue }
      let sums = Self.sums(layers[own].table.rows[same], groups.groups, groups.count)
      for row in totalOfRow.indices where layers[own].table.isHidden[row] {
        let group = groups.groups[row]
        guard layers[place].table.rows[count][row] == sums[Int(group)] else { continue }
        for other in totalOfRow.indices where groups.groups[other] == group {
          layers[place].table.isHidden[other] = true
        }
      }
    }
  }
}
