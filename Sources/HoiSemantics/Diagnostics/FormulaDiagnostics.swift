import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H050 and H055 to H059, H112, H113: arithmetic.
extension Diagnostic {
  static func unitsDoNotAdd(
    _ sign: Expression.Arithmetic, _ left: (unit: Unit, range: SourceRange),
    _ right: (unit: Unit, range: SourceRange), at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let (first, second) = (left.unit.words, right.unit.words)
    // A bare number beside a percentage has most likely lost its sign.
    let bare = left.unit == .number ? left : right
    let other = left.unit == .number ? right : left
    let isPercentage = bare.unit == .number && (other.unit == .ratio || other.unit == .points)
    // `1 - x` is meant as the whole.
    let typed = source[bare.range]
    let percent = !isPercentage ? nil : typed == "1" ? "100%" : percentSpelling(typed)
    return Diagnostic(
      "H050", in: source, at: range,
      Wording(
        vi: sign == .subtract
          ? "không trừ được \(second.vi) khỏi \(first.vi)"
          : "không \(sign == .add ? "cộng" : "nhân") được \(first.vi) với \(second.vi)",
        en: sign == .subtract
          ? "\(second.en) cannot be taken from \(first.en)"
          : "\(first.en) and \(second.en) cannot be \(sign == .add ? "added" : "multiplied")"),
      notes: [
        Wording(
          vi:
            "`\(source[left.range])` tính bằng \(first.vi), `\(source[right.range])` bằng \(second.vi)",
          en: "`\(source[left.range])` is in \(first.en), `\(source[right.range])` in \(second.en)")
      ], fix: percent.map { .replace(bare.range, with: $0) })
  }

  static func productOfMeasures(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H055", in: source, at: range,
      Wording(
        vi: "không nhân hai số đo với nhau: `\(source[range])`",
        en: "two measures cannot be multiplied: `\(source[range])`"),
      notes: [
        Wording(
          vi: "tích của hai tổng không phải là tổng của các tích",
          en: "the product of two sums is not the sum of the products")
      ],
      fix: .hint(
        Wording(
          vi: "chỉ nhân với một con số, chẳng hạn `\(source[range].prefixBeforeStar) * 2`",
          en: "multiply by a number only, such as `\(source[range].prefixBeforeStar) * 2`")))
  }

  static func standsAlone(
    _ kind: MeasureKind, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let text = source[range]
    let isLevel = kind == .level
    return Diagnostic(
      "H056", in: source, at: range,
      Wording(
        vi: isLevel
          ? "`\(text)` là mức, không đem tính toán được"
          : "`\(text)` là số đo có/không, không đem tính toán được",
        en: isLevel
          ? "`\(text)` is a level and takes no part in arithmetic"
          : "`\(text)` is a flag and takes no part in arithmetic"),
      notes: [
        isLevel
          ? Wording(
            vi: "mức gộp lại bằng mức thấp nhất, không cộng và không lấy trung bình",
            en: "levels roll up as the lowest one; they neither add nor average")
          : Wording(
            vi: "số đo có/không gộp lại thành tỷ lệ số có trên số đã báo cáo",
            en: "a flag rolls up as the share of yes among those reported")
      ],
      fix: .hint(Wording(vi: "hãy để `\(text)` đứng riêng", en: "let `\(text)` stand alone")))
  }

  static func callInFormula(
    _ name: Name, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H113", in: source, at: range,
      Wording(
        vi: "công thức không dùng được hàm `\(name.text)(`",
        en: "a formula takes no function `\(name.text)(`"),
      notes: [
        Wording(
          vi:
            "công thức gồm số đo, con số, + - * /, vế có điều kiện `(x where …)`, `prev(x)` và `count(x)`",
          en:
            "a formula is made of measures, numbers, + - * /, sides `(x where …)`, `prev(x)` and `count(x)`"
        )
      ],
      fix: .hint(
        Wording(
          vi: "số đo đứng trong công thức đã là tổng của nó",
          en: "a measure in a formula already stands for its sum")))
  }

  static func divisionByZero(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H112", in: source, at: range,
      Wording(vi: "không chia cho 0 được", en: "division by 0"),
      fix: .hint(
        Wording(vi: "hãy chia cho một số khác 0", en: "divide by a number other than 0")))
  }

  static func numberTooLarge(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H058", in: source, at: range,
      Wording(
        vi: "số `\(source[range])` quá lớn hoặc quá nhiều chữ số để tính đúng",
        en: "`\(source[range])` is too large, or has too many digits, to compute exactly"),
      notes: [
        Wording(
          vi: "mỗi số giữ nhiều nhất 38 chữ số", en: "a number holds at most 38 digits")
      ])
  }

  static func notAValue(_ expression: Expression, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H059", in: source, at: expression.range,
      Wording(
        vi: "`\(source[expression.range])` không phải là một giá trị",
        en: "`\(source[expression.range])` is not a value"),
      fix: .hint(
        Wording(
          vi: "viết số đo, con số, hay phép tính trên chúng",
          en: "write a measure, a number, or arithmetic on them")))
  }
}

extension String {
  /// What stands left of the first `*`.
  fileprivate var prefixBeforeStar: String {
    var text = String(prefix { $0 != "*" })
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
