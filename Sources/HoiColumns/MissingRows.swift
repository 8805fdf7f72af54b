import Synchronization

/// The rows of a column without a value, one by one: where they are few, going through them is cheaper
/// than looking for them in the bitmap of the others, which every question would do anew.
final class MissingRows: Sendable {
  private enum State {
    case unasked
    case askedOnce
    case listed([UInt32])
  }

  private let state = Mutex(State.unasked)

  /// The rows whose bit is not set, listed the first time or the second time that anybody asks.
  func rows(of validity: () -> Bitmap, atOnce: Bool) -> [UInt32]? {
    state.withLock { state in
      switch state {
      case .unasked where !atOnce:
        state = .askedOnce
        return nil
      case .unasked, .askedOnce:
        let rows = unsetBits(of: validity())
        state = .listed(rows)
        return rows
      case .listed(let rows): return rows
      }
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
  /// The rows without a value, ascending, where they are few and listed; nil where they are many.
  ///
  /// - Parameter atOnce: whether a list is worth its making for one question alone; else it is made for
  ///   the second, which a program that answers one never sees.
  package func fewMissingRows(atOnce: Bool) -> [UInt32]? {
    missing?.rows(of: { validity! }, atOnce: atOnce)
  }
}
