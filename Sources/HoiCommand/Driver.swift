import ArgumentParser
import Hoi
import LineEditing

/// Runs statements for the command line and shows what became of them.
final class Driver {
  private(set) var session: HoiSession
  var page: Page {
    didSet { session.set(.language(page.language)) }
  }
  /// Whether a prompt comes after what runs, and shows what is typed meanwhile.
  var hasPrompt = false
  /// Whether it says where rows came from.
  var isVerbose = false
  /// Says how long it takes to open a model, where somebody waits for it.
  var progress: ProgressLine?
  /// Where answers are written.
  var write: (String) -> Void = { Output.write($0) }
  /// The model that was opened last, as it was asked for.
  private(set) var opened: String?
  /// Whether answers keep their format whatever a script sets, because one document holds them all.
  var keepsFormat = false
  /// Whether an answer has been written, so that the next is set apart from it.
  private var hasWritten = false
  private var answerCount = 0

  init(page: Page, session: HoiSession = HoiSession()) {
    self.page = page
    self.session = session
  }

  /// Goes on with another session.
  func start(from session: HoiSession) { self.session = session }

  /// Opens a model or loads a file of data, if one is named.
  func open(model: String?) throws {
    guard let model else { return }
    do throws(HoiFailure) {
      let warnings = try attended { () throws(HoiFailure) in
        HoiSession.isData(model) ? try session.load(model) : try session.open(model: model)
      }
      Heap.giveBack()
      Heap.suit(session)
      for warning in warnings { complain(warning) }
      tellSnapshot()
      opened = model
    } catch {
      throw fail(error.diagnostics)
    }
  }

  /// Answers questions from a model that is opened for them alone, where that is possible and enough.
  ///
  /// - Returns: whether they have been answered; else nothing has been shown.
  func answer(_ questions: [SourceText], from model: String) throws -> Bool {
    let whole = session
    session = whole.fresh()
    let warnings: [Diagnostic]
    do throws(HoiFailure) {
      let opened = try attended { () throws(HoiFailure) in
        try session.open(model: model, toAsk: questions)
      }
      guard let opened else {
        session = whole
        return false
      }
      warnings = opened
    } catch {
      throw fail(error.diagnostics)
    }
    Heap.suit(session)
    try requireParameters(of: questions)
    var outcomes: [Outcome] = []
    var failure: [Diagnostic]?
    stoppable {
      for question in questions where failure == nil {
        session.runScript(question) { outcome in
          outcomes.append(outcome)
          if case .failure(let diagnostics) = outcome { failure = diagnostics }
          return failure == nil
        }
      }
    }
    if takeInterrupt() { throw ExitStatus.interrupted.exitCode }
    guard outcomes.allSatisfy(session.isFinal) else {
      session = whole
      return false
    }
    let unread = session.unreadColumnCount
    for warning in warnings { complain(warning) }
    tellSnapshot()
    if isVerbose, unread > 0 { tellUnread(unread) }
    opened = model
    for outcome in outcomes { show(outcome) }
    if let failure { throw ExitStatus(failure).exitCode }
    return true
  }

  private func attended<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let session = session
    progress?.begin { session.loadedPercent }
    defer { progress?.end() }
    return try body()
  }

  private func tellUnread(_ count: Int) {
    let words = Wording(
      vi: "\(count) cột mà câu hỏi không nhắc tới thì không đọc, nên cũng chưa được kiểm tra",
      en: "\(count) columns that the questions do not name were not read, and not looked at")
    Output.complain(words[page.language] + "\n")
  }

  /// Begins anew with another model; on failure all stays as it was.
  func reopen(model: String) throws(HoiFailure) -> [Diagnostic] {
    let new = session.fresh()
    let warnings =
      HoiSession.isData(model) ? try new.load(model) : try new.open(model: model)
    session = new
    Heap.giveBack()
    Heap.suit(session)
    opened = model
    return warnings
  }

  /// The text of a script.
  func read(_ path: String) throws -> SourceText {
    do throws(HoiFailure) {
      return try session.readScript(path)
    } catch {
      throw fail(error.diagnostics)
    }
  }

  /// Refuses parameters that were set and that no script has, before anything is answered.
  func requireParameters(of scripts: [SourceText]) throws {
    let unknown = session.unknownParameters(in: scripts)
    if !unknown.isEmpty { throw fail(unknown) }
  }

  /// Runs a text; the first failure ends it with its status, unless it is to keep going.
  func runScript(_ source: SourceText, keepGoing: Bool = false) throws {
    var firstFailure: ExitCode?
    stoppable {
      session.runScript(source) { outcome in
        show(outcome)
        // Ctrl-C ends a script also between two questions.
        if takeInterrupt() {
          firstFailure = ExitStatus.interrupted.exitCode
          return false
        }
        if case .failure(let diagnostics) = outcome {
          if firstFailure == nil { firstFailure = ExitStatus(diagnostics).exitCode }
          return keepGoing && !diagnostics.contains { $0.kind == .interrupted }
        }
        return true
      }
    }
    if let firstFailure { throw firstFailure }
  }

  /// One statement a line from standard input, answered as soon as it has been read.
  func runLines() throws {
    let editor = PipeEditor(descriptor: 0, showsPrompt: false)
    var pending = ""
    var firstFailure: ExitCode?
    while case .line(let line) = editor.readLine(prompt: "") {
      pending += pending.isEmpty ? line : "\n" + line
      if HoiSession.isIncomplete(pending) { continue }
      let failure = runEntry(pending)
      firstFailure = firstFailure ?? failure
      pending = ""
      Output.flush()
    }
    if !pending.isEmpty {
      let failure = runEntry(pending)
      firstFailure = firstFailure ?? failure
    }
    if let firstFailure { throw firstFailure }
  }

  /// Runs one entry of a prompt and shows everything that became of it.
  ///
  /// A pasted text is several lines, and its statements may go on in the next one as in a file.
  @discardableResult
  func runEntry(_ text: String) -> ExitCode? {
    var failure: ExitCode?
    stoppable {
      session.runScript(SourceText(text), isInteractive: !text.contains("\n")) { outcome in
        show(outcome)
        Output.flush()
        if case .failure(let diagnostics) = outcome {
          failure = ExitStatus(diagnostics).exitCode
        }
        // Ctrl-C stops what was pasted, not only the statement that ran.
        return !takeInterrupt()
      }
    }
    return failure
  }

  /// Writes a document of all answers so far to a file.
  func save(_ document: String, to path: String) throws {
    do throws(HoiFailure) {
      try session.write(document, answerCount: answerCount, as: page.format, to: path)
    } catch {
      throw fail(error.diagnostics)
    }
  }

  /// Lets Ctrl-C stop what runs, where somebody may press it.
  private func stoppable(_ body: () -> Void) {
    let session = session
    withInterruptHandler({ session.cancel() }, hidesTyping: hasPrompt, body)
  }

  // MARK: Showing

  private func show(_ outcome: Outcome) {
    tellLateRefusals()
    switch outcome {
    case .failure(let diagnostics): refuse(diagnostics)
    case .changed(let setting):
      apply(setting)
      if page.format == .jsonl { write(page.line(outcome)) }
    case .done(let warnings):
      // It may have been a table that was read.
      Heap.giveBack()
      if page.format == .jsonl {
        write(page.line(outcome))
      } else {
        for warning in warnings { complain(warning) }
      }
    case .answer(let answer): show(answer)
    case .written(let written):
      if page.format == .jsonl {
        write(page.line(outcome))
      } else {
        Output.flush()
        Output.complain(page.text(written) + page.notes(written.answer).map { $0 + "\n" }.joined())
      }
    case .said(let text): say(text)
    }
  }

  private func show(_ answer: Answer) {
    var page = page
    // For a program one statement is one line, whatever the question says.
    if page.format != .jsonl, !keepsFormat, let format = answer.format { page.format = format }
    answerCount += 1
    write(page.text(answer), page)
    let notes = page.notes(answer)
    if !notes.isEmpty {
      Output.flush()
      Output.complain(notes.map { $0 + "\n" }.joined())
    }
  }

  private func say(_ text: Wording) {
    if page.format == .jsonl { return write(page.line(.said(text))) }
    guard let said = page.text(saying: text) else {
      // A table for programs has no place for sentences.
      Output.flush()
      Output.complain(text[page.language] + "\n")
      return
    }
    write(said, page)
  }

  private func write(_ text: String, _ page: Page) {
    if hasWritten { write(page.separator) }
    hasWritten = true
    write(text)
  }

  private func apply(_ setting: Setting) {
    switch setting {
    case .language(let language): page.language = language
    case .format(let format): if !keepsFormat { page.format = format }
    case .timing(let isOn): page.showsTiming = isOn
    case .threads, .timeout, .isPublic: break
    }
  }

  /// A refusal is an answer to a program, and a complaint to a person.
  private func refuse(_ diagnostics: [Diagnostic]) {
    Output.note(status: ExitStatus(diagnostics))
    if page.format == .jsonl {
      write(page.line(.failure(diagnostics)))
    } else {
      for diagnostic in diagnostics { complain(diagnostic) }
      // In a document nobody must miss that something is not there.
      if keepsFormat, let text = page.text(refusing: diagnostics) { write(text, page) }
    }
  }

  func complain(_ diagnostic: Diagnostic) {
    Output.flush()
    Output.complain(page.text(diagnostic))
  }

  private func fail(_ diagnostics: [Diagnostic]) -> ExitCode {
    refuse(diagnostics)
    return ExitStatus(diagnostics).exitCode
  }
}
