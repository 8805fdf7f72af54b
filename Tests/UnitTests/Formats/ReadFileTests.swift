import Foundation
import HoiDiagnostics
import HoiFormats
import Testing

@Suite struct ReadFileTests {
  private let source = SourceText("table tre from \"tre.csv\" { }", name: "model.hoi")
  private let range = SourceRange(15, 24)

  private func code(_ path: String, limits: Limits = Limits()) -> String? {
    do throws(Diagnostic) {
      _ = try readFile(path, named: "tre.csv", askedBy: (source, range), limits: limits)
      return nil
    } catch {
      #expect(error.source === source)
      #expect(error.range == range)
      #expect(error.message.vietnamese.contains("`tre.csv`"))
      #expect(!error.message.english.contains("/"))
      return error.code
    }
  }

  @Test func readsWholeFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "tre.csv").path
    for count in [0, 1, 65_535, 65_536, 300_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      try Data(bytes).write(to: URL(filePath: path))
      let read = try readFile(path, named: "tre.csv", askedBy: (source, range))
      #expect(read == bytes)
    }
    var limits = Limits()
    limits.fileBytes = 299_999
    #expect(code(path, limits: limits) == "H203")
    #expect(code(folder.path) == "H201")
    #expect(code(path + ".thieu") == "H200")
    #expect(code(path + "/tre.csv") == "H200")
    // Whoever may read everything, as in a container, is refused nothing.
    if getuid() != 0 {
      chmod(path, 0)
      #expect(code(path) == "H202")
    }
  }

  @Test func refusesWhatIsNoFile() {
    #expect(code("/dev/zero") == "H204")
    #expect(code("") == "H200")
    #expect(code("tre.csv\0.txt") == "H200")
  }

  @Test func readsFilesOfUnknownLength() throws {
    // The system makes this file as it is read and gives it no length.
    let bytes = try readFile("/proc/self/status", named: "tre.csv", askedBy: (source, range))
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Name:"))
  }
}
