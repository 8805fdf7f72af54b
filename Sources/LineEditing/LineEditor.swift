import CLineEdit
import Glibc

/// How the reading of a line ended.
package enum LineRead: Hashable, Sendable {
  /// A line without its newline. A pasted text of several lines is one, with newlines inside.
  case line(String)
  /// Ctrl-C: what was typed is thrown away, and the prompt may be shown again.
  case interrupted
  /// Ctrl-D on an empty line, the end of a pipe or file, or a terminal that was closed.
  case endOfInput
}

/// Where lines come from: a person at a terminal, a pipe or file, or a test.
package protocol LineEditor: AnyObject {
  /// Reads one line.
  ///
  /// - Parameter prompt: one row, ending in a visible character or a blank. U+0001 begins and ends
  ///   what takes no room on the screen. Only shown to a person.
  func readLine(prompt: String) -> LineRead

  /// Keeps a whole statement for Up, Ctrl-R and the next session.
  ///
  /// Not kept: what begins with a blank, what is empty, and what repeats the statement before.
  /// - Returns: why it could not be written to the history file. It is kept for this session all the
  ///   same; say it once, and never in the way of the prompt.
  @discardableResult
  func addToHistory(_ statement: String) -> HistoryProblem?
}

/// The ways of reading that the surroundings allow.
package enum EditorKind: Hashable, Sendable {
  /// Editing, history and search.
  case libedit
  /// A terminal that cannot be edited on: a prompt, and lines as the kernel gives them.
  case plainTerminal
  /// A pipe or file, or a person whose output goes elsewhere: no prompt, no editing.
  case pipe

  /// Chooses from what standard input and output are and from the kind of terminal.
  ///
  /// - Parameters:
  ///   - terminal: the value of `TERM`.
  ///   - canEdit: whether the terminal database knows such a terminal well enough.
  package static func fitting(
    inputIsTerminal: Bool, outputIsTerminal: Bool, terminal: String?, canEdit: (String) -> Bool
  ) -> EditorKind {
    guard inputIsTerminal, outputIsTerminal else { return .pipe }
    guard let terminal, !terminal.isEmpty, terminal != "dumb", canEdit(terminal) else {
      return .plainTerminal
    }
    return .libedit
  }
}

/// Makes the editor that fits standard input and output; libedit is never given a pipe.
///
/// - Parameters:
///   - history: where statements are kept; nil keeps them for this session only. Not read unless a
///     person can edit.
///   - help: what knows the language of the lines.
///   - paintsLines: whether lines get colours and hints while they are typed.
/// - Precondition: no other editor made here is alive.
package func makeEditor(
  program: String, history: HistoryFile?, help: (any LineHelp)? = nil, paintsLines: Bool = false
) -> any LineEditor {
  let kind = EditorKind.fitting(
    inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
    terminal: environmentVariable("TERM"), canEdit: { hoi_terminal_can_edit($0) })
  if kind == .libedit,
    let editor = LibeditEditor(
      program: program, history: history, help: help, paintsLines: paintsLines)
  {
    return editor
  }
  // At a prompt Ctrl-C throws a line away; it still ends a program that only reads a pipe.
  if kind != .pipe { hoi_signals_start() }
  return PipeEditor(descriptor: STDIN_FILENO, showsPrompt: kind != .pipe)
}

/// Whether the terminal is of a kind that understands colours and movements of the cursor.
package var terminalIsCapable: Bool {
  guard let terminal = environmentVariable("TERM"), !terminal.isEmpty else { return false }
  return terminal != "dumb" && hoi_terminal_can_edit(terminal)
}

/// The value of a variable of the environment.
package func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
