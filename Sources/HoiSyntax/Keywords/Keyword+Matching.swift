import HoiText

extension Keyword {
  /// The keyword that a word spells in either language; nil for every other word.
  ///
  /// Case never matters. A Vietnamese spelling may be typed with its accents or without.
  package init?(word: String) {
    self.init(bytes: Array(word.utf8)[...])
  }

  /// As `init(word:)`, of the bytes of a word; the lexer asks for every word of a text.
  init?(bytes: ArraySlice<UInt8>) {
    guard let keyword = SpellingTable.shared.keyword(of: bytes) else { return nil }
    self = keyword
  }

  package var vietnamese: String { Self.rowOf[self]!.vietnamese }

  package func hasRole(_ role: Role) -> Bool {
    switch role {
    case .statement: Self.statementWords.contains(self)
    case .clause: Self.clauseWords.contains(self)
    case .target: Self.targetWords.contains(self)
    case .entry: Self.entryWords.contains(self)
    case .operator: Self.operators.contains(self)
    case .word: Self.innerWords.contains(self)
    }
  }

  // A list of twenty is looked through sooner than a word is hashed.
  private static let statementWords = keywords(in: .statement)
  private static let clauseWords = keywords(in: .clause)
  private static let targetWords = keywords(in: .target)
  private static let entryWords = keywords(in: .entry)
  private static let operators = keywords(in: .operator)
  private static let innerWords = keywords(in: .word)

  /// The keywords of a role, in the order of the table.
  package static func keywords(in role: Role) -> [Keyword] {
    allRows.filter { $0.roles.contains(role) }.map(\.keyword)
  }

  private static let rowOf = Dictionary(uniqueKeysWithValues: allRows.map { ($0.keyword, $0) })
}

/// Every spelling of a keyword, found by its bytes without making a string of them.
///
/// Open addressing over spellings packed into 16 bytes, which is more than any of them has.
private struct SpellingTable {
  static let shared = SpellingTable()

  private var english = PackedTable()
  private var vietnamese = PackedTable()

  private init() {
    for row in Keyword.allRows {
      english.insert(packed(row.keyword.rawValue.utf8), row.keyword)
      vietnamese.insert(packed(folded(row.vietnamese).utf8), row.keyword)
    }
  }

  /// Folds as `folded` does, but for what no keyword has: digits, and letters beyond Vietnamese.
  func keyword(of bytes: ArraySlice<UInt8>) -> Keyword? {
    // A letter has at most three bytes, or six with loose marks.
    guard bytes.count <= 96 else { return nil }
    var plain: UInt128 = 0
    var key: UInt128 = 0
    var last: UInt8 = 0
    var isPlain = true
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      index += 1
      if byte >= 0x80 {
        isPlain = false
        guard let letter = plainLetter(byte, bytes, &index) else { return nil }
        // A loose mark.
        if letter == 0 { continue }
        byte = letter
      } else if byte >= 0x41 && byte <= 0x5A {
        byte |= 0x20
      }
      if plain >> 120 == 0 { plain = plain << 8 | UInt128(byte) } else { isPlain = false }
      if byte == 0x5F { continue }
      guard byte >= 0x61, byte <= 0x7A, key >> 120 == 0 else { return nil }
      let isI = byte == UInt8(ascii: "y") && last != 0 && !isVowel(last)
      last = isI ? UInt8(ascii: "i") : byte
      key = key << 8 | UInt128(last)
    }
    if isPlain, let keyword = english[plain] { return keyword }
    return key == 0 ? nil : vietnamese[key]
  }

  private func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

/// The plain letter of one of Vietnamese that is not ASCII and whose first byte has been read; 0 for a mark
/// on the letter before, nil for others.
private func plainLetter(
  _ first: UInt8, _ bytes: ArraySlice<UInt8>, _ index: inout Int
) -> UInt8? {
  guard first >= 0xC2, first <= 0xEF, index < bytes.endIndex else { return nil }
  var value = UInt32(first & (first < 0xE0 ? 0x1F : 0x0F)) << 6 | UInt32(bytes[index] & 0x3F)
  index += 1
  if first >= 0xE0 {
    guard index < bytes.endIndex else { return nil }
    value = value << 6 | UInt32(bytes[index] & 0x3F)
    index += 1
  }
  if (0x300...0x36F).contains(value) { return 0 }
  guard let letter = Unicode.Scalar(value).flatMap(plainLetter(of:)), letter >= 0x61 else {
    return nil
  }
  return letter
}

private func packed(_ bytes: some Sequence<UInt8>) -> UInt128 {
  bytes.reduce(0) { $0 << 8 | UInt128($1) }
}

/// A small table with few collisions; nothing is ever taken out.
private struct PackedTable {
  private var keys = [UInt128](repeating: 0, count: 512)
  private var values = [Keyword?](repeating: nil, count: 512)

  private static func slot(_ key: UInt128) -> Int {
    let mixed = (UInt64(truncatingIfNeeded: key) ^ UInt64(key >> 64) &* 0x9E37_79B9_7F4A_7C15)
    return Int((mixed &* 0xBF58_476D_1CE4_E5B9) >> 55)
  }

  mutating func insert(_ key: UInt128, _ value: Keyword) {
    precondition(key != 0, "a spelling has letters")
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      precondition(keys[slot] != key, "no two keywords are spelled alike")
      slot = (slot + 1) & 511
    }
    keys[slot] = key
    values[slot] = value
  }

  subscript(_ key: UInt128) -> Keyword? {
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & 511
    }
    return nil
  }
}
