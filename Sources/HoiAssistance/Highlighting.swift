import HoiDiagnostics
import HoiSyntax

/// A stretch of a text and what it is, for colours.
public struct Highlight: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case keyword, function, name, number, string, parameter, comment
    /// What no sentence of the language holds.
    case mistake
  }

  public let range: SourceRange
  public let kind: Kind
}

/// What the parts of a text are, in order; blanks and signs are none of them.
///
/// Never fails; a statement need not be finished or right.
public func highlights(_ text: String) -> [Highlight] {
  let source = SourceText(text)
  guard source.bytes.count < Int(Int32.max) else { return [] }
  let tokens = Lexer.tokens(of: source).tokens
  var scan = Scan(source)
  var found: [Highlight] = []
  var end = 0
  for (index, token) in tokens.enumerated() {
    if token.gap.contains(.comment) { found += comments(source.bytes, end..<token.start) }
    end = token.end
    guard token.kind != .end else { break }
    scan.take(token)
    let next = tokens[index + 1]
    let isCall =
      token.kind == .word && next.kind == .leftParenthesis && next.start == token.end
      && scan.role == .name
    if let kind = isCall ? .function : kind(token, scan.role) {
      found.append(Highlight(range: token.range, kind: kind))
    }
  }
  return found
}

private func kind(_ token: Token, _ role: Scan.Role) -> Highlight.Kind? {
  switch token.kind {
  case .word, .code:
    switch role {
    case .keyword: .keyword
    case .function: .function
    case .name: .name
    case .other: nil
    }
  case .number, .percentage: .number
  case .string: .string
  case .parameter: .parameter
  case .illegal: .mistake
  case .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .comma, .semicolon, .dot,
    .dots, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde, .plus, .minus,
    .star, .slash, .percent, .ampersands, .bars, .end:
    nil
  }
}

/// The comments in a gap: from `#` to the end of each line.
private func comments(_ bytes: [UInt8], _ gap: Range<Int>) -> [Highlight] {
  var found: [Highlight] = []
  var index = gap.lowerBound
  while index < gap.upperBound {
    guard bytes[index] == UInt8(ascii: "#") else {
      index += 1
      continue
    }
    let start = index
    while index < gap.upperBound, bytes[index] != 0x0A { index += 1 }
    found.append(Highlight(range: SourceRange(start, index), kind: .comment))
  }
  return found
}
