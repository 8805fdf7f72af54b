/// A few texts of at most eight bytes with their numbers, found by one multiplication and one look.
package struct ShortTexts {
  /// By slot: the bytes of a text, zeros behind them.
  private var words: [UInt64]
  /// By slot: the length of a text above its number plus one; 0 where there is none.
  private var tags: [UInt32]
  private var factor: UInt64
  private var texts: [(word: UInt64, tag: UInt32)] = []

  private static let slotBits: UInt64 = 10
  private static let mostTexts = 64
  private static let lengthShift: UInt32 = 24

  /// - Parameter factor: a number that nobody can guess, so that no file can be made to be slow.
  package init(factor: UInt64) {
    words = Array(repeating: 0, count: 1 << Self.slotBits)
    tags = Array(repeating: 0, count: 1 << Self.slotBits)
    self.factor = factor | 1
  }

  /// Gives a text its number; false where there is no room for it: the texts are to be found otherwise then.
  package mutating func insert(_ text: Span<UInt8>, number: UInt32) -> Bool {
    guard text.count <= 8, number < 1 << Self.lengthShift - 1, texts.count < Self.mostTexts else {
      return false
    }
    var word: UInt64 = 0
    for place in text.indices { word |= UInt64(text[place]) << UInt64(8 * place) }
    texts.append((word, UInt32(text.count) << Self.lengthShift | (number + 1)))
    if place(texts[texts.count - 1]) { return true }
    // Two at one place: another factor parts them, which few are needed to find.
    for _ in 0..<64 {
      factor = (factor &* 0xD129_0C2C_DA0F_4A55) | 1
      words = Array(repeating: 0, count: words.count)
      tags = Array(repeating: 0, count: tags.count)
      if texts.allSatisfy({ place($0) }) { return true }
    }
    return false
  }

  private mutating func place(_ text: (word: UInt64, tag: UInt32)) -> Bool {
    let slot = slotOfWord(text.word, factor)
    if tags[slot] != 0 { return false }
    (words[slot], tags[slot]) = text
    return true
  }

  @inline(__always)
  fileprivate func slotOfWord(_ word: UInt64, _ factor: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* factor) &>> (64 &- Self.slotBits))
  }

  /// Finds the numbers of cells, up to the first that has none.
  ///
  /// - Parameter numbers: row n of the block goes to `first + n`.
  /// - Returns: the first row whose text has no number, the end of `rows` where all have one.
  /// - Precondition: every cell lies within `bytes`.
  package func find(
    _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
    into numbers: inout MutableSpan<UInt32>
  ) -> Int {
    precondition(places.holds(rows, ends))
    precondition(first >= 0 && numbers.count >= first + rows.upperBound)
    let (raw, limit, factor) = (bytes.bytes, bytes.count &- 8, factor)
    let (words, tags) = (words.span, tags.span)
    precondition(words.count == 1 << Int(Self.slotBits) && tags.count == words.count)
    for row in rows {
      let (start, end) = places.uncheckedCell(row, ends)
      let length = end &- start
      if UInt(bitPattern: length) > 8 || start > limit { return row }
      // Shifted twice, since a word cannot be shifted by all of its bits.
      let half = UInt64(truncatingIfNeeded: 32 &- length &* 4)
      let mask = (~0 &>> half) &>> half
      let word =
        unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
        & (mask as UInt64)
      // Below the count of slots, being as many bits.
      let slot = slotOfWord(word, factor)
      let tag = unsafe tags[unchecked: slot]
      if unsafe words[unchecked: slot] != word
        || tag &>> Self.lengthShift != UInt32(truncatingIfNeeded: length) || tag == 0
      {
        return row
      }
      unsafe numbers[unchecked: first &+ row] = (tag & (1 &<< Self.lengthShift &- 1)) &- 1
    }
    return rows.upperBound
  }
}
