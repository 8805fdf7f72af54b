// Mistyping drops, adds, replaces or swaps neighbouring letters; swapping counts as one, because
// `tlye` is as near to `tyle` as a person thinks it is.

/// The longest text that is compared letter by letter, so that a hostile name costs little.
private let comparedLength = 256

/// How many insertions, deletions, replacements and swaps of neighbours lead from one text to the other.
///
/// - Parameters:
///   - a: a folded text; of more than 256 scalars only the first 256 are compared, and the
///     difference in length is the least that is returned.
///   - b: the same.
///   - cutoff: the most that is of interest. Beyond it the answer may be any number above it, found
///     sooner.
public func foldedDistance(_ a: String, _ b: String, atMost cutoff: Int = .max) -> Int {
  let left = Array(a.unicodeScalars)
  let right = Array(b.unicodeScalars)
  return distance(left[...], right[...], atMost: cutoff)
}

/// As `foldedDistance`, of scalars that are at hand already.
func distance(
  _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>, atMost cutoff: Int
) -> Int {
  let gap = abs(a.count - b.count)
  if gap > cutoff { return gap }
  let left = Array(a.prefix(comparedLength))
  let right = Array(b.prefix(comparedLength))
  var earlier = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = earlier
  for row in left.indices {
    current[0] = row + 1
    var least = row + 1
    for column in right.indices {
      var cost = previous[column] + (left[row] == right[column] ? 0 : 1)
      cost = min(cost, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, earlier[column - 1] + 1)
      }
      current[column + 1] = cost
      least = min(least, cost)
    }
    // A swap reaches back two rows, hence both must be beyond the cutoff.
    if least > cutoff, previous.min() ?? 0 > cutoff { return least }
    (earlier, previous, current) = (previous, current, earlier)
  }
  return max(gap, previous[right.count])
}
