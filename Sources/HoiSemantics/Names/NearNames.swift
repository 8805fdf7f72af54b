import HoiText

/// Names so near to what was typed that they may have been meant.
struct NearNames {
  /// More candidates than this are not looked through: a refusal must not take seconds.
  private static let candidateLimit = 20_000

  /// At most three, the nearest first; none rather than something far.
  ///
  /// - Parameter candidates: what is compared, and what is suggested for it.
  static func suggestions(
    for typed: String, among candidates: [(compared: String, suggested: String)]
  ) -> [String] {
    nearest(to: typed, amongSpellings: candidates.prefix(candidateLimit))
  }
}
