import HoiDiagnostics

extension Lexer {
  mutating func word() {
    let end = nameLength(from: index)
    emit(.word, length: end - index, keyword: Keyword(bytes: bytes[index..<end]))
  }

  /// Where a name that runs from an offset ends: `-` belongs to it between two of its characters.
  func nameLength(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if isNameByte(end) {
        end += 1
      } else if bytes[end] == UInt8(ascii: "-"), end > start, end + 1 < bytes.count,
        isNameByte(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isNameByte(_ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte.isDigit { return true }
    // Only a lead byte can begin a character that is no letter.
    guard byte >= 0xC2 else { return byte.isLetter }
    return ForeignCharacter.at(offset, in: bytes) == nil
  }

  /// A number, or a code where its digits run on into a name.
  ///
  /// A point belongs to a number only with a digit behind it, so that `2025..2030` keeps its dots.
  mutating func number() {
    var end = digitsEnd(from: index)
    let nameEnd = nameLength(from: index)
    if nameEnd > end, bytes[index..<nameEnd].contains(where: { !$0.isDigit && $0 != 0x5F }) {
      emit(.code, length: nameEnd - index)
      return
    }
    end = max(end, nameEnd)
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit {
      end = digitsEnd(from: end + 1)
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "%") {
      emit(.percentage, length: end + 1 - index)
    } else {
      emit(.number, length: end - index)
    }
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isDigit || bytes[end] == 0x5F { end += 1 }
    return end
  }

  mutating func parameter() {
    let end = nameLength(from: index + 1)
    if end > index + 1 {
      emit(.parameter, length: end - index)
    } else {
      report(.illegalDollar(SourceRange(index, index + 1), source))
      emit(.illegal, length: 1)
    }
  }
}
