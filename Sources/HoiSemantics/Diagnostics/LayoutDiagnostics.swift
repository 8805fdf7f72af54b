import HoiDiagnostics
import HoiSyntax
import HoiText

/// H183 to H189: how a file is laid out.
extension Diagnostic {
  static func rowsByMeasure(
    _ name: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H183", in: source, at: range,
      Wording(
        vi: "`only rows where` không chọn dòng theo số đo `\(name)`",
        en: "`only rows where` does not choose rows by the measure `\(name)`"),
      notes: [
        Wording(
          vi: "ở đây chỉ bỏ những dòng không thuộc bảng, như dòng cộng; số liệu thì lọc khi hỏi",
          en:
            "it leaves out rows that are not the table's, such as totals; values are filtered when asking"
        )
      ],
      fix: .hint(
        Wording(
          vi: "đặt điều kiện vào `where` của câu hỏi",
          en: "put the condition into the `where` of the question")))
  }

  static func badPattern(_ written: StringLiteral, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H184", in: source, at: written.range,
      Wording(
        vi: "`\(written.text)` không phải mẫu tên cột",
        en: "`\(written.text)` is no shape of column heads"),
      notes: [
        Wording(
          vi: "mẫu có từ một đến bốn tên trong ngoặc nhọn, mỗi tên một lần",
          en: "it has one to four names in braces, each once")
      ],
      fix: .hint(
        Wording(
          vi: "chẳng hạn \"{nam} {cap}\" lấy năm và cấp từ cột \"2027 Tiểu học\"",
          en: "\"{nam} {cap}\", say, takes a year and a level out of \"2027 Primary\"")))
  }

  static func unknownPlaceholder(
    _ name: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H185", in: source, at: range,
      Wording(
        vi: "bảng không có cột năm hay chiều nào tên `\(name)`",
        en: "the table has neither years nor a dimension of the name `\(name)`"),
      fix: .hint(
        Wording(
          vi: "khai báo nó trong bảng: dimension \(name)",
          en: "declare it in the table: dimension \(name)")))
  }

  static func patternsDiffer(
    _ written: StringLiteral, first: String, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H186", in: source, at: written.range,
      Wording(
        vi: "các mẫu tên cột của một bảng phải lấy ra cùng những tên",
        en: "the shapes of a table's heads must take out the same names"),
      notes: [
        Wording(
          vi: "mẫu trước đó là \"\(first)\"", en: "the one before is \"\(first)\"")
      ],
      fix: .hint(
        Wording(
          vi: "tách thành hai bảng đọc cùng một tệp",
          en: "make two tables that read the same file")))
  }

  static func encodingNotRead(
    _ encoding: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H187", in: source, at: range,
      Wording(
        vi: "không đọc được bảng mã `\(encoding)`",
        en: "the encoding `\(encoding)` cannot be read"),
      notes: [
        Wording(
          vi: "đọc được UTF-8 và UTF-16; đọc sai bảng mã thì tên gọi thành tên khác",
          en: "UTF-8 and UTF-16 are read; read in the wrong encoding, names become other names")
      ],
      fix: .hint(
        Wording(
          vi: "lưu lại tệp dưới dạng “CSV UTF-8”", en: "save the file as “CSV UTF-8”")))
  }

  static func sheetOfText(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H188", in: source, at: range,
      Wording(
        vi: "tệp văn bản không có trang tính", en: "a text file has no sheets"),
      notes: [
        Wording(
          vi: "`sheet` chỉ dùng cho sổ Excel; ở đây đọc được tệp CSV",
          en: "`sheet` is for Excel workbooks; CSV files are read here")
      ],
      fix: .hint(
        Wording(
          vi: "lưu trang tính ấy thành một tệp CSV UTF-8",
          en: "save that sheet as a CSV UTF-8 file")))
  }

  static func personalList(
    _ kind: PersonalData, column: String, of file: String, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let words: (vi: String, en: String) =
      switch kind {
      case .names: ("họ tên người", "names of people")
      case .birthdays: ("ngày sinh", "birthdays")
      case .identityNumbers: ("số định danh cá nhân", "identity numbers")
      }
    return Diagnostic(
      "H189", severity: .warning, in: source, at: range,
      Wording(
        vi: "cột `\(column)` của `\(file)` giống như \(words.vi)",
        en: "the column `\(column)` of `\(file)` looks like \(words.en)"),
      notes: [
        Wording(
          vi: "số liệu riêng của từng người không nên nằm ở đây; câu hỏi chỉ cần số đếm",
          en: "data of single people do not belong here; questions need counts only")
      ],
      fix: .hint(
        Wording(
          vi: "thay danh sách người bằng danh sách đơn vị",
          en: "list places or schools instead of people")))
  }
}
