import Foundation
import LineEditing
import Testing

@Suite struct HistoryFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private var file: HistoryFile { HistoryFile(path: folder.path + "/một/hai/history") }

  private func withFile(_ body: () throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try body()
  }

  @Test func itStandsWhereTheUsersSettingsSay() {
    func path(_ variables: [String: String]) -> String? {
      HistoryFile.usual { variables[$0] }?.path
    }
    #expect(path(["HOME": "/nhà"]) == "/nhà/.local/state/hoi/history")
    #expect(path(["HOME": "/nhà", "XDG_STATE_HOME": "/s"]) == "/s/hoi/history")
    #expect(path(["HOME": "/nhà", "XDG_STATE_HOME": "s"]) == "/nhà/.local/state/hoi/history")
    #expect(path(["HOME": "nhà"]) == nil)
    #expect(path([:]) == nil)
  }

  @Test func whatIsWrittenComesBack() throws {
    try withFile {
      #expect(file.statements(atMost: 10) == [])
      let statements = ["xem số", "a\\nb", "a\nb\\", "\\\\n\n\nđ"]
      for statement in statements { try file.append(statement) }
      #expect(file.statements(atMost: 10) == statements)
      #expect(file.statements(atMost: 2) == Array(statements.suffix(2)))
    }
  }

  @Test func aWriteThatWasCutOffCostsOneStatement() throws {
    try withFile {
      try file.append("xem một")
      let handle = try FileHandle(forWritingTo: URL(filePath: file.path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("xem h".utf8))
      try handle.close()
      try file.append("xem ba")
      #expect(file.statements(atMost: 10) == ["xem một", "xem h", "xem ba"])
    }
  }

  @Test func whatCouldNotHaveBeenTypedIsLeftOut() throws {
    try withFile {
      try file.append("")
      let bytes = Data([0x78, 0x1B, 0x5B, 0x00, 0x41, 0x0A])
      try bytes.write(to: URL(filePath: file.path))
      #expect(file.statements(atMost: 10) == ["x[A"])
    }
  }

  @Test func aLongFileIsReadFromItsEnd() throws {
    try withFile {
      try file.append("")
      let line = String(repeating: "số ", count: 25_000)
      try Data(((0..<120).map { "\($0) \(line)\n" }.joined()).utf8).write(
        to: URL(filePath: file.path))
      let numbers = file.statements(atMost: 1_000).compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
      #expect(numbers.last == "119")
      #expect(numbers == (120 - numbers.count..<120).map(String.init))
      #expect((50..<120).contains(numbers.count))
    }
  }

  @Test func aPlaceThatIsNoFileSaysWhy() throws {
    try withFile {
      try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
      #expect(throws: HistoryProblem(path: file.path, code: EISDIR)) { try file.append("xem") }
      #expect(file.statements(atMost: 10) == [])
    }
  }
}
