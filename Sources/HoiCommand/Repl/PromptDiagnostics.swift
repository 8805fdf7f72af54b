import Glibc
import Hoi

/// H370 to H379: what the prompt itself refuses.
extension Diagnostic {
  static func unknownCommand(
    _ name: String, near: String?, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H370", in: source, at: range,
      Wording(vi: "không có lệnh `\(name)`", en: "there is no command `\(name)`"),
      fix: near.map { .replace(range, with: $0) }
        ?? .hint(
          Wording(vi: "`.help` liệt kê các lệnh", en: "`.help` lists the commands")))
  }

  static func wrongArgument(
    _ command: PromptCommand, at range: SourceRange, in source: SourceText, takes: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      "H371", in: source, at: range,
      Wording(
        vi: "lệnh `.\(command.rawValue)` không hiểu chỗ này",
        en: "`.\(command.rawValue)` does not understand this"),
      notes: takes.map { [Wording(vi: "nhận: \($0)", en: "it takes: \($0)")] } ?? [],
      fix: .hint(
        Wording(
          vi: "viết: \(command.usage.vietnamese)", en: "write: \(command.usage.english)")))
  }

  static func notWritten(
    _ path: String, code: Int32, _ source: SourceText, asWarning: Bool = false
  ) -> Diagnostic {
    let reason = String(cString: strerror(code))
    return Diagnostic(
      "H372", severity: asWarning ? .warning : .error, in: source,
      at: SourceRange(0, source.bytes.count),
      Wording(
        vi: "không ghi được `\(path)`: \(reason)", en: "`\(path)` cannot be written: \(reason)"))
  }

  static func fileExists(
    _ path: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H373", in: source, at: range,
      Wording(vi: "đã có tệp `\(path)`", en: "the file `\(path)` exists already"),
      notes: [
        Wording(
          vi: "không tệp nào bị ghi đè mà không được hỏi trước",
          en: "no file is overwritten unasked")
      ],
      fix: .hint(
        Wording(
          vi: "chọn tên khác, hoặc tự xóa tệp ấy trước",
          en: "choose another name, or remove the file first")))
  }

  static func notWritable(
    _ path: String, code: Int32, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let reason = String(cString: strerror(code))
    return Diagnostic(
      "H374", in: source, at: range,
      Wording(
        vi: "không tạo được tệp `\(path)`: \(reason)",
        en: "the file `\(path)` cannot be made: \(reason)"))
  }

  static func editorFailed(
    _ command: String, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H375", in: source, at: range,
      Wording(
        vi: "trình soạn thảo `\(command)` không chạy được hoặc báo lỗi; không câu nào được chạy",
        en: "the editor `\(command)` did not run or failed; nothing was run"),
      fix: .hint(
        Wording(
          vi: "đặt biến VISUAL hoặc EDITOR, ví dụ: EDITOR=nano",
          en: "set VISUAL or EDITOR, for example: EDITOR=nano")))
  }

  static func nothingToSave(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H376", in: source, at: range,
      Wording(
        vi: "chưa có câu nào được trả lời để ghi lại",
        en: "nothing has been answered yet, so there is nothing to save"))
  }

  static func notWhileSafe(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H378", in: source, at: range,
      Wording(
        vi: "phiên `--safe` không ghi tệp và không chạy chương trình nào khác",
        en: "a session under `--safe` writes no file and runs no other program"),
      fix: .hint(
        Wording(vi: "mở lại mà không có `--safe`", en: "start again without `--safe`")))
  }

  static func unknownTopic(
    _ topic: String, near: String?, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H377", in: source, at: range,
      Wording(
        vi: "không có trợ giúp về `\(topic)`", en: "there is no help on `\(topic)`"),
      fix: near.map { .replace(range, with: $0) }
        ?? .hint(
          Wording(
            vi: "`.help` liệt kê các câu lệnh và lệnh",
            en: "`.help` lists the statements and commands")))
  }
}
