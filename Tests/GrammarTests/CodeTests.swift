import Foundation
import GoldenSupport
import Testing

/// Every code of a refusal or a warning is shown by a golden script, in both languages.
@Suite struct CodeTests {
  /// Codes that no script shows yet, in both languages. The list only ever gets shorter.
  static let owed: Set<String> = [
    "H058", "H066", "H078", "H079", "H085", "H088", "H096", "H097", "H098", "H107", "H119",
    "H121", "H135", "H140", "H189", "H194", "H199", "H202", "H203", "H205", "H211", "H215",
    "H220", "H221", "H222", "H232", "H236", "H240", "H245", "H246", "H254", "H300", "H302",
    "H303", "H307", "H309", "H310", "H311", "H312", "H313", "H314", "H315", "H316", "H317",
    "H330", "H334", "H341", "H342", "H344", "H345", "H346", "H347", "H348", "H349", "H370",
    "H371", "H372", "H373", "H374", "H375", "H376", "H377", "H378",
  ]

  /// The codes in the sources, each with its file.
  static let codes: [(code: String, file: String)] = {
    let folder = GoldenFiles.root.appending(path: "Sources")
    let found = FileManager.default.enumerator(atPath: folder.path)
    let files = (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
    return files.sorted().flatMap { file -> [(code: String, file: String)] in
      let text = (try? GoldenFiles.read("Sources/\(file)")) ?? ""
      return text.matches(of: #/"(H\d{3})"/#).map { (String($0.1), "Sources/\(file)") }
    }
  }()

  @Test func everyCodeIsShown() throws {
    let refusals = try Refusals(GoldenFiles.scripts)
    for (code, file) in Self.codes where !Self.owed.contains(code) {
      for (language, mark) in [("vi", ">"), ("en", "en>")]
      where refusals.best(code, language) == nil {
        Issue.record(
          """
          \(code) (\(file)) is shown nowhere in \(language): let a script under \
          Tests/GoldenTests/Scripts get it with a step `\(mark) …`, or with `$> hoi --lang \(language) …`
          """)
      }
    }
  }

  @Test func everyCodeHasOneFile() {
    var files: [String: String] = [:]
    for (code, file) in Self.codes {
      if let other = files[code], other != file {
        Issue.record("\(code) is used in \(other) and in \(file)")
      }
      files[code] = file
    }
  }

  @Test func nothingIsOwedThatIsGone() {
    #expect(Self.owed.subtracting(Self.codes.map(\.code)) == [])
  }
}
