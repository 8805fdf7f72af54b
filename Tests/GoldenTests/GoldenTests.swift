import GoldenSupport
import Testing

/// Every script under `Scripts` and in the corpus of the grammar says what it says in the file.
@Suite struct GoldenTests {
  @Test(arguments: GoldenFiles.scripts)
  func says(_ name: String) throws {
    let text = try GoldenFiles.read(name)
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
        if GoldenFiles.isUpdating { continue }
        #expect(
          said == expected,
          """
          \(name): \(stage)> \(input.joined(separator: "\n"))
          now:
          \(said.joined(separator: "\n"))
          """)
      }
    }
    if GoldenFiles.isUpdating {
      if actual.text != text { try GoldenFiles.write(actual.text, to: name) }
    } else {
      #expect(script.text == text, "\(name) is not in the form that UPDATE_GOLDEN=1 writes")
    }
  }

  @Test func thereAreScripts() {
    #expect(!GoldenFiles.scripts.isEmpty)
  }
}

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
