import Foundation
import Testing

/// Which editor is chosen where.
@Suite(.serialized) struct TerminalTests {
  private let home: Home

  init() throws { home = try Home() }

  @Test func aTerminalThatIsKnownIsEdited() throws {
    let terminal = try Terminal(home: home)
    try terminal.wait(for: "editor: LibeditEditor\r\n")
  }

  @Test(arguments: ["dumb", "nonesuch", ""])
  func anyOtherHasAPromptAndPlainLines(kind: String) throws {
    let terminal = try Terminal(home: home, environment: ["TERM": kind])
    #expect(try terminal.wait(for: "editor: PipeEditor\r\n") == "")
    try terminal.wait(for: "hoi> ")
    try terminal.type("xem số,\n")
    #expect(try !terminal.wait(for: "read <xem số,>\r\n").contains("\u{1B}"))
    try terminal.wait(for: "...> ")
    try terminal.type("sai\u{3}")
    try terminal.wait(for: "interrupted\r\nhoi> ")
    #expect(try terminal.leave() == 0)
  }

  @Test func aPipeIsReadWithoutPromptOrEditor() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: built("PromptProbe"))
    process.environment = ["TERM": "xterm", "HOME": home.path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("xem một\r\n\u{0}\nxem hai".utf8))
    try input.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd().map {
      String(decoding: $0, as: UTF8.self)
    }
    process.waitUntilExit()
    #expect(text == "editor: PipeEditor\nread <xem một>\nread <\u{0}>\nread <xem hai>\nend\n")
    #expect(process.terminationStatus == 0)
    #expect(!FileManager.default.fileExists(atPath: home.history))
  }
}
