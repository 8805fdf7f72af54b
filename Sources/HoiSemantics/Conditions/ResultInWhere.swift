import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// A condition on a result that stands in `where`, and the question with it moved to `having`.
extension Resolver {
  func resultInWhere(_ subject: Expression, _ place: ConditionPlace) -> Diagnostic {
    .resultInWhere(subject.range, in: source, edits: movedToHaving(place))
  }

  /// Nil where the statement has no `having`, or where the term is about rows as well.
  private func movedToHaving(_ place: ConditionPlace) -> [Fix.Edit]? {
    guard let question = place.question, question.verb == .show || question.verb == .check,
      isAboutResults(place.term, place),
      let (clause, condition) = question.whereClause
    else { return nil }
    let terms = condition.conjunction
    guard let index = terms.firstIndex(where: { $0.range == place.term.range }) else { return nil }
    let text = source[place.term.range]
    if terms.count == 1 {
      guard let having = question.havingClause else {
        return [Fix.Edit(clause.keyword, "having")]
      }
      // With its blanks the clause leaves no hole.
      var end = condition.range.end
      while end < source.bytes.count, source.bytes[end] == 0x20 { end += 1 }
      return [Fix.Edit(SourceRange(clause.keyword.start, end), "")] + appended(text, to: having)
    }
    // A chain in brackets cannot be cut between its terms without looking inside them.
    guard case .all(let written, _) = condition, written.count == terms.count else { return nil }
    let cut =
      index > 0
      ? SourceRange(terms[index - 1].range.end, terms[index].range.end)
      : SourceRange(terms[0].range.start, terms[1].range.start)
    if let having = question.havingClause {
      return [Fix.Edit(cut, "")] + appended(text, to: having)
    }
    if index == terms.count - 1 { return [Fix.Edit(cut, " having \(text)")] }
    let end = terms[terms.count - 1].range.end
    return [Fix.Edit(cut, ""), Fix.Edit(SourceRange(end, end), " having \(text)")]
  }

  private func appended(_ text: String, to having: Expression) -> [Fix.Edit] {
    let (start, end) = (having.range.start, having.range.end)
    let added = Fix.Edit(SourceRange(end, end), " and \(text)")
    guard case .any = having else { return [added] }
    return [
      Fix.Edit(SourceRange(start, start), "("), Fix.Edit(SourceRange(end, end), ") and \(text)"),
    ]
  }

  private func isAboutResults(_ expression: Expression, _ place: ConditionPlace) -> Bool {
    switch expression {
    case .all(let terms, _), .any(let terms, _):
      return terms.allSatisfy { isAboutResults($0, place) }
    case .not(let inner, _), .bracket(let inner, _): return isAboutResults(inner, place)
    case .comparison(_, let left, _, _), .membership(let left, _, _), .range(let left, _, _, _):
      return isResult(left, place)
    case .call(let name, let arguments, _):
      return isMissingCall(name) && arguments.count == 1 && isResult(arguments[0], place)
    case .number, .string, .name, .parameter, .negative, .arithmetic, .filtered, .broken:
      return false
    }
  }

  private func isResult(_ expression: Expression, _ place: ConditionPlace) -> Bool {
    do {
      if case .result = try subject(expression, place) { return true }
      return false
    } catch {
      // Its own refusal comes where the term is read.
      return false
    }
  }
}

extension Question {
  /// The `where` clause and its condition.
  package var whereClause: (clause: Clause, condition: Expression)? {
    for clause in clauses {
      if case .where(let condition) = clause.kind { return (clause, condition) }
    }
    return nil
  }

  package var havingClause: Expression? {
    for clause in clauses {
      if case .having(let condition) = clause.kind { return condition }
    }
    return nil
  }
}
