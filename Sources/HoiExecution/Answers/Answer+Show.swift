import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `show`.
package func answer(
  _ question: ShowQuestion, plan: Plan, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let catalog = question.isRestated ? catalog.restated : catalog
  var plan = plan
  let publication = context.isPublic ? Publication(question, &plan, in: catalog) : nil
  let results = try runAll(plan.leaves, in: catalog, context: context)
  let mainJudges = try judges(plan.main, plan, results: results, in: catalog)
  var main = try cells(of: plan.main, question, plan, results, mainJudges)
  var total: BlockCells?
  var totalJudges: [TargetCells] = []
  if let block = plan.total {
    totalJudges = try judges(block, plan, results: results, in: catalog)
    total = try cells(
      of: block, question, plan, results, totalJudges,
      with: combinations(of: main.keys, at: plan.totalPlaces, rowCount: main.rowCount))
  }
  let ledgers = try summaries(plan, results: results, in: catalog)
  publication?.hide(&main, &total, judges: mainJudges, totalJudges: totalJudges)

  var answer = Answer(title: question.title)
  answer.splitCount = question.splitCount
  answer.notes = question.notes.map { Note($0.code, $0.text) }
  var kept = rowNumbers(main.rowCount)
  if let having = plan.having {
    let (rows, passedOver) = rows(of: main, having: having)
    kept = rows
    if passedOver > 0 { answer.notes.append(.passedOver(passedOver)) }
  }
  // A total of nothing would be a row about no row.
  if main.rowCount == 0 { total = nil }
  arrange(kept, into: &answer, question, plan, main, total, in: catalog)
  if main.rowCount == 0 {
    answer.notes.append(catalog.whyEmpty(question))
  } else if kept.isEmpty, plan.having != nil {
    answer.notes.append(.nothingHeld(question.havingSpelling))
  }
  answer.chart = question.chart.map { $0 == .line ? .line : .bar }
  for (item, values) in zip(question.items, main.values) {
    if let note = catalog.outOfBound(item, values) { answer.notes.append(note) }
  }
  if let note = try rowsPassedOver(plan, results) { answer.notes.append(note) }
  answer.notes += showNotes(question, plan, main, in: catalog)
  answer.coverage = coverage(question, plan, ledgers, main, in: catalog)
  answer.cite(question.tables, in: catalog)
  if context.isPublic { answer.tellHidden() }
  return answer
}

/// The cells of a block; under `strict` without every value that stands on a report which did not come.
private func cells(
  of block: Block, _ question: ShowQuestion, _ plan: Plan, _ results: [LeafResult],
  _ judges: [TargetCells], with others: GroupKeys? = nil
) throws(LeafFailure) -> BlockCells {
  guard question.isStrict else {
    return try run(
      block, leaves: plan.leaves, results: results, judges: judges, with: others)
  }
  let keys = try rowKeys(of: block, leaves: plan.leaves, results: results, with: others)
  let lacking = try rowsLackingReports(keys, of: block, leaves: plan.leaves, results: results)
  return try run(
    block, leaves: plan.leaves, results: results, judges: judges, lacking: lacking, with: keys)
}

/// How many rows a condition could not be asked of, because they have no value.
private func rowsPassedOver(_ plan: Plan, _ results: [LeafResult]) throws(LeafFailure) -> Note? {
  guard let block = plan.passedOver else { return nil }
  let passed = try run(block, leaves: plan.leaves, results: results)
  guard let count = passed.values[0][0], !count.isZero else { return nil }
  return .rowsPassedOver(count.numerator)
}

/// Puts the rows that are left in order, cuts them, and turns them into columns.
private func arrange(
  _ rows: [Int32], into answer: inout Answer, _ question: ShowQuestion, _ plan: Plan,
  _ main: BlockCells, _ total: BlockCells?, in catalog: Catalog
) {
  let columns = ShowColumns(
    question: question, plan: plan, catalog: catalog, main: main, total: total)
  answer.totalCount = total?.rowCount ?? 0
  if let axis = question.pivot {
    let sorted = sort(rows, of: main, by: plan.sort, splitCount: question.splitCount)
    let all = PivotedRows(sorted, of: main, axis: axis, limit: nil)
    let pivot = question.limit.map { PivotedRows(sorted, of: main, axis: axis, limit: $0) } ?? all
    answer.rowsBeforeLimit = all.heads.count
    answer.columns = columns.pivoted(pivot, axis: axis)
    if answer.totalCount > 0 {
      answer.totalCount = (answer.columns.first?.cells.count ?? 0) - pivot.heads.count
    }
    answer.rowCount = pivot.heads.count + answer.totalCount
    return
  }
  // Within what the answer is split by, and nothing else, the others need no order.
  let isPlainLimit = question.limit?.groups == Array(0..<question.splitCount)
  var kept = sort(
    rows, of: main, by: plan.sort, splitCount: question.splitCount,
    most: isPlainLimit ? question.limit?.most : nil)
  answer.rowsBeforeLimit = rows.count
  if let limit = question.limit {
    kept = HoiExecution.limit(kept, of: main, to: limit.most, within: limit.groups)
  }
  answer.columns = columns.columns(kept)
  answer.rowCount = kept.count + answer.totalCount
}

/// What is known of the targets that are judged row by row.
private func judges(
  _ block: Block, _ plan: Plan, results: [LeafResult], in catalog: Catalog
) throws(LeafFailure) -> [TargetCells] {
  var judges: [TargetCells] = []
  for judged in block.judged {
    judges.append(
      try TargetCells(judged.planned, leaves: plan.leaves, results: results, in: catalog))
  }
  return judges
}

/// Every leaf once.
func runAll(
  _ leaves: [Leaf], in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> [LeafResult] {
  try run(leaves, over: { catalog.tables[$0].facts }, context: context)
}

private typealias LedgerState = (cells: LedgerCells, summary: LedgerCells.Summary)

private func summaries(
  _ plan: Plan, results: [LeafResult], in catalog: Catalog
) throws(LeafFailure) -> [LedgerState] {
  var states: [LedgerState] = []
  for ledger in plan.ledgers {
    let cells = try LedgerCells(ledger, leaves: plan.leaves, results: results)
    let summary =
      ledger.dimension == nil
      ? try cells.rowSummary()
      : try cells.summary(years: catalog.yearsInScope(ledger)) { catalog.owing(ledger, in: $0) }
    states.append((cells, summary))
  }
  return states
}

/// What is said of the reports behind the items, each ledger once; of another year's only where
/// something is lacking there.
private func coverage(
  _ question: ShowQuestion, _ plan: Plan, _ ledgers: [LedgerState], _ main: BlockCells,
  in catalog: Catalog
) -> [Coverage] {
  var stated: [Coverage] = []
  var statedYears: [[Int32]?] = []
  var seen: Set<Int> = []
  for (item, places) in zip(question.items, plan.ledgersOfItem) {
    for (order, place) in places.enumerated() where seen.insert(place).inserted {
      let ledger = plan.ledgers[place]
      if !shows(ledger.apart, main, question) { continue }
      let coverage = catalog.coverage(ledgers[place].summary, of: ledger, item: item.name)
      if coverage.expected == 0, coverage.notApplicable.isEmpty { continue }
      let isOther =
        ledger.apart.isEmpty && order > 0 || !stated.isEmpty && plan.ledgers[place].yearsBack > 0
      if isOther, coverage.isComplete, coverage.droppedRows == 0 { continue }
      stated.append(coverage)
      statedYears.append(catalog.years(of: plan.ledgers[place]))
    }
  }
  guard Set(statedYears).count > 1 else { return stated }
  for (place, years) in statedYears.enumerated() {
    guard let years, let first = years.first else { continue }
    stated[place].years =
      years.count == 1
      ? question.period.words(of: first)
      : Wording(vi: "các năm \(spelled(years))", en: "the years \(spelled(years))")
  }
  return stated
}

/// Whether an answer has a row of these members.
private func shows(
  _ apart: [ApartMember], _ main: BlockCells, _ question: ShowQuestion
) -> Bool {
  let places = apart.map { part in (question.axes.firstIndex(of: part.axis), part.member) }
  return apart.isEmpty
    || (0..<main.rowCount).contains { row in
      places.allSatisfy { place, member in place.map { main.keys[$0][row] == member } ?? true }
    }
}

extension Catalog {
  /// A column of an axis's members.
  func column(
    _ axis: Axis, _ members: [Int32], period: Period, timeName: String
  ) -> AnswerColumn {
    let cells: CellColumn =
      axis == .time
      ? .years(members, period) : .members(codes: members, labels: labels(axis))
    return AnswerColumn(
      name: name(axis, time: timeName), label: label(axis, period: period), role: .group,
      cells: cells)
  }

  /// The files behind some tables, each once.
  func sources(_ tables: [TableID]) -> [String] {
    var files: [String] = []
    for table in tables {
      let file = self[table].facts.origin.file
      if !file.isEmpty, !files.contains(file) { files.append(file) }
    }
    return files
  }

  /// What a person reads above a column of an axis.
  func label(_ axis: Axis, period: Period) -> Wording {
    switch axis {
    case .time:
      period == .school
        ? Wording(vi: "Năm học", en: "School year") : Wording(vi: "Năm", en: "Year")
    case .dimension(let id): Wording(verbatim: self[id].label)
    case .attribute(let id, let index): Wording(verbatim: self[id].attributes[index].label)
    }
  }
}
