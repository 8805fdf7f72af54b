import HoiCatalog
import HoiSemantics

/// What no answer for publication can be made of.
extension HoiSession {
  /// Why a statement is refused where counts of few people are kept out of answers: it shows single
  /// records, or follows a number down to them.
  func refusal(
    ofPublishing statement: ResolvedStatement, at range: SourceRange, _ reading: Reading
  ) -> Diagnostic? {
    switch statement {
    case .rows(let question):
      let table = catalog[question.table]
      guard table.measures.contains(where: \.countsPeople) else { return nil }
      return .recordsInPublic(table.name, at: range, in: reading.source)
    case .trace(let question):
      guard question.value.formula.measures.contains(where: { catalog[$0].countsPeople }) else {
        return nil
      }
      return .tracedInPublic(question.value.name, at: range, in: reading.source)
    case .show, .check, .pace, .project, .list, .describe: return nil
    }
  }
}
