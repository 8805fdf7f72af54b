import HoiText

extension Keyword {
  /// The keyword of a role that a mistyped word is nearest to, in the language it was written in.
  ///
  /// Of keywords equally near, one without accents is meant by a word without accents and the other
  /// way round: `deu` is `due`, not `đến`.
  static func nearest(to word: String, in role: Role) -> String? {
    // A word of one letter is near to half the table.
    guard (2...24).contains(word.unicodeScalars.count) else { return nil }
    let rows = allRows.filter { $0.roles.contains(role) }
    let english = rows.map(\.keyword.rawValue)
    let vietnamese = rows.map(\.vietnamese)
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
    let candidates = isPlain ? english + vietnamese : vietnamese + english
    return HoiText.nearest(to: word, among: candidates, most: 1).first
  }
}
