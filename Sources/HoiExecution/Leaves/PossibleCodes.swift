import HoiColumns

/// The codes of a key column that a row selected by a filter can have.
struct PossibleCodes {
  /// Nil: all of them.
  private var accepted: Bitmap?
  private let codeCount: Int

  /// Reads what the filter says of the column itself, outside any alternative.
  ///
  /// - Parameter codeCount: how many codes there are, with the one past the dictionary.
  init(of column: Int, under filter: PreparedFilter, codeCount: Int) {
    self.codeCount = codeCount
    collect(filter, column: column)
  }

  var isEvery: Bool { accepted == nil }

  /// Calls back with every possible code, ascending.
  func visit(_ body: (Int) -> Void) {
    guard let accepted else {
      for code in 0..<codeCount { body(code) }
      return
    }
    for (index, word) in accepted.words.enumerated() {
      var left = word
      while left != 0 {
        body(index * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }

  private mutating func collect(_ filter: PreparedFilter, column: Int) {
    switch filter {
    case .codes(column, let bitmap): keep { bitmap[$0] }
    case .values(column, let range): keep { range.contains(Int64($0)) }
    case .all(let parts): for part in parts { collect(part, column: column) }
    case .everything, .nothing, .codes, .values, .present, .any: break
    }
  }

  private mutating func keep(_ isAccepted: (Int) -> Bool) {
    var kept = Bitmap(count: codeCount)
    visit { if isAccepted($0) { kept[$0] = true } }
    accepted = kept
  }
}
