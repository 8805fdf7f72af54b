import HoiColumns

/// The codes of a column that a row selected by a filter can have.
struct PossibleCodes {
  /// All of these must hold the code; none: every code is possible.
  private var accepted: [Bitmap] = []

  /// Reads what the filter says of the column itself, outside any alternative.
  init(of column: Int, under filter: PreparedFilter) {
    collect(filter, column: column)
  }

  func holds(_ code: Int) -> Bool {
    accepted.allSatisfy { code < $0.count && $0[code] }
  }

  private mutating func collect(_ filter: PreparedFilter, column: Int) {
    switch filter {
    case .codes(column, let bitmap): accepted.append(bitmap)
    case .all(let parts): for part in parts { collect(part, column: column) }
    case .everything, .nothing, .codes, .values, .present, .any: break
    }
  }
}
