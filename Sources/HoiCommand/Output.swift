import Glibc
import LineEditing

/// Standard input, output and error, by their descriptors.
enum Output {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && terminalIsCapable
  }
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  /// Cells in a row of the terminal, where it says.
  static var terminalWidth: Int? {
    isTerminal ? terminalSize().columns : nil
  }

  static func write(_ text: String) { print(text, terminator: "") }

  static func flush() { fflush(nil) }

  static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      // Nobody can be told that complaints cannot be written.
      if count <= 0 { return }
      written += count
    }
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
