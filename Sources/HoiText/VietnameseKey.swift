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
  private let table = VietnameseScalarTable.shared

  /// Makes room for the keys of texts of so many bytes: growing would touch memory anew.
  mutating func reserve(textBytes: Int) { bytes.reserveCapacity(4 * textBytes) }

  /// Appends the key of a text to `bytes`.
  mutating func append(_ text: String) {
    let text = normalized(text)
    secondary.removeAll(keepingCapacity: true)
    tertiary.removeAll(keepingCapacity: true)
    let start = bytes.count
    for scalar in text.unicodeScalars {
      guard let weights = table[scalar] else {
        // A loose mark may belong to a letter before it: begin again, letter by letter.
        bytes.removeSubrange(start...)
        secondary.removeAll(keepingCapacity: true)
        tertiary.removeAll(keepingCapacity: true)
        appendDecomposed(text)
        break
      }
      append(weights)
    }
    finishLevels()
    bytes.append(contentsOf: text.utf8)
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

/// The weights of the composed scalars that make up nearly all text.
///
/// U+0000 to U+024F, U+1E00 to U+1EFF. Combining marks are not in it.
private struct VietnameseScalarTable {
  static let shared = VietnameseScalarTable()

  private let weights: [VietnameseWeights?]
  private static let earlyCount = 0x250

  private init() {
    weights = (Array(0..<0x250) + Array(0x1E00..<0x1F00)).map { (value: UInt32) in
      Unicode.Scalar(value).flatMap(Self.weights(of:))
    }
  }

  subscript(scalar: Unicode.Scalar) -> VietnameseWeights? {
    switch scalar.value {
    case 0..<0x250: weights[Int(scalar.value)]
    case 0x1E00..<0x1F00: weights[Int(scalar.value) - 0x1E00 + Self.earlyCount]
    default: nil
    }
  }

  /// The weights of a scalar of one letter and at most one mark besides; nil sends it the long way.
  private static func weights(of scalar: Unicode.Scalar) -> VietnameseWeights? {
    if let known = VietnameseWeight.base[scalar] { return known }
    if scalar.value < 0x80 { return VietnameseWeights() }
    let parts = Array(canonicalDecomposition(String(scalar)))
    guard parts.count > 1 else { return nil }
    let joined = parts.indices.dropFirst().first {
      VietnameseWeight.letter(parts[0], with: parts[$0]) != nil
    }
    let letter = joined.flatMap { VietnameseWeight.letter(parts[0], with: parts[$0]) } ?? parts[0]
    let rest = parts.indices.dropFirst().filter { $0 != joined }
    guard rest.count <= 1, var weights = VietnameseWeight.base[letter] else { return nil }
    guard let mark = rest.first else { return weights }
    guard let added = VietnameseWeight.base[parts[mark]] else { return nil }
    weights.mark = added.mark
    return weights
  }
}
