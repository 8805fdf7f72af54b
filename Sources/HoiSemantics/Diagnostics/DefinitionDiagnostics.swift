import HoiDiagnostics
import HoiSyntax

/// H049 and H318 to H325: names and parameters of a script.
extension Diagnostic {
  static func unknownParameter(
    _ name: Name, in source: SourceText, near: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      "H049", in: source, at: name.range,
      Wording(
        vi: "tham số `$\(name.text)` chưa được khai báo",
        en: "the parameter `$\(name.text)` is not declared"),
      fix: .nearest(near, at: name.range, spelled: { "$" + $0 })
        ?? .hint(
          Wording(
            vi: "khai báo trước bằng: param \(name.text) = …",
            en: "declare it first: param \(name.text) = …")))
  }

  static func letReadsNothing(_ name: Name, _ spelling: String, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H318", in: source, at: name.range,
      Wording(
        vi: "`\(name.text)` không đọc số liệu nào", en: "`\(name.text)` reads no data"),
      notes: [
        Wording(
          vi: "`let` đặt tên cho một giá trị tính từ số liệu; hằng số thì dùng tham số",
          en: "`let` names a value that comes from the data; a constant is a parameter")
      ],
      fix: .hint(
        Wording(
          vi: "param \(name.text) = \(spelling), rồi dùng `$\(name.text)`",
          en: "param \(name.text) = \(spelling), then use `$\(name.text)`")))
  }

  static func letAnew(_ name: Name, before: String, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H319", severity: .warning, in: source, at: name.range,
      Wording(
        vi: "từ đây `\(name.text)` có nghĩa khác",
        en: "from here on `\(name.text)` means something else"),
      notes: [
        Wording(
          vi: "trước đó là: \(before); tên nào đã đặt theo nó thì giữ nghĩa cũ",
          en: "it was: \(before); names defined by it keep their meaning")
      ])
  }

  static func parameterNoConstant(_ name: Name, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H320", in: source, at: range,
      Wording(
        vi: "giá trị mặc định của `$\(name.text)` phải là hằng số",
        en: "the default of `$\(name.text)` must be a constant"),
      notes: [
        Wording(
          vi: "một số (`2027`, `55.7%`), một chuỗi (`\"Thôn BM-01\"`) hay một tên (`nhatre`)",
          en: "a number (`2027`, `55.7%`), a text (`\"Thôn BM-01\"`) or a word (`nhatre`)")
      ],
      fix: .hint(
        Wording(
          vi: "biểu thức trên số liệu thì đặt tên bằng: let \(name.text) = \(source[range])",
          en: "an expression over the data takes: let \(name.text) = \(source[range])")))
  }

  static func parameterAnew(_ name: Name, before: String, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H321", severity: .warning, in: source, at: name.range,
      Wording(
        vi: "từ đây `$\(name.text)` có giá trị khác",
        en: "from here on `$\(name.text)` has another value"),
      notes: [Wording(vi: "trước đó là: \(before)", en: "it was: \(before)")])
  }

  /// - Parameter given: the text of the command line that stands for the value.
  static func parameterKind(_ name: String, _ value: ParameterValue, given: SourceText)
    -> Diagnostic
  {
    let range = SourceRange(0, given.bytes.count)
    let kind = value.kind
    return Diagnostic(
      "H322", in: given, at: range,
      Wording(
        vi: "`$\(name)` là \(kind.vietnamese), không nhận `\(given[range])`",
        en: "`$\(name)` is \(kind.english) and cannot be `\(given[range])`"),
      notes: [
        Wording(
          vi: "mặc định của nó là \(value.spelling)", en: "its default is \(value.spelling)")
      ],
      fix: .hint(
        Wording(
          vi: "ví dụ: --set \(name)=\(value.spelling)",
          en: "for example: --set \(name)=\(value.spelling)")))
  }

  static func parameterIsNoWholeNumber(
    _ name: Name, _ value: ParameterValue, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H323", in: source, at: name.range,
      Wording(
        vi: "ở đây cần một số nguyên, `$\(name.text)` là \(value.spelling)",
        en: "a whole number must stand here, `$\(name.text)` is \(value.spelling)"),
      fix: .hint(
        Wording(
          vi: "khai báo một số nguyên: param \(name.text) = 10",
          en: "declare a whole number: param \(name.text) = 10")))
  }

  /// A name of a script inside the model, which must not depend on one.
  static func letInFormula(_ path: Path, _ spelling: String, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H324", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` (\(spelling)) không dùng trong công thức này được",
        en: "`\(path.text)` (\(spelling)) cannot be part of this formula"),
      notes: [
        Wording(
          vi: "ở đây chỉ cộng trừ nhân chia các số đo; hàm và tổng thì tính bên ngoài",
          en: "only arithmetic on measures stands here; functions and sums are computed outside")
      ])
  }

  /// `show _ pivot x`, where x is no group of the answer.
  static func notAGroup(_ path: Path, groups: [String], in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H307", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` không phải là cột năm hay cột các mục",
        en: "`\(path.text)` is no column of years or members"),
      notes: [
        Wording(
          vi: "`pivot` lấy mỗi năm hay mỗi mục làm một cột",
          en: "`pivot` makes a column of each year or member")
      ], fix: groups.first.map { .replace(path.range, with: $0) })
  }
}
