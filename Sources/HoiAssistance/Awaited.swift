import HoiDiagnostics
import HoiSyntax

/// Why an entry at a prompt is not over at the end of its line.
public enum Awaited: String, Sendable {
  /// The last token is a comma or an operator.
  case more
  case parenthesis
  case brace
  case quote
}

/// What an entry at a prompt waits for; nil where it is whole.
public func awaited(by text: String) -> Awaited? {
  let source = SourceText(text)
  guard isIncomplete(source) else { return nil }
  let (tokens, _) = Lexer.tokens(of: source)
  if tokens.contains(where: { $0.kind == .string && isOpen(source[$0.range]) }) { return .quote }
  var open: [Token.Kind] = []
  for token in tokens {
    switch token.kind {
    case .leftParenthesis, .leftBrace: open.append(token.kind)
    case .rightParenthesis, .rightBrace: _ = open.popLast()
    default: break
    }
  }
  switch open.last {
  case .leftBrace: return .brace
  case .leftParenthesis: return .parenthesis
  default: return .more
  }
}

/// Whether a text that begins with a quote lacks the closing one.
func isOpen(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard bytes.first == UInt8(ascii: "\"") else { return false }
  var index = 1
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "\\") {
      index += 2
      continue
    }
    if bytes[index] == UInt8(ascii: "\"") { return false }
    index += 1
  }
  return true
}
