/// Where a line may end: the lower the number, the sooner.
///
/// Clauses and parts come first, then what stands between brackets, level by level, each from its
/// loosest operator to its tightest.
enum LineBreak {
  /// Before a clause, a part of a target or an indicator.
  static let part = 0
  /// Between what a target asks and its name, and between its parts.
  static let groupHead = 1, inGroup = 2
  /// Before the `=` of a definition.
  static let definition = 5
  /// Before `part`, `lower better` and `bound`.
  static let flag = 6

  private static let comma = 0, or = 1, and = 2, brace = 3, sum = 4, product = 5

  /// Whether pieces share lines as long as they fit: lists in round brackets, which may be long.
  static func fills(_ level: Int) -> Bool { level >= 20 && level % 10 == comma }

  /// Finds the line breaks inside clauses, parts and entries.
  ///
  /// Only where the language goes on with a line: before an operator, behind a comma or a brace, and
  /// anywhere in round brackets.
  static func find(in lexemes: inout [Lexeme], isDefinition: Bool = false) {
    var depth = 1
    var braces = 0
    var awaitsSign = isDefinition
    for index in lexemes.indices {
      let lexeme = lexemes[index]
      let last = index == 0 ? nil : lexemes[index - 1].kind
      if lexeme.kind == .rightParenthesis { depth -= 1 }
      if index > 0, lexeme.lineBreak == nil {
        lexemes[index].lineBreak = level(lexeme, after: last, depth, isInBraces: braces > 0)
      }
      if awaitsSign, lexeme.kind == .equal, depth == 1 {
        lexemes[index].lineBreak = definition
        awaitsSign = false
      }
      switch lexeme.kind {
      case .leftParenthesis: depth += 1
      case .leftBrace: (depth, braces) = (depth + 1, braces + 1)
      case .rightBrace: (depth, braces) = (depth - 1, braces - 1)
      case .word, .code, .number, .percentage, .string, .parameter, .rightParenthesis, .comma,
        .semicolon, .dot, .dots, .equal, .notEqual, .less, .lessOrEqual, .greater,
        .greaterOrEqual, .tilde, .plus, .minus, .star, .slash, .percent, .ampersands, .bars,
        .illegal, .end:
        break
      }
    }
  }

  private static func level(
    _ lexeme: Lexeme, after last: Token.Kind?, _ depth: Int, isInBraces: Bool
  ) -> Int? {
    let base = depth * 10
    if isInBraces, last == .leftBrace || last == .comma || lexeme.kind == .rightBrace {
      return last == .leftBrace && lexeme.kind == .rightBrace ? nil : base + brace
    }
    if last == .comma { return depth == 1 && lexeme.spellsStatement ? nil : base + comma }
    switch lexeme.kind {
    case .plus, .minus: return lexeme.isSign ? nil : base + sum
    case .star, .slash: return base + product
    case .word:
      switch lexeme.keyword {
      case .or: return base + or
      case .and: return base + and
      case .where where depth > 1: return base + comma
      default: return nil
      }
    default: return nil
    }
  }
}

extension Lexeme {
  /// A name that is spelled like the first word of a statement may not begin a line.
  fileprivate var spellsStatement: Bool {
    kind == .word && Keyword(word: text)?.hasRole(.statement) ?? false
  }
}
