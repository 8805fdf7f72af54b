/// The shape of heads that hold a year and members beside a measure: `{nam} {cap}`.
public struct ColumnPattern: Sendable, Hashable {
  public enum Piece: Sendable, Hashable {
    case text(String)
    /// A column of the blueprint whose value the head holds here.
    case column(Int)
  }

  public var pieces: [Piece]
  /// As the model writes it.
  public var spelling: String

  public init(pieces: [Piece], spelling: String) {
    self.pieces = pieces
    self.spelling = spelling
  }

  /// The columns that it takes out of a head, in order.
  public var columns: [Int] {
    pieces.compactMap { piece in
      if case .column(let column) = piece { column } else { nil }
    }
  }
}

/// Which rows of a file belong to its table. Columns are those of the blueprint and, behind them,
/// its condition columns.
public indirect enum RowCondition: Sendable {
  /// The cell is one of these texts: exactly, or else without case and accents.
  case text(column: Int, [String])
  /// The cell contains the text, case and accents ignored.
  case contains(column: Int, String)
  case years(column: Int, [ClosedRange<Int32>])
  case missing(column: Int)
  case not(RowCondition)
  case all([RowCondition])
  case any([RowCondition])
}
