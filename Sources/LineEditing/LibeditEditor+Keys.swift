import CLineEdit
import Glibc

/// What asks a terminal to tell pasted text from typed text.
enum Paste {
  static let on = "\u{1B}[?2004h"
  static let off = "\u{1B}[?2004l"
}

/// A key that only the reader sends, bound to a command of libedit or to an action here.
enum OwnKey: Equatable {
  case mark, paste, interrupt, enter, complete, acceptHint
  case movement(Movement)

  static let all: [OwnKey] =
    [.mark, .paste, .interrupt, .enter, .complete, .acceptHint]
    + Movement.allCases.map { .movement($0) }

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
    case .mark, .paste, .interrupt, .complete, .acceptHint, .movement(.older), .movement(.newer):
      "hoi-own-key"
    case .movement(let movement): movement.rawValue
    }
  }
}

// What libedit asks of the keyboard.
extension LibeditEditor {
  /// The next key for libedit, negative at the end of input.
  func nextKey() -> Int32 {
    if keysSinceInterrupt == nil {
      let key = reader.next(from: { arrival($0) })
      let hasHint = takeHintAway()
      switch key {
      case .letter("\t") where help != nil: return OwnKey.complete.code
      // Ctrl-E and Ctrl-F are other names of End and Right.
      case .letter("\u{5}") where hasHint, .letter("\u{6}") where hasHint,
        .movement(.right) where hasHint, .movement(.end) where hasHint:
        return OwnKey.acceptHint.code
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
    // What is typed faster than it can be painted is painted once, at its end.
    var paints = milliseconds < 0 && paintsLines
    while input.isEmpty {
      let event = hoi_wait(STDIN_FILENO, paints ? 0 : milliseconds)
      if event == Int32(hoi_wait_timeout), paints {
        paint()
        paints = false
        continue
      }
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
    painted = nil
    hint = ""
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
  func rowsAboveCursor() -> Int {
    let columns = terminalSize().columns
    var rows = 0
    var cells = 0
    for scalar in visiblePrompt.unicodeScalars + beforeCursor.unicodeScalars {
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
