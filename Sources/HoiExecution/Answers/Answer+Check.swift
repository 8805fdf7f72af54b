import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `check`: a row per target and group, in the order of the model.
package func answer(
  _ question: CheckQuestion, plan: CheckPlan, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let results = try runAll(plan.leaves, in: catalog, context: context)
  var rows: [CheckRow] = []
  for planned in plan.targets {
    let cells = try TargetCells(planned, leaves: plan.leaves, results: results, in: catalog)
    guard let year = question.year ?? cells.years.last ?? catalog.latestYear(of: cells) else {
      rows.append(CheckRow(target: planned.target, cells: cells, group: [], year: nil))
      continue
    }
    let groups = cells.groups.isEmpty && question.axes.isEmpty ? [[]] : cells.groups
    for group in groups {
      var row = CheckRow(target: planned.target, cells: cells, group: group, year: year)
      row.finding = try cells.finding(group, in: year)
      if let finding = row.finding, finding.isJudged, let threshold = cells.target.threshold {
        row.shortfall = try shortfall(
          finding.reading, threshold, countsWhole: cells.countsWhole)
      }
      rows.append(row)
    }
  }
  var answer = Answer(kind: .check, title: question.title, rowCount: rows.count)
  answer.columns = checkColumns(question, rows, in: catalog)
  answer.notes = question.notes.map { Note($0.code, $0.text) }
  let tables = plan.targets.flatMap {
    catalog[catalog[$0.target].indicator].formula.tables
  }
  answer.sources = catalog.sources(tables)
  return answer
}

/// A row of a check before it is laid out in columns.
struct CheckRow {
  var target: TargetID
  var cells: TargetCells
  var group: [Int32]
  /// Nil where its tables have no year at all.
  var year: Int32?
  var finding: Finding?
  var shortfall: Shortfall?
}

extension Catalog {
  /// The latest year with rows, where no row has a value.
  fileprivate func latestYear(of cells: TargetCells) -> Int32? {
    cells.formula.tables.compactMap { self[$0].years.last }.max()
  }
}

extension TargetCells {
  /// Whether its numerator counts things, so that what is lacking is a whole number of them.
  var countsWhole: Bool {
    guard let measures = formula.sides?.numerator.measures, !measures.isEmpty else { return false }
    return measures.allSatisfy { catalog[$0].kind == .count || catalog[$0].kind == .flag }
  }
}
