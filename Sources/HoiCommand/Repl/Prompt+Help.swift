import Hoi
import HoiText

// What `.help` says.
extension Prompt {
  func showHelp(
    _ topic: String, at range: SourceRange, in source: SourceText
  ) throws(Diagnostic) {
    if topic.isEmpty {
      show(overview())
      return
    }
    let word = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    if !topic.hasPrefix("."), let help = driver.session.statementHelp(word) {
      show(explanation(help))
      return
    }
    if let command = PromptCommand(named: word) {
      show(explanation(command))
      return
    }
    let names = statementWords().flatMap { [$0.word.english, $0.word.vietnamese] }
    throw .unknownTopic(
      topic,
      near: nearest(to: word, among: names + PromptCommand.allCases.map(\.rawValue), most: 1).first,
      at: range, in: source)
  }

  private func overview() -> String {
    let statements = statementWords().map { ($0.word[language], $0.meaning[language]) }
    let commands = PromptCommand.allCases.map { ($0.usage[language], $0.meaning[language]) }
    let keys = [
      Wording(
        vi: "Tab gợi ý, hai lần để liệt kê · Lên/Xuống câu cũ có cùng phần đầu · Ctrl-R tìm",
        en: "Tab completes, twice lists · Up/Down find what began like this · Ctrl-R searches"),
      Wording(
        vi: "→ nhận phần gợi ý mờ · Ctrl-C bỏ dòng, dừng câu đang chạy · Ctrl-D thoát",
        en: "→ takes the dim hint · Ctrl-C drops the line, stops a question · Ctrl-D leaves"),
    ]
    return heading(Wording(vi: "Câu lệnh", en: "Statements")) + rows(statements)
      + heading(Wording(vi: "Lệnh của dấu nhắc", en: "Commands")) + rows(commands)
      + heading(Wording(vi: "Phím", en: "Keys"))
      + keys.map { "  \($0[language])\n" }.joined()
  }

  private func explanation(_ help: StatementHelp) -> String {
    var text =
      "\n  \(help.word.english) · \(help.word.vietnamese): \(help.meaning[language])\n\n"
      + "  \(help.usage[language])\n"
    if !help.clauses.isEmpty {
      text += heading(
        Wording(vi: "Mệnh đề, thứ tự nào cũng được", en: "Clauses, in any order"))
      text += rows(
        help.clauses.map { ("\($0.word.english) · \($0.word.vietnamese)", $0.meaning[language]) })
    }
    if let example = help.example {
      text += heading(Wording(vi: "Ví dụ", en: "Example")) + "  \(displaySafe(example))\n"
    }
    return text + "\n"
  }

  private func explanation(_ command: PromptCommand) -> String {
    let option =
      command.option.map {
        Wording(vi: "  Từ dòng lệnh: \($0)\n", en: "  From the command line: \($0)\n")[language]
      } ?? ""
    return "\n  \(command.usage[language])\n  \(command.meaning[language])\n\(option)\n"
  }

  private func heading(_ wording: Wording) -> String { "\n\(wording[language]):\n" }

  /// Two columns, the second wrapped to the window.
  private func rows(_ rows: [(String, String)]) -> String {
    let first = rows.map { cellWidth($0.0) }.max() ?? 0
    let room = max(20, (Output.terminalWidth ?? 100) - first - 5)
    return rows.map { left, right in
      let gap = String(repeating: " ", count: first - cellWidth(left) + 2)
      let indent = "\n" + String(repeating: " ", count: first + 4)
      return "  \(left)\(gap)" + wrapped(right, toCells: room).joined(separator: indent) + "\n"
    }.joined()
  }

  private func wrapped(_ text: String, toCells cells: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let longer = lines[lines.count - 1].isEmpty ? "\(word)" : "\(lines[lines.count - 1]) \(word)"
      if cellWidth(longer) <= cells || lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
