import Glibc

/// Why the history file could not be written.
package struct HistoryProblem: Error, Hashable, Sendable {
  package let path: String
  /// The number of the system's error, `errno`.
  package let code: Int32

  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }
}

/// A file of statements, one a line, to which every session appends.
///
/// A newline inside a statement is written `\n` and a backslash `\\`. The file is made with its
/// folders at the first statement, for its owner alone. It is only ever appended to, with one system
/// call a statement, so that several sessions can share it.
package struct HistoryFile: Sendable {
  package let path: String
  private static let tailBytes = 8 << 20

  package init(path: String) { self.path = path }

  /// The place the user's own settings give: `$XDG_STATE_HOME/hoi/history`, or the same below
  /// `~/.local/state`. Nil when there is no home.
  package static func usual(environment: (String) -> String?) -> HistoryFile? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: state + "/hoi/history")
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return HistoryFile(path: home + "/.local/state/hoi/history")
  }

  /// The newest statements, the newest last; none when the file cannot be read.
  package func statements(atMost count: Int) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    let skipped = max(0, Int(status.st_size) - Self.tailBytes)
    guard lseek(descriptor, skipped, SEEK_SET) >= 0 else { return [] }
    var lines = readAll(descriptor).split(separator: 0x0A, omittingEmptySubsequences: true)
    if skipped > 0 { lines.removeFirst(min(1, lines.count)) }
    return lines.suffix(count).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Writes one statement at the end.
  ///
  /// After a write that was cut off, the next statement begins on a line of its own.
  package func append(_ statement: String) throws(HistoryProblem) {
    makeFolders()
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw HistoryProblem(path: path, code: errno) }
    defer { close(descriptor) }
    var last: UInt8 = 0x0A
    if lseek(descriptor, -1, SEEK_END) >= 0 { _ = read(descriptor, &last, 1) }
    let line = Array(((last == 0x0A ? "" : "\n") + Self.escaped(statement) + "\n").utf8)
    let written = write(descriptor, line, line.count)
    if written != line.count {
      throw HistoryProblem(path: path, code: written < 0 ? errno : ENOSPC)
    }
  }

  static func escaped(_ statement: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in statement.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The statement a line stands for, without what could not have been typed.
  static func unescaped(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var escapes = false
    for scalar in line.unicodeScalars {
      if escapes || scalar != "\\" { result.append(escapes && scalar == "n" ? "\n" : scalar) }
      escapes = !escapes && scalar == "\\"
    }
    return enterable(String(result))
  }

  private func makeFolders() {
    for (index, byte) in zip(path.indices, path) where byte == "/" && index > path.startIndex {
      mkdir(String(path[..<index]), 0o700)
    }
  }
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return bytes }
    bytes.append(contentsOf: chunk[..<count])
  }
}
