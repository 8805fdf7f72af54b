import HoiDiagnostics
import HoiExecution

/// H300 to H319, H380 and H381: what stops a statement that has meaning, or a file that was named.
extension Diagnostic {
  static func failed(
    _ failure: LeafFailure, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    switch failure {
    case .cancelled:
      Diagnostic(
        "H300", kind: .interrupted, in: source, at: range,
        Wording(vi: "đã dừng theo yêu cầu", en: "interrupted"))
    case .overflow:
      Diagnostic(
        "H301", kind: .limit, in: source, at: range,
        Wording(
          vi: "một phép tính vượt quá 128 bit", en: "a computation needs more than 128 bits"),
        notes: [
          Wording(
            vi: "thà không trả lời còn hơn trả lời sai",
            en: "no answer is better than a wrong one")
        ])
    case .tooManyGroups:
      Diagnostic(
        "H302", kind: .limit, in: source, at: range,
        Wording(vi: "kết quả có quá nhiều dòng", en: "the answer has too many rows"),
        fix: .hint(
          Wording(
            vi: "lọc thêm bằng `where`, hoặc bớt chiều trong `by`",
            en: "filter more with `where`, or take an axis out of `by`")))
    case .tooFewYears(let count):
      Diagnostic(
        "H174", in: source, at: range,
        Wording(
          vi: "chỉ có \(count) năm dùng được, dự báo cần ít nhất 3 năm",
          en: "usable years: \(count); a projection needs at least 3"),
        notes: [
          Wording(
            vi: "năm báo cáo chưa đủ không cộng được, năm đáng ngờ không dùng",
            en: "years with missing reports do not add up, and suspect ones are not used")
        ])
    case .memory:
      Diagnostic(
        "H303", kind: .limit, in: source, at: range,
        Wording(
          vi: "các nhóm của câu hỏi cần nhiều bộ nhớ hơn mức cho phép",
          en: "the groups of this question need more memory than they may take"),
        fix: .hint(
          Wording(
            vi: "bớt chiều trong `by`, lọc thêm bằng `where`, hoặc tăng `--memory`",
            en: "take an axis out of `by`, filter more with `where`, or raise `--memory`")))
    case .unread:
      preconditionFailure("what was left unread is read before anything is said of it")
    }
  }

  static func explainNoQuestion(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    let line = source.lineRange(of: range.start)
    let shown = SourceRange(range.start, min(range.end, max(line.end, range.start)))
    return Diagnostic(
      "H304", in: source, at: shown,
      Wording(
        vi: "`explain` giải thích một câu hỏi, đây không phải câu hỏi",
        en: "`explain` explains a question, and this asks nothing"),
      notes: [
        Wording(
          vi: "câu hỏi bắt đầu bằng: show, check, pace, project, trace, rows, list, describe",
          en: "questions begin with show, check, pace, project, trace, rows, list or describe")
      ])
  }

  /// `show _` before anything has been answered.
  static func noLastAnswer(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H308", in: source, at: range,
      Wording(vi: "chưa có câu trả lời nào", en: "nothing has been answered yet"),
      notes: [
        Wording(
          vi: "`_` là câu trả lời gần nhất trong phiên này",
          en: "`_` is the latest answer of this session")
      ])
  }

  /// A question inside a model file.
  static func questionInModel(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H305", in: source, at: range,
      Wording(
        vi: "tệp mô hình chỉ khai báo, không hỏi", en: "a model declares and does not ask"),
      notes: [
        Wording(
          vi: "để câu hỏi trong một tệp khác và chạy bằng `hoi run`",
          en: "keep questions in a file of their own and run it with `hoi run`")
      ])
  }

  /// A folder that was to be opened.
  static func folderWithoutModel(_ path: String) -> Diagnostic {
    let source = SourceText(path)
    return Diagnostic(
      "H380", in: source, at: SourceRange(0, source.bytes.count),
      Wording(
        vi: "thư mục `\(path)` không có tệp `model.hoi`",
        en: "the folder `\(path)` has no `model.hoi`"),
      notes: [
        Wording(
          vi: "một thư mục được mở bằng tệp `model.hoi` trong đó; một tệp .csv mở thẳng được",
          en: "a folder is opened by the `model.hoi` in it; a .csv file can be opened as it is")
      ],
      fix: .hint(
        Wording(
          vi: "nêu thư mục của mô hình, tệp mô hình hay tệp số liệu: hoi \(path)/TỆP.csv",
          en: "name the model's folder, a model file or a file of data: hoi \(path)/FILE.csv")))
  }

  /// A folder where a script is due.
  static func scriptIsFolder(_ path: String) -> Diagnostic {
    let source = SourceText(path)
    return Diagnostic(
      "H381", in: source, at: SourceRange(0, source.bytes.count),
      Wording(
        vi: "`\(path)` là một thư mục, không phải kịch bản",
        en: "`\(path)` is a folder, not a script"),
      fix: .hint(
        Wording(
          vi: "nêu kịch bản sau mô hình: hoi run \(path) KỊCH_BẢN.hoi; mở dấu nhắc: hoi \(path)",
          en: "name a script behind the model: hoi run \(path) SCRIPT.hoi; the prompt: hoi \(path)")
      ))
  }

  static func tableWithoutFile(_ name: String, at range: SourceRange, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      "H306", in: source, at: range,
      Wording(
        vi: "bảng `\(name)` chưa nói lấy số liệu từ tệp nào",
        en: "the table `\(name)` names no file"),
      notes: [
        Wording(
          vi: "viết `table \(name) from \"\(name).csv\" { … }`",
          en: "write `table \(name) from \"\(name).csv\" { … }`")
      ])
  }

  // MARK: Tables from arrays

  static func columnLength(_ column: String, _ count: Int, expected: Int, in table: String)
    -> Diagnostic
  {
    inTable(
      "H310", table,
      Wording(
        vi: "cột `\(column)` có \(count) dòng, cột năm có \(expected)",
        en: "column `\(column)` has rows: \(count); the years have \(expected)"))
  }

  static func columnTwice(_ column: String, in table: String) -> Diagnostic {
    inTable(
      "H311", table,
      Wording(vi: "có hai cột `\(column)`", en: "there are two columns `\(column)`"))
  }

  static func tableTwice(_ table: String) -> Diagnostic {
    inTable(
      "H312", table,
      Wording(vi: "tên `\(table)` đã có", en: "the name `\(table)` is taken"))
  }

  static func noMeasure(in table: String) -> Diagnostic {
    inTable(
      "H313", table,
      Wording(vi: "bảng không có số đo nào", en: "the table has no measure"))
  }

  static func reportsByUnknown(_ dimension: String, in table: String) -> Diagnostic {
    inTable(
      "H314", table,
      Wording(
        vi: "bảng không có chiều `\(dimension)` để báo cáo theo",
        en: "the table has no dimension `\(dimension)` to report by"))
  }

  static func yearOutOfRange(_ year: Int, in table: String) -> Diagnostic {
    inTable(
      "H315", table,
      Wording(vi: "\(year) không phải là một năm", en: "\(year) is no year"))
  }

  static func keyTwice(rows first: Int, _ second: Int, in table: String) -> Diagnostic {
    inTable(
      "H316", table,
      Wording(
        vi: "dòng \(first) và dòng \(second) trùng khóa",
        en: "rows \(first) and \(second) have one key"),
      notes: [
        Wording(
          vi: "số đo tại thời điểm chỉ có một giá trị cho mỗi khóa",
          en: "a stock has one value for each key")
      ])
  }

  static func valueOutOfRange(_ column: String, row: Int, in table: String) -> Diagnostic {
    inTable(
      "H317", table,
      Wording(
        vi: "giá trị ở dòng \(row) của cột `\(column)` quá lớn hoặc quá nhiều chữ số thập phân",
        en: "the value in row \(row) of column `\(column)` is too large or has too many decimals"))
  }

  private static func inTable(
    _ code: String, _ table: String, _ message: Wording, notes: [Wording] = []
  ) -> Diagnostic {
    let source = SourceText(table)
    return Diagnostic(
      code, in: source, at: SourceRange(0, source.bytes.count), message, notes: notes)
  }
}
