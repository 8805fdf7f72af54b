import Synchronization

/// The rows of a column without a value, one by one: where they are few, going through them is cheaper
/// than looking for them in the bitmap of the others, which every question would do anew.
final class MissingRows: Sendable {
  private let rows = Mutex<[UInt32]?>(nil)

  /// The rows whose bit is not set, listed the first time that anybody asks.
  func rows(of validity: () -> Bitmap) -> [UInt32] {
    rows.withLock { rows in
      if let rows { return rows }
      let listed = unsetBits(of: validity())
      rows = listed
      return listed
    }
  }
}

private func unsetBits(of bits: Bitmap) -> [UInt32] {
  var rows: [UInt32] = []
  for (index, word) in bits.words.enumerated() {
    let used = min(64, bits.count - index * 64)
    var left = ~word & ~0 >> UInt64(64 - used)
    while left != 0 {
      rows.append(UInt32(index * 64 + left.trailingZeroBitCount))
      left &= left - 1
    }
  }
  return rows
}

extension EncodedColumn {
  /// The rows without a value, ascending, where they are few; nil where they are many.
  package var fewMissingRows: [UInt32]? {
    missing?.rows { validity! }
  }
}
