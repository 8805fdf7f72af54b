import HoiNumbers

/// What arithmetic makes of units.
extension Unit {
  /// The unit of `left / right`: a ratio of equal units, else one per the other.
  package static func quotient(of left: Unit, by right: Unit) -> Unit {
    if left == right { return left == .number ? .number : .ratio }
    if right == .number { return left }
    return .quotient(left, right)
  }

  /// The unit of `left + right`, or nil where the two do not add.
  ///
  /// Levels and ranks add to nothing. Points may be added to a ratio.
  package static func sum(of left: Unit, and right: Unit) -> Unit? {
    if left == .level || left == .rank || right == .level || right == .rank { return nil }
    if left == right { return left }
    if (left == .ratio && right == .points) || (left == .points && right == .ratio) {
      return .ratio
    }
    return nil
  }

  /// The unit of `left - right`, or nil where one cannot be taken from the other: two ratios differ
  /// in points.
  package static func difference(of left: Unit, and right: Unit) -> Unit? {
    if left == .ratio && right == .ratio { return .points }
    if left == .points && right == .ratio { return nil }
    return sum(of: left, and: right)
  }

  /// The unit of `left * right`, or nil where neither is a bare number or a percentage.
  package static func product(of left: Unit, and right: Unit) -> Unit? {
    if left == .level || left == .rank || right == .level || right == .rank { return nil }
    if left == .number { return right }
    if right == .number { return left }
    if left == .ratio { return right }
    if right == .ratio { return left }
    return nil
  }

  /// As a message names it.
  package var words: (vi: String, en: String) {
    switch self {
    case .number: ("số", "number")
    case .named(""): ("số đếm", "count")
    case .named(let name): (name, name)
    case .ratio: ("tỷ lệ %", "ratio in %")
    case .points: ("điểm %", "percentage points")
    case .growth: ("mức tăng %", "growth in %")
    case .quotient(let left, let right):
      ("\(left.words.vi)/\(right.words.vi)", "\(left.words.en)/\(right.words.en)")
    case .level: ("mức", "level")
    case .rank: ("thứ hạng", "rank")
    }
  }
}
