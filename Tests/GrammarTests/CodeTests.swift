import Foundation
import GoldenSupport
import Testing

/// Every code of a refusal or a warning is shown by a golden script, in both languages.
@Suite struct CodeTests {
  /// Codes that no script shows yet, in both languages. The list only ever gets shorter.
  static let owed: Set<String> = [
    "H041", "H042", "H045", "H046", "H047", "H048", "H050", "H051", "H052", "H053", "H054",
    "H055", "H056", "H058", "H059", "H060", "H061", "H062", "H063", "H065", "H066", "H067",
    "H068", "H069", "H070", "H071", "H072", "H073", "H074", "H075", "H077", "H078", "H079",
    "H080", "H081", "H082", "H085", "H086", "H087", "H088", "H089", "H090", "H091", "H092",
    "H093", "H094", "H095", "H096", "H097", "H098", "H099", "H100", "H101", "H102", "H103",
    "H104", "H105", "H106", "H107", "H108", "H109", "H110", "H111", "H112", "H114", "H115",
    "H116", "H117", "H118", "H119", "H120", "H121", "H122", "H123", "H124", "H125", "H126",
    "H127", "H128", "H130", "H131", "H132", "H133", "H135", "H136", "H137", "H138", "H139",
    "H140", "H141", "H142", "H143", "H144", "H145", "H146", "H147", "H148", "H184", "H189",
    "H194", "H199", "H201", "H202", "H203", "H204", "H205", "H210", "H211", "H212", "H213",
    "H214", "H215", "H216", "H217", "H218", "H219", "H220", "H221", "H222", "H230", "H231",
    "H232", "H233", "H234", "H235", "H236", "H237", "H238", "H239", "H240", "H241", "H242",
    "H243", "H244", "H245", "H246", "H248", "H249", "H252", "H253", "H254", "H300", "H301",
    "H302", "H303", "H304", "H305", "H306", "H307", "H308", "H309", "H310", "H311", "H312",
    "H313", "H314", "H315", "H316", "H317", "H318", "H319", "H320", "H321", "H322", "H323",
    "H324", "H325", "H326", "H327", "H328", "H330", "H331", "H332", "H333", "H334", "H335",
    "H337", "H338", "H339", "H340", "H341", "H342", "H343", "H344", "H345", "H346", "H347",
    "H348", "H349", "H370", "H371", "H372", "H373", "H374", "H375", "H376", "H377",
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
