/// One bit per row, 64 to a word; bits past `count` are zero.
public struct Bitmap: Sendable, Hashable {
  public let count: Int
  public private(set) var words: [UInt64]

  public init(count: Int, repeating bit: Bool = false) {
    self.count = count
    words = Array(repeating: bit ? ~0 : 0, count: (count + 63) >> 6)
    if bit { clearTail() }
  }

  /// - Precondition: `words` has one word per 64 rows, the bits past `count` zero.
  public init(count: Int, words: [UInt64]) {
    precondition(words.count == (count + 63) >> 6)
    self.count = count
    self.words = words
    clearTail()
  }

  public subscript(row: Int) -> Bool {
    get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit = UInt64(1) << UInt64(row & 63)
      if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
    }
  }

  /// How many bits are set.
  public var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  private mutating func clearTail() {
    let used = count & 63
    if used != 0 { words[words.count - 1] &= (1 << UInt64(used)) - 1 }
  }
}
