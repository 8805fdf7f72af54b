import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Hides the cells of a `show` that are not published.
///
/// It comes before `having`, `sort` and `limit`: those work on what is left, so that neither the
/// choice nor the order of rows tells a cell that is hidden.
struct Publication {
  private let question: ShowQuestion
  private let people: PeopleCounts
  private let totalPeople: PeopleCounts?
  private let totalPlaces: [Int]
  private let main: Block
  private let catalog: Catalog
  private let total: Block?

  /// Adds to the plan the counts that it decides by.
  init(_ question: ShowQuestion, _ plan: inout Plan, in catalog: Catalog) {
    self.question = question
    people = plan.main.addPeopleCounts(leaves: plan.leaves, in: catalog)
    if var block = plan.total {
      totalPeople = block.addPeopleCounts(leaves: plan.leaves, in: catalog)
      plan.total = block
    } else {
      totalPeople = nil
    }
    totalPlaces = plan.totalPlaces
    main = plan.main
    self.catalog = catalog
    total = plan.total
  }

  func hide(
    _ main: inout BlockCells, _ total: inout BlockCells?, judges: [TargetCells],
    totalJudges: [TargetCells]
  ) {
    guard main.rowCount > 0 else { return }
    var layers = PeopleLayers(
      people, of: main, totalPeople, of: total, groups: groups(main, total),
      parts: question.items.map(\.isPart), in: catalog)
    layers.hide(
      looksUp: self.main.inner.map(\.places), keys: main.keys,
      timePlace: question.axes.firstIndex(of: .time), totalKeys: total?.keys ?? [],
      totalTimePlace: totalPlaces.firstIndex { question.axes[$0] == .time })
    let within = Partition(main.keys, places: question.within, rowCount: main.rowCount)
    for value in people.countsOfValue.indices {
      var hidden = layers.isHidden(value: value, rowCount: main.rowCount)
      hide(judged: people.judgedOfValue[value], self.main, main, judges, layers, &hidden)
      if people.isRank[value] || people.isShare[value] && !bindsShares(total) {
        spread(&hidden, within)
      } else if people.isShare[value], total == nil {
        for row in hidden.indices where layers.isTotalHidden(Int(layers.totalOfRow[row])) {
          hidden[row] = true
        }
      }
      main.values[value] = main.values[value].hiding(hidden)
    }
    guard var cells = total, let totalPeople, let block = self.total else { return }
    for value in totalPeople.countsOfValue.indices {
      var hidden = layers.isTotalHidden(value: value)
      hide(judged: totalPeople.judgedOfValue[value], block, cells, totalJudges, nil, &hidden)
      cells.values[value] = cells.values[value].hiding(hidden)
    }
    total = cells
  }

  /// Shares are parts of the same sums that are shown as totals, or that stand for them.
  private func bindsShares(_ total: BlockCells?) -> Bool {
    total == nil || totalPlaces == question.within
  }

  /// The total of each row. Shares tell the sum that they are parts of even where none is shown.
  private func groups(
    _ main: BlockCells, _ total: BlockCells?
  ) -> (ofRow: [Int32], count: Int, areSums: Bool) {
    if let total {
      var rowOfKey: [[Int32]: Int32] = [:]
      for row in 0..<total.rowCount { rowOfKey[total.keys.map { $0[row] }] = Int32(row) }
      let groups = (0..<main.rowCount).map { row in
        rowOfKey[totalPlaces.map { main.keys[$0][row] }] ?? -1
      }
      return (groups, total.rowCount, false)
    }
    guard people.isShare.contains(true) else {
      return (Array(repeating: -1, count: main.rowCount), 0, false)
    }
    let within = Partition(main.keys, places: question.within, rowCount: main.rowCount)
    return (within.groups, within.count, true)
  }

  /// A verdict stands on all years of its target.
  private func hide(
    judged: [Int], _ block: Block, _ cells: BlockCells, _ judges: [TargetCells],
    _ layers: PeopleLayers?, _ hidden: inout [Bool]
  ) {
    for place in judged {
      for row in hidden.indices {
        let group = block.judged[place].places.map { cells.keys[$0][row] }
        if judges[place].series.countsFew(group) || layers?.isOwnHidden(row) ?? false {
          hidden[row] = true
        }
      }
    }
  }

  /// What is told of a row by its place among others is told by the others too.
  private func spread(_ hidden: inout [Bool], _ within: Partition) {
    var isTouched = Array(repeating: false, count: within.count)
    for row in hidden.indices where hidden[row] { isTouched[Int(within.groups[row])] = true }
    for row in hidden.indices where isTouched[Int(within.groups[row])] { hidden[row] = true }
  }
}

extension NumberColumn {
  /// The column without what some rows hold. A row that misses its number still does; one that has no
  /// number for a reason would tell by the reason what is hidden.
  func hiding(_ hidden: [Bool]) -> NumberColumn {
    guard hidden.contains(true) else { return self }
    var builder = NumberColumnBuilder(capacity: count)
    for row in 0..<count {
      switch state(row) {
      case .value, .notApplicable, .hidden:
        if hidden[row] || state(row) == .hidden {
          builder.append(.hidden)
        } else if let value = self[row] {
          builder.append(value)
        } else {
          builder.append(.notApplicable)
        }
      case .missing: builder.append(.missing)
      }
    }
    return builder.finish()
  }
}
