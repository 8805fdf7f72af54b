import HoiCatalog
import HoiDiagnostics
import HoiSyntax
import HoiText

/// Gives `show _` its meaning on the columns of the last answer.
///
/// What can be named is what the answer has: nothing is asked of the data again.
package func resolveAgain(
  _ question: Question, columns: [AnsweredColumn], source: SourceText,
  definitions: Definitions = Definitions()
) -> Result<AgainQuestion, Refusal> {
  var binder = Binder(definitions, source: source)
  let question = binder.question(question)
  var problems = binder.problems
  let resolver = AgainResolver(
    columns: columns,
    resolver: Resolver(catalog: Catalog(), source: source, definitions: definitions))
  var again = AgainQuestion()
  for clause in question.clauses {
    do throws(Diagnostic) {
      try resolver.add(clause, to: &again)
    } catch {
      problems.append(error)
    }
  }
  return problems.isEmpty ? .success(again) : .failure(Refusal(problems))
}

struct AgainResolver {
  let columns: [AnsweredColumn]
  let resolver: Resolver

  var source: SourceText { resolver.source }

  func add(_ clause: Clause, to again: inout AgainQuestion) throws(Diagnostic) {
    switch clause.kind {
    case .having(let expression):
      again.having = try condition(expression)
      again.havingSpelling = resolver.definitions.spelled(source[expression.range])
    case .sort(let keys):
      for key in keys {
        again.sort.append((try column(key.expression), key.isDescending))
      }
    case .limit(let literal, let groups):
      again.limit = try resolver.rowLimit(literal)
      for path in groups { again.limitGroups.append(try column(path)) }
    case .pivot(let path):
      let place = try column(path)
      switch columns[place].cells {
      case .years, .labels: again.pivot = place
      case .numbers, .texts:
        let groups = columns.filter {
          switch $0.cells {
          case .years, .labels: true
          case .numbers, .texts: false
          }
        }
        throw .notAGroup(path, groups: groups.map(\.name), in: source)
      }
    case .chart(let name):
      let hasYears = columns.contains { if case .years = $0.cells { true } else { false } }
      again.chart = try resolver.chart(name, hasYears: hasYears)
    case .by, .where, .versus, .withTotal, .pooled, .strict, .restated, .format, .into:
      throw .clauseNotTaken(
        clause, by: .show,
        takes: ["having", "sort", "limit", "pivot", "chart", "format", "into"],
        in: source)
    // The parser has said what is wrong with it.
    case .broken: break
    }
  }

  /// A column by its name or its label, exactly first, folded second.
  func column(_ path: Path) throws(Diagnostic) -> Int {
    let text = path.last.text
    if path.parts.count <= 2 {
      if let exact = columns.firstIndex(where: { $0.name == text }) { return exact }
      let wanted = folded(text)
      let alike = columns.indices.filter { place in
        folded(columns[place].name) == wanted
          || Language.allCases.contains { folded(columns[place].label[$0]) == wanted }
      }
      if alike.count == 1 { return alike[0] }
      if alike.count > 1 {
        throw .ambiguousName(path, in: source, meanings: alike.map { columns[$0].name })
      }
    }
    let names = columns.map(\.name)
    throw .unknownName(
      path.text, at: path.range, in: source,
      near: NearNames.suggestions(for: path.text, among: names.map { ($0, $0) }), known: names)
  }

  private func column(_ expression: Expression) throws(Diagnostic) -> Int {
    if let place = columns.firstIndex(where: { $0.name == source[expression.range] }) {
      return place
    }
    guard let path = expression.path else {
      let names = columns.map(\.name)
      throw .unknownName(
        source[expression.range], at: expression.range, in: source, near: [], known: names)
    }
    return try column(path)
  }

  // MARK: having

  private func condition(_ expression: Expression) throws(Diagnostic) -> AnsweredCondition {
    switch expression {
    case .all(let terms, _): return .all(try conditions(terms))
    case .any(let terms, _): return .any(try conditions(terms))
    case .not(let inner, _): return try condition(inner).negation
    case .bracket(let inner, _): return try condition(inner)
    case .comparison(let sign, let left, let right, let range):
      return try comparison(sign, try column(left), right, range)
    case .membership(let left, let candidates, let range):
      let place = try column(left)
      var any: [AnsweredCondition] = []
      for candidate in candidates {
        any.append(try comparison(.equal, place, candidate, range))
      }
      return .any(any)
    case .range(let left, let lower, let upper, let range):
      let place = try column(left)
      return .all([
        try comparison(.greaterOrEqual, place, lower, range),
        try comparison(.lessOrEqual, place, upper, range),
      ])
    case .call(_, let arguments, _)
    where resolver.isMissingCall(expression) && arguments.count == 1:
      return .missing(column: try column(arguments[0]), true)
    case .number, .string, .name, .parameter, .call, .negative, .arithmetic, .filtered, .broken:
      throw .notACondition(expression.range, in: source, mended: nil)
    }
  }

  private func conditions(_ terms: [Expression]) throws(Diagnostic) -> [AnsweredCondition] {
    var conditions: [AnsweredCondition] = []
    for term in terms { conditions.append(try condition(term)) }
    return conditions
  }

  private func comparison(
    _ sign: Expression.Comparison, _ place: Int, _ right: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> AnsweredCondition {
    let column = columns[place]
    switch column.cells {
    case .numbers:
      guard let ordering = sign.ordering else {
        throw .containsNeedsText(column.name, at: range, in: source)
      }
      if let path = right.path {
        let other = try self.column(path)
        guard columns[other].unit == column.unit else {
          throw .unitsNotComparable(
            (column.name, column.unit), (columns[other].name, columns[other].unit),
            at: right.range, in: source)
        }
        return .numbers(ordering, column: place, other: other)
      }
      return .number(
        ordering, column: place, try resolver.bound(right, for: column.unit, ordering: ordering))
    case .years:
      guard let ordering = sign.ordering else {
        throw .containsNeedsText(column.name, at: range, in: source)
      }
      return .year(ordering, column: place, Int(try resolver.year(right, tables: [])))
    case .labels(let labels): return try label(sign, place, labels, right, range)
    case .texts:
      let wanted = folded(try resolver.memberText(right).text)
      switch sign {
      case .equal, .notEqual:
        return .text(column: place, wanted, contains: false, holds: sign == .equal)
      case .contains: return .text(column: place, wanted, contains: true, holds: true)
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        throw .membersHaveNoOrder(column.name, at: range, in: source)
      }
    }
  }

  private func label(
    _ sign: Expression.Comparison, _ place: Int, _ labels: TextList, _ right: Expression,
    _ range: SourceRange
  ) throws(Diagnostic) -> AnsweredCondition {
    let (text, at) = try resolver.memberText(right)
    switch sign {
    case .contains:
      let wanted = foldedForSearch(text)
      let places = labels.indices.filter { foldedForSearch(labels[$0]).contains(wanted) }
      return .label(column: place, Set(places), isIn: true)
    case .equal, .notEqual:
      let places = NameIndex([labels]).places(named: text).map { Int($0) }
      if places.isEmpty {
        throw .unknownMember(
          text, of: columns[place].name, at: at, in: source,
          near: NearNames.suggestions(for: text, among: labels.map { ($0, quotedText($0)) }),
          known: labels.map(quotedText))
      }
      return .label(column: place, Set(places), isIn: sign == .equal)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      throw .membersHaveNoOrder(columns[place].name, at: range, in: source)
    }
  }
}
