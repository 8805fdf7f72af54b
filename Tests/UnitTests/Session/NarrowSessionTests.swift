import Foundation
import Hoi
import Testing

/// A model that is opened for some questions alone answers as the whole one does.
@Suite struct NarrowSessionTests {
  private static let model = """
    table t from "t.csv" {
      time nam calendar; dimension thon, truong, lop; count siso unit "hs" flow
      count di_hoc unit "hs" flow; amount chi unit "đồng chi" flow
    }
    subject s { ratio tyle "Tỷ lệ" = t.di_hoc / t.siso }
    """

  /// A folder with the model and a file of more than 4 MB.
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hoi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var text = "nam,thon,truong,lop,siso,di_hoc,chi\n"
    for row in 0..<140_000 {
      let attended = row % 11 == 0 ? "" : "\(row % 23)"
      text += "\(2024 + row % 4),Thôn \(row % 50),Trường \(row % 7),\(row % 5),"
      text += "\(row % 31),\(attended),\(row % 1000).5\n"
    }
    try Data(text.utf8).write(to: folder.appending(path: "t.csv"))
    try Data(model.utf8).write(to: folder.appending(path: "model.hoi"))
    return folder
  }

  private static func cells(_ outcome: Outcome) -> [String] {
    guard case .answer(let answer) = outcome else { return ["\(outcome)"] }
    return (0..<answer.rowCount).map { row in
      answer.columns.indices.map { "\(answer[row, $0])" }.joined(separator: " ")
    }
  }

  @Test func answersAreTheSame() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = HoiSession()
    try whole.open(model: folder.path)
    for (question, unread) in [
      ("show sum(t.siso) by nam", 4), ("show s.tyle by thon where nam = 2025", 3),
      ("show sum(t.chi) where truong = \"Trường 3\" pooled nam", 2),
      ("show sum(t.Đi_Học), distinct(t.lop) by nam", 3),
    ] {
      let narrow = HoiSession()
      let warnings = try narrow.open(model: folder.path, toAsk: [SourceText(question)])
      #expect(warnings?.isEmpty == true)
      #expect(narrow.unreadColumnCount == unread, "\(question)")
      #expect(Self.cells(narrow.run(question)) == Self.cells(whole.run(question)))
      // What it was not opened for is read then.
      let other = "show sum(t.chi), sum(t.di_hoc) by lop, truong where nam = 2026"
      #expect(Self.cells(narrow.run(other)) == Self.cells(whole.run(other)))
      #expect(narrow.unreadColumnCount == 0)
    }
  }

  /// Columns are read once when several threads ask for them, and none of them sees a model in between.
  @Test func manyAskForMore() async throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = HoiSession()
    try whole.open(model: folder.path)
    let narrow = HoiSession()
    _ = try narrow.open(model: folder.path, toAsk: [SourceText("show sum(t.siso) by nam")])
    let questions = [
      "show sum(t.siso) by nam", "show sum(t.chi) by lop, nam", "show s.tyle by nam",
    ]
    let right = questions.map { Self.cells(whole.run($0)) }
    let answers = await withTaskGroup(of: (Int, [String]).self) { group in
      for number in 0..<24 {
        group.addTask { (number % 3, Self.cells(narrow.run(questions[number % 3]))) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for (question, cells) in answers { #expect(cells == right[question]) }
  }

  private static func warnings(_ warnings: [Diagnostic]?) -> [String]? {
    warnings?.map { "\($0.code) \($0.message.english) \($0.notes.map(\.english))" }
  }

  /// A large file of data leaves unread the measures that are named nowhere, and says the same.
  @Test func dataIsTheSame() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "t.csv").path
    let whole = HoiSession()
    let said = Self.warnings(try whole.load(path))
    for (question, unread) in [
      ("show sum(t.siso) by nam", 2), ("show sum(t.chi) by thon where nam = 2025", 2),
      ("show sum(t.Đi_Học), sum(t.siso) by nam", 1), ("show distinct(t.lop) by nam", 3),
    ] {
      let narrow = HoiSession()
      #expect(
        try Self.warnings(narrow.open(model: path, toAsk: [SourceText(question)])) == said)
      #expect(narrow.unreadColumnCount == unread, "\(question)")
      #expect(Self.cells(narrow.run(question)) == Self.cells(whole.run(question)))
      let other = "show sum(t.chi), sum(t.di_hoc) by lop, truong where nam = 2026"
      #expect(Self.cells(narrow.run(other)) == Self.cells(whole.run(other)))
      #expect(narrow.unreadColumnCount == 0)
    }
  }

  /// What is remarked of a measure or refused is so whatever is asked.
  @Test(arguments: ["-3", "1.234", "1234567890123456789", "7,5"])
  func dataWithSomethingOdd(cell: String) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "t.csv")
    var text = try String(contentsOf: file, encoding: .utf8)
    let odd = cell.contains(",") ? "\"\(cell)\"" : cell
    text += "2024,Thôn 1,Trường 1,1,3,4,\(odd)\n2024,Thôn 1,Trường 2,1,3,\(odd),5.5\n"
    try Data(text.utf8).write(to: file)
    let question = "show sum(t.siso) by nam"
    func said(
      _ open: () throws(HoiFailure) -> [Diagnostic]?
    ) -> (warnings: [String]?, refusal: [String]?) {
      do throws(HoiFailure) {
        return (Self.warnings(try open()), nil)
      } catch {
        return (nil, Self.warnings(error.diagnostics))
      }
    }
    let (narrow, whole) = (HoiSession(), HoiSession())
    let inWhole = said { () throws(HoiFailure) in try whole.load(file.path) }
    let inNarrow = said { () throws(HoiFailure) in
      try narrow.open(model: file.path, toAsk: [SourceText(question)])
    }
    #expect(inNarrow == inWhole)
    #expect(Self.cells(narrow.run(question)) == Self.cells(whole.run(question)))
  }

  /// One sign parts decimals in a whole file, also where a column with the other one is not asked for.
  @Test func dataWithTwoDecimalSigns() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "t.csv")
    var text = "nam;thon;chi;thu\n"
    let long = String(repeating: " dài", count: 30)
    for row in 0..<28_000 {
      text += "\(2024 + row % 4);Thôn \(row)\(long);\(row % 1000).5;\(row % 700),5\n"
    }
    try Data(text.utf8).write(to: file)
    func codes(_ open: () throws(HoiFailure) -> [Diagnostic]?) -> [String] {
      do throws(HoiFailure) {
        return (try open() ?? []).map(\.code)
      } catch {
        return error.diagnostics.map(\.code)
      }
    }
    let whole = codes { () throws(HoiFailure) in try HoiSession().load(file.path) }
    let narrow = codes { () throws(HoiFailure) in
      try HoiSession().open(model: file.path, toAsk: [SourceText("show sum(t.thu) by nam")])
    }
    #expect(whole == ["H235"])
    #expect(narrow == whole)
  }

  /// What is wrong is said after one reading, in the words of a model that knows everything.
  @Test func refusalsAreTheSame() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "t.csv").path
    let whole = HoiSession()
    try whole.load(path)
    for question in [
      "show sum(t.sis) by nam", "show sum(t.ch) by thon", "show sum(t.siso) by truongg",
      "show sum(t.siso) where truong = \"Trường 8\"", "show sum(t.siso) where nam = 1999",
      "show t.siso / t.thon by nam", "show sum(t.siso) by nam where di_ho > 3",
    ] {
      let narrow = HoiSession()
      _ = try narrow.open(model: path, toAsk: [SourceText(question)])
      let outcome = narrow.run(question)
      #expect(Self.cells(outcome) == Self.cells(whole.run(question)))
      #expect(narrow.isFinal(outcome), "\(question)")
      #expect(narrow.unreadColumnCount > 0, "\(question)")
    }
    // A column of members that was not read may hold what is asked for, but no other name.
    let model = HoiSession()
    try model.open(model: folder.path)
    for (question, isFinal) in [
      ("show sum(t.sis) by nam", true), ("show s.tyl by nam", true),
      ("show sum(t.siso) by truongg", true), ("show sum(t.siso) where lo = 1", true),
      ("show sum(t.siso) where lop = 9", false),
    ] {
      let narrow = HoiSession()
      _ = try narrow.open(model: folder.path, toAsk: [SourceText(question)])
      let outcome = narrow.run(question)
      #expect(narrow.isFinal(outcome) == isFinal, "\(question)")
      #expect(narrow.unreadColumnCount > 0, "\(question)")
      if isFinal { #expect(Self.cells(outcome) == Self.cells(model.run(question))) }
    }
  }

  /// When the time or the memory is over there is no second reading to wait for.
  @Test(arguments: [false, true])
  func limitsAreToldAtOnce(ofModel: Bool) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = ofModel ? folder.path : folder.appending(path: "t.csv").path
    var small = Settings()
    small.limits.memoryBytes = 100_000
    for (settings, code) in [(Settings(timeoutMilliseconds: 0), "H382"), (small, "H350")] {
      let narrow = HoiSession(settings: settings)
      do throws(HoiFailure) {
        _ = try narrow.open(model: path, toAsk: [SourceText("show sum(t.siso) by nam")])
        Issue.record("opened")
      } catch {
        #expect(error.diagnostics.map(\.code) == [code])
      }
    }
  }

  @Test func onlyQuestionsOfNamedThings() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for text in ["rows t limit 3", "describe t", "let x = t.siso", "show _", "show s.tyle by"] {
      #expect(try HoiSession().open(model: folder.path, toAsk: [SourceText(text)]) == nil)
    }
  }
}
