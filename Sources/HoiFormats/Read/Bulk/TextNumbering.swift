import HoiColumns
import HoiKernels

/// The numbers of the texts in one worker's part of a column of keys: each different text has one.
final class TextNumbering {
  let texts: NumberedTexts
  /// The same texts, as long as they are few and short.
  private var shortTexts: ShortTexts?
  /// By row of the segment.
  private var numbers: [UInt32]
  private var hashes: [UInt64] = []
  private var touched: UInt8 = 0

  /// - Parameters:
  ///   - keys, mayBeMany: as of `NumberedTexts`.
  ///   - rowCount: how many rows a segment has at most.
  init(_ keys: TextKeys, mayBeMany: Bool, rowCount: Int) {
    texts = NumberedTexts(keys, mayBeMany: mayBeMany)
    shortTexts = ShortTexts(factor: .random(in: .min ... .max))
    numbers = unwritten(rowCount)
  }

  /// Numbers the cells of a block; they become the rows from `first` on.
  ///
  /// - Parameter meet: is given each text that has no number yet, with its hash, before it gets the next.
  func read(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, rowCount: Int, first: Int,
    meet: (Span<UInt8>, UInt64) throws(Unusual) -> Void
  ) throws(Unusual) {
    var row = 0
    while let known = shortTexts {
      row = withSpan(&numbers) {
        known.find(
          bytes, ends: ends, places: places, rows: row..<rowCount, first: first, into: &$0)
      }
      if row == rowCount { return }
      numbers[first + row] = try number(of: bytes, places.cell(row, ends), meet)
      row += 1
    }
    // They are too many or too long, or have become so.
    find(bytes, ends, places, rowCount, first)
    row = 0
    while true {
      row = check(bytes, ends, places, row..<rowCount, first)
      if row == rowCount { return }
      numbers[first + row] = try number(of: bytes, places.cell(row, ends), meet)
      row += 1
    }
  }

  /// The numbers of the first rows, as a segment keeps them.
  func packed(rowCount: Int) -> PackedNumbers {
    let numbers = numbers
    return PackedNumbers(numbers.span.extracting(first: rowCount), below: texts.count)
  }

  private func find(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, _ rowCount: Int,
    _ first: Int
  ) {
    if hashes.count < rowCount { hashes = unwritten(rowCount) }
    let known = texts
    let (slots, knownTexts) = (known.slots, known.texts)
    touched = withSpans(&hashes, &numbers) { hashes, numbers in
      hashCells(
        bytes, ends: ends, places: places, rowCount: rowCount, keys: known.keys,
        steps: known.steps, into: &hashes)
      return findCells(
        hashes.span, rowCount: rowCount, slots: slots.span, steps: known.steps,
        texts: knownTexts.span, first: first, into: &numbers)
    }
  }

  private func check(
    _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ places: CellPlaces, _ rows: Range<Int>,
    _ first: Int
  ) -> Int {
    let known = texts
    let knownTexts = known.texts
    return withSpan(&numbers) {
      checkCells(
        bytes, ends: ends, places: places, rows: rows, first: first, keys: known.keys,
        steps: known.steps, texts: knownTexts.span, into: &$0)
    }
  }

  /// The number of one text, a new one where it has none yet.
  private func number(
    of bytes: Span<UInt8>, _ cell: (start: Int, end: Int),
    _ meet: (Span<UInt8>, UInt64) throws(Unusual) -> Void
  ) throws(Unusual) -> UInt32 {
    let hash = texts.hash(of: bytes, cell.start, cell.end)
    if let number = texts.number(of: bytes, cell.start, cell.end, hash: hash) { return number }
    guard texts.count < 1 << 30 else { throw Unusual() }
    let text = bytes.extracting(cell.start..<cell.end)
    try meet(text, hash)
    if shortTexts?.insert(text, number: UInt32(texts.count)) == false { shortTexts = nil }
    texts.append(text, hash: hash)
    return UInt32(texts.count - 1)
  }
}
