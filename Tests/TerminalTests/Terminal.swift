import Foundation
import TerminalSupport
import Testing

/// A program at a terminal of its own, with a home of its own.
final class Terminal {
  /// What is run.
  enum Program {
    /// What reads lines as `hoi` does and says what it read.
    case probe
    /// `hoi` itself, with its arguments.
    case hoi([String])

    fileprivate var command: (path: String, arguments: [String]) {
      switch self {
      case .probe: (built("PromptProbe"), [])
      case .hoi(let arguments): (built("hoi"), arguments)
      }
    }
  }

  struct Unexpected: Error, CustomStringConvertible {
    let description: String
  }

  private static let patience: Int32 = 20_000
  private let terminal: terminal
  private var seen: [UInt8] = []
  private var passed = 0
  private var isOver = false

  init(
    _ program: Program = .probe, home: Home, environment: [String: String] = [:], rows: Int32 = 24,
    columns: Int32 = 80
  ) throws {
    var variables = [
      "TERM": "xterm", "LANG": "C.UTF-8", "HOME": home.path, "EDITRC": "",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let lines = variables.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    let command = program.command
    let words = ([command.path] + command.arguments).joined(separator: "\n")
    terminal = terminal_start(command.path, words, lines, rows, columns)
    try #require(terminal.descriptor >= 0)
  }

  deinit {
    if !isOver { _ = terminal_exit_code(terminal.process, 0) }
    close(terminal.descriptor)
  }

  func type(_ text: String) throws {
    let bytes = Array(text.utf8)
    try #require(write(terminal.descriptor, bytes, bytes.count) == bytes.count)
  }

  func paste(_ text: String) throws { try type("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Waits until a prompt that can be edited is ready for keys.
  func waitForPrompt() throws { try wait(for: "\u{1B}[?2004h") }

  /// Waits for exactly these bytes behind what was waited for before; answers what came between.
  @discardableResult
  func wait(for text: String) throws -> String {
    let wanted = Array(text.utf8)
    while true {
      if let found = range(of: wanted) {
        defer { passed = found.upperBound }
        return String(decoding: seen[passed..<found.lowerBound], as: UTF8.self)
      }
      var chunk = [CChar](repeating: 0, count: 4096)
      let count = terminal_read(terminal.descriptor, &chunk, Int32(chunk.count), Self.patience)
      guard count > 0 else {
        let rest = String(decoding: seen[passed...], as: UTF8.self)
        throw Unexpected(
          description: "waited for \(text.debugDescription), got \(rest.debugDescription)")
      }
      seen.append(contentsOf: chunk[..<Int(count)].map { UInt8(bitPattern: $0) })
    }
  }

  /// Types a line and waits until it was read as `expected`.
  func enter(_ text: String, reads expected: String) throws {
    try type(text + "\r")
    try wait(for: "read <\(expected)>\r\n")
  }

  func resize(columns: Int32) { terminal_resize(terminal.descriptor, 24, columns) }

  func stopAndGoOn() { terminal_stop_and_go_on(terminal.process) }

  /// Leaves with Ctrl-D and answers the exit code.
  ///
  /// - Parameter last: what is said at the end.
  func leave(saying last: String = "end\r\n") throws -> Int32 {
    try type("\u{4}")
    try wait(for: last)
    return end()
  }

  /// Waits until the program has ended and answers its exit code.
  func end() -> Int32 {
    isOver = true
    return terminal_exit_code(terminal.process, Self.patience)
  }

  private func range(of wanted: [UInt8]) -> Range<Int>? {
    guard seen.count - passed >= wanted.count else { return nil }
    for start in passed...(seen.count - wanted.count)
    where seen[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start..<(start + wanted.count)
    }
    return nil
  }
}

/// A folder that stands for the user's home while a test runs.
final class Home {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var history: String { path + "/.local/state/hoi/history" }
}

/// The programs were built beside the tests.
func built(_ name: String) -> String {
  URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: name).path
}
