import HoiDiagnostics
import HoiSyntax

/// Puts the values of parameters where `$name` stands, before anything is given a meaning: what
/// comes after sees numbers, texts and words only.
package struct Binder {
  private let definitions: Definitions
  private let source: SourceText
  /// Every parameter that is not declared, or that cannot stand where it does.
  package private(set) var problems: [Diagnostic] = []

  package init(_ definitions: Definitions, source: SourceText) {
    self.definitions = definitions
    self.source = source
  }

  package mutating func question(_ question: Question) -> Question {
    var bound = question
    switch question.subject {
    case .items(let items):
      bound.subject = .items(items.map { Item(expression($0.expression), alias: $0.alias) })
    case .pathToYear(let path, let year): bound.subject = .pathToYear(path, number(year))
    case .previous, .everything, .path: break
    }
    bound.clauses = clauses(question.clauses)
    return bound
  }

  package mutating func clauses(_ clauses: [Clause]) -> [Clause] {
    clauses.map { clause in
      var bound = clause
      bound.kind = kind(clause.kind)
      return bound
    }
  }

  private mutating func kind(_ kind: Clause.Kind) -> Clause.Kind {
    switch kind {
    case .where(let condition): .where(expression(condition))
    case .having(let condition): .having(expression(condition))
    case .versus(let other): .versus(expression(other))
    case .sort(let keys):
      .sort(
        keys.map {
          SortKey(expression($0.expression), isDescending: $0.isDescending, range: $0.range)
        })
    case .limit(let count, let groups): .limit(number(count), per: groups)
    case .by, .withTotal, .pivot, .pooled, .strict, .restated, .chart, .format, .into, .broken:
      kind
    }
  }

  package mutating func target(_ target: TargetDeclaration) -> TargetDeclaration {
    var bound = target
    switch target.threshold {
    case .comparison(let sign, let value, let range):
      bound.threshold = .comparison(sign, expression(value), range)
    case .range(let lower, let upper, let range):
      bound.threshold = .range(lower: expression(lower), upper: expression(upper), range)
    case nil: break
    }
    switch target.deadline {
    case .due(let year): bound.deadline = .due(number(year))
    case .everyYear(let last, let range):
      if let last { bound.deadline = .everyYear(to: number(last), range) }
    case nil: break
    }
    if let from = target.from { bound.from = number(from) }
    if let value = target.fromValue { bound.fromValue = expression(value) }
    if let scope = target.scope { bound.scope = expression(scope) }
    return bound
  }

  package mutating func expression(_ expression: Expression) -> Expression {
    switch expression {
    case .parameter(let name):
      return value(of: name)?.expression(at: name.range) ?? expression
    case .number, .string, .name, .broken: return expression
    case .call(let name, let arguments, let range): return .call(name, all(arguments), range)
    case .negative(let inner, let range): return .negative(self.expression(inner), range)
    case .arithmetic(let sign, let left, let right, let range):
      return .arithmetic(
        sign, left: self.expression(left), right: self.expression(right), range)
    case .comparison(let sign, let left, let right, let range):
      return .comparison(
        sign, left: self.expression(left), right: self.expression(right), range)
    case .membership(let left, let candidates, let range):
      return .membership(self.expression(left), all(candidates), range)
    case .range(let left, let lower, let upper, let range):
      return .range(
        self.expression(left), lower: self.expression(lower), upper: self.expression(upper), range)
    case .not(let inner, let range): return .not(self.expression(inner), range)
    case .all(let terms, let range): return .all(all(terms), range)
    case .any(let terms, let range): return .any(all(terms), range)
    case .filtered(let inner, let condition, let range):
      return .filtered(
        self.expression(inner), condition: self.expression(condition), range)
    case .bracket(let inner, let range): return .bracket(self.expression(inner), range)
    }
  }

  private mutating func all(_ expressions: [Expression]) -> [Expression] {
    expressions.map { expression($0) }
  }

  /// A number that stands where nothing else can.
  private mutating func number(_ literal: NumberLiteral) -> NumberLiteral {
    guard let name = literal.parameter, let value = value(of: name) else { return literal }
    guard case .number(let number, false) = value else {
      problems.append(.parameterIsNoWholeNumber(name, value, in: source))
      return literal
    }
    if number.scale > 0 || number.suffix != .none {
      problems.append(.parameterIsNoWholeNumber(name, value, in: source))
    }
    return number.moved(to: literal.range)
  }

  private mutating func value(of name: Name) -> ParameterValue? {
    if let parameter = definitions.parameter(name.text) { return parameter.value }
    problems.append(
      .unknownParameter(
        name, in: source,
        near: NearNames.suggestions(
          for: name.text, among: definitions.parameters.map { ($0.name, $0.name) })))
    return nil
  }
}
