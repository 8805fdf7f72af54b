import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H076, H160 to H165: verdicts, what `having` and `sort` ask of them, and what is judged together.
extension Diagnostic {
  static func yearAmongOthers(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H076", in: source, at: range,
      Wording(
        vi: "điều kiện về năm phải đứng riêng, không nằm trong `or`",
        en: "a condition on the year must stand by itself, not within `or`"),
      notes: [
        Wording(
          vi: "năm cho biết xét giá trị nào, nên không chung với điều kiện khác",
          en: "the year says which values are judged, apart from all other conditions")
      ],
      fix: .hint(
        Wording(
          vi: "viết `nam = 2027`, `nam in 2025..2027` hoặc `nam in (2025, 2027)`",
          en: "write `nam = 2027`, `nam in 2025..2027` or `nam in (2025, 2027)`")))
  }

  /// A name that no verdict has.
  static func unknownVerdictPart(
    _ text: String, at range: SourceRange, in source: SourceText, near: [String], known: [String]
  ) -> Diagnostic {
    let list = shortList(known, limit: 20)
    return Diagnostic(
      "H160", in: source, at: range,
      Wording(
        vi: "kết luận không có `\(text)`", en: "a verdict has no `\(text)`"),
      notes: [
        Wording(vi: "có: \(list.vietnamese)", en: "it has: \(list.english)")
      ], fix: .nearest(near, at: range))
  }

  /// A word right of `status =` or `grade =` that names none.
  static func unknownVerdictWord(
    _ text: String, of part: String, at range: SourceRange, in source: SourceText,
    near: [String], known: [String]
  ) -> Diagnostic {
    let list = shortList(known, limit: 20)
    return Diagnostic(
      "H161", in: source, at: range,
      Wording(
        vi: "`\(part)` không có giá trị `\(text)`", en: "`\(part)` is never `\(text)`"),
      notes: [Wording(vi: "có: \(list.vietnamese)", en: "it can be: \(list.english)")],
      fix: .nearest(near, at: range))
  }

  /// `status < dat`.
  static func verdictsHaveNoOrder(
    _ part: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H162", in: source, at: range,
      Wording(
        vi: "`\(part)` không so sánh bằng `<` hay `>` được",
        en: "`\(part)` cannot be compared by `<` or `>`"),
      fix: .hint(
        Wording(
          vi: "dùng `=`, `!=`, `in (…)` hoặc `~`", en: "use `=`, `!=`, `in (…)` or `~`")))
  }

  static func blendOfNoRatio(_ blend: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H163", in: source, at: blend.range,
      Wording(
        vi: "chỉ tỷ lệ so với một mức mới có mức chung theo `blend`",
        en: "only a ratio compared with one threshold can have a blended one"),
      notes: [
        Wording(
          vi: "mức chung là bình quân các mức theo mẫu số",
          en: "a blended threshold is the thresholds weighted by their denominators")
      ])
  }

  static func blendMismatch(
    _ blend: Name, other: String, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H164", in: source, at: blend.range,
      Wording(
        vi: "không gộp mức chung `\(blend.text)` với \(other) được",
        en: "it cannot be blended in `\(blend.text)` with \(other)"),
      notes: [
        Wording(
          vi: "các mục tiêu của một `blend` phải cùng chỉ tiêu, cùng phép so sánh và cùng thời hạn",
          en: "targets of one `blend` share the indicator, the comparison and the deadline")
      ])
  }

  static func blendOverlap(
    _ blend: Name, other: String, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H165", in: source, at: blend.range,
      Wording(
        vi: "phạm vi chồng lên phạm vi của \(other), cùng `blend \(blend.text)`",
        en: "its scope overlaps that of \(other) in `blend \(blend.text)`"),
      notes: [
        Wording(
          vi: "phần chồng nhau sẽ bị tính hai lần trong mức chung",
          en: "what is in both would be counted twice in the blended threshold")
      ],
      fix: .hint(
        Wording(
          vi: "thêm `where` để hai phạm vi tách nhau",
          en: "add a `where` that keeps the two scopes apart")))
  }
}
