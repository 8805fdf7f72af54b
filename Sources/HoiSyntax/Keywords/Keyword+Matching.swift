import HoiText

extension Keyword {
  /// The keyword that a word spells in either language; nil for every other word.
  ///
  /// Case never matters. A Vietnamese spelling may be typed with its accents or without.
  package init?(word: String) {
    if let keyword = Self.english[word] ?? Self.english[word.lowercased()] {
      self = keyword
    } else if let keyword = Self.vietnamese[folded(word)] {
      self = keyword
    } else {
      return nil
    }
  }

  package var vietnamese: String { Self.rowOf[self]!.vietnamese }

  package func hasRole(_ role: Role) -> Bool { Self.rowOf[self]!.roles.contains(role) }

  /// The keywords of a role, in the order of the table.
  package static func keywords(in role: Role) -> [Keyword] {
    allRows.filter { $0.roles.contains(role) }.map(\.keyword)
  }

  private static let english = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  private static let vietnamese = Dictionary(
    uniqueKeysWithValues: allRows.map { (folded($0.vietnamese), $0.keyword) })
  private static let rowOf = Dictionary(uniqueKeysWithValues: allRows.map { ($0.keyword, $0) })
}
