/// Finds for each row the number that its text may have, plus one; 0 where it has none.
///
/// A text that may be the row's own is touched but not compared, so that the memory of one row is not
/// waited for before that of the next is asked for: `checkCells` compares.
///
/// - Parameters:
///   - hashes: of the cells, by row.
///   - slots: a power of two of them, more than there are texts. The number of a text plus one and, in
///     the bits above it, those of the high half of its hash; at the place that the low half says
///     or behind it; 0 where free, as some are.
///   - texts: as for `checkCells`.
///   - numbers: row n of the block goes to `first + n`.
/// - Returns: nothing of use, so that no text is touched in vain.
package func findCells(
  _ hashes: Span<UInt64>, rowCount: Int, slots: Span<UInt32>, steps: Int, texts: Span<UInt8>,
  first: Int, into numbers: inout MutableSpan<UInt32>
) -> UInt8 {
  precondition(slots.count.nonzeroBitCount == 1 && hashes.count >= rowCount)
  precondition(first >= 0 && numbers.count >= first + rowCount)
  let width = steps &* 16
  precondition(texts.count >= width)
  let last = slots.count &- 1
  let numberBits = UInt32(truncatingIfNeeded: last)
  let lastText = texts.count &- width
  for row in 0..<rowCount {
    let hash = unsafe hashes[unchecked: row]
    let high = UInt32(truncatingIfNeeded: hash &>> 32)
    // Masked to the count of slots. Two are looked at without a jump: hardly any text stands farther
    // from its place.
    let slot = Int(truncatingIfNeeded: hash) & last
    let one = unsafe slots[unchecked: slot]
    let other = unsafe slots[unchecked: (slot &+ 1) & last]
    var found = (one ^ high) & ~numberBits == 0 ? one : other
    if (found ^ high) & ~numberBits != 0 {
      found = one == 0 || other == 0 ? 0 : findOn(hash, slots)
    }
    let number = found & numberBits
    unsafe numbers[unchecked: first &+ row] = number
  }
  // A loop of its own, since the fewer instructions a row has, the more rows are waited for at once.
  var touched: UInt8 = 0
  for row in 0..<rowCount {
    // Both ends, which may be in two lines of the cache. Numbers are those of texts that are there.
    let text = unsafe min(Int(numbers[unchecked: first &+ row]) &* width, lastText)
    touched ^= unsafe texts[unchecked: text] ^ texts[unchecked: text &+ width &- 1]
  }
  return touched
}

/// Looks for a hash in all slots from its place on.
@inline(never)
private func findOn(_ hash: UInt64, _ slots: Span<UInt32>) -> UInt32 {
  let last = slots.count &- 1
  let (high, numberBits) = (
    UInt32(truncatingIfNeeded: hash &>> 32), UInt32(truncatingIfNeeded: last)
  )
  var slot = Int(truncatingIfNeeded: hash) & last
  var found = slots[slot]
  while found != 0, (found ^ high) & ~numberBits != 0 {
    slot = (slot &+ 1) & last
    found = slots[slot]
  }
  return found
}

/// Takes one off the numbers that were found, up to the first row whose text is not that of its number.
///
/// - Parameters:
///   - texts: each known text takes `16 * steps` bytes: zeros behind its own, and its length in the last.
///     Before them stands one of a length that no text has.
/// - Returns: the row whose text has another number or none, the end of `rows` where there is none.
/// - Precondition: as for `hashCells`; the numbers of these rows are from `findCells`.
package func checkCells(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  keys: TextKeys, steps: Int, texts: Span<UInt8>, into numbers: inout MutableSpan<UInt32>
) -> Int {
  switch steps {
  case 1: check(bytes, ends, places, rows, first, keys, 1, texts, &numbers)
  case 2: check(bytes, ends, places, rows, first, keys, 2, texts, &numbers)
  case 3: check(bytes, ends, places, rows, first, keys, 3, texts, &numbers)
  case 4: check(bytes, ends, places, rows, first, keys, 4, texts, &numbers)
  default: check(bytes, ends, places, rows, first, keys, steps, texts, &numbers)
  }
}

@inline(__always)
private func check(
  _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, _ rows: Range<Int>,
  _ first: Int, _ keys: TextKeys, _ steps: Int, _ texts: Span<UInt8>,
  _ numbers: inout MutableSpan<UInt32>
) -> Int {
  precondition(steps >= 1 && steps * 16 <= textMargin && places.holds(rows, ends))
  precondition(first >= 0 && rows.lowerBound >= 0 && numbers.count >= first + rows.upperBound)
  let (raw, masks, known) = (bytes.bytes, keys.masks.span.bytes, texts.bytes)
  let (width, limit) = (steps &* 16, bytes.count &- textMargin)
  let longest = UInt(longestText(steps: steps))
  let lastText = texts.count &- width
  for row in rows {
    let found = unsafe numbers[unchecked: first &+ row]
    let text = Int(found) &* width
    let (start, end) = places.uncheckedCell(row, ends)
    let length = end &- start
    if text > lastText || UInt(bitPattern: length) > longest || end > limit {
      return row
    }
    // The last byte, before which every text that is not too long ends.
    let size = SIMD2<UInt64>(0, UInt64(truncatingIfNeeded: length) &<< 56)
    var differences = SIMD2<UInt64>()
    for step in 0..<steps {
      // Within `bytes`, `texts` and the masks, by the conditions above.
      let left = unsafe raw.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start &+ step &* 16, as: SIMD2<UInt64>.self)
      let right = unsafe known.unsafeLoadUnaligned(
        fromUncheckedByteOffset: text &+ step &* 16, as: SIMD2<UInt64>.self)
      let mask = unsafe masks.unsafeLoadUnaligned(
        fromUncheckedByteOffset: textMargin &- length &+ step &* 16, as: SIMD2<UInt64>.self)
      let text = step == steps &- 1 ? (left & mask) | size : left & mask
      differences |= text ^ right
    }
    if differences[0] | differences[1] != 0 { return row }
    unsafe numbers[unchecked: first &+ row] = found &- 1
  }
  return rows.upperBound
}
