/// A small file of names, such as a list of members: every cell as text, in NFC, blanks trimmed.
public struct TextTable: Sendable {
  /// The file as the model names it.
  public let file: String
  public let header: [String]
  /// Column by column; all of one length.
  public let columns: [[String]]
  /// The line each row begins on, from 1.
  public let lines: [Int]

  public init(file: String, header: [String], columns: [[String]], lines: [Int]) {
    precondition(header.count == columns.count)
    precondition(columns.allSatisfy { $0.count == lines.count })
    self.file = file
    self.header = header
    self.columns = columns
    self.lines = lines
  }

  public var rowCount: Int { lines.count }
}
