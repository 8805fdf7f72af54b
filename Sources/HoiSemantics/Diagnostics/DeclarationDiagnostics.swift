import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H080 to H082: what holds for every statement of the model.
extension Diagnostic {
  static func nameTaken(
    _ name: Name, by kind: ReferenceKinds, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H080", in: source, at: name.range,
      Wording(
        vi: "đã có \(kind.words.vietnamese) tên `\(name.text)`",
        en: "there is \(kind.wordsWithArticle.english) named `\(name.text)` already"),
      notes: [
        Wording(
          vi: "bảng, chủ đề và `let` dùng chung một vùng tên, mỗi tên chỉ có một nghĩa",
          en: "tables, subjects and `let` share their names, and each means one thing")
      ],
      fix: .replace(name.range, with: "\(source[name.range])_2"))
  }

  static func duplicateName(
    _ name: Name, firstLine: Int, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H081", in: source, at: name.range,
      Wording(
        vi: "`\(name.text)` được khai báo hai lần", en: "`\(name.text)` is declared twice"),
      notes: [
        Wording(
          vi: "lần đầu ở dòng \(firstLine)", en: "the first time on line \(firstLine)")
      ],
      fix: .hint(
        Wording(vi: "đổi tên một trong hai, hoặc bỏ bớt", en: "rename one of them, or drop it")))
  }

  static func redeclaredDimension(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H082", in: source, at: name.range,
      Wording(
        vi: "danh mục `\(name.text)` đã được khai báo khác",
        en: "the dimension `\(name.text)` is declared already, and differently"),
      notes: [
        Wording(
          vi: "một tên danh mục ở mọi bảng là cùng một danh mục",
          en: "one dimension name is one dimension in every table")
      ],
      fix: .hint(
        Wording(
          vi: "khai báo `dimension \(name.text)` một lần, trước các bảng; trong bảng chỉ viết tên",
          en: "declare `dimension \(name.text)` once, before the tables, which only name it")))
  }
}
