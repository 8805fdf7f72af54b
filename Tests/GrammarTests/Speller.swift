import HoiText

/// Reads the characters of one token by the productions of tokens.
struct Speller {
  let grammar: Ebnf
  let characters: [Character]

  init(_ grammar: Ebnf, _ characters: [Character]) {
    self.grammar = grammar
    self.characters = characters
  }

  func isSpelled(_ name: String) -> Bool {
    ends(.reference(name), 0).contains(characters.count)
  }

  /// The productions and alternatives that some way of reading the token needs.
  func needed(_ name: String) -> Set<String> {
    var found: Set<String> = []
    note(.reference(name), 0, &found)
    return found
  }

  private func ends(_ rule: Ebnf.Rule, _ start: Int) -> Set<Int> {
    switch rule {
    case .terminal(let text):
      return characters[start...].starts(with: text) ? [start + text.count] : []
    case .special(let words): return stands(words, start).map { [start + $0] } ?? []
    case .reference(let name): return ends(grammar[name]!, start)
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

  /// How many characters are what is said in words.
  private func stands(_ words: String, _ start: Int) -> Int? {
    guard start < characters.count else { return nil }
    let character = characters[start]
    let rest = folded(String(characters[start...]))
    switch words {
    case _ where words.hasPrefix("a to z, A to Z"):
      let isLetter = character.isLetter || character == "_" || !character.isASCII
      return isLetter ? 1 : nil
    case "any character": return 1
    case "any character but `\"` and `\\`": return character == "\"" || character == "\\" ? nil : 1
    case _ where words.hasPrefix("the word ty"):
      return rest == "ti" ? characters.count - start : nil
    case _ where words.hasPrefix("the word tr"):
      return rest == "tr" || rest == "trieu" ? characters.count - start : nil
    default: return nil
    }
  }

  /// Notes everything that can begin at a place and ends somewhere; tokens are short.
  private func note(_ rule: Ebnf.Rule, _ start: Int, _ found: inout Set<String>) {
    guard !ends(rule, start).isEmpty else { return }
    switch rule {
    case .terminal, .special: break
    case .reference(let name):
      found.insert(name)
      note(grammar[name]!, start, &found)
    case .sequence(let parts):
      var places: Set<Int> = [start]
      for part in parts {
        for place in places { note(part, place, &found) }
        places = places.reduce(into: Set()) { $0.formUnion(ends(part, $1)) }
      }
    case .choice(let alternatives, let number):
      for (place, alternative) in alternatives.enumerated() where !ends(alternative, start).isEmpty
      {
        found.insert("\(number).\(place)")
        note(alternative, start, &found)
      }
    case .optional(let inner): note(inner, start, &found)
    case .repeated(let inner):
      for place in ends(rule, start) { note(inner, place, &found) }
    }
  }
}
