// Keys whose bytes are in Vietnamese order, so that sorting compares bytes and never letters.

/// A key whose order, byte by byte, is the Vietnamese order of the texts.
///
/// Signs, digits, letters a to z, other letters; accents and case decide where letters are the same. Two
/// texts have one key exactly if they are equal, NFC and NFD being equal.
public func vietnameseSortKey(_ text: String) -> [UInt8] {
  var writer = VietnameseKeyWriter()
  writer.append(text)
  return writer.bytes
}

/// Whether one text stands before another in Vietnamese order; a total order.
public func vietnameseOrder(_ a: String, _ b: String) -> Bool {
  vietnameseSortKey(a).lexicographicallyPrecedes(vietnameseSortKey(b))
}

/// Writes keys one behind the other into one array.
///
/// A key is the three levels with a separator after each, then the text in NFC, which makes the order
/// total. Ordinary weights at the end of a level are left out, which changes no order: a level begins
/// with as many weights as its forerunner, and none is less than an ordinary one.
struct VietnameseKeyWriter {
  private(set) var bytes: [UInt8] = []
  private var secondary: [UInt8] = []
  private var tertiary: [UInt8] = []
  private var plain = PlainKeyLevels()

  /// Makes room for the keys of texts of so many bytes: growing would touch memory anew.
  mutating func reserve(textBytes: Int) { bytes.reserveCapacity(3 * textBytes) }

  /// Appends the key of a text to `bytes`.
  mutating func append(_ text: String) {
    let utf8 = Array(text.utf8)
    append(utf8, utf8.indices)
  }

  /// Appends the key of one of many texts to `bytes`.
  ///
  /// - Parameter text: UTF-8, of which the range is one text.
  mutating func append(_ text: [UInt8], _ range: Range<Int>) {
    if plain.take(text.span.extracting(range)) {
      plain.append(to: &bytes)
      bytes.append(contentsOf: text[range])
    } else {
      // A loose mark may belong to a letter before it.
      let text = normalized(String(decoding: text[range], as: UTF8.self))
      secondary.removeAll(keepingCapacity: true)
      tertiary.removeAll(keepingCapacity: true)
      appendDecomposed(text)
      finishLevels()
      bytes.append(contentsOf: text.utf8)
    }
  }

  private mutating func append(_ weights: VietnameseWeights) {
    if weights.primary > 0 {
      bytes.append(weights.primary)
      secondary.append(VietnameseWeight.ordinary)
      tertiary.append(weights.tertiary)
    }
    if weights.mark > 0 {
      secondary.append(weights.mark)
      tertiary.append(VietnameseWeight.ordinary)
    }
  }

  private mutating func finishLevels() {
    bytes.append(VietnameseWeight.separator)
    for level in [secondary, tertiary] {
      let end = level.lastIndex { $0 != VietnameseWeight.ordinary } ?? -1
      bytes.append(contentsOf: level[...end])
      bytes.append(VietnameseWeight.separator)
    }
  }

  private mutating func appendDecomposed(_ text: String) {
    let scalars = Array(canonicalDecomposition(text))
    var place = 0
    while place < scalars.count {
      let base = scalars[place]
      var end = place + 1
      if base.properties.canonicalCombiningClass == .notReordered {
        while end < scalars.count,
          scalars[end].properties.canonicalCombiningClass != .notReordered
        {
          end += 1
        }
      }
      append(base, scalars[(place + 1)..<end])
      place = end
    }
  }

  /// Appends a letter and its marks, the first of which may make another letter of it.
  private mutating func append(_ base: Unicode.Scalar, _ marks: ArraySlice<Unicode.Scalar>) {
    // A mark of the same class in between stands closer to the letter and keeps them apart.
    let joined = marks.indices.first { place in
      let combiningClass = marks[place].properties.canonicalCombiningClass
      return VietnameseWeight.letter(base, with: marks[place]) != nil
        && !marks[..<place].contains { $0.properties.canonicalCombiningClass == combiningClass }
    }
    append(joined.flatMap { VietnameseWeight.letter(base, with: marks[$0]) } ?? base)
    for place in marks.indices where place != joined { append(marks[place]) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if let weights = VietnameseWeight.base[scalar] {
      append(weights)
      return
    }
    if scalar == "…" {
      for _ in 0..<3 { append(VietnameseWeight.dotOfEllipsis) }
      return
    }
    let properties = scalar.properties
    if properties.generalCategory == .control || properties.isDefaultIgnorableCodePoint { return }
    if properties.canonicalCombiningClass != .notReordered {
      secondary.append(VietnameseWeight.otherMark)
      secondary.append(contentsOf: threeBytes(scalar))
      tertiary.append(VietnameseWeight.ordinary)
      return
    }
    let isUppercase = properties.isUppercase
    let lower = isUppercase ? properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
    let isLetter = properties.isAlphabetic
    bytes.append(isLetter ? VietnameseWeight.otherLetter : VietnameseWeight.otherSign)
    bytes.append(contentsOf: threeBytes(lower))
    secondary.append(VietnameseWeight.ordinary)
    tertiary.append(isUppercase ? VietnameseWeight.uppercase : VietnameseWeight.ordinary)
  }

  private func threeBytes(_ scalar: Unicode.Scalar) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
  }
}
