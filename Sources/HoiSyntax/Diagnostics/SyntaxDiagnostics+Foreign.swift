import HoiDiagnostics

// H020–H028: sentences of other languages.
extension Diagnostic {
  static func select(
    _ range: SourceRange, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H020", in: source, at: range,
      Wording(
        vi: "câu hỏi mở đầu bằng `show`, không phải `\(source[range])`",
        en: "a question begins with `show`, not `\(source[range])`"),
      notes: [
        Wording(
          vi: "hoi không phải là SQL: bảng nằm ngay trong tên, `by` thay cho `GROUP BY`",
          en: "hoi is not SQL: the table is part of the name, `by` stands for `GROUP BY`")
      ], fix: Fix(edits))
  }

  static func foreignFrom(
    _ range: SourceRange, _ table: String, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H021", in: source, at: range,
      Wording(
        vi: "không cần `\(source[range])`: bảng nằm ngay trong tên",
        en: "`\(source[range])` is not needed: the table is part of the name"),
      notes: [
        Wording(vi: "chẳng hạn `\(table).ten`", en: "such as `\(table).name`")
      ], fix: Fix(edits))
  }

  /// `GROUP BY`, `ORDER BY`.
  static func foreignClause(
    _ range: SourceRange, _ right: String, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H022", in: source, at: range,
      Wording(
        vi: "viết `\(right)`, không viết `\(source[range])`",
        en: "write `\(right)`, not `\(source[range])`"), fix: .replace(range, with: right))
  }

  /// `LIKE`, `NOT LIKE`, `NOT IN`.
  static func foreignOperator(
    _ range: SourceRange, _ right: String, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H024", in: source, at: range,
      Wording(
        vi: "`\(source[range])` ở đây viết là `\(right)`",
        en: "`\(source[range])` is spelled `\(right)` here"), fix: Fix(edits))
  }

  static func between(
    _ range: SourceRange, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H025", in: source, at: range,
      Wording(
        vi: "một khoảng viết là `in a..b`, không viết `\(source[range])`",
        en: "a range is written `in a..b`, not `\(source[range])`"), fix: Fix(edits))
  }

  static func isNull(
    _ range: SourceRange, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H026", in: source, at: range,
      Wording(
        vi: "chỗ thiếu số liệu hỏi bằng `missing(x)`, không viết `\(source[range])`",
        en: "what is missing is asked for by `missing(x)`, not `\(source[range])`"),
      fix: Fix(edits))
  }

  static func countStar(
    _ range: SourceRange, star: SourceRange, table: String?, _ source: SourceText
  ) -> Diagnostic {
    let hint = Wording(
      vi: "`count(tên_bảng)` đếm số dòng của bảng", en: "`count(table)` counts the rows of a table")
    return Diagnostic(
      "H027", in: source, at: star,
      Wording(
        vi: "`count` cần tên một bảng, không phải `*`", en: "`count` needs a table, not `*`"),
      fix: table.map { .replace(star, with: $0, hint: hint) } ?? .hint(hint))
  }

  static func sortOrder(
    _ range: SourceRange, _ turns: Bool, _ edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    let reason =
      turns
      ? Wording(
        vi: "giảm dần viết là `-tên`", en: "descending is written `-name`")
      : Wording(vi: "tăng dần là mặc định", en: "ascending goes without saying")
    return Diagnostic(
      "H028", in: source, at: range,
      Wording(
        vi: "không viết `\(source[range])` sau khóa sắp xếp",
        en: "`\(source[range])` does not stand behind a key of `sort`"),
      notes: [reason], fix: Fix(edits))
  }
}
