/// Something in a file that is read cell by cell, by `readFactTable` from its bytes: what can be wrong
/// with a file, and rare ways to write what is right.
struct Unusual: Error {}

extension CSVScanner {
  /// The text of a cell from everything between its delimiters.
  func text(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(Unusual) -> [UInt8] {
    let raw = bytes.extracting(start..<end)
    do {
      _ = try UTF8Span(validating: raw)
      var found: [CellBounds] = []
      var scanner = self
      (scanner.offset, scanner.line) = (0, 1)
      guard try scanner.nextRecord(raw, keeping: 1, into: &found) != nil else { return [] }
      // A carriage return that ends no line would end the cell early.
      guard found.count == 1, scanner.offset == raw.count else { throw Unusual() }
      return cellBytes(raw, found[0])
    } catch {
      throw Unusual()
    }
  }
}
