import HoiColumns
import HoiDiagnostics
import HoiSyntax

/// H190 to H199: when members are in force, what they became, what they are in a year.
extension Diagnostic {
  static func notADayInList(
    _ text: String, of file: String, line: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H190", in: source, at: range,
      Wording(
        vi: "`\(text)` ở dòng \(line) của `\(file)` không phải một ngày",
        en: "`\(text)` on line \(line) of `\(file)` is no day"),
      notes: [dayForms])
  }

  static var dayForms: Wording {
    Wording(
      vi: "viết ngày như 31/05/2027 hay 2027-05-31, hoặc chỉ năm; để trống là không có mốc",
      en: "write a day as 31/05/2027 or 2027-05-31, or the year alone; blank is open")
  }

  static func forceEndsFirst(
    _ from: CalendarDay, _ to: CalendarDay, of file: String, line: Int, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H191", in: source, at: range,
      Wording(
        vi: "dòng \(line) của `\(file)` hết hiệu lực \(to.text) trước khi có hiệu lực \(from.text)",
        en: "line \(line) of `\(file)` ends on \(to.text), before it begins on \(from.text)"),
      fix: .hint(
        Wording(vi: "sửa một trong hai ngày trong tệp", en: "correct one of the two in the file")))
  }

  static func unknownSuccessor(
    _ text: String, of file: String, line: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H192", in: source, at: range,
      Wording(
        vi: "đơn vị kế thừa `\(text)` ở dòng \(line) của `\(file)` không có trong danh mục",
        en: "the successor `\(text)` on line \(line) of `\(file)` is not in the list"),
      fix: .hint(
        Wording(
          vi: "thêm nó thành một dòng của danh mục, hoặc sửa mã",
          en: "add it as a row of the list, or correct its key")))
  }

  static func successorCircle(
    _ key: String, of file: String, line: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H193", in: source, at: range,
      Wording(
        vi: "theo dòng \(line) của `\(file)`, `\(key)` rốt cuộc kế thừa chính nó",
        en: "by line \(line) of `\(file)`, `\(key)` becomes itself in the end"),
      notes: [
        Wording(
          vi: "mỗi đơn vị phải đến một đơn vị còn tồn tại",
          en: "every chain must end in a member that still is")
      ])
  }

  /// Rows of members that were not there; they are kept and counted.
  static func outOfForce(
    _ names: [String], rows: Int, of dimension: String, file: String, line: Int?,
    at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    let place = line.map { (vi: ", đầu tiên ở dòng \($0)", en: ", the first on line \($0)") }
    return Diagnostic(
      "H194", severity: .warning, in: source, at: range,
      Wording(
        vi:
          "\(rows) dòng của `\(file)` thuộc `\(dimension)` không có hiệu lực trong năm đó: \(list)\(place?.vi ?? "")",
        en:
          "\(counted(rows, "row")) of `\(file)` with members of `\(dimension)` not in force that year: \(list)\(place?.en ?? "")"
      ),
      notes: [
        Wording(
          vi: "các dòng này vẫn được giữ và được cộng",
          en: "the rows are kept and counted")
      ],
      fix: .hint(
        Wording(
          vi: "sửa ngày hiệu lực trong danh mục, hoặc mã trong tệp số liệu",
          en: "correct the days in the list, or the key in the data")))
  }

  static func notAYearInList(
    _ text: String, of file: String, line: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H195", in: source, at: range,
      Wording(
        vi: "`\(text)` ở dòng \(line) của `\(file)` không phải một năm",
        en: "`\(text)` on line \(line) of `\(file)` is no year"))
  }

  static func unknownMemberInList(
    _ text: String, of file: String, line: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H196", in: source, at: range,
      Wording(
        vi: "`\(text)` ở dòng \(line) của `\(file)` không có trong danh mục",
        en: "`\(text)` on line \(line) of `\(file)` is not in the list"))
  }

  static func valueTwice(
    _ year: Int32, of file: String, lines: (first: Int, second: Int), at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H197", in: source, at: range,
      Wording(
        vi: "dòng \(lines.first) và \(lines.second) của `\(file)` nói hai lần về năm \(year)",
        en: "lines \(lines.first) and \(lines.second) of `\(file)` both speak of \(year)"))
  }

  static func validityWithYearName(
    _ name: Name, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H198", in: source, at: range,
      Wording(
        vi: "`\(name.text)` là cột của bảng, không phải cột ngày",
        en: "`\(name.text)` is a column of the table, not of days"),
      notes: [dayForms])
  }

  static func reportsOfOthers(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H199", in: source, at: range,
      Wording(
        vi: "`\(source[range])` đếm báo cáo của từng đơn vị như khi đó",
        en: "`\(source[range])` counts reports of members as they were"),
      notes: [
        Wording(
          vi: "không tính được theo đơn vị sau sắp xếp hay theo phân loại đổi theo năm",
          en: "it is not known for what they became, nor by a class that changes by year")
      ],
      fix: .hint(
        Wording(
          vi: "bỏ `restated` hoặc chia theo chính đơn vị báo cáo",
          en: "leave `restated` out, or split by the members that report")))
  }
}
