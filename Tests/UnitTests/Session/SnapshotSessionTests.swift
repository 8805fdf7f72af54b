import Foundation
import Hoi
import Testing

/// Answers with a snapshot beside the model, whatever has become of it.
@Suite struct SnapshotSessionTests {
  private static let model = """
    table tre from "tre.csv" {
      time nam calendar; dimension thon
      count so unit "trẻ" flow; count gai unit "trẻ" flow; amount chi unit "đồng" flow
    }
    """
  private static let rows = """
    nam,thon,so,gai,chi
    2026,A,5,2,10
    2026,B,300,,70000
    2027,A,7,3,20
    2027,B,290,151,5000000000
    """
  private static let questions = [
    "show sum(tre.so) by nam", "show sum(tre.gai), sum(tre.chi) by thon pooled nam",
    "rows tre where thon = \"B\"",
  ]

  private let folder: URL
  private var file: URL { folder.appending(path: "tre.csv") }
  private var snapshot: URL { folder.appending(path: "model.hoisnap") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hoi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.model.utf8).write(to: folder.appending(path: "model.hoi"))
    try Data(Self.rows.utf8).write(to: folder.appending(path: "tre.csv"))
  }

  private func leave() { try? FileManager.default.removeItem(at: folder) }

  private static func cells(_ outcome: Outcome) -> [String] {
    guard case .answer(let answer) = outcome else { return ["\(outcome)"] }
    return (0..<answer.rowCount).map { row in
      answer.columns.indices.map { "\(answer[row, $0])" }.joined(separator: " ")
    }
  }

  private static func number(_ outcome: Outcome) -> Int128? {
    guard case .answer(let answer) = outcome, case .number(let number) = answer[0, 0],
      number.denominator == 1
    else { return nil }
    return number.numerator
  }

  private func opened(_ change: (inout Settings) -> Void = { _ in }) throws -> HoiSession {
    var settings = Settings(threadCount: 1)
    change(&settings)
    return try HoiSession(model: folder.path, settings: settings)
  }

  private func rightAnswers() throws -> [[String]] {
    let session = try opened { $0.usesSnapshot = false }
    return Self.questions.map { Self.cells(session.run($0)) }
  }

  private func isUsed(_ session: HoiSession) -> Bool {
    if case .used(_, 1, 0, _, _) = session.lastSnapshotUse { return true }
    return false
  }

  private func isRefused(_ session: HoiSession) -> Bool {
    if case .refused(let warning) = session.lastSnapshotUse { return warning.code == "H206" }
    return false
  }

  private func damage(_ bytes: inout Data, behind place: Int) throws {
    bytes[bytes.count - place] ^= 0x10
    try bytes.write(to: snapshot)
  }

  /// Whichever byte is another: the right answers, and a refusal once it has been read.
  @Test func everyByte() throws {
    defer { leave() }
    let right = try rightAnswers()
    _ = try HoiSession.writeSnapshot(of: folder.path)
    #expect(isUsed(try opened()))
    let whole = try Data(contentsOf: snapshot)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= [0x01, 0x40, 0xFF][place % 3]
      try bytes.write(to: snapshot)
      let session = try opened()
      let answers = Self.questions.map { Self.cells(session.run($0)) }
      guard answers == right, isRefused(session) else {
        Issue.record("byte \(place): \(answers)")
        break
      }
    }
  }

  /// A question that reads sound columns is answered from the snapshot; the first that reads a damaged
  /// one, and all after it, from the file.
  @Test func damagedColumn() throws {
    defer { leave() }
    let right = try rightAnswers()
    _ = try HoiSession.writeSnapshot(of: folder.path)
    var bytes = try Data(contentsOf: snapshot)
    // The last column, `chi`, stands last.
    try damage(&bytes, behind: 64)
    let session = try opened()
    let copy = session.copy()
    #expect(Self.cells(session.run(Self.questions[0])) == right[0])
    #expect(isUsed(session))
    #expect(session.takeLateRefusals().isEmpty)
    #expect(Self.cells(session.run(Self.questions[1])) == right[1])
    #expect(isRefused(session))
    #expect(session.takeLateRefusals().map(\.code) == ["H206"])
    for place in Self.questions.indices {
      #expect(Self.cells(session.run(Self.questions[place])) == right[place])
    }
    #expect(session.takeLateRefusals().isEmpty)
    #expect(Self.cells(copy.run(Self.questions[1])) == right[1])
    #expect(copy.takeLateRefusals().map(\.code) == ["H206"])
  }

  /// What was named since the model was opened stays named.
  @Test func mendedSession() throws {
    defer { leave() }
    _ = try HoiSession.writeSnapshot(of: folder.path)
    var bytes = try Data(contentsOf: snapshot)
    try damage(&bytes, behind: 64)
    let session = try opened()
    _ = session.run("let tong = sum(tre.chi)")
    #expect(Self.number(session.run("show tong where nam = 2026")) == 70010)
    #expect(Self.number(session.run("show tong where nam = 2027")) == 5_000_000_020)
    #expect(session.takeLateRefusals().count == 1)
  }

  /// Rows that can be read nowhere any more are refused.
  @Test func damagedAndChanged() throws {
    defer { leave() }
    _ = try HoiSession.writeSnapshot(of: folder.path)
    var bytes = try Data(contentsOf: snapshot)
    try damage(&bytes, behind: 64)
    let session = try opened()
    try Data((Self.rows + "\n2027,C,1,1,1\n").utf8).write(to: file)
    for question in Self.questions.reversed() {
      guard case .failure(let diagnostics) = session.run(question) else {
        Issue.record("answered: \(question)")
        continue
      }
      #expect(diagnostics.map(\.code) == ["H385"])
    }
    #expect(Self.number(try opened().run("show sum(tre.so) where nam = 2027")) == 298)
  }

  /// A model that looks at its rows while it is opened does so with sound rows.
  @Test func damageFoundByTheModel() throws {
    defer { leave() }
    let levels = Self.model.replacing(
      "amount chi unit \"đồng\" flow", with: "level chi { 10 \"a\", 20 \"b\", 30 \"c\" }")
    try Data(levels.utf8).write(to: folder.appending(path: "model.hoi"))
    let text = Self.rows.replacing("70000", with: "30").replacing("5000000000", with: "30")
    try Data(text.utf8).write(to: file)
    _ = try HoiSession.writeSnapshot(of: folder.path)
    #expect(isUsed(try opened()))
    var bytes = try Data(contentsOf: snapshot)
    try damage(&bytes, behind: 64)
    let session = try opened()
    #expect(isRefused(session))
    #expect(Self.number(session.run("show sum(tre.so) where nam = 2026")) == 305)
  }

  /// By their time files are the same or not; by what stands in them, where that is asked for.
  @Test func verified() throws {
    defer { leave() }
    _ = try HoiSession.writeSnapshot(of: folder.path)
    let date = try #require(
      try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date)
    try FileManager.default.setAttributes(
      [.modificationDate: date.addingTimeInterval(5)], ofItemAtPath: file.path)
    #expect(!isUsed(try opened()))
    #expect(isUsed(try opened { $0.verifiesSnapshot = true }))
    _ = try HoiSession.writeSnapshot(of: folder.path)
    var status = stat()
    stat(file.path, &status)
    try Data(Self.rows.replacing("300", with: "301").utf8).write(to: file)
    let times = [status.st_mtim, status.st_mtim]
    utimensat(AT_FDCWD, file.path, times, 0)
    #expect(isUsed(try opened()))
    let session = try opened { $0.verifiesSnapshot = true }
    #expect(!isUsed(session))
    #expect(Self.number(session.run("show sum(tre.so) where nam = 2026")) == 306)
  }
}
