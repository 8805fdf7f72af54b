import Glibc

/// A terminal that is told to keep, at Ctrl-C, what was written and not yet shown.
///
/// Otherwise the kernel throws it away just after it sent the signal, and a program that answers fast
/// loses its answer. It no longer throws away what was typed either: `interrupted` does.
struct KeptOutput: Sendable {
  private let before: termios?

  /// Does nothing unless standard input is a terminal that this program may set.
  ///
  /// - Parameter hidesTyping: what is typed meanwhile is shown by the prompt that reads it, and not
  ///   also by the kernel, in the middle of an answer.
  init(hidesTyping: Bool = false) {
    var settings = termios()
    // In the background, setting it would stop the program.
    guard tcgetpgrp(STDIN_FILENO) == getpgrp(), tcgetattr(STDIN_FILENO, &settings) == 0 else {
      before = nil
      return
    }
    before = settings
    settings.c_lflag |= tcflag_t(NOFLSH)
    if hidesTyping { settings.c_lflag &= ~tcflag_t(ECHO) }
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  func restore() {
    guard var settings = before, tcgetpgrp(STDIN_FILENO) == getpgrp() else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// Throws away what was typed before Ctrl-C and not yet read.
  static func interrupted() {
    // In the background, this too would stop the program.
    if tcgetpgrp(STDIN_FILENO) == getpgrp() { tcflush(STDIN_FILENO, TCIFLUSH) }
  }
}
