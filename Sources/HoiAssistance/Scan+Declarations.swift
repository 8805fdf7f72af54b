import HoiDiagnostics
import HoiSyntax

/// Where in `dimension`, `table`, `subject` or `target` a text has come to.
struct Declared {
  /// The word that opened the entry being written; nil where one is due.
  var entry: Keyword?
  /// The word of the entry, or the part of a target, that was written last.
  var part: Keyword?
  /// Words of the entry, or parts of the target, that are there already.
  var used: Set<Keyword> = []
  /// Whether a formula is written: `ratio tyle = …`.
  var isFormula = false
  /// Names and texts behind the last of these words.
  var nameCount = 0
  /// The dimensions that the table has so far.
  var dimensions: [String] = []
}

extension Scan {
  /// Reads one token of a declaration.
  mutating func declare(_ token: Token, _ word: Keyword?) {
    switch token.kind {
    case .leftBrace: braces += 1
    case .rightBrace: braces = max(0, braces - 1)
    case .leftParenthesis, .rightParenthesis: break
    case .word:
      let opensEntry =
        token.startsLine || last == .leftBrace || last == .semicolon || last == .comma
      let isName =
        last == .dot
        || (lastKeyword != nil && lastKeyword != .apart && !opensEntry
          && word?.hasRole(.word) != true)
      if let word, !isName {
        let fits =
          opensEntry
          ? word.hasRole(.entry) || word.hasRole(.target)
          : word.hasRole(.word) || word.hasRole(.target) || lastKeyword == .apart
        role = fits ? .keyword : .name
      } else {
        role = .name
      }
    default: break
    }
    follow(token, word)
  }

  /// A line break ends an entry where nothing is missing in it.
  mutating func crossEntry() {
    if braces == 1 { endEntry() } else if braces == 0 { endPart() }
  }

  /// Whether the path of a file is due: `table tre from |`.
  var isAtModelFile: Bool {
    guard case .declaration(let verb) = section, declared.part == .from, last != .string
    else { return false }
    switch verb {
    case .table, .dimension: return braces == 0 || declared.entry == .attribute
    default: return false
    }
  }

  private mutating func endEntry() {
    let dimensions = declared.dimensions
    declared = Declared()
    declared.dimensions = dimensions
    clear()
  }

  private mutating func endPart() {
    declared.part = nil
    clear()
  }

  private mutating func clear() {
    path = []
    left = nil
    expectsOperand = false
  }

  private mutating func follow(_ token: Token, _ word: Keyword?) {
    if token.startsLine, !expectsOperand, depth == 0 { crossEntry() }
    switch token.kind {
    case .word, .code, .number, .percentage, .string, .parameter, .illegal:
      if let word, takes(word) { open(word) } else { name(token) }
    case .leftBrace: if braces == 1 { endEntry() }
    case .rightBrace: clear()
    case .semicolon: endEntry()
    case .comma:
      if depth == 0, !declared.takesList { endEntry() } else { ask(token, word) }
    case .equal where (declared.entry == .ratio || declared.entry == .measure) && depth == 0:
      declared.isFormula = true
      clear()
      expectsOperand = true
    case .rightParenthesis:
      ask(token, word)
      if declared.isFormula { declared.part = declared.entry }
    case .dot, .leftParenthesis, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .tilde, .plus, .minus, .star, .slash, .ampersands, .bars, .dots:
      ask(token, word)
    case .percent, .end: break
    }
  }

  /// Whether a word says what stands behind it, and is no name.
  private func takes(_ word: Keyword) -> Bool {
    if isAfterDot { return false }
    if expectsOperand { return word == .not && declared.part == .where }
    if word.hasRole(.operator), declared.part == .where { return true }
    return role == .keyword
  }

  private mutating func open(_ word: Keyword) {
    isAfterDot = false
    switch word {
    case .and, .or, .not:
      left = nil
      path = []
      expectsOperand = true
      return
    case .in where declared.part == .where:
      left = path.isEmpty ? nil : Path(path)
      expectsOperand = true
      return
    default: break
    }
    if braces > 0, declared.entry == nil { declared.entry = word }
    declared.part = word
    declared.used.insert(word)
    declared.nameCount = 0
    clear()
    switch word {
    case .where, .on, .grade, .by, .dimension, .from, .bound: expectsOperand = true
    default: break
    }
  }

  private mutating func name(_ token: Token) {
    if declared.part == .dimension, expectsOperand, token.kind != .string, braces == 1 {
      declared.dimensions.append(source[token.range])
    }
    declared.nameCount += 1
    operand(token)
    if section == .declaration(.target), declared.part == nil || declared.part == .on {
      subjects = path.isEmpty || token.kind == .string ? subjects : [Path(path)]
    }
  }
}

extension Declared {
  /// Whether a comma goes on with the entry: `dimension thon, nhom`.
  fileprivate var takesList: Bool {
    switch entry {
    case .dimension, .apart, .valid, .delimiter, .decimal, .missing: true
    default: false
    }
  }
}
