import Foundation
import Testing

/// The committed data of the samples is what `SampleMaker` writes, and keeps what the questions and
/// the manual count on.
struct SampleDataTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let data = root.appending(path: "samples/bangmac/du_lieu")

  /// `SampleMaker` stands beside the bundle of the tests.
  private static var maker: URL {
    get throws {
      let places = [
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        root.appending(path: ".build/debug"),
      ]
      let candidates = places.map { $0.appending(path: "SampleMaker") }
      return try #require(
        candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
        "SampleMaker has not been built")
    }
  }

  @Test func committedFilesAreWhatTheMakerWrites() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "hoi-sample-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = try Self.maker
    process.arguments = [folder.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let committed = try FileManager.default.contentsOfDirectory(atPath: Self.data.path).sorted()
    #expect(written == committed)
    for name in written {
      let fresh = try Data(contentsOf: folder.appending(path: name))
      let kept = try Data(contentsOf: Self.data.appending(path: name))
      #expect(fresh == kept, "\(name) differs from what SampleMaker writes")
    }
  }

  @Test(arguments: [
    ("2025", "nhatre", 193, 417), ("2025", "maugiao", 541, 550),
    ("2026", "nhatre", 198, 419), ("2027", "nhatre", 206, 423), ("2027", "maugiao", 549, 554),
  ])
  func enrolmentAddsUpToThePlan(year: String, group: String, going: Int, living: Int) throws {
    let rows = try Self.rows("mamnon_cutru.csv")
      .filter { $0["nam"] == year && $0["nhom"] == group && $0["ra_lop"] != "" }
    #expect(rows.compactMap { Int($0["ra_lop"]!) }.reduce(0, +) == going)
    #expect(rows.compactMap { Int($0["dan_so"]!) }.reduce(0, +) == living)
  }

  /// Forty-six promises with a number and three without, each with its clause and its words.
  @Test func quotedWordsAndClausesStandInTheModel() throws {
    let folder = Self.root.appending(path: "samples/bangmac/mo_hinh")
    var counts = (targets: 0, quotes: 0, clauses: 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let lines = text.split(separator: "\n")
      counts.targets += lines.count { $0.hasPrefix("target ") }
      counts.quotes += lines.count { $0.hasPrefix("  quote \"") }
      counts.clauses += lines.count { $0.contains(" per \"Điều 1, mục I") }
    }
    #expect(counts == (49, 49, 49))
  }

  /// Counts of people are kept out of what is published where they are small; counts of things are not.
  @Test func countsOfThingsAreOpenAndThoseOfPeopleAreNot() throws {
    let folder = Self.root.appending(path: "samples/bangmac/mo_hinh")
    var counts = (people: 0, things: 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("  count ") {
        let isOfPeople = ["trẻ", "học sinh", "người"].contains { line.contains("unit \"\($0)\"") }
        #expect(line.hasSuffix(" open") != isOfPeople, "\(name): \(line)")
        if isOfPeople { counts.people += 1 } else { counts.things += 1 }
      }
    }
    #expect(counts.people > 0 && counts.things > 0)
  }

  private static func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: data.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
