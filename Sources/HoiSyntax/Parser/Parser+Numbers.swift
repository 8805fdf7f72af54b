import HoiDiagnostics
import HoiText

extension Parser {
  /// A number with its suffix: `%`, `ty`, `tr`.
  mutating func number() throws(Diagnostic) -> NumberLiteral {
    guard current.kind == .number || current.kind == .percentage else {
      throw expectedHere(.number)
    }
    var spelling = source[current.range]
    var range = current.range
    if let mended = decimalComma() { (spelling, range) = mended }
    let token = current
    advance()
    var suffix = NumberLiteral.Suffix.none
    if token.kind == .percentage {
      spelling.removeLast()
      suffix = .percent
    } else if current.kind == .percent {
      suffix = .percent
    } else if current.kind == .word, let unit = Self.unit(source[current.range]) {
      suffix = unit
    }
    if token.kind != .percentage, suffix != .none {
      range = range.union(current.range)
      advance()
    }
    return try literal(spelling, suffix, range)
  }

  private static func unit(_ word: String) -> NumberLiteral.Suffix? {
    // Every word behind a number is asked for, and few are units.
    guard word.utf8.count <= 12, let first = word.utf8.first, first | 0x20 == UInt8(ascii: "t")
    else { return nil }
    return switch folded(word) {
    case folded("tỷ"), folded("ty"): .billion
    case folded("tr"), folded("triệu"): .million
    default: nil
    }
  }

  private func literal(
    _ spelling: String, _ suffix: NumberLiteral.Suffix, _ range: SourceRange
  ) throws(Diagnostic) -> NumberLiteral {
    var digits: Int128 = 0
    var scale = 0
    var isFraction = false
    for byte in spelling.utf8 {
      if byte == UInt8(ascii: ".") { isFraction = true }
      guard byte.isDigit else { continue }
      let (product, tooLong) = digits.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = product.addingReportingOverflow(Int128(byte - 0x30))
      if tooLong || tooLarge || sum > Self.largest { throw .numberTooLong(range, source) }
      digits = sum
      if isFraction { scale += 1 }
    }
    if scale > 38 { throw .numberTooLong(range, source) }
    return NumberLiteral(
      digits: digits, scale: scale, suffix: suffix, spelling: spelling, range: range)
  }

  /// 38 nines.
  private static let largest: Int128 = (0..<38).reduce(0) { value, _ in value * 10 + 9 }

  /// `55,7` where one value stands: refused with a point in it, and read as meant.
  ///
  /// The last token of it is then the current one.
  private mutating func decimalComma() -> (spelling: String, range: SourceRange)? {
    guard position + 2 < tokens.count else { return nil }
    let (whole, comma, part) = (tokens[position], tokens[position + 1], tokens[position + 2])
    guard whole.kind == .number, comma.kind == .comma,
      part.kind == .number || part.kind == .percentage,
      comma.start == whole.end, part.start == comma.end,
      !commaSeparates || part.kind == .percentage
    else { return nil }
    let range = whole.range.union(part.range)
    // In `1.234,5` the point parts thousands.
    let spelling =
      source[whole.range].filter { $0 != "." } + "." + source[part.range].filter { $0 != "." }
    report(.decimalComma(range, spelling, source))
    advance()
    advance()
    return (spelling, range)
  }
}
