import HoiDiagnostics

/// Cuts a text into tokens; what lies between two tokens is blanks, line breaks and comments only.
///
/// Never fails: every byte lands in a token or a gap. What people write by mistake for a token of the
/// language becomes that token, with a diagnostic.
package struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  var index = 0
  var gap: Token.Gap = []
  /// The last closing quote looked for.
  var quoteSeen = 0

  /// - Precondition: the source holds fewer than 2^31 bytes.
  package static func tokens(
    of source: SourceText
  ) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    precondition(source.bytes.count < Int(Int32.max), "the caller checks the size")
    var lexer = Lexer(source: source, bytes: source.bytes)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  private init(source: SourceText, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
  }

  private mutating func run() {
    if let invalid = firstInvalidUTF8(in: bytes) {
      diagnostics.append(.invalidUTF8(SourceRange(invalid.lowerBound, invalid.upperBound), source))
    }
    while true {
      skipGap()
      guard index < bytes.count else { break }
      next()
    }
    tokens.append(Token(.end, bytes.count, bytes.count, gap: gap))
  }

  func byte(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  mutating func emit(_ kind: Token.Kind, length: Int, keyword: Keyword? = nil) {
    tokens.append(Token(kind, index, index + length, gap: gap, keyword: keyword))
    index += length
    gap = []
  }

  mutating func report(_ diagnostic: Diagnostic) {
    // Nobody reads further, and random bytes must not fill the memory with messages.
    if diagnostics.count < 1000 { diagnostics.append(diagnostic) }
  }

  private mutating func skipGap() {
    var lineIsEmpty = index == 0
    while let byte = byte() {
      switch byte {
      case 0x0A:
        if lineIsEmpty { gap.insert(.blankLine) }
        gap.insert(.lineBreak)
        lineIsEmpty = true
        index += 1
      case 0x23:
        gap.insert(.comment)
        lineIsEmpty = false
        index = endOfLine(from: index)
      case _ where byte.isBlank: index += 1
      case 0x80...:
        guard case (.blank, let length)? = ForeignCharacter.at(index, in: bytes) else { return }
        index += length
      default: return
      }
    }
  }

  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  /// One token; the one big switch of the lexer.
  private mutating func next() {
    let first = bytes[index]
    switch first {
    case _ where first.isDigit: number()
    case 0x80...:
      if let (character, length) = ForeignCharacter.at(index, in: bytes) {
        foreign(character, length)
      } else {
        word()
      }
    case _ where first.isLetter: word()
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "("): emit(.leftParenthesis, length: 1)
    case UInt8(ascii: ")"): emit(.rightParenthesis, length: 1)
    case UInt8(ascii: "{"): emit(.leftBrace, length: 1)
    case UInt8(ascii: "}"): emit(.rightBrace, length: 1)
    case UInt8(ascii: ","): emit(.comma, length: 1)
    case UInt8(ascii: ";"): emit(.semicolon, length: 1)
    case UInt8(ascii: "."):
      if byte(1) == UInt8(ascii: ".") {
        let count = byte(2) == UInt8(ascii: ".") ? 3 : 2
        if count == 3 { mistake(length: 3, for: "..") }
        emit(.dots, length: count)
      } else {
        emit(.dot, length: 1)
      }
    case UInt8(ascii: "="): equalSign()
    case UInt8(ascii: "<"): lessSign()
    case UInt8(ascii: ">"):
      if byte(1) == UInt8(ascii: "=") {
        emit(.greaterOrEqual, length: 2)
      } else {
        emit(.greater, length: 1)
      }
    case UInt8(ascii: "!"): exclamationMark()
    case UInt8(ascii: "~"): emit(.tilde, length: 1)
    case UInt8(ascii: "+"): emit(.plus, length: 1)
    case UInt8(ascii: "-"): emit(.minus, length: 1)
    case UInt8(ascii: "*"): emit(.star, length: 1)
    case UInt8(ascii: "/"): emit(.slash, length: 1)
    case UInt8(ascii: "%"): emit(.percent, length: 1)
    case UInt8(ascii: "&") where byte(1) == first:
      mistake(length: 2, for: "and")
      emit(.ampersands, length: 2)
    case UInt8(ascii: "|") where byte(1) == first:
      mistake(length: 2, for: "or")
      emit(.bars, length: 2)
    case UInt8(ascii: "$"): parameter()
    case UInt8(ascii: "'"), UInt8(ascii: "`"): quoted(closing: first)
    default:
      report(.illegalCharacter(SourceRange(index, index + 1), source))
      emit(.illegal, length: 1)
    }
  }
}
