import ArgumentParser
import Hoi
import LineEditing

/// Runs statements for the command line and shows what became of them.
final class Driver {
  private(set) var session = HoiSession()
  var page: Page
  /// Where answers are written.
  var write: (String) -> Void = { Output.write($0) }
  /// The model that was opened last, as it was asked for.
  private(set) var opened: String?
  /// Whether an answer has been written, so that the next is set apart from it.
  private var hasWritten = false

  init(page: Page) {
    self.page = page
  }

  /// Opens a model, if one is named.
  func open(model: String?) throws {
    guard let model else { return }
    do throws(HoiFailure) {
      for warning in try session.open(model: model) { complain(warning) }
      opened = model
    } catch {
      throw fail(error.diagnostics)
    }
  }

  /// Begins anew with another model; on failure all stays as it was.
  func reopen(model: String) throws(HoiFailure) -> [Diagnostic] {
    let new = HoiSession()
    let warnings = try new.open(model: model)
    session = new
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
      firstFailure = runEntry(pending) ?? firstFailure
      pending = ""
      Output.flush()
    }
    if !pending.isEmpty { firstFailure = runEntry(pending) ?? firstFailure }
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

  /// Lets Ctrl-C stop what runs, where somebody may press it.
  private func stoppable(_ body: () -> Void) {
    let session = session
    withInterruptHandler({ session.cancel() }, body)
  }

  private func show(_ outcome: Outcome) {
    switch outcome {
    case .answer(let answer):
      // Answers for people carry their own blank lines; one table after another needs one.
      if hasWritten, page.format == .tsv || page.format == .csv || page.format == .markdown {
        write("\n")
      }
      hasWritten = true
      write(page.text(answer))
      let notes = page.notes(answer)
      if !notes.isEmpty {
        Output.flush()
        Output.complain(notes.map { $0 + "\n" }.joined())
      }
    case .done(let warnings):
      for warning in warnings { complain(warning) }
    case .failure(let diagnostics):
      for diagnostic in diagnostics { report(diagnostic) }
    }
  }

  /// A refusal is an answer to a program, and a complaint to a person.
  private func report(_ diagnostic: Diagnostic) {
    if page.format == .jsonl {
      Output.write(page.text(diagnostic))
    } else {
      complain(diagnostic)
    }
  }

  private func complain(_ diagnostic: Diagnostic) {
    Output.flush()
    Output.complain(page.text(diagnostic))
  }

  private func fail(_ diagnostics: [Diagnostic]) -> ExitCode {
    for diagnostic in diagnostics { report(diagnostic) }
    return ExitStatus(diagnostics).exitCode
  }
}
