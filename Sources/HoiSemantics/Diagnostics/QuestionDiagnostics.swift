import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H070 to H079: clauses and statements.
extension Diagnostic {
  static func axisTwice(_ path: Path, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H070", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` đã có trong `by`", en: "`\(path.text)` is in `by` already"))
  }

  /// A condition on groups that the answer does not have.
  static func axisNotGrouped(
    _ spelled: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H071", in: source, at: range,
      Wording(
        vi: "kết quả không chia theo `\(spelled)`", en: "the results are not split by `\(spelled)`"),
      notes: [
        Wording(
          vi: "`having` và `sort` làm việc trên kết quả; muốn lọc số liệu thì dùng `where`",
          en: "`having` and `sort` work on results; `where` filters the data")
      ])
  }

  static func unitsNotComparable(
    _ left: (text: String, unit: Unit), _ right: (text: String, unit: Unit),
    at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H072", in: source, at: range,
      Wording(
        vi: "không so sánh `\(left.text)` (\(left.unit.words.vi)) với `\(right.text)` "
          + "(\(right.unit.words.vi))",
        en: "`\(left.text)` (\(left.unit.words.en)) cannot be compared with `\(right.text)` "
          + "(\(right.unit.words.en))"))
  }

  static func limitOutOfRange(_ literal: NumberLiteral, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H073", in: source, at: literal.range,
      Wording(
        vi: "`limit` cần một số nguyên dương", en: "`limit` takes a positive whole number"))
  }

  /// A clause that the statement does not have.
  static func clauseNotTaken(
    _ clause: Clause, by verb: Question.Verb, takes: [String], in source: SourceText
  ) -> Diagnostic {
    let word = source[clause.keyword]
    let list = takes.map { "`\($0)`" }.joined(separator: ", ")
    // It goes with the blank before it.
    var start = clause.range.start
    while start > 0, source.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return Diagnostic(
      "H074", in: source, at: clause.range,
      Wording(
        vi: "`\(verb.rawValue)` không dùng được với `\(word)`",
        en: "`\(verb.rawValue)` does not take `\(word)`"),
      notes: [Wording(vi: "dùng được: \(list)", en: "it takes: \(list)")],
      fix: Fix([Fix.Edit(SourceRange(start, clause.range.end), "")]))
  }

  static func noTargets(_ text: String, at range: SourceRange, in source: SourceText) -> Diagnostic
  {
    Diagnostic(
      "H075", in: source, at: range,
      Wording(
        vi: "`\(text)` không có mục tiêu nào", en: "there is no target on `\(text)`"),
      notes: [
        Wording(
          vi: "`list targets` cho biết các mục tiêu đã khai báo",
          en: "`list targets` shows the targets of the model")
      ])
  }

  static func unknownListing(_ path: Path, in source: SourceText, near: [String]) -> Diagnostic {
    Diagnostic(
      "H077", in: source, at: path.range,
      Wording(vi: "không liệt kê được `\(path.text)`", en: "`\(path.text)` cannot be listed"),
      notes: [
        Wording(
          vi: "liệt kê được: tables, dimensions, subjects, indicators, measures, targets",
          en: "what can be listed: tables, dimensions, subjects, indicators, measures, targets")
      ], fix: .nearest(near, at: path.range))
  }

  static func columnNotOfTable(
    _ text: String, columns: [String], at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let list = shortList(columns)
    return Diagnostic(
      "H079", in: source, at: range,
      Wording(
        vi: "`rows` sắp theo cột của bảng, không theo `\(text)`",
        en: "`rows` sorts by columns of the table, not by `\(text)`"),
      notes: [Wording(vi: "các cột: \(list.vietnamese)", en: "the columns: \(list.english)")],
      fix: columns.first.map { .replace(range, with: $0) })
  }
}
