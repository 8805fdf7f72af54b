import HoiDiagnostics

/// One token: what it is and where; the text stays in the source.
///
/// Offsets are 32-bit, because a script of a limit's size has millions of tokens.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable {
    /// Letters, digits, `_` and inner `-`; every non-ASCII byte is a letter.
    case word
    /// Digits that run on into a name: `3t`, `15-25`.
    case code
    /// `2027`, `55.7`, `1_000`.
    case number
    /// `55.7%`.
    case percentage
    /// `"…"`, closed or not.
    case string
    /// `$name`.
    case parameter
    case leftParenthesis, rightParenthesis, leftBrace, rightBrace
    case comma, semicolon, dot, dots
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, tilde
    case plus, minus, star, slash, percent
    /// `&&` and `||`, which are understood and refused.
    case ampersands, bars
    /// What no sentence of the language holds; diagnosed by the lexer.
    case illegal
    /// After the last token, and where a statement is over.
    case end
  }

  /// What the gap before a token holds.
  package struct Gap: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let lineBreak = Gap(rawValue: 1)
    package static let comment = Gap(rawValue: 2)
    package static let blankLine = Gap(rawValue: 4)
  }

  package let kind: Kind
  package let gap: Gap
  /// The keyword that a word spells; whether it stands as one depends on its place.
  package let keyword: Keyword?
  private let startOffset: Int32
  private let endOffset: Int32

  package init(_ kind: Kind, _ start: Int, _ end: Int, gap: Gap, keyword: Keyword? = nil) {
    self.kind = kind
    self.gap = gap
    self.keyword = keyword
    self.startOffset = Int32(start)
    self.endOffset = Int32(end)
  }

  package var start: Int { Int(startOffset) }
  package var end: Int { Int(endOffset) }
  package var range: SourceRange { SourceRange(start, end) }
  /// Whether a line break stands between this token and the one before.
  package var startsLine: Bool { gap.contains(.lineBreak) }
}

extension Token.Kind {
  /// The comparison that a sign stands for.
  var comparison: Expression.Comparison? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .tilde: .contains
    case .word, .code, .number, .percentage, .string, .parameter, .leftParenthesis,
      .rightParenthesis, .leftBrace, .rightBrace, .comma, .semicolon, .dot, .dots, .plus, .minus,
      .star, .slash, .percent, .ampersands, .bars, .illegal, .end:
      nil
    }
  }

  /// Whether an operand must follow.
  package var isOperator: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde, .plus, .minus,
      .star, .slash, .dots, .ampersands, .bars:
      true
    case .word, .code, .number, .percentage, .string, .parameter, .leftParenthesis,
      .rightParenthesis, .leftBrace, .rightBrace, .comma, .semicolon, .dot, .percent, .illegal,
      .end:
      false
    }
  }
}
