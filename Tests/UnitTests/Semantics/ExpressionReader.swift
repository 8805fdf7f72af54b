import HoiDiagnostics
import HoiSyntax

/// Reads expressions for the tests of meaning, which want trees without depending on the parser.
struct ExpressionReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// The expression between two offsets of a text.
  static func read(_ source: SourceText, _ range: SourceRange) -> Expression {
    var reader = ExpressionReader(bytes: source.bytes, position: range.start, end: range.end)
    return reader.any()
  }

  private mutating func any() -> Expression {
    var terms = [all()]
    while eat(word: "or") { terms.append(all()) }
    return terms.count == 1 ? terms[0] : .any(terms, around(terms))
  }

  private mutating func all() -> Expression {
    var terms = [condition()]
    while eat(word: "and") { terms.append(condition()) }
    return terms.count == 1 ? terms[0] : .all(terms, around(terms))
  }

  private func around(_ terms: [Expression]) -> SourceRange {
    terms[0].range.union(terms[terms.count - 1].range)
  }

  private mutating func condition() -> Expression {
    blanks()
    let start = position
    if eat(word: "not") { return .not(condition(), SourceRange(start, position)) }
    let left = sum()
    if eat(word: "in") { return membership(left, start) }
    for sign in ["!=", "<=", ">=", "=", "<", ">", "~"] where eat(sign) {
      let right = sum()
      return .comparison(
        Expression.Comparison(rawValue: sign)!, left: left, right: right,
        SourceRange(start, right.range.end))
    }
    return left
  }

  private mutating func membership(_ left: Expression, _ start: Int) -> Expression {
    if eat("(") {
      var values = [sum()]
      while eat(",") { values.append(sum()) }
      _ = eat(")")
      return .membership(left, values, SourceRange(start, position))
    }
    let lower = sum()
    _ = eat("..")
    let upper = sum()
    return .range(left, lower: lower, upper: upper, SourceRange(start, upper.range.end))
  }

  private mutating func sum() -> Expression {
    var left = product()
    while true {
      if eat("+ ") {
        left = joined(.add, left, product())
      } else if eat("- ") {
        left = joined(.subtract, left, product())
      } else {
        return left
      }
    }
  }

  private mutating func product() -> Expression {
    var left = operand()
    while true {
      if eat("*") {
        left = joined(.multiply, left, operand())
      } else if eat("/") {
        left = joined(.divide, left, operand())
      } else {
        return left
      }
    }
  }

  private func joined(
    _ sign: Expression.Arithmetic, _ left: Expression, _ right: Expression
  ) -> Expression {
    .arithmetic(sign, left: left, right: right, left.range.union(right.range))
  }

  private mutating func operand() -> Expression {
    blanks()
    let start = position
    if eat("(") {
      let inner = any()
      if eat(word: "where") {
        let condition = any()
        _ = eat(")")
        return .filtered(inner, condition: condition, SourceRange(start, position))
      }
      _ = eat(")")
      return .bracket(inner, SourceRange(start, position))
    }
    if eat("-") {
      let inner = operand()
      return .negative(inner, SourceRange(start, inner.range.end))
    }
    if eat("$") { return .parameter(Name(word(), range: SourceRange(start, position))) }
    if eat("\"") {
      let text = take { $0 != 0x22 }
      _ = eat("\"")
      return .string(StringLiteral(text, range: SourceRange(start, position)))
    }
    return bytes[position] >= 0x30 && bytes[position] <= 0x39 ? number(start) : name(start)
  }

  private mutating func number(_ start: Int) -> Expression {
    var spelling = take { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F }
    var scale = 0
    if peek(".") && !peek("..") {
      position += 1
      let decimals = take { $0 >= 0x30 && $0 <= 0x39 }
      scale = decimals.utf8.count
      spelling += "." + decimals
    }
    let suffix: NumberLiteral.Suffix =
      eat("%") ? .percent : eat(word: "ty") ? .billion : eat(word: "tr") ? .million : .none
    return .number(
      NumberLiteral(
        digits: Int128(spelling.filter { $0 != "." && $0 != "_" })!, scale: scale, suffix: suffix,
        spelling: spelling, range: SourceRange(start, position)))
  }

  private mutating func name(_ start: Int) -> Expression {
    var parts = [Name(word(), range: SourceRange(start, position))]
    while peek("."), !peek("..") {
      position += 1
      let begin = position
      parts.append(Name(word(), range: SourceRange(begin, position)))
    }
    guard peek("("), parts.count == 1 else { return .name(Path(parts)) }
    position += 1
    var arguments = [any()]
    while eat(",") { arguments.append(any()) }
    _ = eat(")")
    return .call(parts[0], arguments, SourceRange(start, position))
  }

  private mutating func word() -> String {
    take { byte in
      byte >= 0x80 || byte == 0x5F || byte == 0x2D || (byte >= 0x30 && byte <= 0x39)
        || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
  }

  private mutating func take(while holds: (UInt8) -> Bool) -> String {
    let start = position
    while position < end, holds(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func blanks() { _ = take { $0 == 0x20 || $0 == 0x0A } }

  private func peek(_ text: String) -> Bool { bytes[position..<end].starts(with: text.utf8) }

  private mutating func eat(_ text: String) -> Bool {
    let before = position
    blanks()
    if peek(text) {
      position += text.utf8.count
      return true
    }
    position = before
    return false
  }

  private mutating func eat(word text: String) -> Bool {
    let before = position
    blanks()
    let start = position
    if word() == text { return true }
    position = start == position ? before : before
    return false
  }
}
