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
  let results = try runAll(plan.leaves, in: catalog, context: context)
  var main = try run(plan.main, leaves: plan.leaves, results: results)
  var total: BlockCells?
  if let block = plan.total { total = try run(block, leaves: plan.leaves, results: results) }
  let ledgers = try summaries(plan, results: results, in: catalog)

  if question.isStrict {
    let missing = ledgers.map { (cells: $0.cells, missing: $0.summary.missing) }
    let ledgersOfValue = plan.ledgersOfItem + hiddenLedgers(plan)
    main = strict(
      main, axes: plan.main.axes, ledgers: missing, ledgersOfValue: ledgersOfValue, in: catalog)
    if let block = plan.total, let cells = total {
      total = strict(
        cells, axes: block.axes, ledgers: missing, ledgersOfValue: plan.ledgersOfItem, in: catalog)
    }
  }

  var answer = Answer(title: question.title)
  answer.notes = question.notes.map { Note($0.code, $0.text) }
  var kept = (0..<main.rowCount).map(Int32.init)
  if let having = plan.having {
    let (rows, passedOver) = rows(of: main, having: having)
    kept = rows
    if passedOver > 0 { answer.notes.append(.passedOver(passedOver)) }
  }
  kept = sort(kept, of: main, by: plan.sort, splitCount: question.splitCount)
  answer.rowsBeforeLimit = kept.count
  if let most = question.limit {
    kept = limit(kept, of: main, to: most, splitCount: question.splitCount)
  }
  // A total of nothing would be a row about no row.
  if main.rowCount == 0 { total = nil }
  answer.columns = columns(question, main, rows: kept, total: total, in: catalog)
  answer.totalCount = total?.rowCount ?? 0
  answer.rowCount = kept.count + answer.totalCount
  if main.rowCount == 0 {
    answer.notes.append(catalog.whyEmpty(question))
  } else if kept.isEmpty, plan.having != nil {
    answer.notes.append(.nothingHeld(question.havingSpelling))
  }
  answer.coverage = coverage(question, plan, ledgers, in: catalog)
  answer.sources = catalog.sources(question.tables)
  return answer
}

/// Every leaf once.
func runAll(
  _ leaves: [Leaf], in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> [LeafResult] {
  var results: [LeafResult] = []
  for leaf in leaves {
    results.append(try run(leaf, over: catalog.tables[leaf.table].facts, context: context))
  }
  return results
}

/// Values that only `having` and `sort` read stand on everything that the items stand on.
private func hiddenLedgers(_ plan: Plan) -> [[Int]] {
  let hidden = plan.main.values.count - plan.ledgersOfItem.count
  return Array(repeating: Array(plan.ledgers.indices), count: hidden)
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
      ? try cells.rowSummary { _ in true }
      : try cells.summary(years: catalog.yearsInScope(ledger)) { catalog.owing(ledger, in: $0) }
    states.append((cells, summary))
  }
  return states
}

private func coverage(
  _ question: ShowQuestion, _ plan: Plan, _ ledgers: [LedgerState], in catalog: Catalog
) -> [Coverage] {
  var stated: [Coverage] = []
  for (item, places) in zip(question.items, plan.ledgersOfItem) {
    for place in places {
      stated.append(
        catalog.coverage(ledgers[place].summary, of: plan.ledgers[place], item: item.name))
    }
  }
  return stated
}

private func columns(
  _ question: ShowQuestion, _ main: BlockCells, rows: [Int32], total: BlockCells?,
  in catalog: Catalog
) -> [AnswerColumn] {
  var columns: [AnswerColumn] = []
  for (place, axis) in question.axes.enumerated() {
    var members = rows.map { main.keys[place][Int($0)] }
    for row in 0..<(total?.rowCount ?? 0) {
      members.append(place < question.splitCount ? total!.keys[place][row] : -1)
    }
    columns.append(
      catalog.column(axis, members, period: question.period, timeName: question.timeName))
  }
  for (place, item) in question.items.enumerated() {
    var cells = main.values[place].gathering(rows)
    if let total { cells.append(total.values[place]) }
    var column = AnswerColumn(
      name: item.name, label: item.label, unit: item.unit, cells: .numbers(cells))
    column.sides = item.sides
    column.thresholds = item.thresholds
    column.places = item.places
    column.isPart = item.isPart
    columns.append(column)
  }
  return columns
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

extension NumberColumn {
  /// Adds the rows of another column below.
  mutating func append(_ other: NumberColumn) {
    var builder = NumberColumnBuilder(capacity: count + other.count)
    for column in [self, other] {
      for row in 0..<column.count {
        if let value = column[row] {
          builder.append(value)
        } else {
          builder.append(column.state(row))
        }
      }
    }
    self = builder.finish()
  }
}
