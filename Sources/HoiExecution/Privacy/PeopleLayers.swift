import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning

/// The counts behind the rows of an answer in layers: those of the rows themselves, and those of
/// what the rows are compared with. A layer is hidden row by row.
struct PeopleLayers {
  private struct Layer {
    /// Nil for the rows themselves.
    var inner: Int?
    var measures: [MeasureID]
    var table: CountTable
  }

  private let people: PeopleCounts
  private var layers: [Layer] = []
  let totalOfRow: [Int32]

  /// - Parameter parts: by item, whether it is a part of a whole, so that one count is inside another.
  init(
    _ people: PeopleCounts, of main: BlockCells, _ totalPeople: PeopleCounts?,
    of total: BlockCells?, groups: (ofRow: [Int32], count: Int, areSums: Bool), parts: [Bool]
  ) {
    self.people = people
    totalOfRow = groups.ofRow
    let inners = Self.inners(people)
    let totalInners = totalPeople.map(Self.inners) ?? []
    for (order, inner) in inners.enumerated() {
      let places = people.counts.indices.filter { people.counts[$0].inner == inner }
      var rows = places.map { main.values[people.counts[$0].value].wholes }
      var totals: [[Int128?]]
      if groups.areSums {
        totals = rows.map { Self.sums($0, groups.ofRow, groups.count) }
      } else {
        let others =
          order < totalInners.count
          ? totalPeople?.counts.filter { $0.inner == totalInners[order] } ?? [] : []
        totals = places.indices.map { place in
          guard place < others.count, let total else {
            return Array(repeating: nil, count: groups.count)
          }
          return total.values[others[place].value].wholes
        }
      }
      for (item, isPart) in parts.enumerated() where isPart {
        let own = people.countsOfValue[item].compactMap { places.firstIndex(of: $0) }
        guard own.count == 2 else { continue }
        rows.append(Self.rest(rows[own[0]], rows[own[1]]))
        totals.append(Self.rest(totals[own[0]], totals[own[1]]))
      }
      layers.append(
        Layer(
          inner: inner, measures: places.map { people.counts[$0].measure },
          table: CountTable(
            rows: rows, totals: totals, totalOfRow: groups.ofRow, totalCount: groups.count,
            judgedCount: places.count)))
    }
  }

  private static func inners(_ people: PeopleCounts) -> [Int?] {
    var found: [Int?] = []
    for count in people.counts where !found.contains(count.inner) { found.append(count.inner) }
    return found
  }

  private static func sums(_ rows: [Int128?], _ groups: [Int32], _ count: Int) -> [Int128?] {
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
  mutating func hide(looksUp: [[Int]], keys: [[Int32]], timePlace: Int?) {
    for place in layers.indices { layers[place].table.hideSmall() }
    var before = -1
    while before != hiddenCount {
      before = hiddenCount
      for place in layers.indices { layers[place].table.protect() }
      for one in layers.indices {
        for other in layers.indices where one != other { carry(from: one, to: other) }
      }
      if let timePlace { carryOverYears(keys, timePlace) }
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

  /// The same counts stand in several layers where a row is what others are compared with: equal
  /// counts of the same measures are taken for the same.
  private mutating func carry(from one: Int, to other: Int) {
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
  private mutating func carryOverYears(_ keys: [[Int32]], _ timePlace: Int) {
    guard let own = layers.firstIndex(where: { $0.inner == nil }) else { return }
    let measures = layers[own].measures
    let others = keys.indices.filter { $0 != timePlace }
    let groups = Partition(keys, places: others, rowCount: totalOfRow.count).groups
    let table = layers[own].table
    for one in measures.indices {
      var hidden: [Int32: Set<Int128>] = [:]
      for row in totalOfRow.indices where table.isHidden[row] {
        if let count = table.rows[one][row] { hidden[groups[row], default: []].insert(count) }
      }
      for other in measures.indices where other != one && measures[other] == measures[one] {
        for row in totalOfRow.indices {
          guard let count = table.rows[other][row] else { continue }
          if hidden[groups[row]]?.contains(count) == true {
            layers[own].table.isHidden[row] = true
          }
        }
      }
    }
  }

  /// A row may be compared with the sum of rows that are shown, which binds them as a total does. It
  /// is hidden as soon as one of them is.
  private mutating func hideSums(_ place: Int, by axes: [Int], keys: [[Int32]]) {
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
  func isTotalHidden(value: Int, _ totalPeople: PeopleCounts) -> [Bool] {
    let inners = Self.inners(totalPeople)
    let read = Set(
      totalPeople.countsOfValue[value].compactMap { count in
        inners.firstIndex(of: totalPeople.counts[count].inner)
      })
    let count = layers.first?.table.isTotalHidden.count ?? 0
    return (0..<count).map { total in
      read.contains { $0 < layers.count && layers[$0].table.isTotalHidden[total] }
    }
  }
}

extension NumberColumn {
  /// Counts as whole numbers; nil where there is none.
  fileprivate var wholes: [Int128?] {
    (0..<count).map { row in self[row].map { $0.numerator / $0.denominator } }
  }
}
