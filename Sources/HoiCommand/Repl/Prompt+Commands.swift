import Glibc
import Hoi
import HoiText
import LineEditing

// What the commands do.
extension Prompt {
  /// Does what a line with a command asks.
  func obey(_ line: String) {
    let source = SourceText(line)
    let words = CommandLine(line)
    let command: PromptCommand
    if let foreign = PromptCommand.foreign(line) {
      command = foreign
    } else if let own = PromptCommand(named: words.name) {
      command = own
    } else {
      let near = nearest(to: words.name, among: PromptCommand.allCases.map(\.rawValue), most: 1)
      complain(
        .unknownCommand(
          "." + words.name, near: near.first.map { "." + $0 }, at: words.nameRange, in: source))
      return
    }
    do throws(Diagnostic) {
      try run(command, words, in: source)
    } catch {
      complain(error)
    }
  }

  private func run(
    _ command: PromptCommand, _ words: CommandLine, in source: SourceText
  ) throws(Diagnostic) {
    switch command {
    case .help:
      try showHelp(
        PromptCommand.opens(String(decoding: source.bytes, as: UTF8.self)) ? words.argument : "",
        at: words.argumentRange, in: source)
    case .mode: try changeMode(words, in: source)
    case .output: try changeOutput(words, in: source)
    case .read: try readScript(words, in: source)
    case .timing:
      driver.page.showsTiming = try isOn(words.argument, .timing, words.argumentRange, source)
    case .list: ask(words.argument.isEmpty ? "list" : "list " + words.argument)
    case .set: try changeSetting(words, in: source)
    case .open: try openModel(words, in: source)
    case .save: try saveScript(words, in: source)
    case .edit: try editEntry(words, in: source)
    case .quit: isOver = true
    }
  }

  private func changeMode(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    if words.argument.isEmpty {
      say(Wording(verbatim: driver.page.format.rawValue))
      return
    }
    let name = words.argument.lowercased()
    guard let format = OutputFormat(rawValue: name), format != .jsonl else {
      throw .wrongArgument(
        .mode, at: words.argumentRange, in: source, takes: PromptCommand.formats)
    }
    driver.page.format = format
  }

  private func isOn(
    _ word: String, _ command: PromptCommand, _ range: SourceRange, _ source: SourceText
  ) throws(Diagnostic) -> Bool {
    switch folded(word) {
    case "on", "bat", "1", "true", "": return true
    case "off", "tat", "0", "false": return false
    default: throw .wrongArgument(command, at: range, in: source, takes: "on off")
    }
  }

  // MARK: Settings

  private func changeSetting(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    guard !words.argument.isEmpty else {
      showSettings()
      return
    }
    let parts = words.argument.split(maxSplits: 1) { $0 == " " || $0 == "=" }.map(String.init)
    let value =
      parts.count > 1
      ? parts[1].split { $0 == " " || $0 == "=" }.joined(separator: " ").lowercased() : ""
    let range = words.argumentRange
    switch parts[0].lowercased() {
    case "lang":
      guard let language = Language(rawValue: value) else {
        throw .wrongArgument(.set, at: range, in: source, takes: "lang vi, lang en")
      }
      driver.page.language = language
    case "color":
      help.paints = try isOn(value, .set, range, source)
      updateWidth()
    case "pager": settings.pages = try isOn(value, .set, range, source)
    case "hints": settings.hints = try isOn(value, .set, range, source)
    case "timing": driver.page.showsTiming = try isOn(value, .set, range, source)
    case "mode":
      guard let format = OutputFormat(rawValue: value), format != .jsonl else {
        throw .wrongArgument(.set, at: range, in: source, takes: PromptCommand.formats)
      }
      driver.page.format = format
    default: throw .wrongArgument(.set, at: range, in: source, takes: PromptCommand.settingNames)
    }
  }

  private func showSettings() {
    func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
    let rows = [
      ("lang", language.rawValue), ("color", word(help.paints)), ("pager", word(settings.pages)),
      ("hints", word(settings.hints)), ("mode", driver.page.format.rawValue),
      ("timing", word(driver.page.showsTiming)),
    ]
    Output.write(rows.map { "  .set \($0.0) \($0.1)\n" }.joined())
  }

  // MARK: Files

  private func changeOutput(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    closeOutput()
    guard !words.argument.isEmpty else { return }
    let path = words.path
    output = (path, try newFile(path, words, in: source))
    updateWidth()
  }

  /// Makes a file that was not there.
  private func newFile(
    _ path: String, _ words: CommandLine, in source: SourceText
  ) throws(Diagnostic) -> Int32 {
    if driver.session.isSafe { throw .notWhileSafe(at: words.nameRange, in: source) }
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      if errno == EEXIST { throw .fileExists(path, at: words.argumentRange, in: source) }
      throw .notWritable(path, code: errno, at: words.argumentRange, in: source)
    }
    return descriptor
  }

  private func saveScript(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    guard !words.argument.isEmpty else {
      throw .wrongArgument(.save, at: words.nameRange, in: source)
    }
    guard !answered.isEmpty else { throw .nothingToSave(at: words.nameRange, in: source) }
    let descriptor = try newFile(words.path, words, in: source)
    let isWritten = writeAll(answered.map { $0 + "\n" }.joined(), to: descriptor)
    let code = errno
    close(descriptor)
    if !isWritten {
      throw .notWritable(words.path, code: code, at: words.argumentRange, in: source)
    }
    let model = driver.opened.map { $0 + " " } ?? ""
    say(
      Wording(
        vi: "đã ghi \(answered.count) câu; chạy lại: hoi run \(model)\(words.path)",
        en: "\(answered.count) written; run them with: hoi run \(model)\(words.path)"))
  }

  private func readScript(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    guard !words.argument.isEmpty else {
      throw .wrongArgument(.read, at: words.nameRange, in: source)
    }
    do throws(HoiFailure) {
      let script = try driver.session.readScript(words.path)
      run(script)
    } catch {
      for diagnostic in error.diagnostics { complain(diagnostic) }
    }
  }

  private func openModel(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    guard !words.argument.isEmpty else {
      throw .wrongArgument(.open, at: words.nameRange, in: source)
    }
    do throws(HoiFailure) {
      for warning in try driver.reopen(model: words.path) { complain(warning) }
      answered = []
      prepareCompletions()
    } catch {
      for diagnostic in error.diagnostics { complain(diagnostic) }
    }
  }

  // MARK: The editor of texts

  private func editEntry(_ words: CommandLine, in source: SourceText) throws(Diagnostic) {
    if driver.session.isSafe { throw .notWhileSafe(at: words.nameRange, in: source) }
    let command =
      ["VISUAL", "EDITOR"].compactMap { environmentVariable($0) }.first { !$0.isEmpty } ?? "vi"
    let folder = environmentVariable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let places = String(repeating: "X", count: 6)
    var template = Array("\(folder)/hoi-\(places).hoi".utf8CString)
    let descriptor = mkstemps(&template, 4)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else {
      throw .notWritable(path, code: errno, at: words.nameRange, in: source)
    }
    defer { unlink(path) }
    let isWritten = writeAll(lastEntry + (lastEntry.isEmpty ? "" : "\n"), to: descriptor)
    close(descriptor)
    Output.flush()
    guard isWritten, Shell.run("\(command) '\(path)'") == 0 else {
      throw .editorFailed(command, at: words.nameRange, in: source)
    }
    do throws(HoiFailure) {
      let edited = try driver.session.readScript(path)
      let text = String(decoding: edited.bytes, as: UTF8.self).trimmedEnd
      guard !text.isEmpty, text != lastEntry else { return }
      Output.write(text + "\n")
      remember(text)
      ask(text)
    } catch {
      for diagnostic in error.diagnostics { complain(diagnostic) }
    }
  }
}

/// A command with what stands behind it.
struct CommandLine {
  let name: String
  let nameRange: SourceRange
  let argument: String
  let argumentRange: SourceRange

  init(_ line: String) {
    let bytes = Array(line.utf8)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let end = bytes[start...].firstIndex(where: isBlank) ?? bytes.count
    let from = bytes[end...].firstIndex { !isBlank($0) } ?? bytes.count
    var to = bytes.count
    while to > from, isBlank(bytes[to - 1]) || bytes[to - 1] == UInt8(ascii: ";") { to -= 1 }
    name = String(decoding: bytes[start..<end].drop { $0 == UInt8(ascii: ".") }, as: UTF8.self)
    nameRange = SourceRange(start, end)
    argument = String(decoding: bytes[from..<to], as: UTF8.self)
    argumentRange = SourceRange(from, to)
  }

  /// The argument as a path: quotes off, `~/` spelt out.
  var path: String {
    var text = argument
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote)
    {
      text = String(text.dropFirst().dropLast())
    }
    guard text.hasPrefix("~/"), let home = environmentVariable("HOME") else { return text }
    return home + text.dropFirst()
  }
}

extension String {
  /// Without blanks and line breaks at its end.
  var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
