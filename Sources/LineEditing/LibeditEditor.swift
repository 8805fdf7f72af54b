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
  private var walk: HistoryWalk
  private var reader = KeyReader()
  private var input: ArraySlice<UInt8> = []
  private var mark: Unicode.Scalar = " "
  private var pasted: String?
  private var prompt = ""
  /// Keys sent to end the line since Ctrl-C; nil when it was not pressed.
  private var keysSinceInterrupt: Int?

  /// Takes standard input and output over; nil when there is no UTF-8 locale or libedit refuses.
  ///
  /// - Precondition: both are one terminal that libedit knows, and no other such editor is alive.
  package init?(program: String, history: HistoryFile?) {
    file = history
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

/// What asks a terminal to tell pasted text from typed text.
private enum Paste {
  static let on = "\u{1B}[?2004h"
  static let off = "\u{1B}[?2004l"
}

/// A key that only the reader sends, bound to a command of libedit or to an action here.
private enum OwnKey: Equatable {
  case mark, paste, interrupt, enter
  case movement(Movement)

  static let all: [OwnKey] =
    [.mark, .paste, .interrupt, .enter] + Movement.allCases.map { .movement($0) }

  /// It stands in the C1 range, which no keyboard sends and the reader drops.
  var letter: Unicode.Scalar { Unicode.Scalar(UInt8(0x80 + (Self.all.firstIndex(of: self) ?? 0))) }

  var code: Int32 { Int32(letter.value) }

  init?(code: Int32) {
    guard let key = Self.all.first(where: { $0.code == code }) else { return nil }
    self = key
  }

  var command: String {
    switch self {
    case .enter: "ed-newline"
    case .mark, .paste, .interrupt, .movement(.older), .movement(.newer): "hoi-own-key"
    case .movement(let movement): movement.rawValue
    }
  }
}

// What libedit asks of the keyboard.
extension LibeditEditor {
  /// The next key for libedit, negative at the end of input.
  private func nextKey() -> Int32 {
    if keysSinceInterrupt == nil {
      switch reader.next(from: { arrival($0) }) {
      case .letter(let letter): return Int32(letter.value)
      case .movement(let movement): return OwnKey.movement(movement).code
      case .end: return -1
      case .refusedPaste: return paste(nil)
      case .paste(let text): return paste(text)
      case .mark(let scalar):
        mark = scalar
        return OwnKey.mark.code
      case .interrupt:
        input = []
        reader = KeyReader()
        KeptOutput.interrupted()
        keysSinceInterrupt = 0
      }
    }
    // A search or a half-typed sequence may swallow a key, and vi's search swallows them all.
    let sent = keysSinceInterrupt ?? 0
    keysSinceInterrupt = sent + 1
    return sent == 0 ? OwnKey.interrupt.code : sent < 3 ? OwnKey.enter.code : -1
  }

  private func paste(_ text: String?) -> Int32 {
    pasted = text
    return OwnKey.paste.code
  }

  private func arrival(_ milliseconds: Int32) -> Arrival {
    while input.isEmpty {
      let event = hoi_wait(STDIN_FILENO, milliseconds)
      if event == Int32(hoi_wait_timeout) { return .silence }
      if event == SIGINT { return .interrupt }
      guard event == Int32(hoi_wait_readable) else {
        redraw(after: event)
        continue
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 12)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return .end }
      input = chunk[..<count]
    }
    return .byte(input.removeFirst())
  }

  private func redraw(after signal: Int32) {
    var rows = 0
    if signal == SIGWINCH { rows = rowsAboveCursor() }
    if signal == SIGTSTP || signal == SIGCONT {
      hoi_terminal_raw(false)
      if signal == SIGTSTP {
        hoi_terminal_say(Paste.off)
        hoi_suspend()
      }
      // The shell has had the terminal meanwhile.
      hoi_terminal_raw(true)
      hoi_terminal_say(Paste.on)
    }
    hoi_terminal_say((rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J")
    hoi_terminal_resize()
    hoi_terminal_draw()
  }

  /// How far the cursor stands below the first row of the prompt, in a window of today's width.
  private func rowsAboveCursor() -> Int {
    let columns = Int(hoi_terminal_columns())
    let visible = prompt.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    var rows = 0
    var cells = 0
    for scalar in visible.unicodeScalars + beforeCursor.unicodeScalars {
      if scalar == "\n" {
        rows += cells / columns + 1
        cells = 0
      } else {
        cells += max(0, Int(hoi_cell_width(scalar.value)))
      }
    }
    return rows + cells / columns
  }
}

// What libedit asks to be done to the line.
extension LibeditEditor {
  private var line: String { String(cString: hoi_line_text()) }

  private var beforeCursor: String {
    String(String.UnicodeScalarView(line.unicodeScalars.prefix(Int(hoi_line_cursor()))))
  }

  /// Does what one of our own keys means; false rings the bell.
  private func obey(_ code: Int32) -> Bool {
    switch OwnKey(code: code) {
    case .mark: joinMark()
    case .paste:
      guard let pasted else { return false }
      hoi_line_insert(pasted)
    case .interrupt:
      moveToEnd()
      hoi_line_insert("^C")
    case .movement(.older):
      guard let text = walk.older(than: line, beforeCursor: beforeCursor) else { return false }
      replaceLine(text)
    case .movement(.newer):
      guard let text = walk.newer(than: line) else { return false }
      replaceLine(text)
    case .enter, .movement, nil: return false
    }
    return true
  }

  private func joinMark() {
    let letter = line.unicodeScalars.prefix(Int(hoi_line_cursor())).last
    // A mark that makes no letter stays in the line: the text is right, if not its picture.
    let composed = letter.flatMap { composedLetter($0, mark) }
    if composed != nil { hoi_line_delete_before_cursor(1) }
    hoi_line_insert(String(Character(composed ?? mark)))
  }

  private func moveToEnd() {
    hoi_line_move(Int32(line.unicodeScalars.count) - hoi_line_cursor())
  }

  private func replaceLine(_ text: String) {
    moveToEnd()
    hoi_line_delete_before_cursor(hoi_line_cursor())
    hoi_line_insert(text)
  }
}
