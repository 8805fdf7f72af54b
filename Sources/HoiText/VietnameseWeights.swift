// The order of Vietnamese letters, written down here because ICU, whose order it is (locale vi),
// would weigh thirty megabytes. Letters of the alphabet differ first (ă, â, đ, ê, ô, ơ, ư are letters
// of their own), tones second (ngang, huyền, hỏi, ngã, sắc, nặng), case third.

/// What one scalar adds to the three levels of a key.
///
/// Zero adds nothing to a level. The byte 1 separates levels, and 2 is the ordinary second and third
/// weight, so that every other weight is greater.
struct VietnameseWeights {
  var primary: UInt8 = 0
  /// The tone or other mark, which weighs after its letter.
  var mark: UInt8 = 0
  var tertiary: UInt8 = 0
}

enum VietnameseWeight {
  static let separator: UInt8 = 1
  static let ordinary: UInt8 = 2
  static let uppercase: UInt8 = 3
  /// Written differently, such as the small two of km².
  static let variant: UInt8 = 4

  /// Before the three bytes of a mark without a weight of its own.
  static let otherMark: UInt8 = 0x40
  /// Before the three bytes of a sign or a letter without a weight of its own.
  static let otherSign: UInt8 = 0x90
  static let otherLetter: UInt8 = 0xF0

  /// Blanks, punctuation, signs and currencies in ICU's order.
  private static let signs =
    "\t\n\u{B}\u{C}\r\u{85}\u{2028}\u{2029} _-‐‒–—―,;:!¡?¿.·'‘’\"“”«»()[]{}§¶@*/\\&#%‰•′″`´^¯¨¸°©®"
    + "←→+±÷×<=>¬|¦~−≤≥¤¢$£¥₫€"
  private static let firstDigit: UInt8 = 0xA0
  private static let firstLetter: UInt8 = 0xB0
  private static let alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
  /// Huyền, hỏi, ngã, sắc, nặng, then the marks of other languages.
  private static let marks: [UInt32] = [
    0x300, 0x309, 0x303, 0x301, 0x323, 0x306, 0x302, 0x30C, 0x30A, 0x308, 0x307, 0x328, 0x327,
    0x304, 0x31B,
  ]
  /// Scalars that differ from another in the third place only.
  private static let variants: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{A0}": " ", "\u{2011}": "\u{2010}", "¹": "1", "²": "2", "³": "3", "ª": "a", "º": "o",
  ]

  /// An ellipsis stands where three full stops would.
  static let dotOfEllipsis = VietnameseWeights(
    primary: base["."]?.primary ?? 0, tertiary: variant)

  /// The weights of single scalars, decomposed ones and the letters of the alphabet.
  static let base: [Unicode.Scalar: VietnameseWeights] = {
    var weights: [Unicode.Scalar: VietnameseWeights] = [:]
    func add(_ scalars: some Sequence<Unicode.Scalar>, from first: UInt8) {
      for (place, scalar) in scalars.enumerated() {
        weights[scalar] = VietnameseWeights(
          primary: first + UInt8(place), tertiary: ordinary)
      }
    }
    add(signs.unicodeScalars, from: 2)
    add("0123456789".unicodeScalars, from: firstDigit)
    add(alphabet.unicodeScalars, from: firstLetter)
    for scalar in alphabet.unicodeScalars {
      guard let capital = scalar.properties.uppercaseMapping.unicodeScalars.first else { continue }
      weights[capital] = weights[scalar]
      weights[capital]?.tertiary = uppercase
    }
    for (scalar, like) in variants {
      weights[scalar] = weights[like]
      weights[scalar]?.tertiary = variant
    }
    for (place, mark) in marks.enumerated() {
      guard let scalar = Unicode.Scalar(mark) else { continue }
      weights[scalar] = VietnameseWeights(mark: ordinary + 1 + UInt8(place), tertiary: ordinary)
    }
    return weights
  }()

  /// The letter of the alphabet that a letter and one of its marks make, such as `a` and U+0306.
  static func letter(_ base: Unicode.Scalar, with mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (mark.value, base) {
    case (0x306, "a"): "ă"
    case (0x306, "A"): "Ă"
    case (0x302, "a"): "â"
    case (0x302, "A"): "Â"
    case (0x302, "e"): "ê"
    case (0x302, "E"): "Ê"
    case (0x302, "o"): "ô"
    case (0x302, "O"): "Ô"
    case (0x31B, "o"): "ơ"
    case (0x31B, "O"): "Ơ"
    case (0x31B, "u"): "ư"
    case (0x31B, "U"): "Ư"
    default: nil
    }
  }
}
