/// The longest text that is looked up in steps, and how many bytes kernels look at beyond a text,
/// whatever stands there.
package var textMargin: Int { 128 }

/// What the texts of a column are hashed with, of the program's own choice so that no file can be made to
/// collide, and the masks that cut a text off at its end.
package struct TextKeys: Sendable {
  /// Two for each step of 16 bytes.
  fileprivate let words: [UInt64]
  /// By count of steps: what makes steps beyond the end of a text add nothing.
  fileprivate let bases: [UInt64]
  /// `textMargin` bytes of ones, then as many of zeros.
  let masks: [UInt8]

  /// - Parameter words: sixteen numbers that nobody can guess.
  package init(_ words: [UInt64]) {
    precondition(words.count == textMargin / 8)
    self.words = words
    var bases: [UInt64] = [0]
    for step in 0..<(textMargin / 16) {
      bases.append(bases[step] &- folded(words[2 * step], words[2 * step + 1]))
    }
    self.bases = bases
    masks = Array(repeating: 0xFF, count: textMargin) + Array(repeating: 0, count: textMargin)
  }
}

/// The longest text that takes so many steps of 16 bytes: one byte tells its length.
package func longestText(steps: Int) -> Int { steps * 16 - 1 }

/// The hash of one text.
///
/// - Precondition: `textMargin` bytes follow the text.
package func hashOfText(
  _ bytes: Span<UInt8>, _ start: Int, _ end: Int, keys: TextKeys
) -> UInt64 {
  precondition(start >= 0 && start <= end && end &+ textMargin <= bytes.count)
  let length = end &- start
  let steps = (min(length, textMargin) &+ 15) &>> 4
  var sum = keys.bases[steps]
  for step in 0..<steps {
    sum &+= hashOfStep(
      step, bytes.bytes, start, keys.masks.span.bytes, min(length, textMargin), keys.words.span)
  }
  // What kernels do not look at.
  if length > textMargin {
    for place in (start &+ textMargin)..<end { sum = folded(sum ^ UInt64(bytes[place]), spreading) }
  }
  return finished(sum, length: length)
}

/// Hashes the cells of one column; 0 stands for one that is longer than `steps` take.
///
/// - Parameters:
///   - steps: 1 to 8.
///   - hashes: one for each row.
/// - Precondition: every cell lies within `bytes`, which go on for `textMargin` after the last.
package func hashCells(
  _ bytes: Span<UInt8>, ends: Span<UInt32>, places: CellPlaces, rowCount: Int, keys: TextKeys,
  steps: Int, into hashes: inout MutableSpan<UInt64>
) {
  // The count of steps is known where the loop is compiled, so that it jumps nowhere within a row.
  switch steps {
  case 1: hash(bytes, ends, places, rowCount, keys, 1, &hashes)
  case 2: hash(bytes, ends, places, rowCount, keys, 2, &hashes)
  case 3: hash(bytes, ends, places, rowCount, keys, 3, &hashes)
  case 4: hash(bytes, ends, places, rowCount, keys, 4, &hashes)
  default: hash(bytes, ends, places, rowCount, keys, steps, &hashes)
  }
}

@inline(__always)
private func hash(
  _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, _ rowCount: Int,
  _ keys: TextKeys, _ steps: Int, _ hashes: inout MutableSpan<UInt64>
) {
  precondition(steps >= 1 && steps * 16 <= textMargin && hashes.count >= rowCount)
  precondition(places.holds(0..<rowCount, ends))
  let (raw, masks, words) = (bytes.bytes, keys.masks.span.bytes, keys.words.span)
  let (longest, limit) = (UInt(longestText(steps: steps)), bytes.count &- textMargin)
  let base = keys.bases[steps]
  for row in 0..<rowCount {
    let (start, end) = places.uncheckedCell(row, ends)
    let length = end &- start
    // Longer texts, which are few, and ends that are in no order.
    if UInt(bitPattern: length) > longest || end > limit {
      unsafe hashes[unchecked: row] = 0
      continue
    }
    var sum = base
    for step in 0..<steps { sum &+= hashOfStep(step, raw, start, masks, length, words) }
    unsafe hashes[unchecked: row] = finished(sum, length: length)
  }
}

/// What 16 bytes of a text add to its hash: a product of two numbers that depend on all of them.
///
/// - Precondition: `length` is at most `textMargin`, and `textMargin` bytes follow the text.
@inline(__always)
private func hashOfStep(
  _ step: Int, _ bytes: RawSpan, _ start: Int, _ masks: RawSpan, _ length: Int,
  _ keys: Span<UInt64>
) -> UInt64 {
  let place = start &+ step &* 16
  let mask = textMargin &- length &+ step &* 16
  let low =
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    & masks.unsafeLoadUnaligned(fromUncheckedByteOffset: mask, as: UInt64.self)
  let high =
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place &+ 8, as: UInt64.self)
    & masks.unsafeLoadUnaligned(fromUncheckedByteOffset: mask &+ 8, as: UInt64.self)
  return unsafe folded(
    low &+ keys[unchecked: 2 &* step], high &+ keys[unchecked: 2 &* step &+ 1])
}

@inline(__always)
private func finished(_ sum: UInt64, length: Int) -> UInt64 {
  folded(sum ^ UInt64(truncatingIfNeeded: length), spreading)
}

private let spreading: UInt64 = 0x9E37_79B9_7F4A_7C15

@inline(__always)
private func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
  let product = one.multipliedFullWidth(by: other)
  return product.high ^ product.low
}
