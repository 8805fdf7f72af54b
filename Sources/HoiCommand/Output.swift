import Glibc
import Hoi
import LineEditing
import Synchronization

/// Standard input, output and error, by their descriptors.
///
/// Answers are gathered and written in large pieces. A reader that has gone away ends the program in
/// silence; an answer that cannot be written for another reason is a failure that is said.
enum Output {
  private struct Waiting {
    var bytes: [UInt8] = []
    /// What the program would end with now.
    var status: Int32 = 0
    /// The error that writing met first.
    var failure: Int32?
  }

  private static let waiting = Mutex(Waiting())
  private static let most = 1 << 16

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && terminalIsCapable
  }
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  /// Cells in a row of the terminal, where it says.
  static var terminalWidth: Int? {
    isTerminal ? terminalSize().columns : nil
  }

  /// Holds a place for each standard stream that is closed, so that no file is opened in its place
  /// and written into; and lets a pipe without a reader be an error instead of a death.
  static func begin() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      // Opened the wrong way round, so that using it fails as a closed one does.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  static func write(_ text: String) {
    let isFull = waiting.withLock { state in
      state.bytes.append(contentsOf: text.utf8)
      return state.bytes.count >= most
    }
    if isFull { flush() }
  }

  static func flush() {
    let (bytes, status) = waiting.withLock { state in
      defer { state.bytes.removeAll(keepingCapacity: true) }
      return (state.bytes, state.status)
    }
    if let code = write(bytes, to: STDOUT_FILENO) {
      // Whoever read the answers has had enough of them.
      if code == EPIPE { exit(status) }
      waiting.withLock { if $0.failure == nil { $0.failure = code } }
    }
    fflush(nil)
  }

  /// Remembers that something failed, for the case that the program has to end early.
  static func note(status: ExitStatus) {
    waiting.withLock { if $0.status == 0 { $0.status = status.rawValue } }
  }

  /// Why an answer could not be written, in the words of the system.
  static var failure: String? {
    waiting.withLock { $0.failure }.map { String(cString: strerror($0)) }
  }

  static func complain(_ text: String) {
    // Nobody can be told that complaints cannot be written.
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// - Returns: the number of the error, where there was one.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return nil
  }

  /// All of standard input.
  static func readInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
