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
    SpellingTable.shared.roles[self]!.contains(role)
  }

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

  let roles: [Keyword: Set<Keyword.Role>]
  private var english = PackedTable()
  private var vietnamese = PackedTable()

  private init() {
    roles = Dictionary(
      uniqueKeysWithValues: Keyword.allRows.map { ($0.keyword, Set($0.roles)) })
    for row in Keyword.allRows {
      english.insert(packed(row.keyword.rawValue.utf8), row.keyword)
      vietnamese.insert(packed(folded(row.vietnamese).utf8), row.keyword)
    }
  }

  func keyword(of bytes: ArraySlice<UInt8>) -> Keyword? {
    var plain: UInt128 = 0
    var count = 0
    for byte in bytes {
      if byte >= 0x80 || count == 16 { return accented(bytes) }
      let isUppercase = byte >= 0x41 && byte <= 0x5A
      plain = plain << 8 | UInt128(isUppercase ? byte | 0x20 : byte)
      count += 1
    }
    return english[plain] ?? vietnamese[plain] ?? unfolded(plain, bytes)
  }

  /// A spelling without accents may hold what folding takes out: `quy_doi`, `ty_le`.
  private func unfolded(_ plain: UInt128, _ bytes: ArraySlice<UInt8>) -> Keyword? {
    guard bytes.contains(where: { $0 == 0x5F || $0 | 0x20 == UInt8(ascii: "y") }) else {
      return nil
    }
    return accented(bytes)
  }

  private func accented(_ bytes: ArraySlice<UInt8>) -> Keyword? {
    // No spelling has more letters, and a letter has at most three bytes, or six with loose marks.
    guard bytes.count <= 64 else { return nil }
    let key = folded(String(decoding: bytes, as: UTF8.self)).utf8
    return key.count <= 16 ? vietnamese[packed(key)] : nil
  }
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
