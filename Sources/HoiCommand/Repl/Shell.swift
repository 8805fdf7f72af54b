import Glibc
import HoiText
import LineEditing

/// Programs of the user's own choice: the pager and the editor.
enum Shell {
  /// Runs a command line and waits for its end.
  ///
  /// - Parameter input: what the command reads; nil lets it read the terminal.
  /// - Returns: its exit code, nil where it could not be run.
  static func run(_ command: String, input: String? = nil) -> Int32? {
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored here would stay ignored there.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments: [UnsafeMutablePointer<CChar>?] =
      [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ)
    if input != nil { close(ends[0]) }
    if let input {
      // Whoever has seen enough of it stops reading.
      let before = signal(SIGPIPE, SIG_IGN)
      if failure == 0 { _ = writeAll(input, to: ends[1]) }
      close(ends[1])
      signal(SIGPIPE, before)
    }
    guard failure == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    // Ctrl-C was meant for that program.
    _ = takeInterrupt()
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Whether a program of this name can be found.
  static func has(_ program: String) -> Bool {
    (environmentVariable("PATH") ?? "/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(program)", X_OK) == 0
    }
  }
}

/// Shows what does not fit on the screen.
struct Pager {
  let command: String

  /// The user's pager, where both ends are a terminal and the text needs more rows than there are.
  static func fitting(_ text: String) -> Pager? {
    guard Output.isTerminal, Output.inputIsTerminal else { return nil }
    let size = terminalSize()
    // The prompt below it needs a row too.
    guard rows(text, columns: size.columns) > size.rows - 1 else { return nil }
    if let own = environmentVariable("PAGER") {
      return own.allSatisfy(\.isWhitespace) || own == "cat" ? nil : Pager(command: own)
    }
    guard Shell.has("less"), environmentVariable("TERM") != "dumb" else { return nil }
    return Pager(command: "less")
  }

  /// False where the pager could not be run.
  func show(_ text: String) -> Bool {
    // Colours as they are, and wide rows to be scrolled instead of wrapped.
    let variables = environmentVariable("LESS") == nil ? "LESS=-RS LESSCHARSET=utf-8 " : ""
    guard let status = Shell.run(variables + command, input: text) else { return false }
    return status != 127
  }

  private static func rows(_ text: String, columns: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, (cellWidth(withoutColors($1)) + columns - 1) / columns) }
  }
}
