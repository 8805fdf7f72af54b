import Hoi
import HoiText

/// What the prompt itself can do; a line of its own that begins with a dot.
enum PromptCommand: String, CaseIterable {
  case help, mode, output, read, timing, list, set, open, save, edit, quit

  /// Whether a line is a command: a dot with a letter behind it.
  static func opens(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.first == "." && text.dropFirst().first?.isLetter == true
  }

  /// What people type who know other prompts: `quit`, `\q`, `help`.
  static func foreign(_ line: String) -> PromptCommand? {
    let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !word.isEmpty, word.count < 12 else { return nil }
    switch folded(word.last == ";" ? String(word.dropLast()) : word) {
    case "quit", "exit", "\\q", "thoat", ":q": return .quit
    case "help", "\\?", "\\h", "?", "trogiup": return .help
    default: return nil
    }
  }

  /// The command of that name, or whose name alone begins so.
  init?(named name: String) {
    let key = folded(name)
    if let exact = Self.allCases.first(where: { $0.rawValue == key }) {
      self = exact
    } else if key == "exit" || key == "thoat" {
      self = .quit
    } else {
      let like = Self.allCases.filter { $0.rawValue.hasPrefix(key) }
      guard like.count == 1 else { return nil }
      self = like[0]
    }
  }

  /// How it is written.
  var usage: Wording {
    switch self {
    case .help: Wording(vi: ".help [CÂU LỆNH]", en: ".help [STATEMENT]")
    case .mode: Wording(vi: ".mode [DẠNG]", en: ".mode [FORMAT]")
    case .output: Wording(vi: ".output [TỆP]", en: ".output [FILE]")
    case .read: Wording(vi: ".read TỆP", en: ".read FILE")
    case .timing: Wording(verbatim: ".timing on|off")
    case .list: Wording(vi: ".list [TÊN]", en: ".list [NAME]")
    case .set: Wording(vi: ".set [TÊN GIÁ TRỊ]", en: ".set [NAME VALUE]")
    case .open: Wording(vi: ".open MÔ HÌNH", en: ".open MODEL")
    case .save: Wording(vi: ".save TỆP", en: ".save FILE")
    case .edit: Wording(verbatim: ".edit")
    case .quit: Wording(verbatim: ".quit")
    }
  }

  var meaning: Wording {
    switch self {
    case .help:
      Wording(
        vi: "trợ giúp; `.help show` giải thích một câu lệnh kèm ví dụ chạy được",
        en: "this; `.help show` explains a statement with an example that runs")
    case .mode:
      Wording(
        vi: "dạng của câu trả lời: \(Self.formats)", en: "the form of answers: \(Self.formats)")
    case .output:
      Wording(
        vi: "ghi các câu trả lời vào một tệp mới; không có TỆP: lại ra màn hình",
        en: "answers go to a new file; without FILE: to the screen again")
    case .read: Wording(vi: "chạy các câu lệnh trong tệp", en: "runs the statements of a file")
    case .timing:
      Wording(vi: "có nói mỗi câu mất bao lâu không", en: "whether the time taken is shown")
    case .list:
      Wording(
        vi: "danh mục, hoặc những gì có trong TÊN", en: "the catalogue, or what NAME holds")
    case .set:
      Wording(
        vi: "các thiết lập, hoặc đổi một thiết lập: \(Self.settingNames)",
        en: "the settings, or changes one: \(Self.settingNames)")
    case .open:
      Wording(
        vi: "bắt đầu lại với một mô hình khác", en: "starts afresh with another model")
    case .save:
      Wording(
        vi: "ghi những câu đã trả lời được thành kịch bản mới",
        en: "writes what was answered as a new script")
    case .edit:
      Wording(
        vi: "sửa câu vừa hỏi trong trình soạn thảo ($VISUAL, $EDITOR) rồi chạy",
        en: "the last entry in an editor ($VISUAL, $EDITOR), then runs it")
    case .quit: Wording(vi: "thoát (Ctrl-D)", en: "leaves (Ctrl-D)")
    }
  }

  /// The same from a command line.
  var option: String? {
    switch self {
    case .help: "hoi --help"
    case .mode: "--format"
    case .read: "hoi run"
    case .timing: "--timing"
    case .list: "-c list"
    case .open: "hoi MODEL"
    case .set: "--lang --color --no-pager --no-hints"
    case .output: "> FILE"
    case .save, .edit, .quit: nil
    }
  }

  static let settingNames = "lang color pager hints mode timing"

  static let formats = OutputFormat.allCases.filter { $0 != .jsonl }.map(\.rawValue)
    .joined(separator: " ")
}
