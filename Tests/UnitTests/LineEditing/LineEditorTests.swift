import Foundation
import LineEditing
import Testing

@Suite struct LineEditorTests {
  /// Everything a file with these bytes is read as.
  private func reads(_ bytes: [UInt8], maximumLineBytes: Int = 1 << 20) throws -> [LineRead] {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let handle = try FileHandle(forReadingFrom: path)
    let editor = PipeEditor(
      descriptor: handle.fileDescriptor, showsPrompt: false, maximumLineBytes: maximumLineBytes)
    var result: [LineRead] = []
    while result.last != .endOfInput { result.append(editor.readLine(prompt: "hoi> ")) }
    try handle.close()
    return result
  }

  @Test func linesAreWholeWhateverTheirEnd() throws {
    #expect(try reads([]) == [.endOfInput])
    #expect(try reads(Array("\n".utf8)) == [.line(""), .endOfInput])
    #expect(
      try reads(Array("số\r\n\0a\r\r\n\nb\r".utf8))
        == [.line("số"), .line("\0a\r"), .line(""), .line("b"), .endOfInput])
    #expect(try reads([0xFF, 0x0A]) == [.line("\u{FFFD}"), .endOfInput])
  }

  @Test func linesMayCrossTheBuffer() throws {
    let lines = [65_535, 65_536, 65_537, 200_000, 0, 3].map { String(repeating: "a", count: $0) }
    #expect(
      try reads(Array(lines.joined(separator: "\n").utf8)) == lines.map { .line($0) } + [
        .endOfInput
      ])
  }

  @Test func aLineTooLongIsCutWhereTheLimitSeesIt() throws {
    for length in [99, 100, 101, 102, 70_000, 300_000] {
      let text = String(repeating: "a", count: length) + "\nb"
      let expected = String(repeating: "a", count: min(length, 101))
      #expect(
        try reads(Array(text.utf8), maximumLineBytes: 100)
          == [.line(expected), .line("b"), .endOfInput])
    }
  }

  @Test func libeditIsForTwoKnownTerminalsOnly() {
    func kind(_ input: Bool, _ output: Bool, _ terminal: String?) -> EditorKind {
      .fitting(inputIsTerminal: input, outputIsTerminal: output, terminal: terminal) {
        $0 == "xterm"
      }
    }
    #expect(kind(true, true, "xterm") == .libedit)
    #expect(kind(false, true, "xterm") == .pipe)
    #expect(kind(true, false, "xterm") == .pipe)
    for unknown in [nil, "", "dumb", "nonesuch"] {
      #expect(kind(true, true, unknown) == .plainTerminal)
    }
  }

  @Test func aScriptEnds() {
    let editor = ScriptedEditor(lines: ["xem", "kiểm"])
    #expect(editor.readLine(prompt: "hoi> ") == .line("xem"))
    editor.addToHistory("xem")
    #expect(editor.readLine(prompt: "...> ") == .line("kiểm"))
    #expect(editor.readLine(prompt: "hoi> ") == .endOfInput)
    #expect(editor.prompts == ["hoi> ", "...> ", "hoi> "])
    #expect(editor.history == ["xem"])
  }
}
