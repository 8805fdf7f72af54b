/// What a reader may know of counts that are not published: linear equations over whole numbers that
/// are not negative, of which some are parts of others.
///
/// It shares nothing with the way cells are hidden: it looks for another set of counts that agrees with
/// everything published.
struct Possibilities {
  struct Equation: Hashable {
    /// By count, how often it is added.
    var coefficients: [Int]
    var sum: Int
  }

  /// The counts as they are, which satisfy every equation: a whole and a part of it, in turn.
  let truth: [Int]
  let largest: Int
  private var equations: Set<Equation> = []
  private(set) var isExhausted = false
  private var steps = 0

  init(truth: [Int], largest: Int) {
    self.truth = truth
    self.largest = largest
  }

  /// A sum that is published.
  mutating func add(_ coefficients: [Int]) { equations.insert(equation(coefficients)) }

  private func equation(_ coefficients: [Int], plus distance: Int = 0) -> Equation {
    let sum = zip(coefficients, truth).reduce(0) { $0 + $1.0 * $1.1 }
    return Equation(coefficients: coefficients, sum: sum + distance)
  }

  /// Whether a sum can be anything but what it is.
  mutating func isOpen(_ coefficients: [Int]) -> Bool {
    for distance in 1...12 {
      for other in [distance, -distance] {
        let guess = merged(Array(equations) + [equation(coefficients, plus: other)])
        var search = Possibilities(truth: guess.truth, largest: largest)
        let isFound = search.isPossible(guess.truth.map { _ in 0...largest }, guess.equations)
        isExhausted = isExhausted || search.isExhausted
        if isFound { return true }
      }
    }
    return false
  }

  /// Pairs that no equation tells apart are one, and pairs that none reads are left out.
  private func merged(_ equations: [Equation]) -> (truth: [Int], equations: [Equation]) {
    var places: [[Int]: Int] = [:]
    var truth: [Int] = []
    var firsts: [Int] = []
    for pair in stride(from: 0, to: self.truth.count, by: 2) {
      let key = equations.flatMap { $0.coefficients[pair...pair + 1] }
      if key.allSatisfy({ $0 == 0 }) { continue }
      if let place = places[key] {
        truth[place] += self.truth[pair]
        truth[place + 1] += self.truth[pair + 1]
      } else {
        places[key] = truth.count
        truth += self.truth[pair...pair + 1]
        firsts.append(pair)
      }
    }
    let kept = equations.map { equation in
      Equation(
        coefficients: firsts.flatMap { equation.coefficients[$0...$0 + 1] }, sum: equation.sum)
    }
    return (truth, kept)
  }

  /// Whether any counts within ranges satisfy all equations: the ranges are narrowed, then the
  /// narrowest is tried value by value, those near the truth first.
  private mutating func isPossible(_ ranges: [ClosedRange<Int>], _ equations: [Equation]) -> Bool {
    steps += 1
    if steps > 100_000 {
      isExhausted = true
      return true
    }
    guard let ranges = narrowed(ranges, equations) else { return false }
    let open = ranges.indices.filter { ranges[$0].count > 1 }
    guard let place = open.min(by: { ranges[$0].count < ranges[$1].count }) else { return true }
    let values = ranges[place].sorted { abs($0 - truth[place]) < abs($1 - truth[place]) }
    for value in values {
      var fixed = ranges
      fixed[place] = value...value
      if isPossible(fixed, equations) { return true }
    }
    return false
  }

  /// Ranges without the values that an equation or a part of a whole rules out; nil where none is left.
  private func narrowed(
    _ ranges: [ClosedRange<Int>], _ equations: [Equation]
  ) -> [ClosedRange<Int>]? {
    var ranges = ranges
    var isChanged = true
    while isChanged {
      isChanged = false
      func keep(_ place: Int, _ low: Int, _ high: Int) -> Bool {
        let low = max(low, ranges[place].lowerBound)
        let high = min(high, ranges[place].upperBound)
        guard low <= high else { return false }
        if low...high != ranges[place] {
          ranges[place] = low...high
          isChanged = true
        }
        return true
      }
      for part in stride(from: 1, to: ranges.count, by: 2) {
        let whole = part - 1
        if !keep(part, 0, ranges[whole].upperBound) { return nil }
        if !keep(whole, ranges[part].lowerBound, largest) { return nil }
      }
      for equation in equations {
        var low = 0
        var high = 0
        for (place, factor) in equation.coefficients.enumerated() where factor != 0 {
          low += factor * (factor > 0 ? ranges[place].lowerBound : ranges[place].upperBound)
          high += factor * (factor > 0 ? ranges[place].upperBound : ranges[place].lowerBound)
        }
        if equation.sum < low || equation.sum > high { return nil }
        for (place, factor) in equation.coefficients.enumerated() where factor != 0 {
          let range = ranges[place]
          let least = factor * (factor > 0 ? range.lowerBound : range.upperBound)
          let most = factor * (factor > 0 ? range.upperBound : range.lowerBound)
          // What the others leave for this one.
          let from = equation.sum - (high - most)
          let to = equation.sum - (low - least)
          let bounds =
            factor > 0
            ? (Self.up(from, factor), Self.down(to, factor))
            : (Self.up(-to, -factor), Self.down(-from, -factor))
          if !keep(place, bounds.0, bounds.1) { return nil }
          // The sums stand on the ranges as they were; the next round takes the narrower ones.
          low += factor * (factor > 0 ? ranges[place].lowerBound : ranges[place].upperBound) - least
          high += factor * (factor > 0 ? ranges[place].upperBound : ranges[place].lowerBound) - most
        }
      }
    }
    return ranges
  }

  private static func down(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private static func up(_ number: Int, _ divisor: Int) -> Int { -down(-number, divisor) }
}
