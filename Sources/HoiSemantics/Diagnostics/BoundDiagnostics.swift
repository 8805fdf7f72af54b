import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H051 to H054, H114: numbers that values are compared with.
extension Diagnostic {
  static func bareNumberForRatio(
    _ literal: NumberLiteral, unit: Unit, in source: SourceText
  ) -> Diagnostic {
    let typed = source[literal.range]
    return Diagnostic(
      "H051", in: source, at: literal.range,
      Wording(
        vi: "không so \(unit.words.vi) với số `\(typed)`",
        en: "a \(unit.words.en) is not compared with the number `\(typed)`"),
      notes: [
        Wording(
          vi: "tỷ lệ phải viết kèm dấu %, để khỏi lẫn 0,5 với 50 %",
          en: "a ratio is written with its % sign, so that 0.5 is not taken for 50 %")
      ],
      fix: literal.suffix == .none
        ? percentSpelling(literal.spelling).map { .replace(literal.range, with: $0) } : nil)
  }

  static func decimalForCount(
    _ literal: NumberLiteral, value: Fraction, ordering: Predicate.Ordering?, in source: SourceText
  ) -> Diagnostic {
    // The whole number that lets the same counts through.
    let low = value.reduced
    let floor = (low.numerator - (low.numerator < 0 ? low.denominator - 1 : 0)) / low.denominator
    let mended: Int128? =
      switch ordering {
      case .less, .greaterOrEqual: floor + 1
      case .lessOrEqual, .greater: floor
      case .equal, .notEqual, nil: nil
      }
    return Diagnostic(
      "H052", in: source, at: literal.range,
      Wording(
        vi: "số đếm không thể so với số lẻ `\(source[literal.range])`",
        en: "a count is not compared with the decimal `\(source[literal.range])`"),
      notes: [
        Wording(
          vi: "số đếm luôn là số nguyên", en: "counts are whole numbers")
      ],
      fix: mended.map { .replace(literal.range, with: String($0)) }
        ?? .hint(Wording(vi: "viết một số nguyên", en: "write a whole number")))
  }

  static func percentForNumber(
    _ literal: NumberLiteral, unit: Unit, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H053", in: source, at: literal.range,
      Wording(
        vi: "`\(source[literal.range])` là tỷ lệ, còn ở đây tính bằng \(unit.words.vi)",
        en: "`\(source[literal.range])` is a percentage, but the value is in \(unit.words.en)"),
      fix: .replace(literal.range, with: literal.spelling))
  }

  static func thousandsSeparator(_ literal: NumberLiteral, in source: SourceText) -> Diagnostic {
    let digits = String(literal.digits)
    let grouped = groupedSpelling(digits)
    return Diagnostic(
      "H054", in: source, at: literal.range,
      Wording(
        vi: "`\(literal.spelling)` ở đây là số lẻ, không phải \(digits)",
        en: "`\(literal.spelling)` is a decimal here, not \(digits)"),
      notes: [
        Wording(
          vi: "dấu chấm là dấu thập phân; hàng nghìn viết liền hoặc ngăn bằng `_`",
          en: "the point is the decimal point; thousands are run together or parted by `_`")
      ],
      fix: .replace(
        literal.range, with: digits,
        hint: Wording(vi: "hoặc: \(grouped)", en: "or: \(grouped)")))
  }

  static func notANumber(
    _ expression: Expression, for unit: Unit, in source: SourceText
  ) -> Diagnostic {
    let example = unit.isPercentage || unit == .points ? "50%" : "50"
    return Diagnostic(
      "H114", in: source, at: expression.range,
      Wording(
        vi: "ở đây cần một con số, không phải `\(source[expression.range])`",
        en: "a number is needed here, not `\(source[expression.range])`"),
      fix: .hint(
        Wording(
          vi: "viết một con số (\(unit.words.vi)), chẳng hạn \(example)",
          en: "write a number (\(unit.words.en)), such as \(example)")))
  }

  /// The percentage that a bare number was most likely meant as: `55` is 55%, `0.557` is 55.7%.
  static func percentSpelling(_ spelling: String) -> String? {
    let parts = spelling.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == "_" } }) else { return nil }
    if parts.count == 2, parts[0] == "0" {
      let padded = Array(parts[1] + "00")
      let whole = String(padded[..<2].drop { $0 == "0" })
      let rest = String(padded[2...].reversed().drop { $0 == "0" }.reversed())
      return (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest) + "%"
    }
    return parts.count <= 2 ? spelling + "%" : nil
  }

  private static func groupedSpelling(_ digits: String) -> String {
    var grouped = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { grouped.insert("_", at: grouped.startIndex) }
      grouped.insert(digit, at: grouped.startIndex)
    }
    return grouped
  }
}
