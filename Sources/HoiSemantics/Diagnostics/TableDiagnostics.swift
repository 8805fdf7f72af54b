import HoiDiagnostics
import HoiSyntax

/// H090 to H093, H095, H099 to H101: tables.
extension Diagnostic {
  static func tableWithoutTime(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H090", in: source, at: name.range,
      Wording(
        vi: "bảng `\(name.text)` không có cột năm", en: "the table `\(name.text)` has no years"),
      fix: .hint(
        Wording(
          vi: "thêm một dòng: time nam school, hoặc: time nam calendar",
          en: "add a line: time nam school, or: time nam calendar")))
  }

  static func secondTime(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H091", in: source, at: range,
      Wording(vi: "một bảng chỉ có một cột năm", en: "a table has one column of years"),
      fix: .hint(Wording(vi: "bỏ dòng này", en: "drop this line")))
  }

  static func tableWithoutMeasure(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H092", in: source, at: name.range,
      Wording(
        vi: "bảng `\(name.text)` không có số đo nào",
        en: "the table `\(name.text)` has no measure"),
      fix: .hint(
        Wording(
          vi: "thêm một dòng, chẳng hạn: count hoc_sinh unit \"học sinh\"",
          en: "add a line, such as: count hoc_sinh unit \"học sinh\"")))
  }

  static func missingPeriod(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H093", in: source, at: name.range,
      Wording(
        vi: "`\(name.text)` là năm học hay năm dương lịch?",
        en: "is `\(name.text)` a school year or a calendar year?"),
      fix: .replace(
        name.range, with: "\(source[name.range]) school",
        hint: Wording(vi: "hoặc: calendar", en: "or: calendar")))
  }

  static func unknownPeriod(_ word: Name, in source: SourceText) -> Diagnostic {
    let near = NearNames.suggestions(
      for: word.text, among: [("school", "school"), ("calendar", "calendar")])
    return Diagnostic(
      "H095", in: source, at: word.range,
      Wording(
        vi: "`\(word.text)` không phải là loại năm", en: "`\(word.text)` is no kind of year"),
      notes: [
        Wording(
          vi: "năm là `school` (năm học) hoặc `calendar` (năm dương lịch)",
          en: "years are `school` or `calendar`")
      ], fix: .nearest(near.isEmpty ? ["school", "calendar"] : near, at: word.range))
  }

  static func notADay(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H099", in: source, at: name.range,
      Wording(
        vi: "`\(name.text)` không phải là một ngày", en: "`\(name.text)` is not a day"),
      fix: .hint(
        Wording(
          vi: "viết ngày-tháng, chẳng hạn 31-05", en: "write day-month, such as 31-05")))
  }

  static func secondReportsBy(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H100", in: source, at: range,
      Wording(
        vi: "một bảng chỉ có một `reports by`", en: "a table has one `reports by`"),
      fix: .hint(Wording(vi: "bỏ dòng này", en: "drop this line")))
  }

  static func reportsByNoDimension(
    _ name: Name, own: [String], in source: SourceText
  ) -> Diagnostic {
    let near = NearNames.suggestions(for: name.text, among: own.map { ($0, $0) })
    let list = shortList(own)
    return Diagnostic(
      "H101", in: source, at: name.range,
      Wording(
        vi: "bảng không có danh mục `\(name.text)` để báo cáo theo",
        en: "the table has no dimension `\(name.text)` to report by"),
      notes: own.isEmpty
        ? []
        : [
          Wording(
            vi: "bảng có: \(list.vietnamese)", en: "the table has: \(list.english)")
        ], fix: .nearest(near, at: name.range))
  }

  static func owingWithoutList(_ name: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H290", in: source, at: name.range,
      Wording(
        vi: "`\(name.text)` không có danh sách để nói ai phải báo cáo",
        en: "`\(name.text)` has no list to say who owes a report"),
      notes: [
        Wording(
          vi:
            "điều kiện chọn trong danh sách; thành viên của `\(name.text)` lấy từ các dòng số liệu",
          en: "the condition chooses from a list; members of `\(name.text)` come from the rows")
      ],
      fix: .hint(
        Wording(
          vi: "khai báo `dimension \(name.text)` từ tệp hoặc trong ngoặc nhọn, hoặc bỏ `where`",
          en: "declare `dimension \(name.text)` from a file or in braces, or drop the `where`")))
  }

  static func owingOfOthers(
    _ range: SourceRange, by name: Name, attributes: [String], in source: SourceText
  ) -> Diagnostic {
    let list = shortList([name.text] + attributes)
    return Diagnostic(
      "H291", in: source, at: range,
      Wording(
        vi: "ai phải báo cáo không phụ thuộc vào `\(source[range])`",
        en: "who owes a report does not depend on `\(source[range])`"),
      notes: [
        Wording(
          vi: "`reports by \(name.text) where` chỉ xét: \(list.vietnamese)",
          en: "`reports by \(name.text) where` looks at: \(list.english)")
      ],
      fix: .hint(
        Wording(
          vi: "đặt điều kiện vào `where` của câu hỏi, hoặc `only rows where` của bảng",
          en: "put the condition into a question's `where`, or `only rows where` of the table")))
  }

  static func nobodyOwes(
    _ range: SourceRange, by name: Name, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H292", in: source, at: range,
      Wording(
        vi: "không thành viên nào của `\(name.text)` thoả điều kiện này, nên không ai phải báo cáo",
        en: "no member of `\(name.text)` meets this condition, so nobody would owe a report"),
      fix: .hint(
        Wording(
          vi: "sửa điều kiện, hoặc bỏ cả dòng `reports by`",
          en: "mend the condition, or drop the whole `reports by` line")))
  }
}
