import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H042, H045 to H049, H109 to H111, H115 to H119: conditions on rows.
extension Diagnostic {
  /// - Parameters:
  ///   - near: members near to it, as they are written in a question.
  ///   - known: all listed members, said where none is near and they are few.
  static func unknownMember(
    _ text: String, of axis: String, at range: SourceRange, in source: SourceText,
    near: [String], known: [String]
  ) -> Diagnostic {
    var notes: [Wording] = []
    if near.isEmpty, !known.isEmpty {
      let list = shortList(known)
      notes = [
        Wording(vi: "\(axis) có: \(list.vietnamese)", en: "\(axis) has: \(list.english)")
      ]
    }
    return Diagnostic(
      "H042", in: source, at: range,
      Wording(
        vi: "`\(axis)` không có `\(text)`", en: "`\(axis)` has no member `\(text)`"),
      notes: notes, fix: .nearest(near, at: range))
  }

  static func ambiguousMember(
    _ text: String, at range: SourceRange, in source: SourceText,
    meanings: [(key: String, label: String)]
  ) -> Diagnostic {
    let words = meanings.map { $0.key == $0.label ? $0.key : "\($0.key) (\($0.label))" }
    let list = quotedList(words)
    return Diagnostic(
      "H117", in: source, at: range,
      Wording(
        vi: "`\(text)` có thể là \(list.vietnamese)", en: "`\(text)` could be \(list.english)"),
      notes: [
        Wording(
          vi: "nhiều mục mang cùng một tên; hãy viết mã của mục",
          en: "several members share that name; write the key of the one meant")
      ],
      fix: meanings.first.map { .replace(range, with: quotedText($0.key)) })
  }

  /// - Parameter edits: the question with the term moved, where it can be.
  static func resultInWhere(
    _ range: SourceRange, in source: SourceText, edits: [Fix.Edit]?
  ) -> Diagnostic {
    let hint = Wording(
      vi: "đặt điều kiện về kết quả vào `having`", en: "put conditions on results into `having`")
    return Diagnostic(
      "H045", in: source, at: range,
      Wording(
        vi: "`\(source[range])` là kết quả, không lọc được bằng `where`",
        en: "`\(source[range])` is a result and cannot be filtered by `where`"),
      notes: [
        Wording(
          vi: "`where` chọn dòng số liệu trước khi tính; `having` chọn kết quả sau khi tính",
          en: "`where` chooses rows before computing; `having` chooses results after it")
      ], fix: edits.map { Fix($0) } ?? .hint(hint))
  }

  static func membersHaveNoOrder(
    _ axis: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H046", in: source, at: range,
      Wording(
        vi: "các mục của `\(axis)` không có thứ tự lớn nhỏ",
        en: "the members of `\(axis)` are neither larger nor smaller than each other"),
      notes: [
        Wording(
          vi: "`<`, `>` và `..` chỉ dùng cho năm và mã là số nguyên",
          en: "`<`, `>` and `..` are for years and whole-number keys")
      ],
      fix: .hint(
        Wording(
          vi: "liệt kê các mục: \(axis) in (…, …)", en: "list the members: \(axis) in (…, …)")))
  }

  static func notACondition(
    _ range: SourceRange, in source: SourceText, mended: String?
  ) -> Diagnostic {
    let hint = Wording(
      vi: "viết một phép so sánh, chẳng hạn `nam = 2027`",
      en: "write a comparison, such as `nam = 2027`")
    return Diagnostic(
      "H047", in: source, at: range,
      Wording(
        vi: "`\(source[range])` không phải là một điều kiện",
        en: "`\(source[range])` is not a condition"),
      fix: mended.map { .replace(range, with: $0) } ?? .hint(hint))
  }

  static func valueOnTheLeft(
    _ range: SourceRange, in source: SourceText, mended: String
  ) -> Diagnostic {
    Diagnostic(
      "H118", in: source, at: range,
      Wording(
        vi: "trong `\(source[range])` con số đứng trước tên",
        en: "in `\(source[range])` the number stands before the name"),
      notes: [
        Wording(
          vi: "bên trái là tên, bên phải là giá trị",
          en: "the name stands on the left, the value on the right")
      ], fix: .replace(range, with: mended))
  }

  static func emptyRange(
    _ range: SourceRange, in source: SourceText, mended: String
  ) -> Diagnostic {
    Diagnostic(
      "H116", in: source, at: range,
      Wording(
        vi: "khoảng `\(source[range])` ngược: không có gì ở giữa",
        en: "the range `\(source[range])` runs backward and holds nothing"),
      fix: .replace(range, with: mended))
  }

  static func notAYear(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H048", in: source, at: range,
      Wording(
        vi: "`\(source[range])` không phải là một năm",
        en: "`\(source[range])` is not a year"),
      fix: .hint(
        Wording(
          vi: "viết năm bằng bốn chữ số, hay `latest` cho năm mới nhất",
          en: "write the year in four digits, or `latest` for the latest one")))
  }

  static func noYears(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H119", in: source, at: range,
      Wording(
        vi: "chưa có năm nào để lấy năm mới nhất", en: "there is no year to be the latest"),
      notes: [Wording(vi: "bảng chưa có dòng nào", en: "the table has no rows")])
  }

  static func containsNeedsText(
    _ name: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H110", in: source, at: range,
      Wording(
        vi: "`~` chỉ tìm trong chữ, `\(name)` là số",
        en: "`~` searches text, and `\(name)` is a number"),
      fix: .hint(
        Wording(vi: "dùng = != < <= > >=", en: "use = != < <= > >=")))
  }

  static func notAMember(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H111", in: source, at: range,
      Wording(
        vi: "`\(source[range])` không phải là tên một mục",
        en: "`\(source[range])` is not the name of a member"),
      fix: .hint(
        Wording(
          vi: "viết mã hay tên của mục, trong ngoặc kép nếu có dấu cách",
          en: "write the key or label of a member, quoted where it has blanks")))
  }

  static func notYesOrNo(
    _ text: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H109", in: source, at: range,
      Wording(
        vi: "số đo có/không chỉ so với 1 hay 0, không với `\(text)`",
        en: "a flag is compared with 1 or 0, not with `\(text)`"),
      fix: .replace(range, with: "1", hint: Wording(vi: "hoặc: 0", en: "or: 0")))
  }

  static func measureOfOtherTable(
    _ name: String, of table: String, lackedBy other: String, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H115", in: source, at: range,
      Wording(
        vi: "`\(name)` chỉ có trong bảng \(table), không có trong \(other)",
        en: "`\(name)` is in the table \(table) only, not in \(other)"),
      notes: [
        Wording(
          vi: "điều kiện trong `where` phải lọc được mọi dòng được hỏi",
          en: "a condition in `where` must apply to every row asked about")
      ],
      fix: .hint(
        Wording(
          vi: "hỏi riêng số liệu của \(table)", en: "ask about the figures of \(table) alone")))
  }
}
