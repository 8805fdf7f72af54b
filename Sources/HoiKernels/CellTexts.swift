/// How many bytes kernels look at beyond a text, whatever stands there.
package var textMargin: Int { 48 }

/// Hashes the cells of one column.
///
/// - Parameters:
///   - seed: of the program's own choice, so that no file can be made to collide.
///   - masks: as for `checkCells`.
///   - hashes: one for each row.
/// - Precondition: every cell lies within `bytes`, which go on for `textMargin` after the last.
package func hashCells(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rowCount: Int, seed: UInt64,
  masks: Span<UInt8>, into hashes: inout MutableSpan<UInt64>
) {
  precondition(hashes.count >= rowCount)
  for row in 0..<rowCount {
    let (start, end) = places.cell(row, ends)
    hashes[row] = hashOfText(bytes, start, end, seed: seed, masks: masks)
  }
}

/// The hash of one text.
///
/// - Precondition: as for `hashCells`.
package func hashOfText(
  _ bytes: Span<UInt8>, _ start: Int, _ end: Int, seed: UInt64, masks: Span<UInt8>
) -> UInt64 {
  precondition(start >= 0 && start <= end && end &+ textMargin <= bytes.count)
  precondition(masks.count == 2 &* textMargin)
  let length = end &- start
  let raw = bytes.bytes
  let all = masks.bytes
  var hash = seed ^ UInt64(truncatingIfNeeded: length)
  var place = start
  // Most texts have at most 48 bytes: six words, of which those beyond the text are zero. That
  // costs less than finding out for each text how many it has.
  while end &- place > textMargin {
    let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    hash = folded(hash ^ word)
    place &+= 8
  }
  let first = textMargin &- (end &- place)
  let words = length <= 8 ? 1 : length <= 24 ? 3 : 6
  var sum: UInt64 = 0
  for index in 0..<words {
    let word = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place &+ index &* 8, as: UInt64.self)
    let mask = unsafe all.unsafeLoadUnaligned(
      fromUncheckedByteOffset: first &+ index &* 8, as: UInt64.self)
    // Each word has a seed of its own, so that equal words at different places differ.
    let own = hash &+ UInt64(truncatingIfNeeded: index) &* 0xD6E8_FEB8_6659_FD93
    sum &+= folded((word & mask) ^ own)
  }
  hash = folded(hash ^ sum)
  return hash ^ (hash &>> 32)
}

/// Finds for each row the number that its text may have, plus one; 0 where it has none.
///
/// Texts are not looked at, so that the memory of one row is not waited for before that of the next
/// is asked for: `checkCells` does that.
///
/// - Parameters:
///   - hashes: of the cells, by row.
///   - slots: a power of two of them. The number of a text plus one and, above it, the high half of
///     its hash; at the place that the low half says or behind it; 0 where free, as some are.
///   - numbers: row n of the block goes to `first + n`.
package func findCells(
  _ hashes: Span<UInt64>, rowCount: Int, slots: Span<UInt64>, first: Int,
  into numbers: inout MutableSpan<UInt32>
) {
  precondition(slots.count.nonzeroBitCount == 1 && hashes.count >= rowCount)
  let last = slots.count &- 1
  for row in 0..<rowCount {
    let hash = hashes[row]
    var slot = Int(truncatingIfNeeded: hash) & last
    // Masked to the count of slots.
    var found = unsafe slots[unchecked: slot]
    while found != 0, (found ^ hash) &>> 32 != 0 {
      slot = (slot &+ 1) & last
      found = unsafe slots[unchecked: slot]
    }
    numbers[first &+ row] = UInt32(truncatingIfNeeded: found)
  }
}

/// Takes one off the numbers that were found, up to the first row whose text is not that of its number.
///
/// - Parameters:
///   - starts: where each text begins in `texts`, and where the last ends.
///   - texts: all texts, and `textMargin` bytes more.
///   - masks: `textMargin` bytes of ones, then as many of zeros.
/// - Returns: the row whose text has another number or none, the end of `rows` where there is none.
/// - Precondition: as for `hashCells`; the numbers of these rows are from `findCells`.
package func checkCells(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  starts: Span<UInt32>, texts: Span<UInt8>, masks: Span<UInt8>,
  into numbers: inout MutableSpan<UInt32>
) -> Int {
  for row in rows {
    let found = numbers[first &+ row]
    if found == 0 { return row }
    let number = Int(found &- 1)
    let (start, end) = places.cell(row, ends)
    let isSame = isSameText(
      bytes, start, end, texts, Int(starts[number]), Int(starts[number &+ 1]), masks: masks)
    if !isSame { return row }
    numbers[first &+ row] = found &- 1
  }
  return rows.upperBound
}

/// Whether two texts are alike.
///
/// - Precondition: `textMargin` bytes follow each of them.
@inline(__always)
package func isSameText(
  _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ others: Span<UInt8>, _ first: Int,
  _ last: Int, masks: Span<UInt8>
) -> Bool {
  let length = end &- start
  if length != last &- first { return false }
  precondition(start >= 0 && length >= 0 && end &+ textMargin <= bytes.count)
  precondition(first >= 0 && last &+ textMargin <= others.count)
  precondition(masks.count == 2 &* textMargin)
  let (raw, other, all) = (bytes.bytes, others.bytes, masks.bytes)
  var place = 0
  while length &- place > textMargin {
    let left = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ place, as: UInt64.self)
    let right = unsafe other.unsafeLoadUnaligned(
      fromUncheckedByteOffset: first &+ place, as: UInt64.self)
    if left != right { return false }
    place &+= 8
  }
  let unmasked = textMargin &- (length &- place)
  var differences = SIMD2<UInt64>()
  for index in 0..<3 {
    let offset = place &+ index &* 16
    let left = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ offset, as: SIMD2<UInt64>.self)
    let right = unsafe other.unsafeLoadUnaligned(
      fromUncheckedByteOffset: first &+ offset, as: SIMD2<UInt64>.self)
    let mask = unsafe all.unsafeLoadUnaligned(
      fromUncheckedByteOffset: unmasked &+ index &* 16, as: SIMD2<UInt64>.self)
    differences |= (left ^ right) & mask
  }
  return differences[0] | differences[1] == 0
}

@inline(__always)
private func folded(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
