import HoiCatalog
import HoiExecution
import HoiPlanning
import HoiSemantics
import HoiSyntax

extension HoiSession {
  /// Runs one statement that has been parsed without errors.
  func run(_ statement: Statement, in source: SourceText) -> Outcome {
    switch statement.kind {
    case .question(let question):
      return ask(question, statement.range, in: source)
    case .dimension, .table, .subject, .target:
      do {
        return .done(
          try change { catalog throws(Diagnostic) in
            try declare(statement, in: source, folder: source.folder, to: &catalog)
          })
      } catch {
        return .failure([error])
      }
    case .explain, .let, .param, .set, .expect, .say, .use, .load:
      return .failure([.statementNotYet(statement.range, in: source)])
    case .broken:
      preconditionFailure("a broken statement has a diagnostic")
    }
  }

  private func ask(_ question: Question, _ range: SourceRange, in source: SourceText) -> Outcome {
    let start = monotonicNanoseconds()
    let catalog = catalog
    switch resolve(question, in: catalog, source: source) {
    case .failure(let refusal):
      return .failure(refusal.diagnostics)
    case .success(let statement):
      return withContext { context in
        do throws(LeafFailure) {
          var answer = try answer(statement, in: catalog, context: context)
          answer.milliseconds = Double(monotonicNanoseconds() - start) / 1e6
          return .answer(answer)
        } catch {
          return .failure([.failed(error, at: range, in: source)])
        }
      }
    }
  }
}

private func answer(
  _ statement: ResolvedStatement, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  switch statement {
  case .show(let question):
    try HoiExecution.answer(
      question, plan: makePlan(question, in: catalog), in: catalog, context: context)
  case .check(let question):
    try HoiExecution.answer(
      question, plan: makePlan(question, in: catalog), in: catalog, context: context)
  case .pace(let question):
    try HoiExecution.answer(
      question, plan: makePlan(question, in: catalog), in: catalog, context: context)
  case .project(let question):
    try HoiExecution.answer(
      question, plan: makePlan(question, in: catalog), in: catalog, context: context)
  case .trace(let question):
    try HoiExecution.answer(
      question, plan: makePlan(question, in: catalog), in: catalog, context: context)
  case .rows(let question):
    try HoiExecution.answer(question, in: catalog, context: context)
  case .list(let listing):
    HoiExecution.answer(listing, in: catalog)
  case .describe(let described):
    HoiExecution.answer(described, in: catalog)
  }
}
