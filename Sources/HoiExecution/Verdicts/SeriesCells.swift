import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning

/// What is known of a formula, by year and by the groups of the question.
struct SeriesCells {
  let planned: PlannedSeries
  let block: BlockCells
  let ledgers: [LedgerCells]
  let catalog: Catalog
  /// Rows by group and then by year; a group is the members of the question's axes.
  private(set) var groups: [[Int32]] = []
  private var rowOfYear: [[Int32]: [Int32: Int]] = [:]

  /// A value of one year and group, and how far it can be trusted.
  struct Reading {
    var value: Fraction?
    var state: CellState
    var numerator: Fraction?
    var denominator: Fraction?
    /// The denominator of all that it is about, whether it entered or not; nil where that is not
    /// known of everybody.
    var known: Fraction?
    /// Something that was owed did not enter.
    var isPartial: Bool
    /// The worst and the best case of what did not enter; nil where nobody can know them.
    var bounds: (low: Fraction, high: Fraction)?
    var summaries: [LedgerCells.Summary]

    /// Every value that it may turn out to be, by its extremes; empty where that is unknown.
    var candidates: [Fraction] {
      if !isPartial { return value.map { [$0] } ?? [] }
      return bounds.map { [$0.low, $0.high] } ?? []
    }
  }

  init(
    _ planned: PlannedSeries, leaves: [Leaf], results: [LeafResult], in catalog: Catalog
  ) throws(LeafFailure) {
    self.planned = planned
    self.catalog = catalog
    block = try run(planned.block, leaves: leaves, results: results)
    var ledgers: [LedgerCells] = []
    for ledger in planned.ledgers {
      ledgers.append(try LedgerCells(ledger, leaves: leaves, results: results))
    }
    self.ledgers = ledgers
    for row in 0..<block.rowCount {
      let group = block.keys.dropFirst().map { $0[row] }
      if rowOfYear[group] == nil { groups.append(group) }
      rowOfYear[group, default: [:]][block.keys[0][row]] = row
    }
    groups.sort { left, right in
      left.lexicographicallyPrecedes(right) { memberRank($0) < memberRank($1) }
    }
  }

  var formula: Formula { planned.formula }

  /// Levels and flags do not move along a line.
  var isStepwise: Bool {
    formula.level != nil || formula.isFlagShare
  }

  /// A yes or no, or how many say yes of those that say.
  var isFlag: Bool { formula.isFlagShare }

  /// The years in which any group has a value, ascending.
  var years: [Int32] {
    var years: Set<Int32> = []
    for row in 0..<block.rowCount where block.values[0].state(row) == .value {
      years.insert(block.keys[0][row])
    }
    return years.sorted()
  }

  /// The years in which any group has a row, ascending.
  var yearsWithRows: [Int32] { Set(block.keys[0]).sorted() }

  func reading(_ group: [Int32], in year: Int32) throws(LeafFailure) -> Reading {
    var summaries: [LedgerCells.Summary] = []
    for ledger in ledgers where isAbout(group, ledger.ledger) {
      summaries.append(try summary(ledger, group, in: year))
    }
    let row = rowOfYear[group]?[year]
    var reading = Reading(
      value: row.flatMap { block.values[0][$0] },
      state: row.map { block.values[0].state($0) } ?? .missing,
      isPartial: summaries.contains { $0.reported < $0.expected }, summaries: summaries)
    guard let row else {
      reading.isPartial = true
      return reading
    }
    if formula.sides != nil {
      reading.numerator = block.values[1][row]
      reading.denominator = block.values[2][row]
    }
    if planned.hasDenominator {
      let known = block.values[3][row]
      let isKnown =
        rowsWithoutDenominator(row) == 0
        && !summaries.contains(where: { $0.unknownDenominators > 0 })
      reading.known = isKnown ? known : nil
      if let known, let entered = reading.denominator, known != entered {
        reading.isPartial = true
      }
      if rowsWithoutDenominator(row) > 0 { reading.isPartial = true }
    } else if summaries.contains(where: { $0.droppedRows > 0 }) {
      reading.isPartial = true
    }
    if reading.isPartial { reading.bounds = try bounds(reading, row: row) }
    return reading
  }

  private func rowsWithoutDenominator(_ row: Int) -> Int {
    Int(clamping: block.values[4].numerators[row] - block.values[5].numerators[row])
  }

  /// The worst and best case, where what is missing cannot be more than is known of it.
  private func bounds(
    _ reading: Reading, row: Int
  ) throws(LeafFailure) -> (low: Fraction, high: Fraction)? {
    if let id = formula.level {
      guard let value = reading.value, let first = catalog[id].steps.map(\.step).min() else {
        return nil
      }
      return (Fraction(Int128(first)), value)
    }
    guard planned.hasDenominator, planned.isPart else { return nil }
    let missing = reading.summaries.reduce(0) { $0 + $1.expected - $1.reported }
    if isStepwise { return try flagBounds(reading, missing: missing) }
    guard let known = reading.known, !known.isZero, !known.isNegative else { return nil }
    // A group in which nobody has reported yet has a denominator all the same.
    let numerator = reading.numerator ?? .zero
    let entered = reading.denominator ?? .zero
    guard let open = Fraction.subtracting(known, entered), !open.isNegative,
      let most = Fraction.adding(numerator, open),
      let low = Fraction.dividing(numerator, known), let high = Fraction.dividing(most, known)
    else { return nil }
    return (low, high)
  }

  /// Each leaf that did not report is one more yes or one more no, where a leaf is one flag.
  private func flagBounds(
    _ reading: Reading, missing: Int
  ) throws(LeafFailure) -> (low: Fraction, high: Fraction)? {
    let reported = reading.summaries.reduce(0) { $0 + $1.reported }
    guard let yes = reading.numerator, let counted = reading.denominator,
      counted == Fraction(Int128(reported)),
      let all = Fraction.adding(counted, Fraction(Int128(missing))), !all.isZero,
      let most = Fraction.adding(yes, Fraction(Int128(missing))),
      let low = Fraction.dividing(yes, all), let high = Fraction.dividing(most, all)
    else { return nil }
    return (low, high)
  }

  /// Whether a ledger of members apart is about a group's own.
  private func isAbout(_ group: [Int32], _ ledger: Ledger) -> Bool {
    ledger.apart.allSatisfy { part in
      let place = planned.block.axes.dropFirst().firstIndex(of: part.axis)
      return place.map { group[$0 - 1] == part.member } ?? true
    }
  }

  /// Who owed a report to one group in one year.
  private func summary(
    _ ledger: LedgerCells, _ group: [Int32], in year: Int32
  ) throws(LeafFailure) -> LedgerCells.Summary {
    let axes = planned.block.axes.dropFirst()
    guard let dimension = ledger.ledger.dimension else {
      return try ledger.rowSummary { row in
        ledger.block.keys[0][row] == year
          && zip(group.indices, group).allSatisfy { ledger.block.keys[$0 + 1][row] == $1 }
      }
    }
    return try ledger.summary(years: [year]) { year in
      catalog.owing(ledger.ledger, in: year).filter { member in
        zip(axes, group).allSatisfy { axis, own in
          catalog.value(of: axis, for: member, of: dimension, in: year).map { $0 == own } ?? true
        }
      }
    }
  }
}
