import Hoi
import LineEditing

/// What knows the language of the lines: completes, colours and hints them.
final class PromptHelp: LineHelp {
  private let driver: Driver
  /// The lines of the entry that were typed before this one.
  var pending = ""
  var paints: Bool
  var hints = true
  /// Entries of this session that failed; nobody wants them back.
  var failed: Set<String> = []

  init(driver: Driver, paints: Bool) {
    self.driver = driver
    self.paints = paints
  }

  private var language: Language { driver.page.language }

  func choices(behind text: String) -> LineChoices {
    if pending.isEmpty, text.drop(while: { $0 == " " }).first == "." {
      return commandChoices(behind: text)
    }
    let before = pending.isEmpty ? "" : pending + "\n"
    let whole = before + text
    let found = driver.session.completions(whole, at: whole.utf8.count, language: language)
    if found.takesFile {
      let replaced = letters(text, behind: found.range.start - before.utf8.count)
      return fileChoices(found.typed, replaced: replaced, isQuoted: true)
    }
    return LineChoices(
      replaced: letters(text, behind: found.range.start - before.utf8.count),
      choices: found.choices.map {
        LineChoice($0.text, label: $0.label, ending: $0.isWhole ? " " : "")
      },
      common: found.common,
      cutNote: found.isCut
        ? Wording(vi: "… và còn nữa: gõ thêm vài chữ", en: "… and more: type a few letters")[
          language] : nil)
  }

  func colored(_ line: String) -> String? {
    guard paints else { return nil }
    if pending.isEmpty, PromptCommand.opens(line) {
      let end = line.firstIndex(of: " ") ?? line.endIndex
      return "\u{1B}[35m\(line[..<end])\(Painting.plain)\(line[end...])"
    }
    return Painting.painted(line, after: pending)
  }

  func hint(for line: String, history: [String]) -> String? {
    guard hints, paints else { return nil }
    if pending.isEmpty,
      let old = history.last(where: {
        $0.hasPrefix(line) && $0 != line && !failed.contains($0)
      })
    {
      return String(old.unicodeScalars.dropFirst(line.unicodeScalars.count))
    }
    let found = choices(behind: line)
    guard found.replaced > 0, found.choices.count == 1, found.cutNote == nil else { return nil }
    let typed = String(line.unicodeScalars.suffix(found.replaced))
    let text = found.choices[0].text
    guard text.hasPrefix(typed), text != typed else { return nil }
    return String(text.unicodeScalars.dropFirst(typed.unicodeScalars.count))
  }

  /// How many letters stand behind a UTF-8 offset.
  private func letters(_ text: String, behind offset: Int) -> Int {
    let start = text.utf8.index(text.startIndex, offsetBy: max(0, offset))
    return text.unicodeScalars[start...].count
  }

  // MARK: Commands

  private func commandChoices(behind text: String) -> LineChoices {
    let words = text.drop { $0 == " " }
    guard let blank = words.firstIndex(of: " ") else {
      let typed = words.dropFirst().lowercased()
      let fitting = PromptCommand.allCases.filter { $0.rawValue.hasPrefix(typed) }
      return choices(
        fitting.map { LineChoice("." + $0.rawValue, label: $0.meaning[language]) },
        replacing: String(words))
    }
    guard let command = PromptCommand(named: String(words[..<blank].dropFirst())) else {
      return LineChoices(replaced: 0, choices: [])
    }
    let typed = String(words[words.index(after: blank)...].drop { $0 == " " })
    switch command {
    case .read, .open, .save, .output:
      return fileChoices(typed, replaced: typed.unicodeScalars.count, isQuoted: false)
    case .mode: return fitting(typed, PromptCommand.formats.split(separator: " ").map(String.init))
    case .timing: return fitting(typed, ["on", "off"])
    case .help:
      return fitting(
        typed, statementWords().map { $0.word[language] } + PromptCommand.allCases.map(\.rawValue))
    case .list:
      let asked = "list " + typed
      let found = driver.session.completions(asked, at: asked.utf8.count, language: language)
      return choices(
        found.choices.map { LineChoice($0.text, label: $0.label) }, replacing: typed)
    case .set: return settingChoices(typed)
    case .edit, .quit: return LineChoices(replaced: 0, choices: [])
    }
  }

  private func settingChoices(_ typed: String) -> LineChoices {
    let names = PromptCommand.settingNames.split(separator: " ").map(String.init)
    guard let blank = typed.firstIndex(of: " ") else { return fitting(typed, names) }
    let value = String(typed[typed.index(after: blank)...])
    switch typed[..<blank] {
    case "lang": return fitting(value, ["vi", "en"])
    case "mode":
      return fitting(value, PromptCommand.formats.split(separator: " ").map(String.init))
    default: return fitting(value, ["on", "off"])
    }
  }

  private func fitting(_ typed: String, _ words: [String]) -> LineChoices {
    choices(
      words.filter { $0.hasPrefix(typed) }.map { LineChoice($0) }, replacing: typed)
  }

  // MARK: Files

  private func fileChoices(_ typed: String, replaced: Int, isQuoted: Bool) -> LineChoices {
    let found = pathsBeginning(typed).map { path in
      let isFolder = path.hasSuffix("/")
      guard isQuoted else { return LineChoice(path, ending: isFolder ? "" : " ") }
      return LineChoice("\"" + path + (isFolder ? "" : "\""), ending: isFolder ? "" : " ")
    }
    var result = choices(found, replacing: typed)
    result.replaced = replaced
    return result
  }

  /// Choices that begin with what they replace, with what they have in common.
  private func choices(_ found: [LineChoice], replacing typed: String) -> LineChoices {
    var common = found.first.map { Array($0.text) } ?? []
    for choice in found.dropFirst() {
      common.removeSubrange(zip(common, choice.text).prefix { $0 == $1 }.count...)
    }
    return LineChoices(
      replaced: typed.unicodeScalars.count, choices: found,
      common: common.count > typed.count ? String(common) : nil)
  }
}
