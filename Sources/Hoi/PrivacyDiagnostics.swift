/// H280 to H282: what is not published.
extension Diagnostic {
  static func recordsInPublic(
    _ table: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H280", in: source, at: range,
      Wording(
        vi: "không công bố từng dòng của `\(table)`: bảng này đếm người",
        en: "single rows of `\(table)` are not published: the table counts people"),
      notes: [
        Wording(
          vi: "hỏi theo nhóm bằng `show`, hoặc `set public off` khi làm việc nội bộ",
          en: "ask by groups with `show`, or `set public off` for work inside the office")
      ])
  }

  static func tracedInPublic(
    _ value: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H281", in: source, at: range,
      Wording(
        vi: "không công bố đường tính của `\(value)`: nó dẫn đến từng dòng đếm người",
        en: "how `\(value)` was made is not published: it leads to single rows that count people"),
      notes: [
        Wording(
          vi: "hỏi theo nhóm bằng `show`, hoặc `set public off` khi làm việc nội bộ",
          en: "ask by groups with `show`, or `set public off` for work inside the office")
      ])
  }

  static func publicForGood(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H282", in: source, at: range,
      Wording(
        vi: "phiên `--public` không tắt được `public`",
        en: "a session under `--public` cannot turn `public` off"),
      notes: [Wording(vi: "mở lại mà không có `--public`", en: "start again without `--public`")])
  }
}
