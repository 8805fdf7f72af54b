import Foundation
import TerminalSupport

/// A command at a terminal that cannot be edited on, and what a person types there line by line.
///
/// The terminal echoes, so that what is read back is what would stand on the screen.
struct TypedPrompt {
  struct Silent: Error {}

  private static let patienceMilliseconds: Int32 = 20_000
  private let terminal: terminal
  private var screen: [UInt8] = []
  /// How much stood there when the last line was typed.
  private var answered = 0

  /// The screen from the first prompt on; each line is typed when a prompt has come.
  static func transcript(
    of command: String, in environment: [String: String], typing lines: [String]
  ) throws -> String {
    var prompt = try TypedPrompt(command, environment)
    defer { close(prompt.terminal.descriptor) }
    for line in lines {
      try prompt.waitForPrompt()
      try prompt.type(line + "\n")
    }
    try prompt.waitForPrompt()
    try prompt.type("\u{4}")
    while prompt.readMore() {}
    _ = terminal_exit_code(prompt.terminal.process, patienceMilliseconds)
    let text = String(decoding: prompt.screen, as: UTF8.self).replacing("\r\n", with: "\n")
    let start = text.firstRange(of: "hoi> ")?.lowerBound ?? text.startIndex
    return String(text[start...].replacing(#/hoi> \n*$/#, with: ""))
  }

  private init(_ command: String, _ environment: [String: String]) throws {
    let words = ["sh", "-c", command].joined(separator: "\n")
    let variables = environment.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    terminal = terminal_start("/bin/sh", words, variables, 24, 80)
    guard terminal.descriptor >= 0 else { throw Silent() }
  }

  private mutating func waitForPrompt() throws {
    while !screen[answered...].suffix(5).elementsEqual("hoi> ".utf8) {
      guard readMore() else { throw Silent() }
    }
  }

  private mutating func type(_ text: String) throws {
    answered = screen.count
    let bytes = Array(text.utf8)
    guard write(terminal.descriptor, bytes, bytes.count) == bytes.count else { throw Silent() }
  }

  /// Whether anything more came before the other end was closed.
  private mutating func readMore() -> Bool {
    var chunk = [CChar](repeating: 0, count: 4096)
    let count = terminal_read(
      terminal.descriptor, &chunk, Int32(chunk.count), Self.patienceMilliseconds)
    guard count > 0 else { return false }
    screen += chunk[..<Int(count)].map { UInt8(bitPattern: $0) }
    return true
  }
}
