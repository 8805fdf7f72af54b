import HoiAnswer
import HoiDiagnostics

/// An answer as a page for people, ending in a line break; it begins with a blank line.
package func render(_ answer: Answer, _ options: RenderOptions) -> String {
  var page = Page(options)
  page.title(answer)
  switch answer.kind {
  case .table, .list: page.table(answer)
  case .check: page.check(answer)
  case .sheet: page.sheet(answer)
  }
  return page.text
}

/// Lines of a page, gathered from the top.
struct Page {
  let options: RenderOptions
  private(set) var lines: [String] = [""]
  /// How wide the widest part so far is.
  var widest = 0
  /// Columns for which there was no room.
  var omittedColumns: [String] = []

  init(_ options: RenderOptions) {
    self.options = options
  }

  var language: Language { options.language }

  var text: String {
    let end = lines.lastIndex { !$0.isEmpty } ?? 0
    return lines[...end].map { $0 + "\n" }.joined()
  }

  mutating func add(_ lines: [String]) { self.lines += lines }

  mutating func blankLine() {
    if lines.last != "" { lines.append("") }
  }
}
