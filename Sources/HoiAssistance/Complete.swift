import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import HoiText

/// What may stand where the cursor is, by what was written before it.
///
/// A pure function, quick enough to be asked at every key: a dimension of many members is looked up
/// and not walked through.
///
/// - Parameters:
///   - cursor: a UTF-8 offset; what stands behind it is not looked at.
///   - language: of keywords where nothing typed says otherwise, and of what is said beside them.
///   - most: more choices than this are cut off.
public func completions(
  _ text: String, at cursor: Int, in catalog: Catalog, language: Language, most: Int = 200
) -> Completions {
  completions(
    text, at: cursor, in: catalog, naming: Definitions(), language: language, most: most)
}

/// The same, with what a session has named.
package func completions(
  _ text: String, at cursor: Int, in catalog: Catalog, naming definitions: Definitions,
  language: Language, most: Int = 200
) -> Completions {
  let before = String(decoding: Array(text.utf8).prefix(max(0, cursor)), as: UTF8.self)
  let source = SourceText(before)
  let end = source.bytes.count
  guard end < Limits().sourceBytes else { return nothing(at: end) }
  var tokens = Lexer.tokens(of: source).tokens
  let last = tokens.removeLast()
  if last.gap.contains(.comment), !last.gap.contains(.lineBreak) { return nothing(at: end) }
  var typed = SourceRange(end, end)
  if let word = tokens.last, isBeingTyped(word, in: source) {
    typed = SourceRange(word.start, end)
    tokens.removeLast()
  } else if let start = startOfCode(tokens, in: source) {
    typed = SourceRange(start, end)
    tokens.removeLast(2)
  }
  var scan = Scan(source)
  for token in tokens { scan.take(token) }
  scan.crossLine(if: source.bytes[(tokens.last?.end ?? 0)..<typed.start].contains(0x0A))
  let completer = Completer(
    catalog: catalog, definitions: definitions, written: namesWritten(tokens, in: source),
    scan: scan, typed: unquoted(source[typed]),
    isQuoted: source[typed].first == "\"", language: language, most: most)
  return completer.completions(typed)
}

private func nothing(at offset: Int) -> Completions {
  Completions(
    range: SourceRange(offset, offset), typed: "", choices: [], isCut: false, common: nil,
    takesFile: false)
}

/// Whether the last token may still grow.
private func isBeingTyped(_ token: Token, in source: SourceText) -> Bool {
  switch token.kind {
  case .word, .code, .number, .parameter: token.end == source.bytes.count
  case .string: isOpen(source[token.range])
  case .illegal: source[token.range] == "$" && token.end == source.bytes.count
  default: false
  }
}

/// Where a name begins whose `-` was typed last: `BM-`; the next letter makes them one word.
private func startOfCode(_ tokens: [Token], in source: SourceText) -> Int? {
  guard tokens.count > 1, let sign = tokens.last, sign.kind == .minus,
    sign.end == source.bytes.count
  else { return nil }
  let word = tokens[tokens.count - 2]
  let isWord = word.kind == .word || word.kind == .code || word.kind == .number
  return isWord && word.end == sign.start ? word.start : nil
}

/// What the statements before the cursor name: `let x =`, `param nam =`.
private func namesWritten(_ tokens: [Token], in source: SourceText) -> [WrittenName] {
  tokens.indices.dropLast(2).compactMap { place in
    guard tokens[place].kind == .word, tokens[place + 2].kind == .equal,
      tokens[place + 1].kind == .word || tokens[place + 1].kind == .code,
      let word = Keyword(word: source[tokens[place].range]), word == .let || word == .param
    else { return nil }
    return WrittenName(name: source[tokens[place + 1].range], isParameter: word == .param)
  }
}

/// A name that a text gives and the session does not know yet.
struct WrittenName {
  let name: String
  let isParameter: Bool
}

extension Scan {
  /// A line break behind a whole statement ends it.
  mutating func crossLine(if isLineBroken: Bool) {
    guard isLineBroken, !expectsOperand, depth == 0 else { return }
    if case .declaration = section {
      crossEntry()
    } else if braces == 0 {
      self = Scan(source)
    }
  }
}

/// Collects what fits one place.
struct Completer {
  let catalog: Catalog
  let definitions: Definitions
  let written: [WrittenName]
  let scan: Scan
  let typed: String
  let isQuoted: Bool
  let language: Language
  let most: Int
  let typedKey: String

  init(
    catalog: Catalog, definitions: Definitions, written: [WrittenName], scan: Scan,
    typed: String, isQuoted: Bool, language: Language, most: Int
  ) {
    self.catalog = catalog
    self.definitions = definitions
    self.written = written
    self.scan = scan
    self.typed = typed
    self.isQuoted = isQuoted
    self.language = language
    self.most = most
    typedKey = HoiText.folded(typed)
  }

  func completions(_ range: SourceRange) -> Completions {
    var isCut = false
    var found: [Completion]
    if let members = members() {
      found = members.choices
      isCut = members.isCut
    } else {
      found = fitting(candidates())
      if found.count > most {
        isCut = true
      }
    }
    let common = isCut && typed.isEmpty ? nil : common(of: found)
    if found.count > most { found.removeSubrange(most...) }
    return Completions(
      range: range, typed: typed, choices: found, isCut: isCut, common: common,
      takesFile: scan.expectsOperand && (scan.section == .file || scan.isAtModelFile))
  }

  /// The candidates that begin as was typed, by their text, its last part or their label; without
  /// any, those with a word that does.
  private func fitting(_ candidates: [Candidate]) -> [Completion] {
    if typedKey.isEmpty { return candidates.filter { !$0.isRare }.map(\.completion) }
    var found: [[Candidate]] = [[], [], [], []]
    var seen: Set<String> = []
    for candidate in candidates where seen.insert(candidate.completion.text).inserted {
      if let rank = candidate.rank(typedKey) { found[rank].append(candidate) }
    }
    let beginning = found[0] + found[1] + found[2]
    let fitting = beginning.isEmpty ? found[3] : beginning
    let better = fitting.filter { !$0.isLast }
    return (better.isEmpty ? fitting : better).map(\.completion)
  }

  /// What all choices begin with, if it still holds what was typed.
  private func common(of choices: [Completion]) -> String? {
    guard var common = choices.first.map({ Array($0.text) }) else { return nil }
    for choice in choices.dropFirst() {
      let same = zip(common, choice.text).prefix { $0 == $1 }.count
      common.removeSubrange(same...)
    }
    let text = String(common)
    guard common.count > typed.count || choices.count == 1 else { return nil }
    return typedKey.isEmpty || HoiText.folded(text).contains(typedKey) ? text : nil
  }
}

/// Something that could stand at a place, with what it is found by.
struct Candidate {
  let completion: Completion
  /// Shown only to those who have begun to type it.
  var isRare = false
  /// Shown only where nothing else fits.
  var isLast = false

  /// How well it fits, the best first; nil where it does not.
  func rank(_ typed: String) -> Int? {
    let text = completion.text
    if HoiText.folded(text).hasPrefix(typed) { return 0 }
    if let dot = text.lastIndex(of: "."),
      HoiText.folded(String(text[text.index(after: dot)...])).hasPrefix(typed)
    {
      return 1
    }
    // What is said beside a keyword explains it and is no name of it.
    guard isNamed else { return nil }
    if HoiText.folded(completion.label).hasPrefix(typed) { return 2 }
    let words =
      text.split { $0 == "_" || $0 == "." || $0 == "-" || $0 == " " }
      + completion.label.split(separator: " ")
    return words.indices.contains {
      HoiText.folded(words[$0...].joined(separator: " ")).hasPrefix(typed)
    } ? 3 : nil
  }

  private var isNamed: Bool {
    switch completion.kind {
    case .keyword, .operator, .function, .word: false
    case .indicator, .measure, .subject, .table, .target, .axis, .member, .named, .parameter: true
    }
  }
}
