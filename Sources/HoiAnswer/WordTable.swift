/// An answer's table in words, as people read it; formats for people write it in their own way.
public struct WordTable: Sendable {
  /// How a cell is meant, beside what it says.
  public enum Tone: String, Sendable {
    case plain, good, fair, bad, faint
  }

  public struct Column: Sendable {
    /// May have several lines.
    public var head: String
    /// Numbers stand right.
    public var isRight: Bool
    /// Names of what the row is about.
    public var isName: Bool
    public var cells: [String]
    public var tones: [Tone]

    public init(head: String, isRight: Bool, isName: Bool, cells: [String], tones: [Tone]) {
      self.head = head
      self.isRight = isRight
      self.isName = isName
      self.cells = cells
      self.tones = tones
    }
  }

  public var columns: [Column]
  public var rowCount: Int
  /// How many of the last rows are totals.
  public var totalCount: Int
  /// Words above a row, by its place.
  public var sections: [Int: String]

  public init(
    columns: [Column] = [], rowCount: Int = 0, totalCount: Int = 0, sections: [Int: String] = [:]
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.totalCount = totalCount
    self.sections = sections
  }
}
