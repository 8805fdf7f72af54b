import Glibc
import Hoi
import HoiText
import LineEditing

/// The prompt: statements and commands, with history; Ctrl-C clears the line, Ctrl-D leaves.
final class Prompt {
  let driver: Driver
  let help: PromptHelp
  var settings: PromptSettings
  private let editor: any LineEditor
  private let progress: ProgressLine?
  /// What was not over at the end of its line.
  private var pending = ""
  private var hasComplained = false
  /// The statement entered last, for `.edit`.
  var lastEntry = ""
  /// The entries that were answered, for `.save`.
  var answered: [String] = []
  /// Where answers go instead of the terminal, and the descriptor of that file.
  var output: (path: String, descriptor: Int32)?
  var isOver = false

  init(driver: Driver, settings: PromptSettings) {
    self.driver = driver
    self.settings = settings
    let hasStyle = driver.page.color
    help = PromptHelp(driver: driver, paints: hasStyle)
    editor = makeEditor(
      program: "hoi", history: HistoryFile.usual(environment: environmentVariable), help: help,
      paintsLines: hasStyle)
    progress = Output.errorIsTerminal ? ProgressLine(language: driver.page.language) : nil
    driver.hasPrompt = Output.isTerminal && terminalIsCapable
    driver.write = { [unowned self] text in
      guard let progress else { return write(text) }
      progress.paused { write(text) }
    }
  }

  var language: Language { driver.page.language }

  func run() throws {
    prepareCompletions()
    if settings.readsInit, !driver.session.isSafe { readInit() }
    if Output.isTerminal { Output.write(greeting()) }
    while !isOver {
      Output.flush()
      help.pending = pending
      help.hints = settings.hints
      switch editor.readLine(prompt: text(of: awaited(by: pending))) {
      case .interrupted: pending = ""
      case .endOfInput:
        // The editor has ended the row of the prompt.
        isOver = true
      case .line(let line): take(line)
      }
    }
    closeOutput()
  }

  /// Looks names up once on another thread, so that the first Tab does not wait for it.
  func prepareCompletions() {
    let session = driver.session
    if let thread = startThread({ session.prepareCompletions() }) { pthread_detach(thread) }
  }

  private func text(of awaited: Awaited?) -> String {
    switch awaited {
    case nil: "hoi> "
    case .more: "  …> "
    case .parenthesis: "  (> "
    case .quote: "  \"> "
    case .brace: "  {> "
    }
  }

  private func take(_ line: String) {
    pending += pending.isEmpty ? line : "\n" + line
    if PromptCommand.opens(pending) || PromptCommand.foreign(pending) != nil {
      let entry = pending
      pending = ""
      remember(entry)
      obey(entry)
      return
    }
    guard awaited(by: pending) == nil else { return }
    let entry = pending
    pending = ""
    if entry.allSatisfy(\.isWhitespace) { return }
    remember(entry)
    ask(entry)
  }

  /// Runs the statements of an entry.
  func ask(_ entry: String) {
    lastEntry = entry
    if attended({ driver.runEntry(entry) }) == nil {
      answered.append(entry)
      help.failed.remove(entry)
    } else {
      help.failed.insert(entry)
    }
  }

  /// Runs a script as if it were an entry; its first failure ends it.
  func run(_ script: SourceText) {
    attended {
      do {
        try driver.runScript(script)
      } catch {
        // What failed has been said; the status matters to a command line only.
      }
    }
  }

  /// Watches over what may take long: says how long, and rings when it was worth a coffee.
  private func attended<Result>(_ body: () -> Result) -> Result {
    updateWidth()
    let start = monotonicSeconds()
    let session = driver.session
    progress?.begin { session.loadedPercent }
    defer {
      progress?.end()
      if monotonicSeconds() - start > 5, Output.errorIsTerminal { Output.complain("\u{7}") }
    }
    return body()
  }

  func remember(_ entry: String) {
    guard let problem = editor.addToHistory(entry), !hasComplained else { return }
    hasComplained = true
    let asked = SourceText(problem.path)
    complain(.notWritten(problem.path, code: problem.code, asked, asWarning: true))
  }

  // MARK: Where answers go

  /// Shows an answer: in a file if one was asked for, in the pager if it does not fit.
  private func write(_ text: String) {
    if let output {
      if !writeAll(text, to: output.descriptor) {
        let code = errno
        closeOutput()
        complain(.notWritten(output.path, code: code, SourceText(output.path)))
      }
      return
    }
    show(text)
  }

  /// Shows a text on the screen, in the pager if it does not fit.
  func show(_ text: String) {
    if settings.pages, !driver.session.isSafe, let pager = Pager.fitting(text) {
      Output.flush()
      if pager.show(text) { return }
    }
    Output.write(text)
  }

  func closeOutput() {
    if let output { close(output.descriptor) }
    output = nil
    updateWidth()
  }

  /// Answers are as wide as the window is now; in a file nothing cuts them.
  func updateWidth() {
    driver.page.width = output == nil ? Output.terminalWidth : nil
    driver.page.color = output == nil && help.paints
  }

  func say(_ wording: Wording) { Output.write(wording[language] + "\n") }

  func complain(_ diagnostic: Diagnostic) {
    Output.flush()
    Output.complain(driver.page.text(diagnostic))
  }

  // MARK: The beginning

  private func greeting() -> String {
    let hint = Wording(
      vi: ".help để xem trợ giúp · Tab để gợi ý · Ctrl-D để thoát",
      en: ".help for help · Tab to complete · Ctrl-D to leave")[language]
    return "hoi \(HoiCommand.version)\(opened())\n\(hint)\n"
  }

  /// What was opened, on one line: a path too long for the window is shown by its last part.
  private func opened() -> String {
    guard let path = driver.opened else { return "" }
    let found = driver.session.inventory
    let counts = Wording(
      vi: "\(found.indicators) chỉ tiêu, \(found.targets) mục tiêu, \(found.tables) bảng",
      en: "\(found.indicators) indicators, \(found.targets) targets, \(found.tables) tables")[
        language]
    let room =
      Output.terminalWidth.map { $0 - cellWidth("hoi \(HoiCommand.version) · : \(counts)") }
    guard let room, cellWidth(path) > room,
      let last = path.split(separator: "/").last, last.utf8.count + 2 < path.utf8.count
    else { return " · \(path): \(counts)" }
    return " · …/\(last): \(counts)"
  }

  /// What a person wants at every start: statements, and commands on lines of their own.
  private func readInit() {
    guard let path = initPath(), access(path, R_OK) == 0 else { return }
    do throws(HoiFailure) {
      let source = try driver.session.readScript(path)
      runLines(String(decoding: source.bytes, as: UTF8.self))
    } catch {
      for diagnostic in error.diagnostics { complain(diagnostic) }
    }
    answered = []
    lastEntry = ""
  }

  /// Runs text as if it had been typed.
  private func runLines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      pending += pending.isEmpty ? String(line) : "\n" + line
      if PromptCommand.opens(pending) {
        let entry = pending
        pending = ""
        obey(entry)
      } else if awaited(by: pending) == nil {
        let entry = pending
        pending = ""
        if !entry.allSatisfy(\.isWhitespace) { ask(entry) }
      }
    }
    pending = ""
  }

  private func initPath() -> String? {
    if let folder = environmentVariable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/hoi/init.hoi"
    }
    guard let home = environmentVariable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/hoi/init.hoi"
  }
}

/// What can be set at the prompt, besides the page.
struct PromptSettings {
  var pages = true
  var hints = true
  var readsInit = true
}

/// Seconds of a clock that only runs forward.
func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Writes a whole text to an open file; false where that fails, with `errno`.
func writeAll(_ text: String, to descriptor: Int32) -> Bool {
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { continue }
    if count <= 0 { return false }
    written += count
  }
  return true
}
