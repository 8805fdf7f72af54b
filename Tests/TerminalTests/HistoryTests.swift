import Foundation
import Testing

@Suite(.serialized) struct HistoryTests {
  private static let up = "\u{1B}[A"
  private static let down = "\u{1B}[B"
  private let home: Home

  init() throws { home = try Home() }

  private func session(
    _ environment: [String: String] = [:], _ body: (Terminal) throws -> Void
  ) throws {
    let terminal = try Terminal(home: home, environment: environment)
    try terminal.waitForPrompt()
    try body(terminal)
    #expect(try terminal.leave() == 0)
  }

  private func enter(_ lines: [String], at terminal: Terminal) throws {
    for line in lines {
      try terminal.enter(line, reads: line)
      try terminal.waitForPrompt()
    }
  }

  @Test func upRecallsWhatBeginsLikeTheLine() throws {
    try session { terminal in
      try enter(["xem một", "kiểm hai", "xem ba", "kiểm bốn"], at: terminal)
      try terminal.enter(Self.up, reads: "kiểm bốn")
      try terminal.waitForPrompt()
      try terminal.enter("xem" + Self.up + Self.up, reads: "xem một")
      try terminal.waitForPrompt()
      try terminal.enter("xem" + Self.up + Self.up + Self.down, reads: "xem một")
      try terminal.waitForPrompt()
      try terminal.enter("kiểm h\u{10}!", reads: "kiểm hai!")
      try terminal.waitForPrompt()
      try terminal.enter("mới" + Self.up + Self.up + Self.down, reads: "mới")
      try terminal.waitForPrompt()
      try terminal.enter("\u{12}ba", reads: "xem ba")
      try terminal.waitForPrompt()
    }
  }

  @Test func theNextSessionKnowsTheLast() throws {
    let long = "xem " + String(repeating: "số_hộ, ", count: 400) + "a"
    try session { terminal in
      try terminal.paste("xem a\\b\n  theo thôn")
      try terminal.enter("", reads: "xem a\\b\\n  theo thôn")
      try terminal.waitForPrompt()
      try terminal.paste(long)
      try terminal.enter("", reads: long)
      try terminal.waitForPrompt()
      try enter(["xem b", "xem b", " xem kín"], at: terminal)
    }
    let text = try String(contentsOfFile: home.history, encoding: .utf8)
    #expect(text == "xem a\\\\b\\n  theo thôn\n\(long)\nxem b\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: home.history)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try session { terminal in
      try terminal.enter(Self.up, reads: "xem b")
      try terminal.waitForPrompt()
      try terminal.enter(Self.up + Self.up, reads: long)
      try terminal.waitForPrompt()
      try terminal.enter("xem a" + Self.up, reads: "xem a\\b\\n  theo thôn")
      try terminal.waitForPrompt()
    }
  }

  @Test func upWorksForThoseWhoTypeAsInVi() throws {
    let file = home.path + "/editrc"
    try "bind -v\n".write(toFile: file, atomically: true, encoding: .utf8)
    try session(["EDITRC": file]) { terminal in
      try enter(["xem một", "xem hai"], at: terminal)
      try terminal.enter(Self.up + Self.up + "!", reads: "xem một!")
      try terminal.waitForPrompt()
    }
  }

  @Test func twoSessionsShareTheFile() throws {
    let first = try Terminal(home: home)
    let second = try Terminal(home: home)
    try first.waitForPrompt()
    try second.waitForPrompt()
    try enter(["một"], at: first)
    try enter(["hai"], at: second)
    try enter(["ba"], at: first)
    #expect(try String(contentsOfFile: home.history, encoding: .utf8) == "một\nhai\nba\n")
  }

  @Test func aHistoryThatCannotBeWrittenNeverStandsInTheWay() throws {
    try "".write(toFile: home.path + "/.local", atomically: true, encoding: .utf8)
    try session { terminal in
      try terminal.enter("xem", reads: "xem")
      try terminal.wait(for: "history problem \(ENOTDIR)")
      try terminal.waitForPrompt()
      try terminal.enter(Self.up, reads: "xem")
      try terminal.waitForPrompt()
    }
  }
}
