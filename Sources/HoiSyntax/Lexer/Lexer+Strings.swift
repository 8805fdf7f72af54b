import HoiDiagnostics

extension Lexer {
  /// `"…"` with `\"`, `\\`, `\n`, `\t`; it may run over several lines.
  ///
  /// A forgotten quote would turn every later string inside out. So one that ends on a later line
  /// must not be followed by a name; else it ends, diagnosed, with its first line.
  mutating func string() {
    let start = index
    let (end, isMultiline) = closingQuote()
    let isClosed = end < bytes.count
    let runsIntoName =
      isClosed && isMultiline && end + 1 < bytes.count
      && (bytes[end + 1].isLetter || bytes[end + 1].isDigit)
    guard isClosed, !runsIntoName else {
      unclosedString()
      return
    }
    emit(.string, length: end + 1 - start)
  }

  /// Where the quote stands that closes the string begun here, the end of the text where none does.
  ///
  /// Kept, because a text of many unclosed strings would else be read to its end for each of them.
  private mutating func closingQuote() -> (end: Int, isMultiline: Bool) {
    if index < quoteSeen { return (quoteSeen, endOfLine(from: index) < quoteSeen) }
    var end = index + 1
    var isMultiline = false
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == 0x0A { isMultiline = true }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    quoteSeen = min(end, bytes.count)
    return (quoteSeen, isMultiline)
  }

  private mutating func unclosedString() {
    var end = endOfLine(from: index)
    while end > index + 1, bytes[end - 1].isBlank { end -= 1 }
    if let curly = curlyQuote(in: index + 1..<end) {
      let edits = [quoteEdit(curly.lowerBound, curly.count)]
      report(.foreignQuotes(SourceRange(index, curly.upperBound), edits: edits, source))
      emit(.string, length: curly.upperBound - index)
      return
    }
    report(.unclosedString(SourceRange(index, index + 1), closedAt: end, source))
    emit(.string, length: end - index)
  }

  /// A text in quotes that are not the language's: `'…'` and `` `…` ``.
  mutating func quoted(closing: UInt8) {
    var end = index + 1
    while end < bytes.count, bytes[end] != closing, bytes[end] != 0x0A { end += 1 }
    if end < bytes.count, bytes[end] == closing {
      report(
        .foreignQuotes(
          SourceRange(index, end + 1),
          edits: [quoteEdit(index, 1), quoteEdit(end, 1)], source))
      emit(.string, length: end + 1 - index)
    } else {
      report(.illegalCharacter(SourceRange(index, index + 1), source))
      emit(.illegal, length: 1)
    }
  }

  /// A text that opens with a curly quote: it ends with the next quote of any shape on its line.
  mutating func curlyQuoted(length: Int, single: Bool) {
    var end = index + length
    while end < bytes.count, bytes[end] != 0x0A {
      let ascii = bytes[end] == UInt8(ascii: single ? "'" : "\"")
      var closing = ascii ? 1 : 0
      if case (.standsFor(let text), let size)? = ForeignCharacter.at(end, in: bytes),
        text == (single ? "'" : "\"")
      {
        closing = size
      }
      if closing > 0 {
        var edits = [quoteEdit(index, length)]
        if !ascii || single { edits.append(quoteEdit(end, closing)) }
        report(.foreignQuotes(SourceRange(index, end + closing), edits: edits, source))
        emit(.string, length: end + closing - index)
        return
      }
      end += 1
    }
    var close = end
    while close > index + length, bytes[close - 1].isBlank { close -= 1 }
    report(
      .foreignQuotes(
        SourceRange(index, close),
        edits: [quoteEdit(index, length), Fix.Edit(SourceRange(close, close), "\"")], source))
    emit(.string, length: close - index)
  }

  private func curlyQuote(in range: Range<Int>) -> Range<Int>? {
    for offset in range where bytes[offset] >= 0xC2 {
      if case (.standsFor("\""), let length)? = ForeignCharacter.at(offset, in: bytes) {
        return offset..<offset + length
      }
    }
    return nil
  }

  private func quoteEdit(_ start: Int, _ length: Int) -> Fix.Edit {
    Fix.Edit(SourceRange(start, start + length), "\"")
  }
}

/// The text inside a string token's quotes, escapes resolved, line breaks as `\n`.
func stringContent(_ bytes: ArraySlice<UInt8>) -> String {
  var content = bytes
  let open = quoteLength(content)
  content = content.dropFirst(open)
  for length in [1, 2, 3] where content.count >= length {
    let tail = content.suffix(length)
    if quoteLength(tail) == length {
      content = content.dropLast(length)
      break
    }
  }
  guard content.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0x0D }) else {
    return String(decoding: content, as: UTF8.self)
  }
  var result: [UInt8] = []
  var isEscaped = false
  for byte in content {
    switch byte {
    case UInt8(ascii: "n") where isEscaped: result.append(0x0A)
    case UInt8(ascii: "t") where isEscaped: result.append(0x09)
    case UInt8(ascii: "\\") where !isEscaped:
      isEscaped = true
      continue
    case 0x0D: break
    default: result.append(byte)
    }
    isEscaped = false
  }
  return String(decoding: result, as: UTF8.self)
}

/// The length of the quote of any shape that a text begins with, 0 without.
private func quoteLength(_ bytes: ArraySlice<UInt8>) -> Int {
  switch bytes.first {
  case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return 1
  default:
    guard
      case (.standsFor(let text), let length)? = ForeignCharacter.at(0, in: Array(bytes.prefix(3))),
      text == "\"" || text == "'"
    else { return 0 }
    return length
  }
}
