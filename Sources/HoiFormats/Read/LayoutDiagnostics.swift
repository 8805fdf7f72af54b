import HoiColumns
import HoiDiagnostics
import HoiText

// H250–H255: rows and heads of files whose layout the model says.
extension Diagnostic {
  static func noHeadOfShape(_ opened: OpenedCSV, _ pattern: String) -> Diagnostic {
    let place = opened.file.excerpt(opened.headerRange)
    let heads = headList(opened)
    return Diagnostic(
      "H250", in: place.source, at: place.range,
      Wording(
        vi: "tệp `\(opened.file.name)` không có cột nào theo mẫu `\(pattern)`",
        en: "no column of `\(opened.file.name)` has a head of the shape `\(pattern)`"),
      notes: [Wording(vi: "các cột của tệp: \(heads)", en: "the columns of the file: \(heads)")],
      fix: .hint(
        Wording(
          vi: "viết mẫu đúng như tên cột, cả khoảng trắng",
          en: "write the shape just as the heads are, blanks included")))
  }

  static func sameHeadTwice(
    _ opened: OpenedCSV, _ first: Int, _ second: Int, _ pattern: String
  ) -> Diagnostic {
    let cell = opened.headerCells[second]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    let (one, other) = (shortened(opened.header[first]), shortened(opened.header[second]))
    return Diagnostic(
      "H251", in: place.source, at: place.range,
      Wording(
        vi: "hai cột `\(one)` và `\(other)` cho cùng một dòng theo mẫu `\(pattern)`",
        en: "the columns `\(one)` and `\(other)` give the same row by the shape `\(pattern)`"),
      fix: .hint(
        Wording(
          vi: "bỏ một cột trong tệp, hoặc viết mẫu phân biệt hai cột",
          en: "remove one from the file, or write a shape that tells them apart")))
  }

  static func conditionWithoutRows(
    _ text: String, column: String, at head: Int, near: String?, _ opened: OpenedCSV,
    table: String
  ) -> Diagnostic {
    let cell = opened.headerCells[head]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    return Diagnostic(
      "H252", severity: .warning, in: place.source, at: place.range,
      Wording(
        vi:
          "`only rows where` của bảng `\(table)` nêu `\(shortened(text))` nhưng cột `\(column)` không có ô nào như vậy",
        en:
          "`only rows where` of `\(table)` names `\(shortened(text))`, which no cell of `\(column)` has"
      ),
      notes: [
        Wording(
          vi: "nếu đó là dòng cộng viết khác đi, nó vẫn đang được cộng vào",
          en: "if a total is spelled otherwise, it is still being added")
      ],
      fix: near.map {
        .hint(
          Wording(
            vi: "tên gần nhất trong tệp: `\($0)`", en: "the nearest in the file: `\($0)`"))
      })
  }

  static func noRowsLeft(_ opened: OpenedCSV, table: String, rowCount: Int) -> Diagnostic {
    let place = opened.file.excerpt(opened.headerRange)
    return Diagnostic(
      "H253", severity: .warning, in: place.source, at: place.range,
      Wording(
        vi: "`only rows where` bỏ hết \(rowCount) dòng của bảng `\(table)`",
        en: "`only rows where` leaves none of the \(rowCount) rows of `\(table)`"),
      fix: .hint(
        Wording(
          vi: "kiểm tra lại điều kiện với các ô trong tệp",
          en: "compare the condition with the cells of the file")))
  }

  static func preliminary(_ opened: OpenedCSV, column: Int, count: Int) -> Diagnostic {
    let cell = opened.headerCells[column]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    let head = shortened(opened.header[column])
    return Diagnostic(
      "H254", severity: .warning, in: place.source, at: place.range,
      Wording(
        vi: count == 1
          ? "cột `\(head)` là số liệu sơ bộ" : "\(count) cột là số liệu sơ bộ, như `\(head)`",
        en: count == 1
          ? "the column `\(head)` holds preliminary numbers"
          : "\(count) columns hold preliminary numbers, such as `\(head)`"),
      notes: [
        Wording(
          vi: "năm được đọc như các năm khác; số chính thức có thể khác",
          en: "the year is read like any other; the final numbers may differ")
      ])
  }

  /// - Parameter lost: the columns with the years that they name, one at least.
  static func yearsLeftOut(_ opened: OpenedCSV, _ lost: [(column: Int, year: Int32)]) -> Diagnostic
  {
    let (column, year) = lost[0]
    let cell = opened.headerCells[column]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    let head = shortened(opened.header[column])
    var notes = [
      Wording(
        vi: "bảng không có cột nào khác của năm ấy",
        en: "no other column gives the table that year")
    ]
    if lost.count > 1 {
      let others = lost.dropFirst().prefix(8).map { "`\(shortened(opened.header[$0.column]))`" }
      let list = others.joined(separator: ", ")
      notes.append(Wording(vi: "cũng như thế: \(list)", en: "so it is with \(list)"))
    }
    return Diagnostic(
      "H255", severity: .warning, in: place.source, at: place.range,
      Wording(
        vi: "cột `\(head)` nêu năm \(year) nhưng không đúng mẫu của bảng nên không được đọc",
        en:
          "the column `\(head)` names the year \(year) but has not the table's shape, so it is not read"
      ), notes: notes,
      fix: .hint(
        Wording(
          vi: "viết đầu cột đúng mẫu, hoặc sửa mẫu cho khớp",
          en: "write the head in that shape, or a shape that fits it")))
  }

  /// - Parameter head: the place of the column in the file.
  static func personal(
    _ kind: PersonalData, at head: Int, _ opened: OpenedCSV, table: String
  ) -> Diagnostic {
    let cell = opened.headerCells[head]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    let words: (vi: String, en: String) =
      switch kind {
      case .names: ("họ tên người", "names of people")
      case .birthdays: ("ngày sinh", "birthdays")
      case .identityNumbers: ("số định danh cá nhân", "identity numbers")
      }
    let column = shortened(opened.header[head])
    return Diagnostic(
      "H257", severity: .warning, in: place.source, at: place.range,
      Wording(
        vi: "cột `\(column)` của bảng `\(table)` giống như \(words.vi)",
        en: "the column `\(column)` of `\(table)` looks like \(words.en)"),
      notes: [
        Wording(
          vi: "số liệu riêng của từng người không nên nằm ở đây; câu hỏi chỉ cần số đếm",
          en: "data of single people do not belong here; questions need counts only")
      ],
      fix: .hint(
        Wording(
          vi: "bỏ cột này khỏi mô hình và khỏi tệp, chỉ giữ số đếm",
          en: "take it out of the model and the file, and keep counts only")))
  }

  static func notADay(
    _ text: String, _ column: String, _ opened: OpenedCSV, line: Int
  ) -> Diagnostic {
    let place = opened.file.excerpt(opened.file.lineRange(ofLine: line))
    return Diagnostic(
      "H258", in: place.source, at: place.range,
      Wording(
        vi: "cột `\(shortened(column))`: `\(shortened(text))` không phải một ngày",
        en: "column `\(shortened(column))`: `\(shortened(text))` is no day"),
      notes: [
        Wording(
          vi: "viết ngày như 31/05/2027 hay 2027-05-31, hoặc chỉ năm; để trống là không có mốc",
          en: "write a day as 31/05/2027 or 2027-05-31, or the year alone; blank is open")
      ])
  }

  static func endsBeforeItBegins(
    _ from: CalendarDay, _ to: CalendarDay, _ opened: OpenedCSV, line: Int
  ) -> Diagnostic {
    let place = opened.file.excerpt(opened.file.lineRange(ofLine: line))
    return Diagnostic(
      "H259", in: place.source, at: place.range,
      Wording(
        vi: "dòng này hết hiệu lực \(to.text) trước khi có hiệu lực \(from.text)",
        en: "this row ends on \(to.text), before it begins on \(from.text)"),
      fix: .hint(
        Wording(vi: "sửa một trong hai ngày trong tệp", en: "correct one of the two in the file")))
  }
}
