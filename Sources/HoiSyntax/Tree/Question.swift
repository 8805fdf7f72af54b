import HoiDiagnostics

/// A statement that asks: a verb, what it asks about, and clauses in the order written.
public struct Question: Sendable {
  public enum Verb: String, Sendable, CaseIterable {
    case show, check, pace, project, trace, rows, list, describe
  }

  public enum Subject: Sendable {
    /// `show a, b as c`.
    case items([Item])
    /// `show _`: the last answer again.
    case previous(SourceRange)
    /// `check`, `list` without a name.
    case everything
    /// `check mamnon`, `trace x`, `rows t`, `list targets`, `describe x`.
    case path(Path)
    /// `pace x to 2030`.
    case pathToYear(Path, NumberLiteral)
  }

  public var verb: Verb
  public var verbRange: SourceRange
  public var subject: Subject
  public var clauses: [Clause]

  public init(verb: Verb, verbRange: SourceRange, subject: Subject, clauses: [Clause]) {
    self.verb = verb
    self.verbRange = verbRange
    self.subject = subject
    self.clauses = clauses
  }
}

/// Something shown, under a name of its own where it has one.
public struct Item: Hashable, Sendable {
  public var expression: Expression
  public var alias: Name?

  public init(_ expression: Expression, alias: Name? = nil) {
    self.expression = expression
    self.alias = alias
  }

  public var range: SourceRange {
    alias.map { expression.range.union($0.range) } ?? expression.range
  }
}

/// One clause; each kind stands at most once in a question.
public struct Clause: Sendable {
  public enum Kind: Sendable {
    case by([Path])
    case `where`(Expression)
    case having(Expression)
    /// `vs 2025`, `vs prev`, `vs dantoc = kinh`.
    case versus(Expression)
    case withTotal
    case pivot(Path)
    case sort([SortKey])
    case limit(NumberLiteral, per: [Path])
    case pooled([Path])
    case strict
    case restated
    case chart(Name?)
    case format(Name)
    case into(StringLiteral)
    case broken
  }

  public var kind: Kind
  /// The word or words that open it.
  public var keyword: SourceRange
  public var range: SourceRange
  public var surroundings: Surroundings

  public init(
    _ kind: Kind, keyword: SourceRange, range: SourceRange,
    surroundings: Surroundings = Surroundings()
  ) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
    self.surroundings = surroundings
  }
}

/// A key of `sort`: a name or a call; `-` in front is descending, never subtraction.
public struct SortKey: Hashable, Sendable {
  public var expression: Expression
  public var isDescending: Bool
  public var range: SourceRange

  public init(_ expression: Expression, isDescending: Bool, range: SourceRange) {
    self.expression = expression
    self.isDescending = isDescending
    self.range = range
  }
}
