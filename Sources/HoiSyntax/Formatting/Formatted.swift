import HoiDiagnostics

/// A text in the form of the house: the same statements, names and comments, laid out one way.
///
/// Clauses and the parts of targets stand in the order of the manual, keywords in lower case and with
/// their accents, entries on lines of their own. What a text says never changes, and formatting what is
/// formatted changes nothing.
///
/// - Returns: the text; nil where it cannot be read, with the reasons. A statement that a comment says is
///   refused stays as it was written.
package func formatted(
  _ source: SourceText, limits: Limits = Limits()
) -> (text: String?, diagnostics: [Diagnostic]) {
  let (tree, found) = parse(source, lineEnds: .mayContinue, limits: limits)
  let diagnostics = unexpected(found, in: tree)
  if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
  var formatter = Formatter(tree)
  for statement in tree.statements {
    let isRefused = found.contains { statement.holds($0) }
    formatter.statement(statement, isVerbatim: isRefused)
  }
  formatter.endOfText()
  let text = formatter.lines.text
  // A formatter that changes a model changes numbers, so it is never trusted unread.
  let again = parse(SourceText(text), lineEnds: .mayContinue, limits: limits)
  precondition(
    again.diagnostics.map(\.code) == found.map(\.code) && meaning(again.tree) == meaning(tree),
    "formatting changed what a text says")
  return (text, diagnostics)
}

/// Turns the parts of a tree into lines.
///
/// It writes the tokens themselves, so nothing that was written can be lost; the tree tells it what
/// belongs together, and the page where a line is too long.
struct Formatter {
  let tree: Tree
  let source: SourceText
  let tokens: [Token]
  /// Where words stand as keywords, by their offset.
  let keywords: Set<Int>
  var lines = Lines()
  /// The end of the last token written or passed over.
  var position = 0

  init(_ tree: Tree) {
    self.tree = tree
    self.source = tree.source
    self.tokens = Lexer.tokens(of: tree.source).tokens
    self.keywords = Set(tree.keywords.map(\.start))
  }

  /// Comments behind the last statement.
  mutating func endOfText() {
    let gap = gap(to: source.bytes.count)
    lines.comment(behind: gap.behind)
    lines.gap(gap.before, indent: 0)
    lines.dropBlankLine()
  }

  /// The tokens of a range, as lexemes with the comments between them.
  ///
  /// - Parameter end: how far to look for a comment behind the last one.
  func lexemes(_ range: SourceRange) -> [Lexeme] {
    var lexemes: [Lexeme] = []
    var end = range.start
    for token in tokens[firstToken(from: range.start)...] {
      guard token.kind != .end, token.end <= range.end else { break }
      let gap = gapBetween(end, token.start)
      if let last = lexemes.indices.last { lexemes[last].behind = gap.behind }
      var lexeme = Lexeme(
        token, source, isKeyword: keywords.contains(token.start),
        after: lexemes.last, lexemes.dropLast().last)
      lexeme.before = gap.before.filter { $0 != .blankLine }
      lexemes.append(lexeme)
      end = token.end
    }
    return lexemes
  }

  /// The first token that does not begin before an offset.
  func firstToken(from offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
