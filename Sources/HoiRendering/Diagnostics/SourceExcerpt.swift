import HoiDiagnostics
import HoiText

/// The source line that a diagnostic points at, cut to a window if it is long, with its carets.
struct SourceExcerpt {
  /// As people and editors count them, from 1; the column in letters.
  let line: Int
  let column: Int
  private let letters: [Letter]
  /// The letters pointed at; empty at the end of a line.
  private let pointed: Range<Int>
  private let window: Range<Int>
  private let isEmpty: Bool
  /// Whether the line goes on before and after what was looked at.
  private let isPart: (before: Bool, after: Bool)

  /// Bytes either side of what is pointed at that are looked at: a line may be a whole file.
  private static let reach = 2_000

  /// One letter of the line, as it is shown.
  private struct Letter {
    var text: String
    var width: Int
  }

  /// - Parameter width: cells for the line with its number, the edge and the signs of cutting.
  init(_ diagnostic: Diagnostic, width: Int) {
    let (source, range) = (diagnostic.source, diagnostic.range)
    isEmpty = source.bytes.isEmpty
    // The end of a text is shown behind the last line with something in it.
    var start = min(range.start, source.bytes.count)
    if range.isEmpty, start == source.bytes.count {
      while start > 0, source.bytes[start - 1] == 0x0A || source.bytes[start - 1] == 0x0D {
        start -= 1
      }
    }
    let lineRange = source.lineRange(of: start)
    start = min(start, lineRange.end)
    let end = max(start, min(range.end, lineRange.end))
    let lineStart = source.letterStart(max(lineRange.start, start - Self.reach))
    let lineEnd = source.letterStart(min(lineRange.end, start + Self.reach))
    isPart = (lineStart > lineRange.start, lineEnd < lineRange.end)
    let before = source[SourceRange(lineStart, start)]
    let inside = source[SourceRange(start, min(end, lineEnd))]
    line = source.position(of: start).line
    column = source[SourceRange(lineRange.start, start)].count + 1
    var letters: [Letter] = []
    var cells = 0
    for letter in before + inside + source[SourceRange(min(end, lineEnd), lineEnd)] {
      let text = letter == "\t" ? blanks(4 - cells % 4) : displaySafe(String(letter))
      letters.append(Letter(text: text, width: cellWidth(text)))
      cells += cellWidth(text)
    }
    self.letters = letters
    pointed = min(before.count, letters.count)..<min(before.count + inside.count, letters.count)
    let room = max(20, width - cellWidth("\(line)") - 5)
    window = Self.window(around: pointed, of: letters.map(\.width), cells: room)
  }

  /// As many letters around those pointed at as fit, more of what comes before.
  private static func window(
    around pointed: Range<Int>, of widths: [Int], cells: Int
  ) -> Range<Int> {
    if widths.reduce(0, +) <= cells { return 0..<widths.count }
    var first = pointed.lowerBound
    var last = pointed.lowerBound
    var used = 0
    // A cell at each end is for the sign that something was cut.
    let room = cells - 2
    while last < pointed.upperBound, used + widths[last] <= room {
      used += widths[last]
      last += 1
    }
    while first > 0, used + widths[first - 1] <= room * 2 / 3 {
      first -= 1
      used += widths[first]
    }
    while last < widths.count, used + widths[last] <= room {
      used += widths[last]
      last += 1
    }
    while first > 0, used + widths[first - 1] <= room {
      first -= 1
      used += widths[first]
    }
    return first..<last
  }

  /// The line and the carets under the cells of what is pointed at.
  func lines(_ ink: Ink, _ options: RenderOptions) -> [String] {
    if isEmpty { return [] }
    let number = "\(line)"
    let edge = Ink.faint.painting(options.glyphs.edge, options)
    let cutBefore = window.lowerBound > 0 || isPart.before ? options.glyphs.ellipsis : ""
    let cutAfter = window.upperBound < letters.count || isPart.after ? options.glyphs.ellipsis : ""
    let text = cutBefore + letters[window].map(\.text).joined() + cutAfter
    let shown = pointed.clamped(to: window)
    let before = letters[window.lowerBound..<shown.lowerBound].reduce(0) { $0 + $1.width }
    let carets = max(1, letters[shown].reduce(0) { $0 + $1.width })
    let offset = cellWidth(cutBefore) + before
    let quoted = " " + text
    let end = quoted.lastIndex { $0 != " " }.map { quoted.index(after: $0) } ?? quoted.startIndex
    return [
      blanks(margin) + Ink.faint.painting(number, options) + " " + edge + quoted[..<end],
      blanks(margin + number.utf8.count + 1) + edge + " " + blanks(offset)
        + ink.painting(String(repeating: "^", count: carets), options),
    ]
  }
}

extension SourceText {
  /// The beginning of the UTF-8 sequence that an offset falls into.
  fileprivate func letterStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
