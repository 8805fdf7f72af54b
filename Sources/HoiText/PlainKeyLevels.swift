/// The levels of the key of a text whose letters are composed, as nearly all text is.
struct PlainKeyLevels {
  private var primary: [UInt8] = []
  private var secondary: [UInt8] = []
  private var tertiary: [UInt8] = []
  private var counts = (primary: 0, secondary: 0, tertiary: 0)
  private let table = VietnameseScalarTable.shared

  /// Appends the levels of the text taken last, a separator after each; ordinary weights at their ends are
  /// left out.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: primary[..<counts.primary])
    bytes.append(VietnameseWeight.separator)
    bytes.append(contentsOf: secondary[..<counts.secondary])
    bytes.append(VietnameseWeight.separator)
    bytes.append(contentsOf: tertiary[..<counts.tertiary])
    bytes.append(VietnameseWeight.separator)
  }

  /// Makes the levels of a text; false where one of its scalars has to be looked at among others.
  ///
  /// - Parameter text: UTF-8.
  mutating func take(_ text: Span<UInt8>) -> Bool {
    // No scalar adds more weights to a level than it has bytes; what is written last may count for nothing.
    while primary.count < text.count + 2 {
      for _ in 0..<64 {
        primary.append(0)
        secondary.append(0)
        tertiary.append(0)
      }
    }
    guard
      let counts = writeLevels(of: text, table, to: &primary, &secondary, &tertiary)
    else { return false }
    self.counts = counts
    return true
  }
}

/// Writes the weights of a text; nil where a scalar has none of its own.
///
/// - Returns: how many there are in each level, ordinary ones at the end not counted.
private func writeLevels(
  of text: Span<UInt8>, _ table: VietnameseScalarTable, to primary: inout [UInt8],
  _ secondary: inout [UInt8], _ tertiary: inout [UInt8]
) -> (primary: Int, secondary: Int, tertiary: Int)? {
  let weights = table.weights.span
  var letters = primary.mutableSpan
  var marks = secondary.mutableSpan
  var cases = tertiary.mutableSpan
  var (letterCount, count, markEnd, caseEnd, place) = (0, 0, 0, 0, 0)
  while place < text.count {
    let entry = VietnameseScalarTable.entry(text, &place)
    guard entry < weights.count else { return nil }
    let weight = weights[entry]
    guard weight.isKnown else { return nil }
    // What has no weight is written over by the next.
    letters[letterCount] = weight.primary
    if weight.primary > 0 {
      letterCount += 1
      marks[count] = VietnameseWeight.ordinary
      cases[count] = weight.tertiary
      count += 1
      if weight.tertiary != VietnameseWeight.ordinary { caseEnd = count }
    }
    if weight.mark > 0 {
      marks[count] = weight.mark
      cases[count] = VietnameseWeight.ordinary
      count += 1
      if weight.mark != VietnameseWeight.ordinary { markEnd = count }
    }
  }
  return (letterCount, markEnd, caseEnd)
}

/// The weights of the composed scalars that make up nearly all text.
///
/// U+0000 to U+024F, U+1E00 to U+1EFF: all are in NFC, with whatever stands beside them. Combining marks
/// are not among them.
private struct VietnameseScalarTable {
  struct Entry {
    var primary: UInt8 = 0
    var mark: UInt8 = 0
    var tertiary: UInt8 = 0
    var isKnown = false
  }

  static let shared = VietnameseScalarTable()

  let weights: [Entry]
  private static let earlyCount = 0x250

  private init() {
    weights = (Array(0..<0x250) + Array(0x1E00..<0x1F00)).map { (value: UInt32) in
      guard let weights = Unicode.Scalar(value).flatMap(Self.weights(of:)) else { return Entry() }
      return Entry(
        primary: weights.primary, mark: weights.mark, tertiary: weights.tertiary, isKnown: true)
    }
  }

  /// The entry of the scalar at a place of a text, which is moved behind it; `Int.max` where there is none.
  @inline(__always)
  static func entry(_ text: Span<UInt8>, _ place: inout Int) -> Int {
    let first = Int(text[place])
    place += 1
    if first < 0x80 { return first }
    guard place < text.count else { return .max }
    let second = Int(text[place]) & 0x3F
    place += 1
    // 110yyyyy 10xxxxxx, below U+0250.
    if first < 0xC9 || (first == 0xC9 && second < 0x10) { return (first & 0x1F) << 6 | second }
    // 11100001 1011yyyy 10xxxxxx: U+1E00 is E1 B8 80, U+1EFF is E1 BB BF.
    guard first == 0xE1, (0x38...0x3B).contains(second), place < text.count else { return .max }
    let third = Int(text[place]) & 0x3F
    place += 1
    return (second - 0x38) << 6 + third + earlyCount
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
