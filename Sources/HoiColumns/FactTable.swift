/// The rows of one table: segments of encoded columns, immutable once built.
public struct FactTable: Sendable {
  /// Rows that a segment is meant to have: small enough that a segment's columns stay in the cache.
  public static let segmentRows = 1 << 16
  /// Rows that a segment can have at most: so few that 32-bit lanes cannot overflow.
  public static let mostSegmentRows = 1 << 17

  public let columns: [ColumnSchema]
  /// One per column, `none` for measures.
  public let keys: [KeyDictionary]
  public let segments: [Segment]
  public let rowCount: Int
  public let origin: RowOrigin
  /// The row that each segment begins with.
  public let firstRows: [Int]
  /// Columns whose cells were not read, because no question names them: all of them are missing, and
  /// nothing may be made of that.
  public let unread: Set<Int>

  public init(
    columns: [ColumnSchema], keys: [KeyDictionary], segments: [Segment], origin: RowOrigin,
    unread: Set<Int> = []
  ) {
    self.unread = unread
    precondition(columns.count == keys.count)
    self.columns = columns
    self.keys = keys
    self.segments = segments
    var firstRows: [Int] = []
    var rowCount = 0
    for segment in segments {
      precondition(segment.rowCount <= Self.mostSegmentRows)
      firstRows.append(rowCount)
      rowCount += segment.rowCount
    }
    self.firstRows = firstRows
    self.rowCount = rowCount
    self.origin = origin
  }

  /// The stored value of a cell: a code for keys, a scaled integer for measures, nil where missing.
  public func value(row: Int, column: Int) -> Int64? {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if firstRows[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return segments[low].columns[column][row - firstRows[low]]
  }
}

/// A run of rows. Every column has the same number of rows.
public struct Segment: Sendable {
  public let rowCount: Int
  public let columns: [EncodedColumn]

  public init(rowCount: Int, columns: [EncodedColumn]) {
    precondition(columns.allSatisfy { $0.rowCount == rowCount })
    self.rowCount = rowCount
    self.columns = columns
  }
}

/// Where the rows came from, so that a number can be traced to lines of a file.
public struct RowOrigin: Sendable {
  /// The file as the model names it; empty for rows given by a program.
  public let file: String
  /// Rows whose line is not the line of the row before plus one, ascending; the first is row 0.
  public let breaks: [(row: Int, line: Int)]

  public init(file: String, breaks: [(row: Int, line: Int)]) {
    self.file = file
    self.breaks = breaks
  }

  /// The line a row begins on, or nil where the rows came from no file.
  public func line(ofRow row: Int) -> Int? {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle].row <= row { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let known = breaks[low - 1]
    return known.line + (row - known.row)
  }
}
