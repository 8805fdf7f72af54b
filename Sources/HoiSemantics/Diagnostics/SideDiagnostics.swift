import HoiDiagnostics
import HoiSyntax

/// H180 to H182: sides of a formula over rows of their own.
extension Diagnostic {
  static func axisFixed(
    _ user: String, spelled: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H180", in: source, at: range,
      Wording(
        vi: "`\(user)` đã cố định `\(spelled)` trong định nghĩa",
        en: "`\(user)` has `\(spelled)` fixed in its definition"),
      notes: [
        Wording(
          vi:
            "mỗi vế của công thức chỉ lấy những dòng mà định nghĩa nêu, nên chia hay lọc thêm theo đó sẽ sai nghĩa",
          en:
            "each side takes only the rows that its definition names, so splitting or filtering by it again would mean something else"
        )
      ],
      fix: .hint(
        Wording(
          vi: "bỏ `\(spelled)` khỏi câu hỏi; `describe \(user)` cho biết công thức",
          en: "leave `\(spelled)` out of the question; `describe \(user)` shows the formula")))
  }

  static func yearInSide(
    _ range: SourceRange, side: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H181", in: source, at: range,
      Wording(
        vi: "điều kiện của một vế không nêu năm: `\(source[range])`",
        en: "the condition of a side names no year: `\(source[range])`"),
      notes: [
        Wording(
          vi: "năm là của câu hỏi; một vế lấy năm trước đó bằng `prev`",
          en: "the year belongs to the question; a side takes an earlier one with `prev`")
      ],
      fix: .hint(
        Wording(
          vi: "chẳng hạn `prev(\(source[side]), 3)` là ba năm trước",
          en: "`prev(\(source[side]), 3)`, say, is three years before")))
  }

  static func yearsBackOutOfRange(
    _ range: SourceRange, most: Int64, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H182", in: source, at: range,
      Wording(
        vi: "`\(source[range])` không phải số năm lùi lại",
        en: "`\(source[range])` is no number of years to go back"),
      notes: [
        Wording(
          vi: "viết một số nguyên từ 1 đến \(most)", en: "write a whole number from 1 to \(most)")
      ],
      fix: .replace(range, with: "1"))
  }
}
