import HoiDiagnostics
import HoiSemantics

/// H341 to H347, H349: what a file seems to hold.
extension Diagnostic {
  static func noYearColumn(
    _ file: String, heads: [String], suspect: String?, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let list = heads.prefix(12).joined(separator: ", ")
    var notes = [
      Wording(
        vi: "số liệu các năm không bao giờ cộng vào nhau, nên mỗi dòng phải biết năm của mình",
        en: "years are never added, so every row must know its own")
    ]
    if let suspect {
      notes.append(
        Wording(
          vi: "cột `\(suspect)` có ô không phải là năm như 2027 hay 2027-2028",
          en: "column `\(suspect)` has cells that are no year such as 2027 or 2027-2028"))
    } else {
      notes.append(Wording(vi: "các cột: \(list)", en: "the columns: \(list)"))
    }
    return Diagnostic(
      "H341", in: source, at: range,
      Wording(
        vi: "`\(file)` không có cột năm", en: "`\(file)` has no column of years"), notes: notes,
      fix: .hint(
        Wording(
          vi: "thêm một cột tên `nam` (hay `nam_hoc`) có năm ở mọi dòng",
          en: "add a column `year` (or `school_year`) with a year in every row")))
  }

  static func severalYearColumns(
    _ file: String, _ heads: [String], at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let list = heads.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "H342", in: source, at: range,
      Wording(
        vi: "`\(file)` có \(heads.count) cột đều có thể là năm: \(list)",
        en: "`\(file)` has \(heads.count) columns that could be the year: \(list)"),
      fix: .hint(
        Wording(
          vi:
            "chọn một cột bằng lời: table x from \(quotedText(file)) { time nam calendar from \(quotedText(heads[0])); … }",
          en:
            "say which: table x from \(quotedText(file)) { time nam calendar from \(quotedText(heads[0])); … }"
        )))
  }

  /// - Parameter byContent: the head does not say that it is the year, its cells do.
  static func yearAssumed(
    _ head: String, _ file: String, byContent: Bool, isSchool: Bool, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let period =
      isSchool
      ? Wording(vi: "năm học", en: "school years")
      : Wording(vi: "năm dương lịch", en: "calendar years")
    let other =
      isSchool
      ? Wording(vi: "năm dương lịch thì sửa thành `calendar`", en: "`calendar`")
      : Wording(vi: "năm học thì sửa thành `school`", en: "`school`")
    return Diagnostic(
      "H343", severity: .warning, in: source, at: range,
      Wording(
        vi: "cột `\(head)` của `\(file)` được hiểu là \(period.vietnamese)",
        en: "column `\(head)` of `\(file)` is taken for \(period.english)"),
      notes: byContent
        ? [
          Wording(
            vi: "mọi ô của nó đều giống một năm, và không cột nào khác như thế",
            en: "every cell of it reads like a year, and no other column is like that")
        ] : [],
      fix: .hint(
        Wording(
          vi: "nếu là \(other.vietnamese) trong khai báo mà `describe` in ra",
          en: "otherwise change it to \(other.english) in the declaration that `describe` prints")))
  }

  /// - Parameter why: what became of the columns.
  static func noNumbers(
    _ file: String, why: [Wording], at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H349", in: source, at: range,
      Wording(
        vi: "`\(file)` không có cột số nào để tính", en: "`\(file)` has no column of numbers"),
      notes: why,
      fix: .hint(
        Wording(
          vi: "cần ít nhất một cột số đếm hoặc số tiền",
          en: "at least one column of counts or amounts is needed")))
  }

  static func percentLeftOut(
    _ head: String, _ file: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H344", severity: .warning, in: source, at: range,
      Wording(
        vi: "bỏ qua cột `\(head)` của `\(file)`: nó ghi sẵn tỷ lệ",
        en: "column `\(head)` of `\(file)` is left out: it stores percentages"),
      notes: [
        Wording(
          vi: "tỷ lệ ghi sẵn không cộng hay lấy trung bình được; hãy tính lại từ tử số và mẫu số",
          en:
            "stored percentages neither add nor average; compute them from numerator and denominator"
        )
      ])
  }

  /// A column without a name, by its place.
  static func namelessLeftOut(
    _ place: Int, _ file: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    leftOut(
      Wording(vi: "cột thứ \(place)", en: "column \(place)"), file,
      Wording(vi: "nó không có tên", en: "it has no name"), at: range, in: source)
  }

  static func columnLeftOut(
    _ head: String, _ file: String, _ reason: Wording, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    leftOut(
      Wording(vi: "cột `\(head)`", en: "column `\(head)`"), file, reason, at: range, in: source)
  }

  private static func leftOut(
    _ column: Wording, _ file: String, _ reason: Wording, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H345", severity: .warning, in: source, at: range,
      Wording(
        vi: "bỏ qua \(column.vietnamese) của `\(file)`: \(reason.vietnamese)",
        en: "\(column.english) of `\(file)` is left out: \(reason.english)"))
  }

  static func mixedColumn(
    _ head: String, _ file: String, numbers: Int, texts: Int, line: Int, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H346", severity: .warning, in: source, at: range,
      Wording(
        vi: "cột `\(head)` của `\(file)` lẫn số và chữ nên được hiểu là chiều",
        en: "column `\(head)` of `\(file)` mixes numbers and texts and is taken for a dimension"),
      notes: [
        Wording(
          vi: "\(numbers) ô là số, \(texts) ô là chữ, ô chữ đầu tiên ở dòng \(line)",
          en: "cells with numbers: \(numbers), with texts: \(texts), the first text on line \(line)"
        )
      ],
      fix: .hint(
        Wording(
          vi:
            "nếu ô chữ là nhầm thì sửa tệp; nếu nghĩa là chưa có số liệu thì viết `table` với `missing`",
          en: "correct such texts in the file; if they mean no data, write a `table` with `missing`"
        )))
  }

  /// - Parameter first: the first two rows that share a key, in words.
  static func keysRepeat(
    _ file: String, first: Wording, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H347", severity: .warning, in: source, at: range,
      Wording(
        vi: "nhiều dòng của `\(file)` trùng khóa nên số đo được hiểu là `flow`: cộng dồn",
        en: "rows of `\(file)` share their keys, so the measures are taken for `flow`: they add up"
      ),
      notes: [
        first,
        Wording(
          vi: "nếu hai dòng như thế là lặp do nhầm lẫn thì các tổng sẽ cao hơn thực tế",
          en: "if such rows are there by mistake, sums will be too high"),
      ])
  }
}
