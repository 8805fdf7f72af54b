/// A few texts of at most sixteen bytes with their numbers, found by one multiplication and one look.
package struct ShortTexts {
  /// By slot: the first eight bytes of a text and the next eight, zeros behind them.
  private var words: [UInt64]
  private var nextWords: [UInt64]
  /// By slot: the length of a text above its number plus one; 0 where there is none.
  private var tags: [UInt32]
  private var factor: UInt64
  private var texts: [Text] = []
  /// Whether a text has more than eight bytes.
  private var hasLong = false

  private struct Text {
    var word: UInt64 = 0
    var next: UInt64 = 0
    let tag: UInt32
  }

  private static let slotBits: UInt64 = 10
  private static let mostTexts = 64
  private static let lengthShift: UInt32 = 24

  /// - Parameter factor: a number that nobody can guess, so that no file can be made to be slow.
  package init(factor: UInt64) {
    words = Array(repeating: 0, count: 1 << Self.slotBits)
    nextWords = words
    tags = Array(repeating: 0, count: 1 << Self.slotBits)
    self.factor = factor | 1
  }

  /// Gives a text its number; false where there is no room for it: the texts are to be found otherwise then.
  package mutating func insert(_ text: Span<UInt8>, number: UInt32) -> Bool {
    guard text.count <= 16, number < 1 << Self.lengthShift - 1, texts.count < Self.mostTexts else {
      return false
    }
    var entry = Text(tag: UInt32(text.count) << Self.lengthShift | (number + 1))
    for place in text.indices {
      let byte = UInt64(text[place]) << UInt64(8 * (place & 7))
      if place < 8 { entry.word |= byte } else { entry.next |= byte }
    }
    if text.count > 8 { hasLong = true }
    texts.append(entry)
    if place(entry) { return true }
    // Two at one place: another factor parts them, which few are needed to find.
    for _ in 0..<64 {
      factor = (factor &* 0xD129_0C2C_DA0F_4A55) | 1
      tags = Array(repeating: 0, count: tags.count)
      if texts.allSatisfy({ place($0) }) { return true }
    }
    return false
  }

  private mutating func place(_ text: Text) -> Bool {
    let slot = Self.slot(text.word, text.next, factor)
    if tags[slot] != 0 { return false }
    (words[slot], nextWords[slot], tags[slot]) = (text.word, text.next, text.tag)
    return true
  }

  @inline(__always)
  private static func slot(_ word: UInt64, _ next: UInt64, _ factor: UInt64) -> Int {
    let mixed = word &+ next &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed &* factor) &>> (64 &- slotBits))
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
    hasLong
      ? find(bytes, ends, places, rows, first, hasLong: true, &numbers)
      : find(bytes, ends, places, rows, first, hasLong: false, &numbers)
  }

  @inline(__always)
  private func find(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, _ rows: Range<Int>,
    _ first: Int, hasLong: Bool, _ numbers: inout MutableSpan<UInt32>
  ) -> Int {
    precondition(places.holds(rows, ends))
    precondition(first >= 0 && numbers.count >= first + rows.upperBound)
    let (raw, limit, factor) = (bytes.bytes, bytes.count &- 16, factor)
    let (words, nextWords, tags) = (words.span, nextWords.span, tags.span)
    precondition(words.count == 1 << Int(Self.slotBits))
    precondition(nextWords.count == words.count && tags.count == words.count)
    let longest: UInt = hasLong ? 16 : 8
    for row in rows {
      let (start, end) = places.uncheckedCell(row, ends)
      let length = end &- start
      if UInt(bitPattern: length) > longest || start > limit { return row }
      let word =
        unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
        & firstBytes(hasLong ? min(length, 8) : length)
      var next: UInt64 = 0
      if hasLong {
        next =
          unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 8, as: UInt64.self)
          & firstBytes(max(length, 8) &- 8)
      }
      // Below the count of slots, being as many bits.
      let slot = Self.slot(word, next, factor)
      let tag = unsafe tags[unchecked: slot]
      var isOther = unsafe words[unchecked: slot] != word
      if hasLong { isOther = unsafe isOther || nextWords[unchecked: slot] != next }
      if isOther || tag == 0 || tag &>> Self.lengthShift != UInt32(truncatingIfNeeded: length) {
        return row
      }
      unsafe numbers[unchecked: first &+ row] = (tag & (1 &<< Self.lengthShift &- 1)) &- 1
    }
    return rows.upperBound
  }
}

/// Ones for the first bytes of a word, of which there are 0 to 8.
@inline(__always)
private func firstBytes(_ count: Int) -> UInt64 {
  // Shifted twice, since a word cannot be shifted by all of its bits.
  let half = UInt64(truncatingIfNeeded: 32 &- count &* 4)
  return ((~0 as UInt64) &>> half) &>> half
}
