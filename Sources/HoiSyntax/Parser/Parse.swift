import HoiDiagnostics

/// Where a statement ends, which depends on where the text comes from.
public enum LineEnds: Sendable {
  /// At the prompt and for programs: the end of a line outside brackets ends the statement unless
  /// its last token is a comma or an operator.
  case endStatement
  /// In files, arguments and pasted text a statement also goes on when the next line begins with a
  /// clause word, a target word or an operator.
  case mayContinue
}

/// Reads a text; never fails.
///
/// What cannot be read is a `broken` part of the tree with a diagnostic beside it, in the order of the
/// text. A text over the limit of bytes is one diagnostic and an empty tree.
package func parse(
  _ source: SourceText, lineEnds: LineEnds, limits: Limits = Limits()
) -> (tree: Tree, diagnostics: [Diagnostic]) {
  guard source.bytes.count <= min(limits.sourceBytes, Int(Int32.max) - 1) else {
    let tree = Tree(source: source, statements: [], trailing: [])
    return (tree, [.sourceTooLong(source.bytes.count, limits.sourceBytes, source)])
  }
  var parser = Parser(source, lineEnds, limits)
  let statements = parser.statements()
  let trailing = parser.takeGap(parser.tokens.count - 1)
  let tree = Tree(
    source: source, statements: statements, trailing: trailing, keywords: parser.keywords)
  let sorted = parser.diagnostics.enumerated().sorted {
    ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
  }
  return (tree, mendingTogether(sorted.map(\.element), statements))
}

/// Whether a prompt should ask for another line: a bracket, brace or string is open, or the last token
/// is a comma or an operator.
package func isIncomplete(_ source: SourceText) -> Bool {
  guard source.bytes.count <= Limits().sourceBytes else { return false }
  var parser = Parser(source, .endStatement, Limits())
  if parser.diagnostics.contains(where: { $0.code == Diagnostic.unclosedStringCode }) {
    return true
  }
  _ = parser.statements()
  return parser.wantsMore
}
