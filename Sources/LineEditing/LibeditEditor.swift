import CLineEdit
import Glibc

/// The prompt of a person at a terminal.
///
/// Ctrl-C throws the line away and never ends the program; Ctrl-D on an empty line ends the input. A
/// pasted text of several lines stands in the line as it is, newlines included, until Enter. A letter
/// and the marks typed after it become one, as libedit keeps one code point for each cell.
package final class LibeditEditor: LineEditor {
  private static let keptStatements = 10_000
  private let file: HistoryFile?
  let help: (any LineHelp)?
  let paintsLines: Bool
  var walk: HistoryWalk
  var reader = KeyReader()
  var input: ArraySlice<UInt8> = []
  var mark: Unicode.Scalar = " "
  var pasted: String?
  var prompt = ""
  /// The line as it was painted last, and the hint shown behind it.
  var painted: (line: String, cursor: Int)?
  var hint = ""
  var acceptedHint = ""
  /// The line at which Tab could add nothing; once more shows a list.
  var lineAtTab: String?
  /// Keys sent to end the line since Ctrl-C; nil when it was not pressed.
  var keysSinceInterrupt: Int?

  /// Takes standard input and output over; nil when there is no UTF-8 locale or libedit refuses.
  ///
  /// - Precondition: both are one terminal that libedit knows, and no other such editor is alive.
  package init?(
    program: String, history: HistoryFile?, help: (any LineHelp)? = nil, paintsLines: Bool = false
  ) {
    file = history
    self.help = help
    self.paintsLines = paintsLines
    walk = HistoryWalk(
      history?.statements(atMost: Self.keptStatements) ?? [], capacity: Self.keptStatements)
    let started =
      hoi_locale_start()
      && hoi_editor_start(
        program, Unmanaged.passUnretained(self).toOpaque(),
        { Unmanaged<LibeditEditor>.fromOpaque($0!).takeUnretainedValue().nextKey() },
        { Unmanaged<LibeditEditor>.fromOpaque($0!).takeUnretainedValue().obey($1) })
    guard started else { return nil }
    hoi_signals_start()
    // What most people's fingers know; the user's own settings may say otherwise.
    hoi_editor_bind("^W", "ed-delete-prev-word")
    hoi_editor_bind("^R", "em-inc-search-prev")
    hoi_editor_read_settings()
    for key in OwnKey.all { hoi_editor_bind(String(Character(key.letter)), key.command) }
    for statement in walk.statements { hoi_editor_remember(statement) }
  }

  deinit { hoi_editor_end() }

  package func readLine(prompt: String) -> LineRead {
    walk.start()
    keysSinceInterrupt = nil
    self.prompt = prompt
    painted = nil
    hint = ""
    lineAtTab = nil
    hoi_signals_forget()
    hoi_signals_while_editing(true)
    // First the mode and then the sequence, so that whoever waits for it can type at once.
    hoi_terminal_raw(true)
    hoi_terminal_resize()
    hoi_terminal_say(Paste.on)
    let line = hoi_editor_read(prompt).map { String(cString: $0) }
    hoi_terminal_say(line == nil ? Paste.off + "\n" : Paste.off)
    hoi_signals_while_editing(false)
    if keysSinceInterrupt != nil {
      _ = hoi_take_interrupt()
      return .interrupted
    }
    return line.map { .line($0) } ?? .endOfInput
  }

  @discardableResult
  package func addToHistory(_ statement: String) -> HistoryProblem? {
    guard walk.add(statement) else { return nil }
    hoi_editor_remember(statement)
    do throws(HistoryProblem) {
      try file?.append(statement)
      return nil
    } catch {
      return error
    }
  }
}
