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
      let warnings = narrow.open(model: folder.path, toAsk: [SourceText(question)])
      #expect(warnings?.isEmpty == true)
      #expect(narrow.unreadColumnCount == unread, "\(question)")
      #expect(Self.cells(narrow.run(question)) == Self.cells(whole.run(question)))
      // What it was not opened for is read then.
      let other = "show sum(t.chi), sum(t.di_hoc) by lop, truong where nam = 2026"
      #expect(Self.cells(narrow.run(other)) == Self.cells(whole.run(other)))
      #expect(narrow.unreadColumnCount == 0)
    }
  }

  @Test func onlyQuestionsOfNamedThings() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for text in ["rows t limit 3", "describe t", "let x = t.siso", "show _", "show s.tyle by"] {
      #expect(HoiSession().open(model: folder.path, toAsk: [SourceText(text)]) == nil)
    }
  }
}
