import Foundation
import Glibc
import GoldenSupport
import Hoi
import Testing

/// The statistics office's own file, where it is at hand: it is not part of the project.
///
/// Looked for in the folder that `HOI_PUBLISHED_DATA` names, else in `shared/data/gso` beside the
/// checkout.
@Suite struct PublishedDataTests {
  private static let file: String? = {
    var folders: [String] = []
    if let named = getenv("HOI_PUBLISHED_DATA") { folders.append(String(cString: named)) }
    var folder = #filePath.split(separator: "/").map(String.init)
    for _ in 0..<6 where !folder.isEmpty {
      folder.removeLast()
      folders.append("/" + (folder + ["shared/data/gso"]).joined(separator: "/"))
    }
    return folders.map { $0 + "/pupils_by_province.csv" }.first { access($0, R_OK) == 0 }
  }()

  /// The saved script of the sample, where its file is at hand, and what it says where it is not.
  @Test(arguments: publishedScripts)
  func savedScriptAnswers(_ name: String) throws {
    let script = try String(contentsOf: questionsFolder.appending(path: name), encoding: .utf8)
    let runner = try ScriptRunner()
    #expect(try runner.run("open", "samples/bangmac") == "")
    #expect(runner.outcome(script, "").said.contains("H200"))
    guard let file = Self.file else { return }
    let there = script.replacing("\"pupils_by_province.csv\"", with: "\"\(file)\"")
    let (said, fails) = runner.outcome(there, "")
    #expect(!fails, "\(said)")
    let answer = answersFolder.appending(path: name.replacing(".hoi", with: ".txt"))
    let now = goldenLines(of: said)
    if GoldenFiles.isUpdating {
      try (now.joined(separator: "\n") + "\n").write(to: answer, atomically: true, encoding: .utf8)
    } else {
      #expect(now == goldenLines(of: try String(contentsOf: answer, encoding: .utf8)))
    }
  }

  private static let regions = [
    "WHOLE COUNTRY", "Red River Delta", "Northern midlands and mountain areas",
    "Northern Central area and Central coastal area", "Central Highlands", "South East",
    "Mekong River Delta",
  ]

  @Test func pupilsOfAProvinceAreThoseOfTheFile() throws {
    guard let file = Self.file else {
      print("skipped: set HOI_PUBLISHED_DATA to the folder of pupils_by_province.csv")
      return
    }
    let session = HoiSession()
    let names = Self.regions.map { "\"\($0)\"" }.joined(separator: ", ")
    try session.open(
      SourceText(
        """
        table gso "Học sinh phổ thông" from "\(file)" {
          skip 1
          time nam calendar
          dimension tinh from "Cities, provincies"
          dimension cap
          count hs from columns "{nam} {cap}" unit "học sinh"
          missing ".."
          only rows where cap != Total and not tinh in (\(names))
        }
        """))
    let byLevel = "show gso.hs by cap where tinh = \"Lạng Sơn\" and nam = 2016"
    guard case .answer(let answer) = session.run(byLevel) else {
      Issue.record("no answer")
      return
    }
    let cells = (0..<answer.rowCount).map { (answer[$0, 0], answer[$0, 1]) }
    #expect(cells.contains { $0 == (.text("Primary"), .number(Fraction(60_952))) })
    #expect(cells.contains { $0 == (.text("Lower secondary"), .number(Fraction(43_842))) })
    // The country as the file has it: regions and the country itself are not added in.
    guard case .answer(let whole) = session.run("show gso.hs where nam = 2016") else {
      Issue.record("no answer")
      return
    }
    #expect(whole[0, 0] == .number(Fraction(15_514_259)))
  }
}
