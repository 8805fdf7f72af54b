import HoiDiagnostics

/// How far comments and blank lines have found their place in the tree.
struct TriviaCursor {
  /// The token whose gap comes next, and how far that gap has been read.
  var token = 0
  var offset = 0
  /// Comments inside the part that is being read, outside its smaller parts.
  var interior: [Trivia] = []
}

extension Parser {
  /// What a part keeps while it is read.
  struct OpenPart {
    var leading: [Trivia]
    let outerInterior: [Trivia]
    let start: Int
  }

  /// Begins a statement, clause or entry at the current token.
  mutating func beginPart() -> OpenPart {
    takeInterior(before: position)
    let leading = takeGap(position)
    let part = OpenPart(
      leading: leading, outerInterior: trivia.interior, start: tokens[position].start)
    trivia.interior = []
    return part
  }

  /// Ends it: comments inside it join those before it.
  ///
  /// - Parameter takesTrailing: false for the last clause of a statement, whose comment at the end of
  ///   the line speaks of the whole.
  mutating func endPart(_ part: OpenPart, takesTrailing: Bool) -> Surroundings {
    takeInterior(before: position)
    let leading = part.leading + trivia.interior
    trivia.interior = part.outerInterior
    return Surroundings(leading: leading, trailing: takesTrailing ? takeTrailing() : nil)
  }

  private mutating func takeInterior(before end: Int) {
    while trivia.token < end {
      let items = takeGap(trivia.token)
      trivia.interior += items.filter { $0 != .blankLine }
      trivia.token += 1
      trivia.offset = 0
    }
  }

  /// A comment between the last token read and the end of its line.
  private mutating func takeTrailing() -> Trivia? {
    // A semicolon ends a statement, and the comment behind it still stands on its line.
    let gapIndex = tokens[position].kind == .semicolon ? position + 1 : position
    guard gapIndex < tokens.count, tokens[gapIndex].gap.contains(.comment),
      trivia.token <= gapIndex,
      trivia.token == position || trivia.token == gapIndex
    else { return nil }
    let before = gapIndex == 0 ? 0 : tokens[gapIndex - 1].end
    var start = before
    while start < tokens[gapIndex].start, source.bytes[start] != 0x23 {
      if source.bytes[start] == 0x0A { return nil }
      start += 1
    }
    let end = source.lineRange(of: start).end
    trivia.token = gapIndex
    trivia.offset = end
    return comment(SourceRange(start, end))
  }

  /// The rest of what a gap holds.
  mutating func takeGap(_ index: Int) -> [Trivia] {
    guard index >= trivia.token else { return [] }
    let token = tokens[index]
    let gapStart = index == 0 ? 0 : tokens[index - 1].end
    let from = index == trivia.token ? max(gapStart, trivia.offset) : gapStart
    trivia.token = index
    trivia.offset = token.start
    guard token.gap.contains(.comment) || token.gap.contains(.blankLine) else { return [] }
    return items(from: from, to: token.start, startsLine: index == 0 && from == 0)
  }

  private func items(from start: Int, to end: Int, startsLine: Bool) -> [Trivia] {
    var found: [Trivia] = []
    var lineIsEmpty = startsLine
    var index = start
    while index < end {
      switch source.bytes[index] {
      case 0x0A:
        if lineIsEmpty { found.append(.blankLine) }
        lineIsEmpty = true
        index += 1
      case 0x23:
        var stop = index
        while stop < end, source.bytes[stop] != 0x0A { stop += 1 }
        let next = stop
        if stop > index, source.bytes[stop - 1] == 0x0D { stop -= 1 }
        found.append(comment(SourceRange(index, stop)))
        lineIsEmpty = false
        index = next
      default: index += 1
      }
    }
    return found
  }

  private func comment(_ range: SourceRange) -> Trivia { .comment(source[range], range) }
}
