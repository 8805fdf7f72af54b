import HoiDiagnostics
import HoiSyntax

/// The clauses of a question by their kind, each at most once.
struct ClauseSet {
  var by: [Path] = []
  var condition: (expression: Expression, range: SourceRange)?
  var having: (expression: Expression, range: SourceRange)?
  var sort: [SortKey] = []
  var limit: NumberLiteral?
  /// What `limit` counts rows within.
  var limitGroups: [Path] = []
  var versus: (expression: Expression, range: SourceRange)?
  var pivot: Path?
  var pooled: [Path] = []
  /// The kind of chart as written; nil inside where any will do.
  var chart: Name??
  var hasTotal = false
  var isStrict = false
  var restated: SourceRange?

  /// Clauses of kinds that statements take.
  enum Kind: String {
    case by, `where`, having, vs, pivot, sort, limit, pooled, chart
    case withTotal = "with total"
    case strict, restated
  }

  /// Reads the clauses that a statement takes and refuses the others.
  init(
    _ question: Question, taking kinds: [Kind], in source: SourceText,
    problems: inout [Diagnostic]
  ) {
    for clause in question.clauses {
      guard let kind = clause.kind.taken, kinds.contains(kind) else {
        if let refusal = Self.refusal(of: clause, by: question.verb, taking: kinds, in: source) {
          problems.append(refusal)
        }
        continue
      }
      switch clause.kind {
      case .by(let paths): by = paths
      case .where(let expression): condition = (expression, clause.range)
      case .having(let expression): having = (expression, clause.range)
      case .sort(let keys): sort = keys
      case .limit(let most, let groups):
        limit = most
        limitGroups = groups
      case .versus(let expression): versus = (expression, clause.range)
      case .pivot(let path): pivot = path
      case .pooled(let paths): pooled = paths
      case .chart(let name): chart = .some(name)
      case .withTotal: hasTotal = true
      case .strict: isStrict = true
      case .restated: restated = clause.range
      case .format, .into, .broken: break
      }
    }
  }

  private static func refusal(
    of clause: Clause, by verb: Question.Verb, taking kinds: [Kind], in source: SourceText
  ) -> Diagnostic? {
    switch clause.kind {
    // The parser has said what is wrong with it.
    case .broken: nil
    // How an answer is given is the session's to read.
    case .format, .into: nil
    case .by, .where, .having, .versus, .pivot, .sort, .limit, .pooled, .chart, .withTotal,
      .strict, .restated:
      .clauseNotTaken(clause, by: verb, takes: kinds.map(\.rawValue), in: source)
    }
  }
}

extension Clause.Kind {
  fileprivate var taken: ClauseSet.Kind? {
    switch self {
    case .by: .by
    case .where: .where
    case .having: .having
    case .sort: .sort
    case .limit: .limit
    case .versus: .vs
    case .pivot: .pivot
    case .pooled: .pooled
    case .chart: .chart
    case .withTotal: .withTotal
    case .strict: .strict
    case .restated: .restated
    case .format, .into, .broken: nil
    }
  }
}
