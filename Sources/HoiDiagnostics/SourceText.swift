/// A stretch of source text, in UTF-8 offsets from its beginning.
public struct SourceRange: Hashable, Sendable {
  public let start: Int
  public let end: Int

  /// - Precondition: `0 <= start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a range runs forward")
    self.start = start
    self.end = end
  }

  public var isEmpty: Bool { start == end }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}

/// Text that a diagnostic can point into: a question, a script, a model or data file, an argument.
///
/// A reference, because every node and diagnostic of one text shares it.
public final class SourceText: Sendable {
  /// How a person knows it: a path, or an empty string for what was typed.
  public let name: String
  public let bytes: [UInt8]
  /// The number of the first line, where the text is a piece of a larger file.
  public let firstLine: Int

  public init(_ text: String, name: String = "", firstLine: Int = 1) {
    self.name = name
    self.bytes = Array(text.utf8)
    self.firstLine = firstLine
  }

  public init(bytes: [UInt8], name: String, firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
  }

  public subscript(_ range: SourceRange) -> String {
    String(
      decoding: bytes[min(range.start, bytes.count)..<min(range.end, bytes.count)], as: UTF8.self)
  }

  /// Where an offset stands: the number of its line from `firstLine`, and its UTF-8 offset in it.
  public func position(of offset: Int) -> (line: Int, byteInLine: Int) {
    var line = firstLine
    var start = 0
    for (index, byte) in bytes[..<min(offset, bytes.count)].enumerated() where byte == 0x0A {
      line += 1
      start = index + 1
    }
    return (line, min(offset, bytes.count) - start)
  }

  /// The range of the line that holds an offset, without its line break.
  public func lineRange(of offset: Int) -> SourceRange {
    let offset = min(offset, bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, end)
  }
}
