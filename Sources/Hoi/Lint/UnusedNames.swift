import HoiDiagnostics
import HoiSyntax
import HoiText

/// A warning for each name of `let` and `param` that nothing in a script reads.
///
/// A text that asks nothing is there to be used by others, so its names are not looked at.
func unusedNames(_ tree: Tree) -> [Diagnostic] {
  guard !tree.statements.allSatisfy(\.declares) else { return [] }
  let source = tree.source
  let tokens = Lexer.tokens(of: source).tokens
  return tree.statements.compactMap { statement in
    switch statement.kind {
    case .let(let name, _):
      let key = folded(name.text)
      let isUsed = tokens.contains { token in
        token.start > name.range.start && (token.kind == .word || token.kind == .code)
          && folded(source[token.range]) == key
          || token.start > name.range.start && token.kind == .string
            && folded(String(source[token.range].dropFirst().dropLast())) == key
      }
      return isUsed ? nil : .unusedName("let", name, in: source)
    case .param(let name, _):
      let reference = "$" + name.text
      let isUsed = tokens.contains { token in
        token.kind == .parameter && source[token.range] == reference
          || token.kind == .string && source[token.range].contains(reference)
      }
      return isUsed ? nil : .unusedName("param", name, in: source)
    case .question, .explain, .set, .expect, .say, .use, .load, .dimension, .table, .subject,
      .target, .broken:
      return nil
    }
  }
}
