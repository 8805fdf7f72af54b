import HoiDiagnostics
import HoiSyntax
import HoiText

/// Reads texts by the grammar's file alone, and notes which of its rules a text needs.
///
/// It tries every way, so it finds one wherever there is one; it is slow and shares nothing with the
/// parser but the tokens.
final class Recognizer {
  let grammar: Ebnf
  /// Productions that some text needed, and `choice.alternative` of its choices.
  private(set) var reached: Set<String> = []

  private var source = SourceText("")
  private var tokens: [Token] = []
  private var known: [Place: Set<Int>] = [:]

  private struct Place: Hashable {
    let production: String
    let start: Int
  }

  init(_ grammar: Ebnf) { self.grammar = grammar }

  /// Whether a text is one of the grammar's, or of one of its productions.
  func accepts(_ text: String, as production: String? = nil) -> Bool {
    source = SourceText(text)
    tokens = Lexer.tokens(of: source).tokens.dropLast()
    known = [:]
    let start = Ebnf.Rule.reference(production ?? grammar.productions[0].name)
    guard ends(start, 0).contains(tokens.count) else { return false }
    mark(start, 0, tokens.count)
    return true
  }

  // MARK: Where a rule may end

  private func ends(_ rule: Ebnf.Rule, _ start: Int) -> Set<Int> {
    switch rule {
    case .terminal(let text):
      return start < tokens.count && spells(tokens[start], text) ? [start + 1] : []
    case .special(let words): return stands(words, start) ? [start] : []
    case .reference(let name): return ends(of: name, start)
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in
        places.reduce(into: Set()) { $0.formUnion(ends(part, $1)) }
      }
    case .choice(let alternatives, _):
      return alternatives.reduce(into: Set()) { $0.formUnion(ends($1, start)) }
    case .optional(let inner): return ends(inner, start).union([start])
    case .repeated(let inner):
      var found: Set<Int> = [start]
      var open = [start]
      while let place = open.popLast() {
        for end in ends(inner, place) where found.insert(end).inserted { open.append(end) }
      }
      return found
    }
  }

  private func ends(of name: String, _ start: Int) -> Set<Int> {
    if grammar.lexical.contains(name) { return lexicalEnds(name, start) }
    let place = Place(production: name, start: start)
    if let ends = known[place] { return ends }
    let found = ends(grammar[name]!, start)
    known[place] = found
    return found
  }

  private func spells(_ token: Token, _ text: String) -> Bool {
    if token.kind == .word, let keyword = token.keyword { return keyword.rawValue == text }
    return source[token.range] == text
  }

  private func stands(_ words: String, _ place: Int) -> Bool {
    switch words {
    case "end of a line": place < tokens.count && tokens[place].startsLine
    case "end of the text": place == tokens.count
    case "nothing, before the closing brace":
      place < tokens.count && tokens[place].kind == .rightBrace
    default: false
    }
  }

  // MARK: Tokens

  /// A token by its characters; a number with its unit is two of them.
  private func lexicalEnds(_ name: String, _ start: Int) -> Set<Int> {
    guard start < tokens.count else { return [] }
    let token = tokens[start]
    switch name {
    case "number":
      var ends: Set<Int> = []
      if token.kind == .number || token.kind == .percentage { ends.insert(start + 1) }
      if token.kind == .number, start + 1 < tokens.count,
        ["ti", "tr", "trieu"].contains(folded(source[tokens[start + 1].range]))
          || tokens[start + 1].kind == .percent
      {
        ends.insert(start + 2)
      }
      return ends.filter { isSpelled(name, start, $0) }
    case "integer", "digits":
      return token.kind == .number && isSpelled(name, start, start + 1) ? [start + 1] : []
    case "word": return token.kind == .word ? lexicalEnd(name, start) : []
    case "code": return token.kind == .code ? lexicalEnd(name, start) : []
    case "string": return token.kind == .string ? lexicalEnd(name, start) : []
    case "parameter": return token.kind == .parameter ? lexicalEnd(name, start) : []
    default: return []
    }
  }

  private func lexicalEnd(_ name: String, _ start: Int) -> Set<Int> {
    isSpelled(name, start, start + 1) ? [start + 1] : []
  }

  private func characters(_ start: Int, _ end: Int) -> [Character] {
    (start..<end).flatMap { Array(source[tokens[$0].range]) }
  }

  private func isSpelled(_ name: String, _ start: Int, _ end: Int) -> Bool {
    let speller = Speller(grammar, characters(start, end))
    return speller.isSpelled(name)
  }

  // MARK: What was needed

  /// Notes one way in which a rule reaches from one place to another.
  @discardableResult
  private func mark(_ rule: Ebnf.Rule, _ start: Int, _ end: Int) -> Bool {
    guard ends(rule, start).contains(end) else { return false }
    switch rule {
    case .terminal, .special: break
    case .reference(let name):
      reached.insert(name)
      if grammar.lexical.contains(name) {
        reached.formUnion(Speller(grammar, characters(start, end)).needed(name))
      } else {
        mark(grammar[name]!, start, end)
      }
    case .sequence(let parts): markSequence(parts[...], start, end)
    case .choice(let alternatives, let number):
      let place = alternatives.firstIndex { ends($0, start).contains(end) }!
      reached.insert("\(number).\(place)")
      mark(alternatives[place], start, end)
    case .optional(let inner):
      if start != end { mark(inner, start, end) }
    case .repeated(let inner): markRepetition(inner, start, end)
    }
    return true
  }

  private func markSequence(_ parts: ArraySlice<Ebnf.Rule>, _ start: Int, _ end: Int) {
    guard let first = parts.first else { return }
    let rest = Ebnf.Rule.sequence(Array(parts.dropFirst()))
    let middle = ends(first, start).sorted().first { ends(rest, $0).contains(end) }!
    mark(first, start, middle)
    markSequence(parts.dropFirst(), middle, end)
  }

  private func markRepetition(_ inner: Ebnf.Rule, _ start: Int, _ end: Int) {
    guard start < end else { return }
    let rest = Ebnf.Rule.repeated(inner)
    let middle = ends(inner, start).sorted().first { $0 > start && ends(rest, $0).contains(end) }!
    mark(inner, start, middle)
    markRepetition(inner, middle, end)
  }
}
