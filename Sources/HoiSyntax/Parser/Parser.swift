import HoiDiagnostics
import HoiText

/// The cursor over the tokens of one text, and what was found so far.
///
/// A part that cannot be read throws its diagnostic; the clause, entry or statement around it records
/// it and goes on behind it (`Parser+Recovery.swift`), so that one cause is reported once.
struct Parser {
  /// Which words at the beginning of a line go on with the statement of the line before.
  enum Continuation {
    case clauses, targetWords, indicatorWords, nothing
  }

  let source: SourceText
  let lineEnds: LineEnds
  let limits: Limits
  let tokens: [Token]
  var diagnostics: [Diagnostic]
  var position = 0
  /// The token here, or `end` where the statement is over.
  var current: Token
  /// Where words have been read as keywords.
  var keywords: [SourceRange] = []
  var continuation = Continuation.clauses
  /// False inside round brackets.
  var newlineEnds = true
  var parenthesisDepth = 0
  var blockDepth = 0
  /// The token that may begin a line without ending the statement.
  var lineAllowedAt = 0
  var nesting = 0
  var nodes = 0
  /// Whether a comma stands between values here, so that `2,5` may be two of them.
  var commaSeparates = false
  /// Whether the text ended where an operand was due.
  var wantsMore = false
  /// Whether the clause before this one is a condition, which a comma cannot lengthen.
  var lastClauseWasCondition = false
  /// What the question shows, for refusals that must mend the names.
  var lastItems: [Item] = []
  var trivia = TriviaCursor()

  init(_ source: SourceText, _ lineEnds: LineEnds, _ limits: Limits) {
    let (tokens, diagnostics) = Lexer.tokens(of: source)
    self.source = source
    self.lineEnds = lineEnds
    self.limits = limits
    self.tokens = tokens
    self.diagnostics = diagnostics
    self.current = tokens[0]
    refresh()
  }

  // MARK: Moving

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
    refresh()
  }

  /// Looks again at the current token, after what ends a statement has changed.
  mutating func refresh() {
    let token = tokens[position]
    current = isEnd(token) ? Token(.end, token.start, token.start, gap: token.gap) : token
  }

  private func isEnd(_ token: Token) -> Bool {
    if token.kind == .end || token.kind == .semicolon { return true }
    if token.kind == .rightBrace, blockDepth > 0 { return true }
    guard token.startsLine, newlineEnds, position != lineAllowedAt else { return false }
    return !goesOn(token)
  }

  /// Whether a token at the beginning of a line goes on with the line before.
  func goesOn(_ token: Token) -> Bool {
    guard lineEnds == .mayContinue || blockDepth > 0 else { return false }
    if token.kind.isOperator { return true }
    guard let word = token.keyword else { return false }
    if word == .and || word == .or || word == .in { return true }
    switch continuation {
    case .clauses: return blockDepth == 0 && word.hasRole(.clause)
    case .targetWords: return word.hasRole(.target)
    case .indicatorWords:
      return [.part, .lower, .bound, .definition, .population, .source].contains(word)
    case .nothing: return false
    }
  }

  /// Lets the next token stand on a line of its own, because something must follow.
  mutating func crossLine() {
    let token = tokens[position]
    if token.kind == .end {
      wantsMore = true
    } else if token.startsLine, newlineEnds, !beginsStatement(position) {
      lineAllowedAt = position
      refresh()
    }
  }

  var isAtEnd: Bool { current.kind == .end }
  var start: Int { current.start }
  var previousEnd: Int { position == 0 ? 0 : tokens[position - 1].end }

  /// From a start to the end of the last token read.
  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, previousEnd)) }

  /// The token behind the current one, where it stands on the same line.
  var next: Token {
    guard position + 1 < tokens.count, !isAtEnd else { return tokens[tokens.count - 1] }
    let token = tokens[position + 1]
    let isOver = token.startsLine && newlineEnds && !goesOn(token)
    return isOver || token.kind == .semicolon
      ? Token(.end, token.start, token.start, gap: token.gap) : token
  }

  /// The keyword that the current token spells, if any.
  var keyword: Keyword? { current.keyword }

  // MARK: Reading

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(_ word: Keyword) -> Bool {
    guard keyword == word else { return false }
    advanceKeyword()
    return true
  }

  /// Reads the current word as a keyword.
  mutating func advanceKeyword() {
    keywords.append(current.range)
    advance()
  }

  mutating func report(_ diagnostic: Diagnostic) {
    // Nobody reads further, and random bytes must not fill the memory with messages.
    guard diagnostics.count < 1000 else { return }
    let isRepeated = diagnostics.contains {
      $0.code == diagnostic.code && $0.range == diagnostic.range
    }
    if !isRepeated { diagnostics.append(diagnostic) }
  }

  mutating func countNode() throws(Diagnostic) {
    nodes += 1
    if nodes > limits.nodes { throw .tooManyParts(limits.nodes, at: current.range, source) }
  }

  /// Goes one level deeper; the caller comes back up with `leave`.
  mutating func enter() throws(Diagnostic) {
    nesting += 1
    if nesting > limits.nesting { throw .tooDeep(limits.nesting, at: current.range, source) }
  }

  mutating func leave() { nesting -= 1 }
}
