/// Every limit of the program, in one place; each has an error of its own where it is reached.
public struct Limits: Sendable {
  /// A question, script or model file, in bytes.
  public var sourceBytes = 8 << 20
  /// Brackets within brackets, and operators within operators.
  public var nesting = 200
  /// Terms, items and entries of one statement.
  public var nodes = 100_000
  /// Members of one dimension.
  public var members = 4_000_000
  /// Rows of one answer before `limit`.
  public var answerRows = 4_000_000
  /// A data file, in bytes.
  public var fileBytes = 8 << 30
  /// Groups that one question may make of a table's rows, before anything is left out.
  public var groups = 16_000_000
  /// Bytes that the groups of one question may take.
  public var groupBytes = 4 << 30
  /// Bytes that rows and groups may take together; asked for before they are.
  public var memoryBytes = Int.max
  /// Columns of one data file.
  public var fileColumns = 4_096
  /// A cell of a data file, in bytes.
  public var cellBytes = 1 << 20
  /// Years either side of now that a time column may hold.
  public var years: ClosedRange<Int32> = 1000...9999

  /// Years that a projection may look past the last one with data.
  public var projectedYears: Int32 = 50

  public init() {}
}
