/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number within the bounds, both included.
  ///
  /// Not `Int.random(in:using:)`, whose way of drawing may change with the standard library.
  mutating func number(_ bounds: ClosedRange<Int>) -> Int {
    bounds.lowerBound + Int(next() % UInt64(bounds.count))
  }
}

/// Deals a total out in proportion to weights, never giving a place more than its cap.
///
/// - Parameters:
///   - total: at most the sum of the caps of places that have a weight.
///   - weights: one for each place; a place without weight gets nothing.
///   - caps: one for each place.
/// - Returns: whole numbers that add to the total (method of Sainte-Laguë; ties to the first).
func apportion(_ total: Int, by weights: [Int], atMost caps: [Int]) -> [Int] {
  var given = Array(repeating: 0, count: weights.count)
  for _ in 0..<total {
    var best: Int?
    for place in weights.indices where weights[place] > 0 && given[place] < caps[place] {
      if let leader = best {
        let ours = weights[place] * (2 * given[leader] + 1)
        if ours > weights[leader] * (2 * given[place] + 1) { best = place }
      } else {
        best = place
      }
    }
    guard let winner = best else { preconditionFailure("more to deal out than the caps allow") }
    given[winner] += 1
  }
  return given
}

/// Deals a total out in proportion to weights, without caps.
func apportion(_ total: Int, by weights: [Int]) -> [Int] {
  apportion(total, by: weights, atMost: weights.map { _ in total })
}
