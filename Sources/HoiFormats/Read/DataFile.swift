import HoiDiagnostics

/// The bytes of a data file, and where in it a diagnostic points.
struct DataFile {
  let bytes: [UInt8]
  /// As the model names it.
  let name: String

  /// UTF-16 becomes UTF-8 here, so that everything behind reads one encoding.
  init(bytes: [UInt8], name: String) {
    self.bytes = transcodedUTF16(bytes) ?? bytes
    self.name = name
  }

  // A line longer than this is shown without its tail: the head stays, so that columns are right.
  private static let tailShown = 2_000

  /// The number of the line that holds an offset, from 1. Counts from the beginning of the file, so
  /// it is for messages only.
  func line(of offset: Int) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) where endsLine(index) { line += 1 }
    return line
  }

  /// Where a line begins, from 1; the end of the file for a line past the last.
  func offset(ofLine wanted: Int) -> Int {
    var line = 1
    if wanted <= 1 { return hasByteOrderMark ? 3 : 0 }
    for index in bytes.indices where endsLine(index) {
      line += 1
      if line == wanted { return index + 1 }
    }
    return bytes.count
  }

  /// The range of one line, without its break.
  func lineRange(ofLine line: Int) -> SourceRange {
    let start = offset(ofLine: line)
    var end = start
    while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
    return SourceRange(start, end)
  }

  /// The lines around a range as a source of its own, with the range in it.
  ///
  /// Line breaks become LF, whatever the file uses, because sources count no others.
  func excerpt(_ range: SourceRange) -> (source: SourceText, range: SourceRange) {
    let limit = SourceRange(min(range.start, bytes.count), min(range.end, bytes.count))
    var start = limit.start
    while start > 0, !endsLine(start - 1) { start -= 1 }
    if start == 0, hasByteOrderMark { start = min(3, limit.start) }
    var stop = limit.end
    while stop < bytes.count, !isBreak(bytes[stop]) {
      // Cut between characters only.
      if stop - limit.end >= Self.tailShown, bytes[stop] & 0xC0 != 0x80 { break }
      stop += 1
    }
    var shown: [UInt8] = []
    var (from, to) = (0, 0)
    for index in start..<stop {
      if index == limit.start { from = shown.count }
      if index == limit.end { to = shown.count }
      if bytes[index] == 0x0D {
        if endsLine(index) { shown.append(0x0A) }
      } else {
        shown.append(bytes[index])
      }
    }
    if limit.start >= stop { from = shown.count }
    if limit.end >= stop { to = shown.count }
    let source = SourceText(bytes: shown, name: name, firstLine: line(of: start))
    return (source, SourceRange(from, max(from, to)))
  }

  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether a byte is the last of a line break: LF, or a CR without one.
  private func endsLine(_ index: Int) -> Bool {
    if bytes[index] == 0x0A { return true }
    if bytes[index] != 0x0D { return false }
    return index + 1 >= bytes.count || bytes[index + 1] != 0x0A
  }
}
