import Foundation
import GoldenSupport
import Testing

/// Every code of a refusal or a warning is shown by a golden script, in both languages.
@Suite struct CodeTests {
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
    for (code, file) in Self.codes {
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

  /// What a file or a person wrote comes back harmless, and nothing tells where the program stands.
  @Test func nothingRawIsShown() throws {
    let refusals = try Refusals(GoldenFiles.scripts)
    for example in refusals.examples.values.flatMap(\.values).joined() {
      let isHarmless = example.page.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.properties.generalCategory != .control
      }
      #expect(isHarmless, "\(example.script) shows a control character: \(example.page)")
      for place in [GoldenFiles.root.path, FileManager.default.temporaryDirectory.path] {
        #expect(!example.page.contains(place + "/"), "\(example.script): \(example.page)")
      }
    }
  }
}
