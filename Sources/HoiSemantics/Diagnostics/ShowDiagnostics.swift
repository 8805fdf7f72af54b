import HoiDiagnostics
import HoiSyntax

/// H139 to H149: clauses of `show`.
extension Diagnostic {
  static func apartNotShared(
    _ axis: String, item: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H139", in: source, at: range,
      Wording(
        vi: "câu trả lời phải tách theo `\(axis)`, mà `\(item)` không chia theo `\(axis)`",
        en: "the answer must be split by `\(axis)`, and `\(item)` cannot be"),
      notes: [
        Wording(
          vi: "các `\(axis)` không cộng vào nhau", en: "members of `\(axis)` never add")
      ],
      fix: .hint(
        Wording(
          vi: "hỏi riêng từng mục, hoặc cố định `\(axis)` trong công thức: `(… where \(axis) = …)`",
          en: "ask for each item apart, or fix `\(axis)` in the formula: `(… where \(axis) = …)`")))
  }

  static func pivotTooWide(
    _ path: Path, _ count: Int, most: Int, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H140", in: source, at: path.range,
      Wording(
        vi: "`pivot \(path.text)` cần \(count) cột, nhiều hơn \(most)",
        en: "`pivot \(path.text)` needs \(count) columns, more than \(most)"),
      fix: .hint(
        Wording(
          vi: "lọc bớt bằng `where`, hoặc đưa `\(path.text)` vào `by`",
          en: "filter with `where`, or put `\(path.text)` into `by`")))
  }

  static func pooledAdds(_ path: Path, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H141", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` vốn được cộng gộp, không cần `pooled`",
        en: "members of `\(path.text)` add anyway and need no `pooled`"),
      fix: .hint(
        Wording(
          vi: "bỏ `pooled \(path.text)`", en: "leave `pooled \(path.text)` out")))
  }

  static func pooledAndSplit(_ path: Path, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H142", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` không thể vừa chia vừa gộp",
        en: "`\(path.text)` cannot be split by and pooled at once"),
      fix: .hint(
        Wording(
          vi: "bỏ `\(path.text)` khỏi `by`, hoặc bỏ `pooled`",
          en: "take `\(path.text)` out of `by`, or leave `pooled` out")))
  }

  static func pooledAcrossYears(
    _ item: SourceRange, _ path: Path, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H143", in: source, at: path.range,
      Wording(
        vi: "`\(source[item])` so các năm với nhau nên không gộp năm được",
        en: "`\(source[item])` compares years, so they cannot be pooled"),
      fix: .hint(
        Wording(
          vi: "bỏ `pooled \(path.text)`; `moving(x, n)` gộp n năm liền nhau",
          en: "leave `pooled \(path.text)` out; `moving(x, n)` pools n years in a row")))
  }

  static func cannotPool(
    _ item: SourceRange, _ problem: Resolver.PoolingProblem, ratio: String?, _ path: Path,
    in source: SourceText
  ) -> Diagnostic {
    let text = source[item]
    let why: Wording =
      switch problem {
      case .stock:
        Wording(
          vi: "`\(text)` đếm số có vào một ngày, cộng các năm là đếm một trẻ nhiều lần",
          en:
            "`\(text)` counts what there is on a day; over years it would count one child many times"
        )
      case .level:
        Wording(
          vi: "`\(text)` là mức, không gộp được", en: "`\(text)` is a level and does not pool")
      case .sumOfRounds:
        Wording(
          vi: "các `\(path.text)` kể cùng một việc, cộng lại là đếm nhiều lần",
          en: "each `\(path.text)` tells of the same things; together they would count twice")
      }
    return Diagnostic(
      "H144", in: source, at: item,
      Wording(
        vi: "không gộp `\(path.text)` cho `\(text)`",
        en: "`\(text)` does not pool over `\(path.text)`"),
      notes: [why],
      fix: ratio.map {
        .replace(
          item, with: $0,
          hint: Wording(
            vi: "tỷ lệ gộp được: cả hai vế cùng cộng", en: "a ratio pools: both its sides add"))
      }
        ?? .hint(
          Wording(
            vi: "thay `pooled \(path.text)` bằng `by \(path.text)`",
            en: "put `by \(path.text)` in the place of `pooled \(path.text)`")))
  }

  static func versusNeedsMember(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H145", in: source, at: range,
      Wording(
        vi: "`vs` cần một năm, `prev`, hoặc một thành viên",
        en: "`vs` takes a year, `prev`, or a member"),
      fix: .hint(
        Wording(
          vi: "chẳng hạn `vs 2025`, `vs prev`, `vs dantoc = kinh`",
          en: "such as `vs 2025`, `vs prev`, `vs dantoc = kinh`")))
  }

  static func versusNotTopmost(
    _ condition: SourceRange, _ versus: String, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H146", in: source, at: condition,
      Wording(
        vi: "`\(versus)` thay thành viên của một chiều, nên điều kiện về chiều ấy phải đứng riêng",
        en:
          "`\(versus)` changes the member of an axis, so the condition on that axis must stand apart"
      ),
      fix: .hint(
        Wording(
          vi: "nối các điều kiện bằng `and`", en: "join the conditions with `and`")))
  }

  static func limitGroupNotInBy(_ path: Path, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H147", in: source, at: path.range,
      Wording(
        vi: "kết quả không chia theo `\(path.text)` nên không lấy theo từng `\(path.text)` được",
        en: "the answer is not split by `\(path.text)`, so rows are not limited per `\(path.text)`"),
      fix: .hint(
        Wording(
          vi: "thêm `\(path.text)` vào `by`", en: "add `\(path.text)` to `by`")))
  }

  static func unknownChart(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H148", in: source, at: name.range,
      Wording(
        vi: "không có biểu đồ `\(name.text)`", en: "there is no chart `\(name.text)`"),
      notes: [Wording(vi: "có: line, bar", en: "there are: line, bar")],
      fix: .replace(name.range, with: "bar"))
  }
}
