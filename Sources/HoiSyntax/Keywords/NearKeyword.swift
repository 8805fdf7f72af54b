import HoiText

extension Keyword {
  /// The keyword of a role that a mistyped word is nearest to, spelled as it was meant to be.
  ///
  /// Nothing rather than something far: at most max(3, length) / 3 letters may differ, be missing,
  /// be too many or be swapped.
  static func nearest(to word: String, in role: Role) -> String? {
    let typed = Array(folded(word).utf8)
    guard (2...24).contains(typed.count) else { return nil }
    var best: (distance: Int, spelling: String)?
    for row in allRows where row.roles.contains(role) {
      for spelling in [row.keyword.rawValue, row.vietnamese] {
        let target = Array(folded(spelling).utf8)
        let distance = editDistance(typed, target)
        guard distance <= max(3, target.count) / 3, distance < best?.distance ?? .max else {
          continue
        }
        best = (distance, spelling)
      }
    }
    return best?.spelling
  }

  /// Counts insertions, deletions, replacements and swaps of neighbours.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var earlier: [Int] = []
    var previous = Array(0...right.count)
    for row in 1..<(left.count + 1) {
      var current = [row]
      for column in 1..<(right.count + 1) {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var cost = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, earlier[column - 2] + 1)
        }
        current.append(cost)
      }
      earlier = previous
      previous = current
    }
    return previous[right.count]
  }
}
