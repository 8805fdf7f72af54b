import HoiSemantics
import HoiSyntax

extension HoiSession {
  func again(
    _ question: Question, at word: SourceRange, _ reading: Reading
  ) -> Result<Answer, Refusal> {
    .failure(Refusal([.statementNotYet(word, in: reading.source)]))
  }
  func explain(_ inner: Statement, _ reading: Reading) -> Outcome {
    .failure([.statementNotYet(inner.range, in: reading.source)])
  }
}
