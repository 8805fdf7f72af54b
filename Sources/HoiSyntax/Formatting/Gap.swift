import HoiDiagnostics

/// What stands between two parts: separators, which the formatter writes anew, and comments.
struct Gap {
  enum Item: Equatable {
    case comment(String)
    case blankLine
  }

  /// A comment on the line of what stands before.
  var behind: String?
  /// Comments and empty lines before what follows.
  var before: [Item] = []
}

extension Formatter {
  /// The gap from the last token written to an offset.
  mutating func gap(to end: Int) -> Gap {
    let gap = gapBetween(position, end)
    position = max(position, end)
    return gap
  }

  /// - Precondition: only blanks, comments, `;` and `,` stand between the offsets.
  func gapBetween(_ start: Int, _ end: Int) -> Gap {
    var gap = Gap()
    var lineIsEmpty = start == 0
    var isFirstLine = start > 0
    var index = start
    while index < end {
      switch source.bytes[index] {
      case 0x0A:
        if lineIsEmpty, gap.before.last != .blankLine { gap.before.append(.blankLine) }
        lineIsEmpty = true
        isFirstLine = false
        index += 1
      case 0x23:
        let stop = min(end, endOfLine(from: index))
        let text = comment(index, stop)
        if isFirstLine { gap.behind = text } else { gap.before.append(.comment(text)) }
        lineIsEmpty = false
        index = stop
      default: index += 1
      }
    }
    return gap
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < source.bytes.count, source.bytes[end] != 0x0A { end += 1 }
    return end
  }

  private func comment(_ start: Int, _ end: Int) -> String {
    var end = end
    while end > start, source.bytes[end - 1].isBlank { end -= 1 }
    return source[SourceRange(start, end)]
  }
}
