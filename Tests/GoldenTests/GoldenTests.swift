import Foundation
import Testing

/// Every script under `Scripts` says what it says in the file.
@Suite struct GoldenTests {
  @Test(arguments: allScripts)
  func says(_ name: String) throws {
    let place = scriptsFolder.appending(path: name)
    let text = try String(contentsOf: place, encoding: .utf8)
    let script = GoldenScript(text)
    var actual = script
    let runner = try ScriptRunner()
    for (index, part) in script.parts.enumerated() {
      switch part {
      case .prose: continue
      case .file(let name, let lines): try runner.write(name, lines)
      case .step(let stage, let input, let expected):
        let said = goldenLines(of: try runner.run(stage, input.joined(separator: "\n")))
        actual.parts[index] = .step(stage: stage, input: input, expected: said)
        if isUpdatingGolden { continue }
        #expect(
          said == expected,
          """
          \(name): \(stage)> \(input.joined(separator: "\n"))
          now:
          \(said.joined(separator: "\n"))
          """)
      }
    }
    if isUpdatingGolden {
      if actual.text != text { try actual.text.write(to: place, atomically: true, encoding: .utf8) }
    } else {
      #expect(script.text == text, "\(name) is not in the form that UPDATE_GOLDEN=1 writes")
    }
  }

  @Test func thereAreScripts() {
    #expect(!allScripts.isEmpty)
  }
}

/// `UPDATE_GOLDEN=1` rewrites what is expected; the difference is what gets read.
let isUpdatingGolden = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

private let scriptsFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().appending(path: "Scripts")

private let allScripts: [String] = {
  let found = FileManager.default.enumerator(atPath: scriptsFolder.path)
  return (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".hoitest") }.sorted()
}()

/// Lines without blanks at their ends, and without blank lines at the end.
func goldenLines(of text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }
  while lines.last == "" { lines.removeLast() }
  return lines
}
