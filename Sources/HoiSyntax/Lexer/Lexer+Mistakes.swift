import HoiDiagnostics

extension Lexer {
  mutating func mistake(length: Int, for right: String) {
    report(.foreignSign(SourceRange(index, index + length), right, source))
  }

  mutating func equalSign() {
    switch byte(1) {
    case UInt8(ascii: "="):
      let length = byte(2) == UInt8(ascii: "=") ? 3 : 2
      mistake(length: length, for: "=")
      emit(.equal, length: length)
    case UInt8(ascii: "<"):
      mistake(length: 2, for: "<=")
      emit(.lessOrEqual, length: 2)
    case UInt8(ascii: ">"):
      mistake(length: 2, for: ">=")
      emit(.greaterOrEqual, length: 2)
    default: emit(.equal, length: 1)
    }
  }

  mutating func lessSign() {
    switch byte(1) {
    case UInt8(ascii: "="): emit(.lessOrEqual, length: 2)
    case UInt8(ascii: ">"):
      mistake(length: 2, for: "!=")
      emit(.notEqual, length: 2)
    default: emit(.less, length: 1)
    }
  }

  /// `!=`; before a name or a bracket `not`.
  mutating func exclamationMark() {
    switch byte(1) {
    case UInt8(ascii: "="):
      let length = byte(2) == UInt8(ascii: "=") ? 3 : 2
      if length == 3 { mistake(length: 3, for: "!=") }
      emit(.notEqual, length: length)
    case let next? where next.isLetter || next == UInt8(ascii: "("):
      mistake(length: 1, for: "not")
      emit(.word, length: 1, keyword: .not)
    default:
      report(.illegalCharacter(SourceRange(index, index + 1), source))
      emit(.illegal, length: 1)
    }
  }

  /// A character from a word processor or another keyboard, read as the one it stands for.
  mutating func foreign(_ character: ForeignCharacter, _ length: Int) {
    guard case .standsFor(let text) = character else {
      index += length
      return
    }
    switch text {
    case "\"": curlyQuoted(length: length, single: false)
    case "'": curlyQuoted(length: length, single: true)
    default:
      guard let kind = Self.kinds[text] else {
        report(.illegalCharacter(SourceRange(index, index + length), source))
        emit(.illegal, length: length)
        return
      }
      mistake(length: length, for: text)
      emit(kind, length: length)
    }
  }

  private static let kinds: [String: Token.Kind] = [
    "(": .leftParenthesis, ")": .rightParenthesis, "{": .leftBrace, "}": .rightBrace,
    ",": .comma, ";": .semicolon, ".": .dot, "..": .dots, "=": .equal, "!=": .notEqual,
    "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "~": .tilde,
    "+": .plus, "-": .minus, "*": .star, "/": .slash, "%": .percent,
  ]
}
