import HoiDiagnostics
import HoiSyntax

// H403, H410 to H412: what `hoi lint` finds besides refusals.
extension Diagnostic {
  /// A comment says that a statement is refused, and it is not, or not so.
  static func notRefused(
    _ code: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H403", in: source, at: firstLine(of: range, in: source),
      Wording(
        vi: "câu này không bị từ chối với mã \(code) như ghi chú nói",
        en: "this statement is not refused with \(code), as its comment says"))
  }

  static func unusedName(_ word: String, _ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H410", severity: .warning, in: source, at: name.range,
      Wording(
        vi: "`\(name.text)` được đặt bằng `\(word)` nhưng không câu nào dùng",
        en: "`\(name.text)` is named by `\(word)` and never used"))
  }

  static func alwaysEmpty(
    _ why: Wording, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H411", severity: .warning, in: source, at: range,
      Wording(
        vi: "không số liệu nào thỏa được điều kiện của câu hỏi này",
        en: "no data can meet the conditions of this question"),
      notes: [why])
  }

  static func targetWithoutWords(
    _ id: String, lacksClause: Bool, lacksQuote: Bool, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let parts =
      (lacksClause ? ["per \"Điều …\""] : []) + (lacksQuote ? ["quote \"…\""] : [])
    let lacking =
      lacksClause && lacksQuote
      ? Wording(vi: "điều khoản và lời văn", en: "neither clause nor words")
      : lacksClause
        ? Wording(vi: "điều khoản", en: "no clause") : Wording(vi: "lời văn", en: "no words")
    return Diagnostic(
      "H412", severity: .warning, in: source, at: range,
      Wording(
        vi: "mục tiêu `\(id)` chưa nêu \(lacking.vietnamese) của nghị quyết",
        en: "the target `\(id)` has \(lacking.english) of the resolution"),
      notes: [
        Wording(
          vi: "kết luận nào cũng phải chỉ ra được chỗ đã hứa",
          en: "every verdict must be able to show where it was promised")
      ],
      fix: .hint(
        Wording(
          vi: "thêm `\(parts.joined(separator: " "))`",
          en: "add `\(parts.joined(separator: " "))`")))
  }

  private static func firstLine(of range: SourceRange, in source: SourceText) -> SourceRange {
    SourceRange(
      range.start, min(range.end, max(range.start, source.lineRange(of: range.start).end)))
  }
}
