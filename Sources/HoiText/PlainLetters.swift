// Accents off, lower case. Foundation's folding is not used: it leaves đ as it is (đ has no
// decomposition in Unicode), strips the vowel signs of Lao and Thai along with the accents, and
// would bring ICU into the executable.

/// The text in lower case without accents, as UTF-8.
///
/// `đ` becomes `d`, any blank becomes a space, any dash a hyphen, and invisible scalars go. Letters of
/// other scripts keep their vowel signs. The result need not be in NFC.
func plainLetters(_ text: String) -> [UInt8] {
  var plain: [UInt8] = []
  plain.reserveCapacity(text.utf8.count)
  let letters = PlainLetterTable.shared
  for scalar in text.unicodeScalars {
    if scalar.value < 0x80 {
      plain.append(lowercase(UInt8(truncatingIfNeeded: scalar.value)))
    } else if let letter = letters[scalar] {
      plain.append(letter)
    } else if !isAccent(scalar) {
      appendPlain(scalar, to: &plain)
    }
  }
  return plain
}

/// The plain letter of an accented Latin letter, or a space for a blank; nil for any other scalar.
package func plainLetter(of scalar: Unicode.Scalar) -> UInt8? { PlainLetterTable.shared[scalar] }

/// The plain letter of each accented Latin letter, so that Vietnamese needs no decomposition.
///
/// Written out, since to decompose them all takes longer than to read a question; a test compares them.
private struct PlainLetterTable {
  static let shared = PlainLetterTable()

  /// From U+0080 to U+024F and then from U+1E00 to U+1EFF; a full stop is none.
  private let letters = Array(
    """
    ................................ ...............................aaaaaa.ceeeeiiii\
    .nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuu\
    uuuuwwyyyzzzzzz.................................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooo\
    rrrruuuusstt..hh......aaeeooooooooyy............................aabbbbbbccdddddd\
    ddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaa\
    aaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """.utf8)
  private static let earlyCount = 0x250 - 0x80

  subscript(scalar: Unicode.Scalar) -> UInt8? {
    let letter: UInt8
    switch scalar.value {
    case 0x80..<0x250: letter = letters[Int(scalar.value) - 0x80]
    case 0x1E00..<0x1F00: letter = letters[Int(scalar.value) - 0x1E00 + Self.earlyCount]
    default: return nil
    }
    return letter == UInt8(ascii: ".") ? nil : letter
  }
}

/// Appends a scalar beyond ASCII after decomposing it.
private func appendPlain(_ scalar: Unicode.Scalar, to plain: inout [UInt8]) {
  if scalar == "đ" || scalar == "Đ" {
    plain.append(UInt8(ascii: "d"))
    return
  }
  for part in canonicalDecomposition(String(scalar)) where !isAccent(part) {
    let properties = part.properties
    if part.value < 0x80 {
      plain.append(lowercase(UInt8(truncatingIfNeeded: part.value)))
    } else if properties.isWhitespace {
      plain.append(UInt8(ascii: " "))
    } else if properties.generalCategory == .dashPunctuation {
      plain.append(UInt8(ascii: "-"))
    } else if !properties.isDefaultIgnorableCodePoint {
      plain.append(contentsOf: properties.lowercaseMapping.utf8)
    }
  }
}

/// Whether a scalar is one of the marks that Latin, Greek and Cyrillic letters carry.
private func isAccent(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
  default: false
  }
}

private func lowercase(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
