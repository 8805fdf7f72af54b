import HoiDiagnostics
import HoiText

// Files typed in the fonts of the 1990s (TCVN3, VNI) and since turned into UTF-8 letter by letter are
// valid text that says something else: `TiÕng ViÖt`. Read as they are, villages would get other names.

/// The first word that only such a font explains; nil where the text is what it says.
func wordInOldFont(_ bytes: Span<UInt8>) -> (range: Range<Int>, text: String)? {
  // The head of a file tells: whoever typed it used one font for all.
  let end = min(bytes.count, 1 << 16)
  var found = 0
  var first: Range<Int>?
  var position = 0
  while position < end {
    let lead = bytes[position]
    if lead < 0x80 {
      position += 1
      continue
    }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard position + width <= bytes.count else { break }
    if width == 2 {
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)
      // ă đ ĩ ũ ơ ư: no font of that time gives these.
      if [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0]
        .contains(scalar)
      {
        return nil
      }
      if isNoVietnamese(scalar), isInWord(bytes, position..<position + 2) {
        found += 1
        if first == nil { first = position..<position + 2 }
      }
    } else if width == 3, lead == 0xE1, (0xBA...0xBB).contains(bytes[position + 1]) {
      // ạ to ỹ.
      return nil
    }
    position += width
  }
  guard found >= 3, let first else { return nil }
  var (start, stop) = (first.lowerBound, first.upperBound)
  while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
  while stop < end, isLetter(bytes[stop]) { stop += 1 }
  var word: [UInt8] = []
  for index in start..<stop { word.append(bytes[index]) }
  return (start..<stop, String(decoding: word, as: UTF8.self))
}

/// Letters and signs of Latin-1 that stand in no Vietnamese word, but in those fonts' places of ones
/// that do. A small 2 or 3 and a degree are left out: they stand behind units.
private func isNoVietnamese(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xB0, 0xB2, 0xB3: false
  case 0xA1...0xBF, 0xC4...0xC7, 0xCB, 0xCE...0xD1, 0xD6...0xD8, 0xDB, 0xDC, 0xDE, 0xDF,
    0xE4...0xE7, 0xEB, 0xEE...0xF1, 0xF6...0xF8, 0xFB, 0xFC, 0xFE, 0xFF:
    true
  default: false
  }
}

private func isInWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  let before = range.lowerBound > 0 && isASCIILetter(bytes[range.lowerBound - 1])
  let after = range.upperBound < bytes.count && isASCIILetter(bytes[range.upperBound])
  return before || after
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || isASCIILetter(byte) }

/// The same text in UTF-8, of a file that begins with a mark of UTF-16; nil for any other, and for
/// one that is broken.
func transcodedUTF16(_ bytes: [UInt8]) -> [UInt8]? {
  let isLittle = bytes.starts(with: [0xFF, 0xFE])
  guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else {
    return nil
  }
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = 2
  while index < bytes.count {
    func unit(_ at: Int) -> UInt32 {
      isLittle
        ? UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
        : UInt32(bytes[at + 1]) | UInt32(bytes[at]) << 8
    }
    var value = unit(index)
    index += 2
    if (0xD800...0xDBFF).contains(value) {
      guard index < bytes.count, (0xDC00...0xDFFF).contains(unit(index)) else { return nil }
      value = 0x10000 + (value - 0xD800) << 10 + (unit(index) - 0xDC00)
      index += 2
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    text += Array(String(Character(scalar)).utf8)
  }
  return text
}
