/// What to read from a data file, as the model says it.
public struct TableBlueprint: Sendable {
  public struct Column: Sendable {
    public var schema: ColumnSchema
    /// The head of the column in the file; matched exactly first, then folded.
    public var sourceName: String
    /// Its values stand under all heads of a shape, one row for each.
    public var pattern: ColumnPattern?

    public init(schema: ColumnSchema, sourceName: String, pattern: ColumnPattern? = nil) {
      self.schema = schema
      self.sourceName = sourceName
      self.pattern = pattern
    }
  }

  /// The name of the table, for messages.
  public var table: String
  public var columns: [Column]
  /// Nil: found from the header line among `,` `;` tab and `|`.
  public var delimiter: UInt8?
  /// The sign before decimals, `.` or `,`. Nil: found from the amounts, one sign for the file.
  public var decimal: UInt8?
  /// Lines to pass over before the header.
  public var skippedLines: Int
  /// Cells that mean *missing* besides the empty one.
  public var missingMarks: [String]
  /// The model says that an empty cell of a measure is a zero.
  public var blankIsZero: Bool
  /// Columns that only conditions on rows look at; they are read as text and not kept.
  public var conditionColumns: [Column]
  /// Rows that do not meet all of these are passed over.
  public var conditions: [RowCondition]
  /// When its rows hold; nil for rows that belong to one year each.
  public var validity: RowValidity?
  /// Refuse two rows with one key, as a table with a stock must.
  public var requiresUniqueKeys: Bool

  public init(table: String, columns: [Column]) {
    self.table = table
    self.columns = columns
    self.delimiter = nil
    self.decimal = nil
    self.skippedLines = 0
    self.missingMarks = []
    self.blankIsZero = false
    self.conditionColumns = []
    self.conditions = []
    self.validity = nil
    self.requiresUniqueKeys = false
  }

  /// Columns that are read as text and not kept: those of conditions, then the two of days.
  public var textColumns: [Column] {
    let days = validity.map { [$0.from, $0.to] } ?? []
    return conditionColumns
      + days.map { Column(schema: ColumnSchema(name: $0, role: .dimension), sourceName: $0) }
  }
}
