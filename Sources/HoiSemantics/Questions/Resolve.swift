import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// Gives a question its meaning in a catalogue.
///
/// - Returns: the statement, or every root cause for which it is refused.
package func resolve(
  _ question: Question, in catalog: Catalog, source: SourceText,
  definitions: Definitions = Definitions()
) -> Result<ResolvedStatement, Refusal> {
  var binder = Binder(definitions, source: source)
  let question = binder.question(question)
  if !binder.problems.isEmpty { return .failure(Refusal(binder.problems)) }
  let resolver = Resolver(catalog: catalog, source: source, definitions: definitions)
  var problems: [Diagnostic] = []
  let statement: ResolvedStatement? =
    switch question.verb {
    case .show:
      resolver.knowingScope(of: question).show(question, problems: &problems).map { .show($0) }
    case .check: resolver.check(question, problems: &problems).map { .check($0) }
    case .rows: resolver.rows(question, problems: &problems).map { .rows($0) }
    case .list: resolver.list(question, problems: &problems)
    case .describe: resolver.describe(question, problems: &problems).map { .describe($0) }
    case .pace: resolver.pace(question, problems: &problems).map { .pace($0) }
    case .project: resolver.project(question, problems: &problems).map { .project($0) }
    case .trace: resolver.trace(question, problems: &problems).map { .trace($0) }
    }
  if let statement, problems.isEmpty { return .success(statement) }
  precondition(!problems.isEmpty, "a question without meaning has a reason")
  return .failure(Refusal(problems))
}

/// Every root cause for which something is refused, in the order of the text.
package struct Refusal: Error {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.sorted { $0.range.start < $1.range.start }
  }
}

extension Resolver {
  /// What `body` gives, or nil with its refusal added to the others.
  func collecting<Result>(
    _ problems: inout [Diagnostic], _ body: () throws(Diagnostic) -> Result
  ) -> Result? {
    do {
      return try body()
    } catch {
      problems.append(error)
      return nil
    }
  }
}
