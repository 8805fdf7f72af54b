import HoiRendering
import HoiSemantics
import HoiSyntax

/// `expect`: a test in a saved script.
extension HoiSession {
  /// Asks for what the condition names, once as it is and once with the condition as `having`: a row
  /// that the second lacks has failed. A missing value never holds a condition, so it fails too.
  func expect(_ condition: Expression, _ clauses: [Clause], _ reading: Reading) -> Outcome {
    let source = reading.source
    for clause in clauses where !clause.isExpected {
      return .failure([.clauseOfExpect(source[clause.keyword], at: clause.keyword, in: source)])
    }
    var question = Question(
      verb: .show, verbRange: condition.range, subject: .items(items(of: condition, source)),
      clauses: clauses)
    guard case .items(let items) = question.subject, !items.isEmpty else {
      return .failure([.expectReadsNothing(at: condition.range, in: source)])
    }
    let all: Answer
    // What is expected holds or not of the numbers as they are; what is told of them is another thing.
    switch answer(question, condition.range, reading, isPublic: false) {
    case .failure(let refusal): return .failure(refusal.diagnostics)
    case .success(let answer): all = answer
    }
    if all.rowCount == 0 {
      return .failure([
        .expectFindsNothing(at: condition.range, in: source, why: all.notes.map(\.text))
      ])
    }
    let asked = question
    question.clauses.append(
      Clause(.having(condition), keyword: condition.range, range: condition.range))
    switch answer(question, condition.range, reading, isPublic: false) {
    case .failure(let refusal): return .failure(refusal.diagnostics)
    case .success(let held):
      let failed = rows(of: all, lackedBy: held)
      if failed.isEmpty { return .done([]) }
      let told: Answer
      switch answer(asked, condition.range, reading) {
      case .failure(let refusal): return .failure(refusal.diagnostics)
      case .success(let answer): told = answer
      }
      return .failure([
        .expectFails(
          model.definitions.spelled(source[condition.range]), failed.map { told.words(ofRow: $0) },
          of: all.rowCount,
          at: condition.range, in: source)
      ])
    }
  }

  /// The rows of an answer that another with the same columns left out; the order is the same.
  private func rows(of all: Answer, lackedBy held: Answer) -> [Int] {
    let groups = all.columns.indices.filter { all.columns[$0].role == .group }
    var next = 0
    var lacked: [Int] = []
    for row in 0..<all.rowCount {
      let isThere =
        next < held.rowCount && groups.allSatisfy { all[row, $0] == held[next, $0] }
      if isThere { next += 1 } else { lacked.append(row) }
    }
    return lacked
  }

  /// The values that a condition compares, each once, in the order written.
  func items(of condition: Expression, _ source: SourceText) -> [Item] {
    let model = model
    let resolver = Resolver(
      catalog: model.catalog, source: source, definitions: model.definitions)
    var found: [Expression] = []
    func add(_ expression: Expression, isSubject: Bool = false) {
      // A name that nothing has is asked for as well, so that it is refused as one.
      guard resolver.namesValue(expression) || isSubject && resolver.isUnknown(expression),
        !found.contains(where: { source[$0.range] == source[expression.range] })
      else { return }
      found.append(expression)
    }
    func walk(_ expression: Expression) {
      switch expression {
      case .all(let terms, _), .any(let terms, _): for term in terms { walk(term) }
      case .not(let inner, _), .bracket(let inner, _): walk(inner)
      case .comparison(_, let left, let right, _):
        add(left, isSubject: true)
        add(right)
      case .membership(let left, _, _), .range(let left, _, _, _): add(left, isSubject: true)
      case .call(_, let arguments, _) where resolver.isMissingCall(expression):
        for argument in arguments { add(argument) }
      case .number, .string, .name, .parameter, .call, .negative, .arithmetic, .filtered, .broken:
        add(expression)
      }
    }
    walk(condition)
    return found.map { Item($0) }
  }
}

extension Clause {
  fileprivate var isExpected: Bool {
    switch kind {
    case .by, .where, .broken: true
    case .having, .versus, .withTotal, .pivot, .sort, .limit, .pooled, .strict, .restated, .chart,
      .format, .into:
      false
    }
  }
}

extension Answer {
  /// A row in one line: `Thôn BM-01, 2027: tyle_huydong 44,50 %`.
  fileprivate func words(ofRow row: Int) -> Wording {
    Wording(vi: words(ofRow: row, .vietnamese), en: words(ofRow: row, .english))
  }

  private func words(ofRow row: Int, _ language: Language) -> String {
    var groups: [String] = []
    var values: [String] = []
    for column in columns {
      let text = CellWords(column, RenderOptions(language: language)).text(row)
      switch column.role {
      case .group: groups.append(text)
      case .item: values.append("\(column.name) \(text)")
      case .detail, .data: break
      }
    }
    let shown = values.joined(separator: ", ")
    return groups.isEmpty ? shown : "\(groups.joined(separator: " · ")): \(shown)"
  }
}
