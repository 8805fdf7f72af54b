import HoiText

extension Keyword {
  /// The keyword of a role that a mistyped word is nearest to, in the language it was written in.
  static func nearest(to word: String, in role: Role) -> String? {
    nearest(to: word, among: keywords(in: role))
  }

  /// As `nearest(to:in:)`, of the keywords that may stand there.
  ///
  /// Of keywords equally near, one without accents is meant by a word without accents and the other
  /// way round: `deu` is `due`, not `đến`. A word that is a keyword elsewhere is not mistyped.
  static func nearest(to word: String, among keywords: [Keyword]) -> String? {
    // A word of one letter is near to half the table.
    guard (2...24).contains(word.unicodeScalars.count), Keyword(word: word) == nil else {
      return nil
    }
    let english = keywords.map(\.rawValue)
    let vietnamese = keywords.map(\.vietnamese)
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
    let candidates = isPlain ? english + vietnamese : vietnamese + english
    return HoiText.nearest(to: word, among: candidates, most: 1).first
  }
}
