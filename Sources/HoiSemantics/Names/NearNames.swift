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
    let sought = Array(HoiText.folded(typed))
    let reach = max(3, sought.count) / 3
    var found: [(distance: Int, suggested: String)] = []
    for candidate in candidates.prefix(candidateLimit) {
      let name = Array(HoiText.folded(candidate.compared))
      guard abs(name.count - sought.count) <= reach else { continue }
      let distance = editDistance(sought, name)
      if distance <= reach, !found.contains(where: { $0.suggested == candidate.suggested }) {
        found.append((distance, candidate.suggested))
      }
    }
    // Sorting by place as well keeps the order of the model among equally near names.
    return found.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(3).map(\.element.suggested)
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = above[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(replaced, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      (before, above) = (above, current)
    }
    return above[right.count]
  }
}
