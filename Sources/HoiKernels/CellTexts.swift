/// Hashes the cells of one column.
///
/// - Parameters:
///   - seed: of the program's own choice, so that no file can be made to collide.
///   - hashes: one for each row.
/// - Precondition: every cell lies within `bytes`, which go on for 8 after the last.
package func hashCells(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rowCount: Int, seed: UInt64,
  into hashes: inout MutableSpan<UInt64>
) {
  precondition(hashes.count >= rowCount)
  for row in 0..<rowCount {
    let (start, end) = places.cell(row, ends)
    hashes[row] = hashOfText(bytes, start, end, seed: seed)
  }
}

/// The hash of one text.
///
/// - Precondition: as for `hashCells`.
package func hashOfText(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, seed: UInt64) -> UInt64 {
  precondition(start >= 0 && start <= end && end &+ 8 <= bytes.count)
  let raw = bytes.bytes
  var hash = seed ^ UInt64(truncatingIfNeeded: end &- start)
  var place = start
  while place &+ 8 <= end {
    let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    hash = folded(hash ^ word)
    place &+= 8
  }
  if place < end {
    let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    hash = folded(hash ^ (word & firstBytes(end &- place)))
  }
  return hash ^ (hash &>> 32)
}

/// Texts that have a number, as arrays side by side.
package struct NumberedTexts {
  /// The number of a text plus one, at the place its hash says or behind it; a power of two.
  package var slots: [UInt32]
  package var hashes: [UInt64] = []
  /// Where each text begins in `bytes`, and where the last ends.
  package var starts: [UInt32] = [0]
  /// All texts, and 8 bytes more.
  package var bytes: [UInt8] = Array(repeating: 0, count: 8)

  package init() { slots = Array(repeating: 0, count: 1 << 10) }

  package var count: Int { hashes.count }
  package var byteCount: Int {
    slots.capacity * 4 + hashes.capacity * 8 + starts.capacity * 4 + bytes.capacity
  }

  /// Gives a text that has none the next number.
  ///
  /// - Precondition: all texts together stay below 2^32 bytes.
  package mutating func append(_ text: Span<UInt8>, hash: UInt64) {
    bytes.removeLast(8)
    for index in text.indices { bytes.append(text[index]) }
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: repeatElement(0, count: 8))
    hashes.append(hash)
    if hashes.count * 4 > slots.count * 3 {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in hashes.indices { place(number) }
    } else {
      place(hashes.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }
}

/// Writes the number of each row's text, up to the first that has none.
///
/// - Parameters:
///   - hashes: of the cells, by row.
///   - numbers: row n of the block goes to `first + n`.
/// - Returns: the first row whose text has no number, the end of `rows` where all have.
/// - Precondition: as for `hashCells`.
package func numberCells(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rows: Range<Int>, first: Int,
  hashes: Span<UInt64>, texts: borrowing NumberedTexts, into numbers: inout MutableSpan<UInt32>
) -> Int {
  let slots = texts.slots.span
  let known = texts.hashes.span
  let starts = texts.starts.span
  let arena = texts.bytes.span
  let mask = slots.count &- 1
  for row in rows {
    let hash = hashes[row]
    let (start, end) = places.cell(row, ends)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number == 0 { return row }
      let place = Int(number &- 1)
      if known[place] == hash,
        isSame(bytes, start, end, arena, Int(starts[place]), Int(starts[place &+ 1]))
      {
        numbers[first &+ row] = number &- 1
        break
      }
      slot = (slot &+ 1) & mask
    }
  }
  return rows.upperBound
}

/// Whether two texts are alike.
@inline(__always)
private func isSame(
  _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ others: Span<UInt8>, _ first: Int, _ last: Int
) -> Bool {
  let length = end &- start
  if length != last &- first { return false }
  precondition(start >= 0 && end &+ 8 <= bytes.count && last &+ 8 <= others.count)
  let (raw, other) = (bytes.bytes, others.bytes)
  var place = 0
  while place &+ 8 <= length {
    let left = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ place, as: UInt64.self)
    let right = unsafe other.unsafeLoadUnaligned(
      fromUncheckedByteOffset: first &+ place, as: UInt64.self)
    if left != right { return false }
    place &+= 8
  }
  if place == length { return true }
  let left = unsafe raw.unsafeLoadUnaligned(
    fromUncheckedByteOffset: start &+ place, as: UInt64.self)
  let right = unsafe other.unsafeLoadUnaligned(
    fromUncheckedByteOffset: first &+ place, as: UInt64.self)
  return (left ^ right) & firstBytes(length &- place) == 0
}

/// A mask of the first bytes of a word, 1 to 7 of them.
@inline(__always)
private func firstBytes(_ count: Int) -> UInt64 { (1 &<< UInt64(count &* 8)) &- 1 }

@inline(__always)
private func folded(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
