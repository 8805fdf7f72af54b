import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiPlanning

/// Who owed a report and whether it came, read from a ledger's block.
struct LedgerCells {
  let ledger: Ledger
  let block: BlockCells
  /// The counts of the block, value by value.
  private let counts: [[Int64]]
  /// Who has reported at all; nil where rows are counted.
  let attendance: AttendanceCells?
  /// The places of its keys among those of the block.
  private let attendancePlaces: [Int]
  /// Which reading has the denominator.
  let denominatorPlace: Int?

  /// What is said of the reports in some years.
  struct Summary {
    var expected = 0
    var reported = 0
    /// How many years it is about: those that have an answer.
    var yearCount = 0
    var missing: [ReportingCell] = []
    /// For each of those, how many years before its year the report lies that did not come.
    var missingYearsBack: [Int32] = []
    var notApplicable: [ReportingCell] = []
    /// Sums of the denominator: what is known of it, and what of it entered; nil where there is none.
    var known: Fraction?
    var covered: Fraction?
    /// Rows of reporting leaves that did not enter.
    var droppedRows = 0
    /// Missing leaves whose denominator nobody knows.
    var unknownDenominators = 0

    /// Whether something that was owed did not enter.
    var isPartial: Bool {
      if reported < expected { return true }
      if let known, let covered { return known != covered }
      return droppedRows > 0
    }
  }

  init(_ ledger: Ledger, leaves: [Leaf], results: [LeafResult]) throws(LeafFailure) {
    self.ledger = ledger
    block = try run(ledger.block, leaves: leaves, results: results)
    counts = block.values.prefix(ledger.readings.count * 2).map { column in
      column.numerators.narrowValues
        ?? (0..<column.count).map { Int64(clamping: column.numerators[$0]) }
    }
    attendance = try ledger.attendance.map { (own) throws(LeafFailure) in
      try AttendanceCells(own, results: results)
    }
    attendancePlaces = (ledger.attendance?.axes ?? []).compactMap(ledger.block.axes.firstIndex)
    let denominator = ledger.hasDenominator ? ledger.formula.sides?.denominator : nil
    denominatorPlace = denominator?.readings.first.flatMap(ledger.readings.firstIndex)
  }

  /// The row of a cell: rows ascend by the year, where there is one, and then by the member.
  private func row(of cell: ReportingCell) -> Int? {
    let members = block.keys[block.keys.count - 1]
    let years = ledger.hasYears ? block.keys[0] : []
    func isBefore(_ row: Int) -> Bool {
      if ledger.hasYears, years[row] != cell.year {
        return memberRank(years[row]) < memberRank(cell.year)
      }
      return memberRank(members[row]) < memberRank(cell.member)
    }
    var low = 0
    var high = block.rowCount
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    guard low < block.rowCount, members[low] == cell.member,
      !ledger.hasYears || years[low] == cell.year
    else { return nil }
    return low
  }

  private func count(_ value: Int, _ row: Int) -> Int { Int(counts[value][row]) }

  func hasEntered(_ row: Int) -> Bool {
    ledger.readings.indices.allSatisfy { hasEntered($0, row) }
  }

  private func hasEntered(_ place: Int, _ row: Int) -> Bool {
    count(place * 2 + 1, row) > 0 || isAbsent(place, row)
  }

  /// Whether a report came that has nothing of what is asked for: that is zero, but something without
  /// a value is not.
  private func isAbsent(_ place: Int, _ row: Int) -> Bool {
    count(place * 2, row) == 0
      && attendance?.hasReported(place) { block.keys[attendancePlaces[$0]][row] } ?? false
  }

  /// Whether the reports came that decide what is said of a cell without a row: all of them, or that
  /// of the denominator, which is then known to be nothing.
  func hasAttended(_ row: Int) -> Bool {
    attendance?.hasReported(denominatorPlace) { block.keys[attendancePlaces[$0]][row] } ?? false
  }

  private func hasAttended(_ cell: ReportingCell) -> Bool {
    attendance?.hasReported(denominatorPlace) {
      $0 == attendancePlaces.count - 1 ? cell.member : cell.year
    } ?? false
  }

  /// How many years back the first reading lies that did not enter.
  private func lackingYearsBack(_ row: Int) -> Int32 {
    let lacking = ledger.readings.indices.first { !hasEntered($0, row) }
    return lacking.map { ledger.readings[$0].scope.yearsBack } ?? 0
  }

  /// Whether all there is to report is known to be nothing.
  func isNothing(_ row: Int) -> Bool { knownDenominator(row)?.isZero ?? false }

  func rowsPresent(_ row: Int) -> Int { count(0, row) }
  func rowsEntered(_ row: Int) -> Int { count(1, row) }

  private func dropped(_ row: Int) -> Int {
    ledger.readings.indices.reduce(0) { $0 + count($1 * 2, row) - count($1 * 2 + 1, row) }
  }

  private func knownDenominator(_ row: Int) -> Fraction? {
    guard ledger.hasDenominator else { return nil }
    if let known = block.values[ledger.readings.count * 2][row] { return known }
    return denominatorPlace.map { isAbsent($0, row) } ?? false ? .zero : nil
  }

  private func enteredDenominator(_ row: Int) -> Fraction? {
    ledger.hasDenominator ? block.values[ledger.readings.count * 2 + 1][row] : nil
  }

  /// What was owed and what came, for members of the reporting dimension in some years; the year is
  /// 0 where the ledger has none.
  func summary(
    years: [Int32], members: (Int32) -> [Int32]
  ) throws(LeafFailure) -> Summary {
    var summary = Summary()
    if ledger.hasDenominator { (summary.known, summary.covered) = (.zero, .zero) }
    for year in years where isAnswered(year) {
      summary.yearCount += 1
      for member in members(year) {
        try add(ReportingCell(year: year, member: member), to: &summary)
      }
    }
    return summary
  }

  /// A year of which one side has no row at all, for anybody, has no answer, and nobody owes it one.
  private func isAnswered(_ year: Int32) -> Bool {
    guard ledger.hasYears, ledger.readings.contains(where: { $0.scope != .plain }) else {
      return true
    }
    // Before the first year there is nothing to compare with, and nobody has failed to report it.
    return Set(ledger.readings.map(\.scope.yearsBack)).allSatisfy { yearsBack in
      let readings = ledger.readings.indices.filter {
        ledger.readings[$0].scope.yearsBack == yearsBack
      }
      if readings.contains(where: { attendance?.hasAny($0, in: year) ?? false }) { return true }
      return (0..<block.rowCount).contains { row in
        block.keys[0][row] == year && readings.contains { count($0 * 2, row) > 0 }
      }
    }
  }

  private func add(_ cell: ReportingCell, to summary: inout Summary) throws(LeafFailure) {
    guard let row = row(of: cell) else {
      if hasAttended(cell) {
        if ledger.hasDenominator {
          summary.notApplicable.append(cell)
        } else {
          summary.expected += 1
          summary.reported += 1
        }
        return
      }
      summary.expected += 1
      summary.missing.append(cell)
      summary.missingYearsBack.append(ledger.yearsBack)
      if ledger.hasDenominator { summary.unknownDenominators += 1 }
      return
    }
    let known = knownDenominator(row)
    if let known, known.isZero {
      summary.notApplicable.append(cell)
      return
    }
    summary.expected += 1
    if let known { summary.known = try sum(summary.known, known) }
    if hasEntered(row) {
      summary.reported += 1
      summary.droppedRows += dropped(row)
      if let entered = enteredDenominator(row) {
        summary.covered = try sum(summary.covered, entered)
      }
    } else {
      summary.missing.append(cell)
      summary.missingYearsBack.append(lackingYearsBack(row))
      if ledger.hasDenominator, known == nil { summary.unknownDenominators += 1 }
    }
  }

  /// Rows in place of leaves, where no dimension owes a report.
  ///
  /// - Parameter isInScope: whether a row is spoken of; nil for all.
  func rowSummary(where isInScope: ((Int) -> Bool)? = nil) throws(LeafFailure) -> Summary {
    var summary = Summary()
    guard ledger.hasDenominator || isInScope != nil else {
      (summary.expected, summary.reported) = (total(counts[0]), total(counts[1]))
      return summary
    }
    let isInScope = isInScope ?? { _ in true }
    if ledger.hasDenominator { (summary.known, summary.covered) = (.zero, .zero) }
    for row in 0..<block.rowCount where isInScope(row) {
      summary.expected += count(0, row)
      summary.reported += count(1, row)
      if let known = knownDenominator(row) { summary.known = try sum(summary.known, known) }
      if let entered = enteredDenominator(row) {
        summary.covered = try sum(summary.covered, entered)
      }
    }
    return summary
  }

  private func sum(_ left: Fraction?, _ right: Fraction) throws(LeafFailure) -> Fraction? {
    guard let left else { return nil }
    guard let sum = Fraction.adding(left, right) else { throw .overflow }
    return sum
  }
}

/// Counts of different rows, which are fewer than 2^63 all together.
private func total(_ counts: [Int64]) -> Int {
  var total: Int64 = 0
  for row in counts.indices { total &+= counts[row] }
  return Int(total)
}
