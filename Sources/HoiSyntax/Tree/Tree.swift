import HoiDiagnostics

/// What was written: statements in order, with the comments and blank lines between them.
///
/// A value without meaning: names are as typed, ids and types live in resolved statements. Every
/// part carries its range. What could not be read is a `broken` part with a diagnostic beside the
/// tree, never a missing one.
public struct Tree: Sendable {
  public let source: SourceText
  public var statements: [Statement]
  /// Comments and blank lines after the last statement.
  public var trailing: [Trivia]
  /// Where words stand as keywords and not as names, in order.
  public var keywords: [SourceRange]

  public init(
    source: SourceText, statements: [Statement], trailing: [Trivia], keywords: [SourceRange] = []
  ) {
    self.source = source
    self.statements = statements
    self.trailing = trailing
    self.keywords = keywords
  }
}

/// A comment with its `#`, or an empty line.
public enum Trivia: Hashable, Sendable {
  case comment(String, SourceRange)
  case blankLine
}

/// What stands around a part without belonging to it.
public struct Surroundings: Hashable, Sendable {
  /// On lines of their own before it, and inside it where no smaller part can hold them.
  public var leading: [Trivia]
  /// A comment at the end of its last line.
  public var trailing: Trivia?

  public init(leading: [Trivia] = [], trailing: Trivia? = nil) {
    self.leading = leading
    self.trailing = trailing
  }
}

/// One statement.
public struct Statement: Sendable {
  public indirect enum Kind: Sendable {
    case question(Question)
    case explain(Statement)
    case `let`(Name, Expression)
    case param(Name, Expression)
    case set(Name, Expression)
    case expect(Expression, [Clause])
    case say(StringLiteral)
    case use(StringLiteral)
    case load(StringLiteral, as: Name?)
    case dimension(DimensionDeclaration)
    case table(TableDeclaration)
    case subject(SubjectDeclaration)
    case target(TargetDeclaration)
    /// Diagnosed; skipped to its end.
    case broken
  }

  public var kind: Kind
  public var range: SourceRange
  public var surroundings: Surroundings

  public init(_ kind: Kind, range: SourceRange, surroundings: Surroundings = Surroundings()) {
    self.kind = kind
    self.range = range
    self.surroundings = surroundings
  }
}
