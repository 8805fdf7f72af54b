import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `check`: a row per target, group and year, in the order of the model, those of one section
/// of the resolution together.
package func answer(
  _ question: CheckQuestion, plan: CheckPlan, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let results = try runAll(plan.leaves, in: catalog, context: context)
  var all = try checkRows(question, plan, results: results, in: catalog)
  if context.isPublic { hideFew(&all, in: catalog) }
  var kept = all
  var notes = question.notes.map { Note($0.code, $0.text) }
  if let condition = question.having {
    let (rows, passedOver) = rows(all, having: condition, in: catalog)
    kept = rows
    if passedOver > 0 { notes.append(.passedOver(passedOver)) }
    if kept.isEmpty { notes.append(.nothingHeld(question.havingSpelling)) }
  }
  kept = question.sort.isEmpty ? bySection(kept) : sort(kept, by: question.sort, in: catalog)
  var answer = Answer(kind: .check, title: question.title)
  answer.rowsBeforeLimit = kept.count
  if let most = question.limit { kept = limit(kept, to: most, within: question.limitGroups) }
  answer.rowCount = kept.count
  answer.columns = checkColumns(question, kept, in: catalog)
  answer.notes = totals(kept) + notes + checkNotes(question, all: all, kept: kept, in: catalog)
  answer.cite(
    kept.flatMap { catalog[$0.target.indicator].formula.tables }.uniqued, in: catalog)
  if context.isPublic { answer.tellHidden() }
  return answer
}
