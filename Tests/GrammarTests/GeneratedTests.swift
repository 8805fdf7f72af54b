import Foundation
import GoldenSupport
import HoiSyntax
import Testing

/// What is generated is what stands in the files. `UPDATE_GOLDEN=1` writes it.
@Suite struct GeneratedTests {
  private func expect(_ path: String, is text: String) throws {
    if GoldenFiles.isUpdating { return try GoldenFiles.write(text, to: path) }
    let written = (try? GoldenFiles.read(path)) ?? ""
    #expect(
      written == text,
      "\(path) is not what is generated: UPDATE_GOLDEN=1 swift test --filter GrammarTests")
  }

  @Test func keywords() throws {
    let rows = Keyword.allRows.map { row in
      [
        row.keyword.rawValue, row.roles.map(\.rawValue).joined(separator: ","), row.vietnamese,
        row.meaning.english, row.meaning.vietnamese,
      ].joined(separator: "\t") + "\n"
    }
    try expect("Grammar/keywords.tsv", is: "keyword\trole\tvi\tmeaning\tý nghĩa\n" + rows.joined())
  }

  @Test func textMate() throws {
    try expect("Grammar/hoi.tmLanguage.json", is: TextMate.text)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(TextMate.text.utf8))
    }
  }

  /// The index changes with every script that shows a new refusal, so only `make test` insists on it.
  @Test(.enabled(if: GoldenFiles.isStrict || GoldenFiles.isUpdating))
  func refusals() throws {
    try expect("Grammar/refusals.md", is: try Refusals(GoldenFiles.scripts).index)
  }
}
