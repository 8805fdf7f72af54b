import HoiDiagnostics

// H218–H229: headers that do not fit, and files that are too large in one way or another.
extension Diagnostic {
  static func missingColumn(_ opened: OpenedCSV, _ name: String, near: String?) -> Diagnostic {
    let place = opened.file.excerpt(opened.headerRange)
    let heads = headList(opened)
    return Diagnostic(
      "H218", in: place.source, at: place.range,
      Wording(
        vi: "tệp `\(opened.file.name)` không có cột `\(name)`",
        en: "the file `\(opened.file.name)` has no column `\(name)`"),
      notes: [Wording(vi: "các cột của tệp: \(heads)", en: "the columns of the file: \(heads)")],
      fix: near.map { near in
        .hint(
          Wording(
            vi: "nếu đó là cột `\(near)`, ghi `from \"\(near)\"` sau tên trong mô hình",
            en: "if it is `\(near)`, write `from \"\(near)\"` after the name in the model"))
      })
  }

  static func duplicateHeader(
    _ opened: OpenedCSV, _ name: String, _ first: Int, _ second: Int
  ) -> Diagnostic {
    let cell = opened.headerCells[second]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    return Diagnostic(
      "H219", in: place.source, at: place.range,
      Wording(
        vi: "hai cột cùng tên `\(shortened(name))`",
        en: "two columns have the name `\(shortened(name))`"),
      notes: [
        Wording(
          vi: "đó là cột thứ \(first + 1) và thứ \(second + 1)",
          en: "they are columns \(first + 1) and \(second + 1)")
      ],
      fix: .hint(
        Wording(
          vi: "đặt tên khác cho một trong hai cột trong tệp",
          en: "rename one of the two in the file")))
  }

  static func ambiguousHeader(
    _ opened: OpenedCSV, _ name: String, _ first: Int, _ second: Int
  ) -> Diagnostic {
    let cell = opened.headerCells[second]
    let place = opened.file.excerpt(SourceRange(cell.start, cell.end))
    let (one, other) = (opened.header[first], opened.header[second])
    return Diagnostic(
      "H220", in: place.source, at: place.range,
      Wording(
        vi: "`\(name)` có thể là cột `\(one)` hoặc cột `\(other)`",
        en: "`\(name)` can be the column `\(one)` or the column `\(other)`"),
      notes: [
        Wording(
          vi: "hai tên chỉ khác nhau ở dấu, chữ hoa hay khoảng trắng",
          en: "the two differ only in accents, capitals or blanks")
      ],
      fix: .hint(
        Wording(
          vi: "ghi đúng tên cột trong mô hình: `from \"\(one)\"`",
          en: "write the exact name in the model: `from \"\(one)\"`")))
  }

  static func tooManyColumns(
    _ file: DataFile, _ surplus: Range<Int>, count: Int, limit: Int
  ) -> Diagnostic {
    let place = file.excerpt(SourceRange(surplus.lowerBound, surplus.upperBound))
    return Diagnostic(
      "H221", kind: .limit, in: place.source, at: place.range,
      Wording(
        vi: "tệp `\(file.name)` có \(count) cột, nhiều nhất được \(limit)",
        en: "the file `\(file.name)` has \(count) columns, at most \(limit) are allowed"),
      fix: .hint(
        Wording(
          vi: "bỏ bớt cột trong tệp; nếu dấu phân cách bị nhận nhầm, ghi `delimiter` vào bảng",
          en:
            "leave columns out of the file, or write `delimiter` in the table if it was taken wrongly"
        ))
    )
  }

  static func tooManyRows(_ opened: OpenedCSV, limit: Int) -> Diagnostic {
    let place = opened.file.excerpt(opened.headerRange)
    return Diagnostic(
      "H222", kind: .limit, in: place.source, at: place.range,
      Wording(
        vi: "danh sách `\(opened.file.name)` có hơn \(limit) dòng",
        en: "the list `\(opened.file.name)` has more than \(limit) rows"),
      notes: [
        Wording(
          vi: "một chiều được phép có nhiều nhất \(limit) thành viên",
          en: "a dimension may have at most \(limit) members")
      ])
  }

  /// Two rows with one key, which a table of flows may have.
  package static let repeatedKeyCode = "H223"

  static func repeatedKey(
    _ file: DataFile, _ words: [String], lines: (first: Int, second: Int)
  ) -> Diagnostic {
    let place = file.excerpt(file.lineRange(ofLine: lines.second))
    let key = words.map { shortened($0) }.joined(separator: ", ")
    return Diagnostic(
      repeatedKeyCode, in: place.source, at: place.range,
      Wording(
        vi: "hai dòng \(lines.first) và \(lines.second) trùng khóa: \(key)",
        en: "lines \(lines.first) and \(lines.second) have the same key: \(key)"),
      notes: [
        Wording(
          vi:
            "bảng có số liệu thời điểm chỉ được có một dòng cho mỗi khóa, nếu không sẽ đếm hai lần",
          en: "a table with a stock has one row for each key, or the stock is counted twice")
      ],
      fix: .hint(
        Wording(
          vi: "bỏ một trong hai dòng, hoặc khai báo thêm chiều phân biệt chúng",
          en: "remove one of them, or declare the dimension that tells them apart")))
  }
}
