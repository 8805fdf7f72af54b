import Foundation
import Testing

/// The program as it is given away. `make test` builds it first and says where it is.
@Suite(.enabled(if: ReleasedBinary.path != nil))
struct BinaryTests {
  @Test func itNeedsNoLibrary() throws {
    // An empty root holds no library that it could find.
    let folder = FileManager.default.temporaryDirectory.appending(path: "hoi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // All that Swift's runtime asks of a system at its start is the name of the program; without the
    // rest of /proc it sees no arguments, so the question comes by standard input.
    let process = folder.appending(path: "proc/self")
    try FileManager.default.createDirectory(at: process, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: process.appending(path: "exe").path, withDestinationPath: "/hoi")
    let binary = try #require(ReleasedBinary.path)
    try FileManager.default.copyItem(atPath: binary, toPath: folder.appending(path: "hoi").path)
    let command =
      geteuid() == 0
      ? ["/usr/sbin/chroot", folder.path]
      : ["/usr/bin/unshare", "--map-root-user", "--root", folder.path]
    let (status, said) = try run(command + ["/hoi"], asking: "explain list\n")
    #expect(status == 0)
    #expect(said.contains("\t"))
  }

  @Test func itIsStatic() throws {
    let bytes = try Data(contentsOf: URL(filePath: try #require(ReleasedBinary.path)))
    // A program header of type 3 names the loader of shared libraries.
    let (start, size, count) = (bytes.word(at: 32, 8), bytes.word(at: 54, 2), bytes.word(at: 56, 2))
    for header in 0..<count {
      #expect(bytes.word(at: start + header * size, 4) != 3, "it asks for a loader")
    }
  }

  @Test(arguments: ["ask", "run", "fmt", "lint", "snapshot"])
  func thePageNamesEveryOption(command: String) throws {
    let page = try String(contentsOf: House.root.appending(path: "docs/hoi.1"), encoding: .utf8)
      .replacing("\\-", with: "-")
    let (status, help) = try run(
      [try #require(ReleasedBinary.path), "help", command], asking: "")
    #expect(status == 0)
    for match in help.matches(of: /--[a-z][a-z-]+/) {
      // Each as a whole word, not as the beginning of another.
      #expect(
        page.split(whereSeparator: { !$0.isLetter && $0 != "-" }).contains(match.output),
        "the page does not name \(match.output) of `hoi \(command)`")
    }
  }

  private func run(
    _ command: [String], asking question: String
  ) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(question.utf8))
    try input.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}

enum ReleasedBinary {
  static let path = ProcessInfo.processInfo.environment["HOI_RELEASE"].map { path in
    path.hasPrefix("/") ? path : House.root.appending(path: path).path
  }
}

extension Data {
  /// A little-endian number.
  fileprivate func word(at offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
