import HoiDiagnostics
import HoiSyntax

/// What a statement has come to before a token: enough to know what may stand there.
///
/// The parser knows more, but of whole statements only; this reads what is still being typed and never
/// finds fault. Where a name is due every word is a name, as in the grammar.
struct Scan {
  /// What is being written.
  enum Section: Equatable {
    case start
    case items
    /// A name from the catalogue behind a verb.
    case subject(Keyword)
    case axes
    case condition
    case results
    case sortKeys
    case comparison
    case total
    case chart
    case format
    case file
    /// Names, numbers and texts of the user's own.
    case free
    case setting
    /// Nothing more but another clause.
    case over
    case declaration(Keyword)
  }

  let source: SourceText
  var section = Section.start
  var verb: Keyword?
  /// Whether the verb was spelt in Vietnamese.
  var isVietnamese: Bool?
  var used: Set<Keyword> = []
  /// What is asked about: the names among the items or behind the verb.
  var subjects: [Path] = []
  /// Whether a name or value is due.
  var expectsOperand = false
  /// The parts of the name being written, without the one after the last dot.
  var path: [Name] = []
  /// The name left of a comparison, while what stands right of it is written.
  var left: Path?
  var depth = 0
  var braces = 0
  /// How the token looked at last was understood.
  var role = Role.other
  /// Where in a declaration it is.
  var declared = Declared()
  private var brackets: [(left: Path?, isCall: Bool)] = []
  /// Whether the part of a name behind its dot is due.
  var isAfterDot = false
  private(set) var last: Token.Kind?
  private(set) var lastKeyword: Keyword?

  init(_ source: SourceText) { self.source = source }

  /// What a token is in its statement.
  enum Role { case keyword, function, name, other }

  /// Reads one token.
  mutating func take(_ token: Token) {
    if token.kind == .semicolon, braces == 0 {
      self = Scan(source)
      return
    }
    if beginsStatement(token) { self = Scan(source) }
    role = .other
    let word = token.kind == .word ? Keyword(word: source[token.range]) : nil
    switch section {
    case .start: begin(token, word)
    case .declaration: declare(token, word)
    case .items, .subject, .axes, .condition, .results, .sortKeys, .comparison, .total, .chart,
      .format, .file, .free, .setting, .over:
      ask(token, word)
    }
    last = token.kind
    lastKeyword = role == .keyword ? word : nil
  }

  private func beginsStatement(_ token: Token) -> Bool {
    guard token.startsLine, section != .start, depth == 0, braces == 0 else { return false }
    if last == .comma || last?.isOperator == true || token.kind.isOperator { return false }
    if let lastKeyword, lastKeyword.hasRole(.operator) { return false }
    guard token.kind == .word, let word = Keyword(word: source[token.range]) else { return true }
    if case .declaration = section { return !word.hasRole(.target) }
    return !word.hasRole(.clause) && !word.hasRole(.operator)
  }

  private mutating func begin(_ token: Token, _ word: Keyword?) {
    guard let word, word.hasRole(.statement) else {
      section = .free
      return
    }
    role = .keyword
    if word != .explain { verb = word }
    isVietnamese = source[token.range].lowercased() != word.rawValue
    expectsOperand = true
    switch word {
    case .show: section = .items
    case .expect: section = .results
    case .explain: section = .start
    case .use, .load: section = .file
    case .set: section = .setting
    case .dimension, .table, .subject, .target: section = .declaration(word)
    case .check, .pace, .project, .trace, .rows, .list, .describe: section = .subject(word)
    default: section = .free
    }
  }

  mutating func ask(_ token: Token, _ word: Keyword?) {
    switch token.kind {
    case .word, .code, .number, .percentage, .string, .parameter, .illegal:
      if isNameDue(word) { operand(token) } else if let word { keyword(word) }
    case .dot:
      isAfterDot = true
      expectsOperand = true
    case .comma:
      path = []
      expectsOperand = true
    case .leftParenthesis:
      depth += 1
      let isCall = last == .word && !expectsOperand
      brackets.append((left, isCall))
      if isCall, section == .items, !subjects.isEmpty { subjects.removeLast() }
      if isCall || !expectsOperand { path = [] }
      expectsOperand = true
    case .rightParenthesis:
      depth = max(0, depth - 1)
      left = brackets.popLast()?.left
      expectsOperand = false
      if last != .comma { left = nil }
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde:
      left = path.isEmpty ? nil : Path(path)
      expectsOperand = true
    case .plus, .minus, .star, .slash, .ampersands, .bars:
      left = nil
      expectsOperand = true
    case .dots: expectsOperand = true
    case .leftBrace: braces += 1
    case .rightBrace: braces = max(0, braces - 1)
    case .percent, .semicolon, .end: break
    }
  }

  /// Whether a word here is a name rather than a keyword.
  private func isNameDue(_ word: Keyword?) -> Bool {
    guard expectsOperand else { return word == nil }
    guard let word, !isAfterDot else { return true }
    switch section {
    case .total: return false
    case .chart: return !word.hasRole(.clause)
    case .subject(.check), .subject(.list): return !word.hasRole(.clause)
    case .condition, .results: return word != .not
    case .start, .items, .subject, .axes, .sortKeys, .comparison, .format, .file, .free, .setting,
      .over, .declaration:
      return true
    }
  }

  mutating func operand(_ token: Token) {
    let text = source[token.range]
    let name = Name(unquoted(text), range: token.range, isQuoted: token.kind == .string)
    let isPart = isAfterDot && !path.isEmpty
    path = isPart ? path + [name] : [name]
    isAfterDot = false
    expectsOperand = false
    role = token.kind == .word || token.kind == .code ? .name : .other
    guard path.count <= 3, token.kind == .word || token.kind == .code else { return }
    switch section {
    case .items, .subject:
      if isPart, !subjects.isEmpty { subjects.removeLast() }
      subjects.append(Path(path))
    default: break
    }
  }

  private mutating func keyword(_ word: Keyword) {
    role = .keyword
    let isOver = depth == 0 && word.hasRole(.clause)
    if isOver && verb != nil {
      clause(word)
      return
    }
    switch word {
    case .and, .or, .not:
      left = nil
      path = []
      expectsOperand = true
    case .in:
      left = path.isEmpty ? nil : Path(path)
      expectsOperand = true
    case .where:
      section = .condition
      path = []
      expectsOperand = true
    case .as: section = .free
    case .to: section = .free
    case .total: section = .over
    case .per:
      section = .axes
      expectsOperand = true
    default: role = .other
    }
  }

  private mutating func clause(_ word: Keyword) {
    used.insert(word)
    path = []
    left = nil
    expectsOperand = true
    switch word {
    case .by, .pivot, .pooled: section = .axes
    case .where: section = .condition
    case .having: section = .results
    case .vs: section = .comparison
    case .with: section = .total
    case .sort: section = .sortKeys
    case .chart: section = .chart
    case .format: section = .format
    case .into: section = .file
    case .limit: section = .free
    default:
      section = .over
      expectsOperand = false
    }
  }
}

/// A text without its quotes; a text whose closing quote is not typed yet has none to lose.
func unquoted(_ text: String) -> String {
  guard text.first == "\"" else { return text }
  let inner = text.dropFirst()
  return String(inner.last == "\"" ? inner.dropLast() : inner)
}
