import HoiDiagnostics
import HoiSemantics

/// H341 to H349: what a file seems to hold.
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
      notes: why)
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

  static func columnLeftOut(
    _ head: String, _ file: String, isEmpty: Bool, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let reason =
      isEmpty
      ? Wording(vi: "nó không có gì", en: "it holds nothing")
      : Wording(vi: "nó là số thứ tự", en: "it numbers the rows")
    return Diagnostic(
      "H345", severity: .warning, in: source, at: range,
      Wording(
        vi: "bỏ qua cột `\(head)` của `\(file)`: \(reason.vietnamese)",
        en: "column `\(head)` of `\(file)` is left out: \(reason.english)"))
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
          en: "\(numbers) cells are numbers, \(texts) texts, the first of those on line \(line)")
      ])
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

  static func personalData(
    _ head: String, _ file: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H348", severity: .warning, in: source, at: range,
      Wording(
        vi: "cột `\(head)` của `\(file)` có vẻ là thông tin cá nhân",
        en: "column `\(head)` of `\(file)` looks like personal data"),
      notes: [
        Wording(
          vi: "tên, số định danh và ngày sinh của trẻ không nên có trong số liệu này",
          en: "names, identity numbers and birthdays of children do not belong in this data")
      ])
  }
}
