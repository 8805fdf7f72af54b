import HoiExecution
import HoiFormats
import HoiSemantics
import HoiSyntax

/// Looking for mistakes without answering anything.
extension HoiSession {
  /// What is wrong with a script or a model, or probably not meant, in the order of the text.
  ///
  /// Its names, parameters and declarations hold for what follows, as if it ran, and files that it names
  /// are read; no question is answered and nothing is written. This session stays as it is.
  public func lint(_ source: SourceText) -> [Diagnostic] {
    let reading = Reading(source)
    // What the model has read already would be declared twice.
    let isInModel = reading.files.contains { model.filesRead.contains($0.path) }
    return (isInModel ? fresh() : copy()).lintAll(reading)
  }

  /// Whether a file is the session's model or a part of it.
  public func hasRead(_ path: String) -> Bool {
    canonicalPath(path).map(model.filesRead.contains) ?? false
  }

  private func lintAll(_ reading: Reading) -> [Diagnostic] {
    let (tree, diagnostics) = parse(
      reading.source, lineEnds: .mayContinue, limits: settings.limits)
    var found: [Diagnostic] = []
    var unsaid = diagnostics[...]
    for (place, statement) in tree.statements.enumerated() {
      // What is wrong up to the next statement is wrong with this one.
      let next =
        place + 1 < tree.statements.count ? tree.statements[place + 1].range.start : Int.max
      let wrong = unsaid.prefix { $0.range.start < next }
      unsaid = unsaid.dropFirst(wrong.count)
      let own = wrong.isEmpty ? lint(statement, reading) : Array(wrong)
      found += foretold(own, statement, in: reading.source)
    }
    found += unsaid
    found += unusedNames(tree)
    return found.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  /// What is left of a statement's diagnostics where a comment says how it is refused.
  private func foretold(
    _ found: [Diagnostic], _ statement: Statement, in source: SourceText
  ) -> [Diagnostic] {
    guard let code = statement.expectedRefusal else { return found }
    if found.contains(where: { $0.code == code }) { return found.filter { $0.code != code } }
    return found + [.notRefused(code, at: statement.range, in: source)]
  }

  private func lint(_ statement: Statement, _ reading: Reading) -> [Diagnostic] {
    switch statement.kind {
    case .question(let question): return lint(question, reading)
    case .explain(let inner): return lint(inner, reading)
    case .expect(let condition, let clauses):
      let items = items(of: condition, reading.source)
      if items.isEmpty { return [.expectReadsNothing(at: condition.range, in: reading.source)] }
      let having = Clause(.having(condition), keyword: condition.range, range: condition.range)
      return lint(
        Question(
          verb: .show, verbRange: condition.range, subject: .items(items),
          clauses: clauses + [having]), reading)
    case .say(let text):
      return problems { () throws(Diagnostic) in
        _ = try model.definitions.filled(text, in: reading.source)
      }
    case .set(let name, let value):
      return problems { () throws(Diagnostic) in _ = try set(name, to: value, reading) }
    case .use(let file): return lintUsed(file, reading)
    case .target(let target): return declared(statement, reading) + lint(target, in: reading.source)
    case .dimension, .table, .subject, .let, .param, .load: return declared(statement, reading)
    case .broken: preconditionFailure("a broken statement has a diagnostic")
    }
  }

  private func problems(_ body: () throws(Diagnostic) -> Void) -> [Diagnostic] {
    do {
      try body()
      return []
    } catch {
      return [error]
    }
  }

  private func declared(_ statement: Statement, _ reading: Reading) -> [Diagnostic] {
    do throws(HoiFailure) {
      return try change { model throws(HoiFailure) in
        try declare(statement, reading, to: &model)
      }
    } catch {
      return error.diagnostics
    }
  }

  /// What a file declares holds here; what is wrong in it is said where it stands.
  private func lintUsed(_ file: StringLiteral, _ reading: Reading) -> [Diagnostic] {
    do throws(Diagnostic) {
      guard let inner = try entered(file, reading, filesRead: model.filesRead) else { return [] }
      let found = lintAll(inner)
      let path = inner.files[inner.files.count - 1].path
      _ = change { model in
        model.filesRead.insert(path)
        return []
      }
      return found
    } catch {
      return [error]
    }
  }

  private func lint(_ question: Question, _ reading: Reading) -> [Diagnostic] {
    do throws(Diagnostic) {
      _ = try Presentation(question, reading, in: self)
    } catch {
      return [error]
    }
    // What the last answer will hold is not known.
    if case .previous = question.subject { return [] }
    var question = question
    question.clauses.removeAll(where: \.isPresentation)
    let model = model
    switch resolve(
      question, in: model.catalog, source: reading.source, definitions: model.definitions)
    {
    case .failure(let refusal): return refusal.diagnostics
    case .success(let statement):
      guard let why = model.catalog.whyAlwaysEmpty(statement) else { return [] }
      let condition = question.clauses.first {
        if case .where = $0.kind { true } else { false }
      }
      return [.alwaysEmpty(why, at: condition?.range ?? question.verbRange, in: reading.source)]
    }
  }

  /// Who reads a verdict wants to know where it was promised, and in which words.
  private func lint(_ target: TargetDeclaration, in source: SourceText) -> [Diagnostic] {
    if target.clause != nil, target.quote != nil { return [] }
    return [
      .targetWithoutWords(
        target.id.text, lacksClause: target.clause == nil, lacksQuote: target.quote == nil,
        at: target.id.range, in: source)
    ]
  }
}
