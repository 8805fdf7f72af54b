import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning

/// The counts behind the rows of an answer in layers: those of the rows themselves, and those of
/// what the rows are compared with. A layer is hidden row by row.
struct PeopleLayers {
  struct Layer {
    /// Nil for the rows themselves.
    var inner: Int?
    var measures: [MeasureID]
    var table: CountTable
  }

  private let people: PeopleCounts
  var layers: [Layer] = []
  let totalOfRow: [Int32]

  /// - Parameter parts: by item, whether it is a part of a whole, so that one count is inside another.
  init(
    _ people: PeopleCounts, of main: BlockCells, _ totalPeople: PeopleCounts?,
    of total: BlockCells?, groups: (ofRow: [Int32], count: Int, areSums: Bool), parts: [Bool],
    in catalog: Catalog
  ) {
    self.people = people
    totalOfRow = groups.ofRow
    for inner in Self.inners(people) {
      let places = people.counts.indices.filter { people.counts[$0].inner == inner }
      var rows = places.map { main.values[people.counts[$0].value].wholes }
      var totals: [[Int128?]]
      if groups.areSums {
        totals = rows.map { Self.sums($0, groups.ofRow, groups.count) }
      } else {
        totals = places.map { place in
          guard let total, let value = Self.value(of: place, people, in: totalPeople) else {
            return Array(repeating: nil, count: groups.count)
          }
          return total.values[value].wholes
        }
      }
      // Those of one count who are not in another, where an item says how many they are.
      if inner == nil {
        for value in parts.indices where people.isCount[value] && !places.isEmpty {
          let counted = main.values[value].wholes
          rows.append(counted)
          totals.append(
            groups.areSums
              ? Self.sums(counted, groups.ofRow, groups.count)
              : total?.values[value].wholes ?? Array(repeating: nil, count: groups.count))
        }
      }
      let judgedCount = rows.count
      let measures = places.map { people.counts[$0].measure }
      var pairs = parts.indices.filter { parts[$0] }.map { item in
        people.countsOfValue[item].compactMap { places.firstIndex(of: $0) }
      }
      for part in measures.indices {
        for whole in measures.indices where catalog.isPart(measures[part], of: measures[whole]) {
          pairs.append([part, whole])
        }
      }
      for pair in Set(pairs) where pair.count == 2 {
        rows.append(Self.rest(rows[pair[0]], rows[pair[1]]))
        totals.append(Self.rest(totals[pair[0]], totals[pair[1]]))
      }
      layers.append(
        Layer(
          inner: inner, measures: measures,
          table: CountTable(
            rows: rows, totals: totals, totalOfRow: groups.ofRow, totalCount: groups.count,
            judgedCount: judgedCount)))
    }
  }

  /// Where the block of totals has a count: at the same place of the same item, though an item may look
  /// up there what it does not here.
  private static func value(
    of count: Int, _ people: PeopleCounts, in totals: PeopleCounts?
  ) -> Int? {
    guard let totals else { return nil }
    for (value, counts) in people.countsOfValue.enumerated() {
      guard let place = counts.firstIndex(of: count), value < totals.countsOfValue.count,
        place < totals.countsOfValue[value].count
      else { continue }
      return totals.counts[totals.countsOfValue[value][place]].value
    }
    return nil
  }

  private static func inners(_ people: PeopleCounts) -> [Int?] {
    var found: [Int?] = []
    for count in people.counts where !found.contains(count.inner) { found.append(count.inner) }
    return found
  }

  static func sums(_ rows: [Int128?], _ groups: [Int32], _ count: Int) -> [Int128?] {
    var sums: [Int128?] = Array(repeating: nil, count: count)
    for (row, group) in groups.enumerated() {
      guard group >= 0, let value = rows[row] else { continue }
      sums[Int(group)] = (sums[Int(group)] ?? 0) + value
    }
    return sums
  }

  /// Those of the whole who are not in the part.
  private static func rest(_ parts: [Int128?], _ wholes: [Int128?]) -> [Int128?] {
    zip(parts, wholes).map { part, whole in
      guard let part, let whole else { return nil }
      return whole - part
    }
  }

  /// Hides until nothing more follows.
  ///
  /// - Parameters:
  ///   - looksUp: by inner block, the places of the axes by which rows look it up.
  ///   - timePlace: that of the year, where rows of several years are shown.
  ///   - totalKeys: the keys of the totals, and the place of the year among them.
  mutating func hide(
    looksUp: [[Int]], keys: [[Int32]], timePlace: Int?, totalKeys: [[Int32]], totalTimePlace: Int?
  ) {
    for place in layers.indices { layers[place].table.hideSmall() }
    // What rows are compared with by fewer axes stands in several of them, which add to nothing.
    let isRepeated = layers.map { $0.inner.map { looksUp[$0].count < keys.count } ?? false }
    for place in layers.indices where isRepeated[place] { layers[place].table.unbind() }
    var before = -1
    while before != hiddenCount {
      before = hiddenCount
      for place in layers.indices { layers[place].table.protect() }
      for one in layers.indices {
        for other in layers.indices where one != other { carry(from: one, to: other) }
      }
      if let timePlace { carryOverYears(keys, timePlace) }
      if let totalTimePlace { carryTotalsOverYears(totalKeys, totalTimePlace) }
      for place in layers.indices where isRepeated[place] { hideTotals(place) }
      for place in layers.indices {
        guard let inner = layers[place].inner else { continue }
        hideSums(place, by: looksUp[inner], keys: keys)
      }
    }
  }

  private var hiddenCount: Int {
    layers.reduce(0) { sum, layer in
      sum + layer.table.isHidden.count { $0 } + layer.table.isTotalHidden.count { $0 }
    }
  }

  // MARK: reading

  func isOwnHidden(_ row: Int) -> Bool {
    layers.first { $0.inner == nil }?.table.isHidden[row] ?? false
  }

  func isTotalHidden(_ total: Int) -> Bool {
    total >= 0 && layers.contains { $0.table.isTotalHidden[total] }
  }

  /// The rows in which a value is not published.
  func isHidden(value: Int, rowCount: Int) -> [Bool] {
    let inners = Set(people.countsOfValue[value].map { people.counts[$0].inner })
    let read = layers.filter { inners.contains($0.inner) }
    return (0..<rowCount).map { row in read.contains { $0.table.isHidden[row] } }
  }

  /// The totals in which a value is not published.
  func isTotalHidden(value: Int) -> [Bool] {
    let inners = Set(people.countsOfValue[value].map { people.counts[$0].inner })
    let read = layers.filter { inners.contains($0.inner) }
    let count = layers.first?.table.isTotalHidden.count ?? 0
    return (0..<count).map { total in read.contains { $0.table.isTotalHidden[total] } }
  }
}

extension Catalog {
  /// Whether an indicator says so: a reader knows it then, even of counts that are asked for apart.
  fileprivate func isPart(_ part: MeasureID, of whole: MeasureID) -> Bool {
    part != whole
      && indicators.contains { indicator in
        indicator.isPart && indicator.formula.sides?.numerator.measures == [part]
          && indicator.formula.sides?.denominator.measures == [whole]
      }
  }
}

extension NumberColumn {
  /// Counts as whole numbers; nil where there is none.
  fileprivate var wholes: [Int128?] {
    (0..<count).map { row in self[row].map { $0.numerator / $0.denominator } }
  }
}
