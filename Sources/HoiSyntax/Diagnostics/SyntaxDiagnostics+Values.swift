import HoiDiagnostics

// H016–H019, H023, H029–H033: numbers, comparisons and limits.
extension Diagnostic {
  static func decimalComma(
    _ range: SourceRange, _ mended: String, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H016", in: source, at: range,
      Wording(
        vi: "số thập phân viết với dấu chấm: `\(mended)`, không viết `\(source[range])`",
        en: "decimals are written with a point: `\(mended)`, not `\(source[range])`"),
      notes: [
        Wording(vi: "dấu phẩy ngăn các mục với nhau", en: "a comma parts one item from another")
      ], fix: .replace(range, with: mended))
  }

  static func numberTooLong(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H017", kind: .limit, in: source, at: range,
      Wording(vi: "số này có quá 38 chữ số", en: "this number has more than 38 digits"))
  }

  static func notWhole(
    _ range: SourceRange, _ expected: Expected, _ source: SourceText
  ) -> Diagnostic {
    let wanted = expected.wording
    return Diagnostic(
      "H018", in: source, at: range,
      Wording(
        vi: "ở đây cần \(wanted.vietnamese), không phải `\(source[range])`",
        en: "\(wanted.english) is due here, not `\(source[range])`"),
      notes: [
        Wording(
          vi: "số nguyên viết không có phần lẻ và không có `%`",
          en: "a whole number has neither decimals nor `%`")
      ])
  }

  static func arithmeticNeedsBrackets(
    _ range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H019", in: source, at: range,
      Wording(
        vi: "phép tính `\(source[range])` ở vế phải phải nằm trong ngoặc",
        en: "the arithmetic `\(source[range])` on the right needs brackets"),
      notes: [
        Wording(
          vi: "bên phải `=`, `!=` và `in` là một thành viên, một số hay một lời văn",
          en: "right of `=`, `!=` and `in` stands a member, a number or a text")
      ],
      fix: Fix([
        Fix.Edit(SourceRange(range.start, range.start), "("),
        Fix.Edit(SourceRange(range.end, range.end), ")"),
      ]))
  }

  /// `1 < a < 5`.
  static func chainedComparison(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H023", in: source, at: range,
      Wording(
        vi: "`\(source[range])` nối thêm một phép so sánh vào phép so sánh",
        en: "`\(source[range])` compares what is a comparison already"),
      fix: .hint(
        Wording(vi: "tách làm hai, nối bằng `and`", en: "write two of them, joined by `and`")))
  }

  /// `= 2025..2030`, `in (2025..2030)`.
  static func rangeNeedsIn(
    _ range: SourceRange, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H029", in: source, at: range,
      Wording(
        vi: "một khoảng đứng sau `in`, không có ngoặc",
        en: "a range stands behind `in`, without brackets"),
      fix: Fix(edits))
  }

  static func listNeedsBrackets(
    _ range: SourceRange, mended: String, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H030", in: source, at: range,
      Wording(
        vi: "sau `in` là `(…)` hoặc một khoảng `a..b`",
        en: "`in` is followed by `(…)` or by a range `a..b`"),
      fix: .replace(range, with: mended))
  }

  static func sourceTooLong(_ count: Int, _ limit: Int, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H031", kind: .limit, in: source, at: SourceRange(0, 0),
      Wording(
        vi: "văn bản dài \(count) byte, quá giới hạn \(limit) byte",
        en: "the text has \(count) bytes, over the limit of \(limit) bytes"))
  }

  static func tooDeep(_ limit: Int, at range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H032", kind: .limit, in: source, at: range,
      Wording(
        vi: "quá \(limit) tầng lồng nhau", en: "more than \(limit) levels within one another"))
  }

  static func tooManyParts(
    _ limit: Int, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H033", kind: .limit, in: source, at: range,
      Wording(
        vi: "câu này có quá \(limit) phần", en: "this statement has more than \(limit) parts"))
  }
}
