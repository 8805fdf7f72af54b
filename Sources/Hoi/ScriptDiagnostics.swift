import HoiDiagnostics
import HoiSyntax
import HoiText

/// H325 to H337: statements around questions.
extension Diagnostic {
  static func unknownOverride(_ name: String, declared: [String]) -> Diagnostic {
    let source = SourceText(name, name: "--set")
    let range = SourceRange(0, source.bytes.count)
    let near = nearest(to: name, amongSpellings: declared.map { ($0, $0) })
    let list = declared.joined(separator: ", ")
    let fix: Fix? =
      if let first = near.first {
        .replace(range, with: first)
      } else if declared.isEmpty {
        .hint(
          Wording(
            vi: "khai báo trong kịch bản: param \(name) = …",
            en: "declare it in the script: param \(name) = …"))
      } else {
        .hint(
          Wording(vi: "các tham số có: \(list)", en: "the parameters there are: \(list)"))
      }
    return Diagnostic(
      "H325", in: source, at: range,
      Wording(
        vi: "không có tham số `\(name)` để đặt", en: "there is no parameter `\(name)` to set"),
      notes: [
        Wording(
          vi: "`--set` thay giá trị mặc định của một `param` trong kịch bản",
          en: "`--set` stands for the default of a `param` of the script")
      ], fix: fix)
  }

  static func useInCircle(_ way: [String], at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    let shown = way.joined(separator: " → ")
    return Diagnostic(
      "H326", in: source, at: range,
      Wording(vi: "các tệp gọi nhau thành vòng", en: "these files use each other in a circle"),
      notes: [Wording(verbatim: shown)],
      fix: .hint(
        Wording(
          vi: "chuyển phần dùng chung sang một tệp riêng",
          en: "move what they share into a file of its own")))
  }

  static func unknownSetting(_ name: Name, known: [String], in source: SourceText) -> Diagnostic {
    let near = nearest(to: name.text, amongSpellings: known.map { ($0, $0) })
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "H327", in: source, at: name.range,
      Wording(
        vi: "không có thiết lập `\(name.text)`", en: "there is no setting `\(name.text)`"),
      notes: [Wording(vi: "có: \(list)", en: "there are: \(list)")],
      fix: near.first.map { .replace(name.range, with: $0) })
  }

  static func badSetting(
    _ name: Name, at range: SourceRange, takes values: String, in source: SourceText
  ) -> Diagnostic {
    let first = String(values.prefix { $0 != "," })
    return Diagnostic(
      "H328", in: source, at: range,
      Wording(
        vi: "`\(name.text)` không nhận `\(source[range])`",
        en: "`\(name.text)` does not take `\(source[range])`"),
      notes: [Wording(vi: "nhận: \(values)", en: "it takes: \(values)")],
      fix: .replace(range, with: first))
  }

  static func unknownFormat(_ name: String, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    if folded(name) == "xlsx" { return .formatNotYet(name, at: range, in: source) }
    let known = OutputFormat.allCases.map(\.rawValue)
    let near = nearest(to: name, amongSpellings: known.map { ($0, $0) })
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "H329", in: source, at: range,
      Wording(vi: "không có dạng `\(name)`", en: "there is no format `\(name)`"),
      notes: [Wording(vi: "các dạng: \(list)", en: "the formats are: \(list)")],
      fix: near.first.map { .replace(range, with: $0) })
  }

  private static func formatNotYet(_ name: String, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H330", in: source, at: range,
      Wording(
        vi: "phiên bản này chưa ghi được `\(name)`",
        en: "this version does not write `\(name)` yet"),
      fix: .hint(
        Wording(
          vi: "ghi thành .csv rồi mở bằng bảng tính; .csv, .tsv, .json, .md đều ghi được",
          en: "write .csv and open it in a spreadsheet; .csv, .tsv, .json and .md are written")))
  }

  /// A file whose ending says no format.
  static func unknownEnding(_ file: String, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    if folded(file).hasSuffix(".xlsx") { return .formatNotYet(".xlsx", at: range, in: source) }
    return Diagnostic(
      "H331", in: source, at: range,
      Wording(
        vi: "đuôi tệp của `\(file)` không cho biết dạng nào",
        en: "the ending of `\(file)` does not say which format"),
      notes: [
        Wording(
          vi: "đuôi được hiểu: .csv, .tsv, .json, .ndjson, .md, .html, .txt",
          en: "the endings known are .csv, .tsv, .json, .ndjson, .md, .html and .txt")
      ],
      fix: .hint(
        Wording(
          vi: "thêm đuôi, hoặc nói rõ: format csv into \"\(file)\"",
          en: "add an ending, or say it: format csv into \"\(file)\"")))
  }

  static func writingWhenSafe(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H332", in: source, at: range,
      Wording(
        vi: "chế độ --safe không ghi tệp nào", en: "with --safe no file is written"),
      fix: .hint(
        Wording(
          vi: "bỏ `into`, hoặc chạy không có --safe",
          en: "leave `into` out, or run without --safe")))
  }

  /// Several answers for a file of a format that holds one table.
  static func oneAnswerOnly(
    _ format: OutputFormat, _ count: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H309", in: source, at: range,
      Wording(
        vi: "tệp dạng \(format.rawValue) chỉ chứa một bảng, kịch bản có \(count) câu trả lời",
        en: "a \(format.rawValue) file holds one table, and the script has \(count) answers"),
      fix: .hint(
        Wording(
          vi: "ghi vào .md hay .ndjson, hoặc dùng `into` ở từng câu hỏi",
          en: "write .md or .ndjson, or use `into` in each question")))
  }

  static func outsideSafeFolder(_ file: String, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H333", in: source, at: range,
      Wording(
        vi: "`\(file)` nằm ngoài thư mục của mô hình",
        en: "`\(file)` is outside the model's folder"),
      notes: [
        Wording(
          vi: "chế độ --safe chỉ đọc tệp trong thư mục đó, kể cả khi đi qua liên kết",
          en: "with --safe only files in it are read, wherever links may lead")
      ])
  }

  static func timedOut(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H334", kind: .limit, in: source, at: range,
      Wording(vi: "đã quá thời gian cho phép", en: "the time allowed is over"),
      notes: [.limitOfTime],
      fix: .hint(
        Wording(
          vi:
            "lọc bớt bằng `where`, hoặc nới giới hạn: set timeout 60; `set timeout 0` thì không giới hạn",
          en: "filter with `where`, or allow more: set timeout 60; `set timeout 0` sets no limit")))
  }

  // MARK: expect

  static func clauseOfExpect(_ clause: String, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H335", in: source, at: range,
      Wording(
        vi: "`expect` không nhận `\(clause)`", en: "`expect` does not take `\(clause)`"),
      notes: [
        Wording(
          vi: "chỉ nhận `by` và `where`: điều kiện phải đúng ở mọi dòng",
          en: "it takes `by` and `where`: the condition must hold in every row")
      ])
  }

  static func expectReadsNothing(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H336", in: source, at: range,
      Wording(
        vi: "điều kiện này không nêu giá trị nào của số liệu",
        en: "this condition names no value of the data"),
      fix: .hint(
        Wording(
          vi: "so một chỉ tiêu hay số đo, chẳng hạn: expect count(bang) > 0",
          en: "compare an indicator or a measure, for example: expect count(table) > 0")))
  }

  static func expectFindsNothing(
    at range: SourceRange, in source: SourceText, why: [Wording]
  ) -> Diagnostic {
    Diagnostic(
      "H337", in: source, at: range,
      Wording(
        vi: "không có dòng nào để kiểm tra", en: "there is no row to test"), notes: why)
  }

  /// - Parameter rows: the rows that failed, each in a line.
  static func expectFails(
    _ condition: String, _ rows: [Wording], of count: Int, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let most = 10
    var notes = Array(rows.prefix(most))
    if rows.count > most {
      notes.append(
        Wording(
          vi: "và \(rows.count - most) dòng nữa", en: "and \(rows.count - most) more rows"))
    }
    return Diagnostic(
      "H340", in: source, at: range,
      Wording(
        vi: count == 1
          ? "không đúng: \(condition)"
          : "không đúng ở \(rows.count) trên \(count) dòng: \(condition)",
        en: count == 1
          ? "does not hold: \(condition)"
          : "does not hold in \(rows.count) of \(count) rows: \(condition)"),
      notes: notes)
  }
}
