import HoiDiagnostics
import HoiSyntax

/// H166 to H173, H175 and H176: `pace`, `project` and `trace`.
extension Diagnostic {
  static func paceOfYears(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H166", in: source, at: range,
      Wording(
        vi: "`pace` tính từ một năm", en: "`pace` starts from one year"),
      notes: [
        Wording(
          vi: "không nêu năm thì tính từ năm gần nhất có số liệu",
          en: "without a year it starts from the latest with data")
      ],
      fix: .hint(
        Wording(
          vi: "bỏ điều kiện về năm, hoặc viết `where nam = 2027`",
          en: "leave the year out, or write `where nam = 2027`")))
  }

  static func paceBackward(
    _ literal: NumberLiteral, from year: Int32, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H167", in: source, at: literal.range,
      Wording(
        vi: "năm đến phải sau năm \(year)", en: "the year to reach must be after \(year)"),
      fix: .replace(literal.range, with: String(Int64(year) + 1)))
  }

  static func noTargetInScope(
    _ path: Path, names: [String], in source: SourceText
  ) -> Diagnostic {
    let list = shortList(names)
    return Diagnostic(
      "H168", in: source, at: path.range,
      Wording(
        vi: "câu hỏi nằm ngoài phạm vi mọi mục tiêu của `\(path.text)`",
        en: "the question is outside the scope of every target on `\(path.text)`"),
      notes: [
        Wording(vi: "các mục tiêu: \(list.vietnamese)", en: "the targets: \(list.english)")
      ],
      fix: .hint(
        Wording(
          vi: "`describe` một mục tiêu để biết phạm vi của nó",
          en: "`describe` a target to see its scope")))
  }

  static func severalTargets(
    _ path: Path, targets: [(name: String, scope: String?)], in source: SourceText
  ) -> Diagnostic {
    let names = targets.map { target in
      target.scope.map { "\(target.name) (\($0))" } ?? target.name
    }
    let list = shortList(names)
    return Diagnostic(
      "H169", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` có \(targets.count) mục tiêu, câu hỏi chỉ nói được về một",
        en: "`\(path.text)` has \(targets.count) targets and the question can be about one"),
      notes: [
        Wording(vi: "các mục tiêu: \(list.vietnamese)", en: "the targets: \(list.english)"),
        Wording(
          vi: "gọi tên một mục tiêu, hoặc thu hẹp bằng `where`",
          en: "name one of them, or narrow the question by `where`"),
      ],
      fix: .replace(path.range, with: targets[0].name))
  }

  static func targetWithoutNumber(
    _ path: Path, names: [String], in source: SourceText
  ) -> Diagnostic {
    let list = shortList(names)
    return Diagnostic(
      "H170", in: source, at: path.range,
      Wording(
        vi: "mục tiêu không có con số để tính nhịp: \(list.vietnamese)",
        en: "there is no number to keep pace with: \(list.english)"))
  }

  static func projectionOfSteps(_ path: Path, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H171", in: source, at: path.range,
      Wording(
        vi: "không dự báo được `\(path.text)`: mức và có/không không đi theo đường thẳng",
        en: "`\(path.text)` cannot be projected: levels and yes or no do not move along a line"),
      fix: .hint(
        Wording(
          vi: "xem các năm đã qua: show \(path.text) by nam",
          en: "see the years so far: show \(path.text) by nam")))
  }

  static func projectionByYear(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H172", in: source, at: range,
      Wording(
        vi: "`project` đã có mỗi năm một dòng, không chia thêm theo năm",
        en: "`project` has a row for each year already"),
      fix: .hint(
        Wording(vi: "bỏ năm khỏi `by`", en: "leave the year out of `by`")))
  }

  static func projectionBackward(
    _ literal: NumberLiteral, last: Int32, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H173", in: source, at: literal.range,
      Wording(
        vi: "đã có số liệu đến năm \(last), chỉ dự báo được các năm sau đó",
        en: "there is data up to \(last); only later years are projected"),
      fix: .replace(literal.range, with: String(Int64(last) + 3)))
  }

  static func projectionTooFar(
    _ literal: NumberLiteral, last: Int32, most: Int32, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H175", kind: .limit, in: source, at: literal.range,
      Wording(
        vi: "không dự báo quá \(most) năm sau năm \(last)",
        en: "nothing is projected more than \(most) years past \(last)"),
      notes: [
        Wording(
          vi: "đường thẳng qua vài năm không nói gì về một thời đã khác",
          en: "a line through a few years says nothing of another age")
      ],
      fix: .replace(literal.range, with: String(last + most)))
  }

  /// Arithmetic on results has no one pair of sums.
  static func namedIsNoFormula(
    _ path: Path, spelling: String, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H176", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` là phép tính trên kết quả, không phải một công thức của số đo",
        en: "`\(path.text)` is arithmetic on results, not one formula of measures"),
      notes: [Wording(verbatim: "\(path.text) = \(spelling)")],
      fix: .hint(
        Wording(
          vi: "hỏi riêng từng chỉ tiêu trong đó", en: "ask about each indicator in it")))
  }
}
