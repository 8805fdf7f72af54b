import HoiCatalog
import HoiColumns
import HoiExecution
import HoiPlanning
import HoiSemantics
import HoiSyntax

extension HoiSession {
  /// Runs one statement that has been parsed without errors.
  func run(_ statement: Statement, _ reading: Reading) -> Outcome {
    switch statement.kind {
    case .question(let question):
      return ask(question, statement.range, reading)
    case .dimension, .table, .subject, .target, .let, .param, .load, .use:
      return changed { model throws(HoiFailure) in
        try declare(statement, reading, to: &model)
      }
    case .say(let text):
      return refusing { () throws(Diagnostic) in
        .said(try model.definitions.filled(text, in: reading.source))
      }
    case .set(let name, let value):
      return refusing { () throws(Diagnostic) in
        .changed(try set(name, to: value, reading))
      }
    case .expect(let condition, let clauses):
      return expect(condition, clauses, reading)
    case .explain(let inner):
      return explain(inner, reading)
    case .broken:
      preconditionFailure("a broken statement has a diagnostic")
    }
  }

  func refusing(_ body: () throws(Diagnostic) -> Outcome) -> Outcome {
    do {
      return try body()
    } catch {
      return .failure([error])
    }
  }

  /// Answers a question, shows it as its clauses say, and remembers it as `_`.
  private func ask(_ question: Question, _ range: SourceRange, _ reading: Reading) -> Outcome {
    let presentation: Presentation
    do throws(Diagnostic) {
      presentation = try Presentation(question, reading, in: self)
    } catch {
      return .failure([error])
    }
    var question = question
    question.clauses.removeAll(where: \.isPresentation)
    switch answer(question, range, reading) {
    case .failure(let refusal): return .failure(refusal.diagnostics)
    case .success(let answer):
      state.withLock { $0.lastAnswer = answer }
      return present(answer, presentation, reading)
    }
  }

  /// The answer to a question.
  ///
  /// - Parameter isPublic: nil for as the session is.
  func answer(
    _ question: Question, _ range: SourceRange, _ reading: Reading, isPublic: Bool? = nil
  ) -> Result<Answer, Refusal> {
    let start = monotonicNanoseconds()
    if case .previous(let word) = question.subject {
      return again(question, at: word, reading)
    }
    let model = model
    let isPublic = isPublic ?? state.withLock { $0.isPublic }
    switch resolve(
      question, in: model.catalog, source: reading.source, definitions: model.definitions)
    {
    case .failure(let refusal):
      return .failure(refusal)
    case .success(let statement):
      if isPublic, let refusal = refusal(ofPublishing: statement, at: range, reading) {
        return .failure(Refusal([refusal]))
      }
      let found: Result<Answer, Refusal>? = withContext(isPublic: isPublic) { context in
        do throws(LeafFailure) {
          var answer = try Hoi.answer(statement, in: model.catalog, context: context)
          answer.milliseconds = Double(monotonicNanoseconds() - start) / 1e6
          return .success(answer)
        } catch {
          if error == .unread { return nil }
          let isLate = error == .cancelled && context.isOverdue
          return .failure(
            Refusal([
              isLate
                ? .timedOut(at: range, in: reading.source)
                : .failed(error, at: range, in: reading.source)
            ]))
        }
      }
      // What was made of damaged rows is nothing, an error or an answer.
      if let found, !model.isDamaged { return found }
      do throws(HoiFailure) {
        if model.isDamaged { try mend() } else { try readWhole() }
      } catch {
        return .failure(Refusal(error.diagnostics))
      }
      return answer(question, range, reading, isPublic: isPublic)
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
  case .list(let listing, let definitions):
    HoiExecution.answer(listing, definitions, in: catalog)
  case .describe(let described):
    HoiExecution.answer(described, in: catalog)
  }
}
