// Columns line up and carets stand under their letters only if every letter's width is known. C's
// `wcwidth` is not asked: it follows the locale, takes one scalar at a time and knows no emoji made
// of several. The standard library has no East Asian widths, so the wide blocks are written down.

/// How many cells of a terminal a text takes.
///
/// Combining marks, controls and invisible scalars take none; wide letters of East Asia and emoji, also
/// those made of several scalars, take two. Escape sequences are not understood: see `displaySafe`.
public func cellWidth(_ text: String) -> Int {
  var isASCII = true
  var width = 0
  for byte in text.utf8 {
    guard byte < 0x80 else {
      isASCII = false
      break
    }
    width += (0x20..<0x7F).contains(byte) ? 1 : 0
  }
  if isASCII { return width }
  width = 0
  for scalar in text.unicodeScalars {
    guard let cells = plainCellWidth(scalar) else {
      return text.reduce(0) { $0 + cellWidth(of: $1) }
    }
    width += cells
  }
  return width
}

/// How many cells a letter takes together with its marks.
func cellWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  // Any of them, because a colour of skin makes a picture of a sign that is text by itself.
  if scalars.contains(where: { $0.value >= 0x80 && $0.properties.isEmojiPresentation }) { return 2 }
  // U+FE0F asks for the picture of a sign that is text by itself, such as ☀ or the 1 of a key.
  let isPicture = first.properties.isEmoji && scalars.dropFirst().first?.value == 0xFE0F
  return isPicture ? 2 : scalars.reduce(0) { $0 + cellWidth(of: $1) }
}

/// The cells of a scalar that never makes an emoji with its neighbours: all of Vietnamese.
private func plainCellWidth(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0x300, 0x1E00..<0x1F00, 0x2010...0x2027: 1
  case 0..<0x20, 0x7F..<0xA0, 0x300..<0x370: 0
  default: nil
  }
}

private func cellWidth(of scalar: Unicode.Scalar) -> Int {
  if let cells = plainCellWidth(scalar) { return cells }
  switch scalar.value {
  case 0x1100...0x115F: return 2
  // Vowels and finals of Hangul stand in the cells of the consonant before them.
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
  default: break
  }
  let properties = scalar.properties
  if properties.isDefaultIgnorableCodePoint { return 0 }
  switch properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    return 0
  default: break
  }
  return properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
}

/// Whether a scalar is wide or full width in Unicode's table of East Asian widths, emoji apart.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
    0x3250...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FFF, 0x17000...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    true
  default: false
  }
}
