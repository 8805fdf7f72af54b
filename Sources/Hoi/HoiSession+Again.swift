import HoiColumns
import HoiExecution
import HoiSemantics
import HoiSyntax

/// `show _`: the last answer again.
extension HoiSession {
  func again(
    _ question: Question, at word: SourceRange, _ reading: Reading
  ) -> Result<Answer, Refusal> {
    let start = monotonicNanoseconds()
    guard let last = state.withLock({ $0.lastAnswer }) else {
      return .failure(Refusal([.noLastAnswer(at: word, in: reading.source)]))
    }
    switch resolveAgain(
      question, columns: last.answeredColumns, source: reading.source,
      definitions: model.definitions)
    {
    case .failure(let refusal): return .failure(refusal)
    case .success(let resolved):
      var answer = last.again(resolved)
      answer.milliseconds = Double(monotonicNanoseconds() - start) / 1e6
      return .success(answer)
    }
  }
}
