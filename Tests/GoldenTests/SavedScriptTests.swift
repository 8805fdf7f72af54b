import Foundation
import GoldenSupport
import Testing

/// The saved scripts of the sample, each with the answer it must give: `Answers/NAME.txt`.
@Suite struct SavedScriptTests {
  @Test(arguments: savedScripts)
  func answers(_ name: String) throws {
    let script = questionsFolder.appending(path: name)
    let answer = answersFolder.appending(path: name.replacing(".hoi", with: ".txt"))
    let runner = try ScriptRunner()
    #expect(try runner.run("open", "samples/bangmac") == "")
    let text = try String(contentsOf: script, encoding: .utf8)
      .replacing("\"../", with: "\"\(questionsFolder.deletingLastPathComponent().path)/")
    let (said, fails) = runner.outcome(text, "")
    // Two of the council's questions have no true answer.
    let isRefused = name.hasPrefix("14_") || name.hasPrefix("15_")
    #expect(fails == isRefused, "\(name): \(said)")
    let now = goldenLines(of: said)
    if GoldenFiles.isUpdating {
      try (now.joined(separator: "\n") + "\n").write(to: answer, atomically: true, encoding: .utf8)
    } else {
      let expected = goldenLines(of: try String(contentsOf: answer, encoding: .utf8))
      #expect(now == expected, "\(name) now:\n\(now.joined(separator: "\n"))")
    }
  }

  /// The supervision report of a year is one document, the same bytes each time it is written.
  @Test func theSupervisionReportIsTheSameEachTime() throws {
    let runner = try ScriptRunner()
    let written = try ["first.md", "second.md"].map { name in
      let said = try runner.run(
        "$", "hoi run samples/bangmac/giam_sat.hoi --set nam=2027 --lang vi --into \(name)")
      #expect(!said.contains("[exit"), "\(said)")
      return try runner.run("$", "cat \(name)")
    }
    #expect(written[0] == written[1])
    let kept = answersFolder.appending(path: "giam_sat.md")
    if GoldenFiles.isUpdating {
      try (written[0] + "\n").write(to: kept, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: kept, encoding: .utf8) == written[0] + "\n")
    }
  }

  /// Figures of the sample are invented, and every page made of them says so, once.
  @Test(arguments: savedScripts)
  func saysThatFiguresAreInvented(_ name: String) throws {
    let answer = answersFolder.appending(path: name.replacing(".hoi", with: ".txt"))
    let text = try String(contentsOf: answer, encoding: .utf8)
    let script = try String(
      contentsOf: questionsFolder.appending(path: name), encoding: .utf8)
    let statements = script.split(separator: "\n").count { line in
      ["show ", "check ", "pace ", "project ", "describe "].contains { line.hasPrefix($0) }
    }
    let isRefused = name.hasPrefix("14_") || name.hasPrefix("15_")
    // What is asked in another file is counted there.
    if script.contains("\nuse ") { return }
    #expect(
      text.split(separator: "Số liệu giả định").count - 1 == (isRefused ? 0 : statements),
      "\(name)")
  }

  /// No answer without its question.
  @Test func everyAnswerHasItsScript() throws {
    let answers = try FileManager.default.contentsOfDirectory(atPath: answersFolder.path)
    #expect(
      Set(answers.map { $0.replacing(".txt", with: ".hoi") })
        == Set(savedScripts + publishedScripts + ["giam_sat.md"]))
  }

  /// The council asks twenty-seven questions, and each has a script named by its number.
  @Test func everyQuestionHasItsScript() throws {
    let numbers = (savedScripts + publishedScripts).compactMap { Int($0.prefix(2)) }
    #expect(numbers.count == Set(numbers).count)
    #expect(Set(1...27).isSubset(of: numbers))
  }
}

let questionsFolder = GoldenFiles.root.appending(path: "samples/bangmac/cau_hoi")
let answersFolder = GoldenFiles.root.appending(path: "Tests/GoldenTests/Answers")

private let allScripts: [String] = {
  let found = try? FileManager.default.contentsOfDirectory(atPath: questionsFolder.path)
  return (found ?? []).filter { $0.hasSuffix(".hoi") }.sorted()
}()

/// Those that ask about the statistics office's file, which is no part of the project.
let publishedScripts = allScripts.filter { $0.hasPrefix("27_") }
private let savedScripts = allScripts.filter { !publishedScripts.contains($0) }
