import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning

extension Catalog {
  /// The years that a ledger speaks of: those with rows in any of its tables that are in scope.
  func yearsInScope(_ ledger: Ledger) -> [Int32] {
    guard ledger.hasYears else { return [0] }
    let allowed = ledger.filter.allowed(on: .time)
    var years: Set<Int32> = []
    let present = zip(ledger.readings, ledger.registers).filter {
      $0.0.scope.yearsBack == 0 && !$0.1
    }.map(\.0)
    if present.isEmpty { return ledger.shownYears.filter(allowed.contains) }
    for reading in present {
      years.formUnion(self[reading.table].years.filter(allowed.contains))
    }
    return years.sorted()
  }

  /// The members that owe a report in a year.
  func owing(_ ledger: Ledger, in year: Int32) -> [Int32] {
    guard let dimension = ledger.dimension else { return [] }
    return members(
      of: dimension, within: ledger.filter, in: ledger.hasYears ? year : nil, by: ledger.tables)
  }

  /// What is said of a ledger under an answer.
  ///
  /// - Parameter years: the years that were summed up, where those are not all in scope.
  func coverage(
    _ summary: LedgerCells.Summary, of ledger: Ledger, item: String, years summed: [Int32]? = nil
  ) -> Coverage {
    let countsRows = ledger.dimension == nil
    let fixedYear = ledger.filter.allowed(on: .time).single ?? 0
    // A report of an earlier year is named with that year.
    let years = zip(summary.missing, summary.missingYearsBack).map { cell, yearsBack in
      (ledger.hasYears ? cell.year : fixedYear) - yearsBack
    }
    let showsYears =
      ledger.hasYears && (summed ?? yearsInScope(ledger)).count > 1
      || summary.missingYearsBack.contains { $0 > 0 } && (ledger.hasYears || fixedYear > 0)
    func label(_ cell: ReportingCell) -> String {
      ledger.dimension.map { self[$0].labels[Int(cell.member)] } ?? ""
    }
    var missing: [String] = []
    for (cell, year) in zip(summary.missing, years) {
      let name = showsYears ? "\(label(cell)) (\(year))" : label(cell)
      // One report may be lacking to the years on both sides of it.
      if missing.last != name { missing.append(name) }
    }
    let yearsOfNothing = Set(summary.notApplicable.map(\.year))
    let notApplicable = summary.notApplicable.map { cell in
      ledger.hasYears && (showsYears || yearsOfNothing.count > 1)
        ? "\(label(cell)) (\(cell.year))" : label(cell)
    }
    var coverage = Coverage(
      leaf: ledger.dimension.map { Wording(verbatim: self[$0].label) }
        ?? Wording(vi: "dòng", en: "rows"),
      item: item, expected: summary.expected, reported: summary.reported,
      missing: missing, notApplicable: notApplicable,
      droppedRows: summary.droppedRows, countsRows: countsRows)
    coverage.apart = self.label(ledger.apart)
    coverage.denominator = denominatorWords(ledger.formula)
    if ledger.hasYears { coverage.yearCount = max(1, summary.yearCount) }
    if let known = summary.known, let covered = summary.covered, !known.isZero, !known.isNegative {
      coverage.denominatorCovered = Fraction.dividing(covered, known)
    }
    if let known = summary.known, let denominator = ledger.formula.sides?.denominator,
      denominator.measures.contains(where: { self[$0].countsPeople })
    {
      coverage.peopleLeft = Fraction.subtracting(known, summary.covered ?? .zero)
    }
    return coverage
  }

  /// The years with rows that all of a ledger is of: those in scope, or as many years before them.
  func years(of ledger: Ledger) -> [Int32]? {
    let back = ledger.yearsBack
    guard ledger.readings.allSatisfy({ $0.scope.yearsBack == back }) else { return nil }
    let fixed = ledger.filter.allowed(on: .time).single.map { [$0] }
    let known = Set(ledger.readings.flatMap { self[$0.table].years })
    return (fixed ?? yearsInScope(ledger)).map { $0 - back }.filter(known.contains)
  }

  /// `Trẻ trong độ tuổi`.
  private func denominatorWords(_ formula: Formula) -> Wording? {
    guard let denominator = formula.sides?.denominator,
      let only = denominator.measures.first, denominator.measures.count == 1
    else { return nil }
    // The reports on a yes or no are no part of what it asks about.
    if case .reported = denominator { return nil }
    return Wording(verbatim: self[only].label)
  }

  private func label(_ apart: [ApartMember]) -> Wording? {
    if apart.isEmpty { return nil }
    return Wording(
      verbatim: apart.map { labels($0.axis)[Int($0.member)] }.joined(separator: ", "))
  }
}
