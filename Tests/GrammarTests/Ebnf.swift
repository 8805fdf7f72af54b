/// A grammar in the notation of `Grammar/hoi.ebnf`.
struct Ebnf: Sendable {
  indirect enum Rule: Sendable {
    /// `"show"`.
    case terminal(String)
    /// `?end of a line?`.
    case special(String)
    case reference(String)
    case sequence([Rule])
    /// The alternatives, and a number that tells this choice from all others.
    case choice([Rule], Int)
    case optional(Rule)
    case repeated(Rule)
  }

  /// In the order of the file.
  private(set) var productions: [(name: String, rule: Rule)] = []
  /// What the comment `e.g.` behind a production shows of it.
  private(set) var examples: [String: String] = [:]
  /// Productions behind the heading of tokens: they describe characters, not tokens.
  private(set) var lexical: Set<String> = []
  private(set) var choiceCount = 0
  /// What was not understood, with the text that follows.
  private(set) var mistakes: [String] = []

  private var rest: Substring
  private var isLexical = false
  private var latest = ""

  init(_ text: String) {
    rest = text[...]
    skipBlanks()
    while !rest.isEmpty, mistakes.isEmpty { production() }
  }

  subscript(name: String) -> Rule? { productions.first { $0.name == name }?.rule }

  private mutating func production() {
    let name = name()
    if name.isEmpty || !accept("=") { return mistake("a production") }
    let rule = choice()
    // The heading of tokens may stand right behind the semicolon.
    let isLexical = isLexical
    latest = name
    if !accept(";") { return mistake("the end of \(name)") }
    if productions.contains(where: { $0.name == name }) { mistakes.append("\(name) stands twice") }
    productions.append((name, rule))
    if isLexical { lexical.insert(name) }
  }

  private mutating func choice() -> Rule {
    var alternatives = [sequence()]
    while accept("|") { alternatives.append(sequence()) }
    if alternatives.count == 1 { return alternatives[0] }
    choiceCount += 1
    return .choice(alternatives, choiceCount)
  }

  private mutating func sequence() -> Rule {
    var parts = [factor()]
    while accept(",") { parts.append(factor()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func factor() -> Rule {
    guard let first = rest.first else {
      mistake("a factor")
      return .sequence([])
    }
    switch first {
    case "\"", "'": return .terminal(quoted(first))
    case "?": return .special(quoted(first))
    case "[": return bracketed("]") { .optional($0) }
    case "{": return bracketed("}") { .repeated($0) }
    case "(": return bracketed(")") { $0 }
    default:
      let name = name()
      if name.isEmpty { mistake("a factor") }
      return .reference(name)
    }
  }

  private mutating func bracketed(_ closer: Character, _ make: (Rule) -> Rule) -> Rule {
    rest.removeFirst()
    skipBlanks()
    let inner = choice()
    if !accept(closer) { mistake("`\(closer)`") }
    return make(inner)
  }

  private mutating func quoted(_ quote: Character) -> String {
    rest.removeFirst()
    let text = rest.prefix { $0 != quote }
    rest = rest[text.endIndex...].dropFirst()
    skipBlanks()
    return String(text)
  }

  /// Words with single blanks between them.
  private mutating func name() -> String {
    var words: [Substring] = []
    while let first = rest.first, first.isLetter {
      let word = rest.prefix { $0.isLetter }
      words.append(word)
      rest = rest[word.endIndex...]
      skipBlanks()
    }
    return words.joined(separator: " ")
  }

  private mutating func accept(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    skipBlanks()
    return true
  }

  private mutating func skipBlanks() {
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard rest.hasPrefix("(*"), let end = rest.firstRange(of: "*)") else { return }
      let comment = rest[..<end.lowerBound]
      if comment.contains("--- Tokens ---") { isLexical = true }
      if comment.hasPrefix("(* e.g. ") {
        examples[latest] = comment.dropFirst(8).dropLast().description
      }
      rest = rest[end.upperBound...]
    }
  }

  private mutating func mistake(_ expected: String) {
    if mistakes.isEmpty { mistakes.append("no \(expected) before: \(rest.prefix(40))") }
    rest = ""
  }
}

extension Ebnf.Rule {
  /// Every rule within, itself first.
  func walk(_ visit: (Ebnf.Rule) -> Void) {
    visit(self)
    switch self {
    case .terminal, .special, .reference: break
    case .sequence(let parts), .choice(let parts, _): for part in parts { part.walk(visit) }
    case .optional(let inner), .repeated(let inner): inner.walk(visit)
    }
  }
}
