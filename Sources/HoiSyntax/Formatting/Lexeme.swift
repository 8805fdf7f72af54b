import HoiDiagnostics
import HoiText

/// A token as it will be written, and what stands around it.
struct Lexeme {
  let kind: Token.Kind
  /// Nil for names, also for those that are spelled like keywords.
  let keyword: Keyword?
  let text: String
  /// In terminal cells; of the longest line, where a text has several.
  let width: Int
  let start: Int
  let end: Int
  /// Whether a blank parts it from the token before, where both are on one line.
  var isSpaced: Bool
  /// `-` before a value rather than between two.
  let isSign: Bool
  /// Comments on lines of their own before it.
  var before: [Gap.Item] = []
  /// A comment on its line.
  var behind: String?
  /// Where a line may begin with it; the lower the sooner.
  var lineBreak: Int?

  var isKeyword: Bool { keyword != nil }

  init(
    _ token: Token, _ source: SourceText, isKeyword: Bool, after last: Lexeme?,
    _ secondLast: Lexeme?
  ) {
    let written = source[token.range]
    kind = token.kind
    start = token.start
    end = token.end
    keyword = isKeyword ? token.keyword : nil
    text = keyword.map { Self.canonical(written, $0) } ?? written
    width = Self.width(text)
    isSign = token.kind == .minus && Self.opensValue(after: last)
    isSpaced = last.map { Self.isSpaced($0, token.kind, secondLast) } ?? false
  }

  /// A token that nobody wrote.
  init(_ kind: Token.Kind, _ text: String, isSpaced: Bool, at start: Int) {
    self.kind = kind
    self.text = text
    self.isSpaced = isSpaced
    self.start = start
    end = start
    keyword = nil
    width = text.utf8.count
    isSign = false
  }

  /// A keyword in lower case, with the accents of its language.
  private static func canonical(_ written: String, _ keyword: Keyword) -> String {
    written.lowercased() == keyword.rawValue ? keyword.rawValue : keyword.vietnamese
  }

  private static func width(_ text: String) -> Int {
    text.utf8.contains(0x0A)
      ? text.split(separator: "\n").map { cellWidth(String($0)) }.max() ?? 0 : cellWidth(text)
  }

  /// Whether a value begins behind a token, so that `-` is its sign.
  private static func opensValue(after last: Lexeme?) -> Bool {
    guard let last else { return true }
    return last.isKeyword || last.kind.isOperator || last.kind == .leftParenthesis
      || last.kind == .comma
  }

  /// Whether a blank stands between two tokens.
  private static func isSpaced(
    _ last: Lexeme, _ kind: Token.Kind, _ secondLast: Lexeme?
  ) -> Bool {
    if last.isSign { return false }
    switch last.kind {
    case .leftParenthesis, .dots: return false
    // `5.7` would be a number, where `5` and `7` are names.
    case .dot:
      return secondLast?.kind == .number && [.number, .percentage, .code].contains(kind)
    case .leftBrace where kind == .rightBrace: return false
    default: break
    }
    switch kind {
    case .comma, .semicolon, .rightParenthesis, .dot, .dots, .percent: return false
    case .leftParenthesis: return last.isKeyword || !(last.kind == .word || last.kind == .code)
    default: return true
    }
  }
}
