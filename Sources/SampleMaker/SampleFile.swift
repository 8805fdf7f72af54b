/// A data file: its name and its bytes as text, with a head line and `\n` behind every line.
struct SampleFile {
  let name: String
  private(set) var text: String

  init(name: String, columns: [String]) {
    self.name = name
    text = columns.joined(separator: ",") + "\n"
  }

  /// Adds a row; no cell here holds a comma or a quote.
  mutating func append(_ cells: [String]) {
    precondition(cells.allSatisfy { !$0.contains(",") && !$0.contains("\"") })
    text += cells.joined(separator: ",") + "\n"
  }
}

/// How a number stands in a file; one that was not reported is an empty cell.
func cell(_ number: Int?) -> String {
  number.map { String($0) } ?? ""
}
