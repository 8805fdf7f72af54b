/// A function of values. Its words are names like others; only brackets behind one make it a function.
package enum ValueFunction: String, CaseIterable {
  case sum, min, max, avg, count, distinct, round, abs
  case prev, change, growth, moving
  case share, rank, coverage, missing
  case target, gap, status

  /// Other spellings, folded: a `y` behind a consonant is an `i` then.
  package init?(folded name: String) {
    switch name {
    case "sum", "tong": self = .sum
    case "min", "nhonhat": self = .min
    case "max", "lonnhat": self = .max
    case "avg", "trungbinh": self = .avg
    case "count", "dem": self = .count
    case "distinct", "khacnhau": self = .distinct
    case "round", "lamtron": self = .round
    case "abs", "trituyetdoi", "giatrituyetdoi": self = .abs
    case "prev", "kitruoc", "namtruoc", "truoc": self = .prev
    case "change", "thaydoi": self = .change
    case "growth", "tangtruong": self = .growth
    case "moving", "truot": self = .moving
    case "share", "cocau", "titrong": self = .share
    case "rank", "hang", "thuhang", "xephang": self = .rank
    case "coverage", "dophu": self = .coverage
    case "missing", "thieu": self = .missing
    case "target", "muctieu": self = .target
    case "gap", "conthieu": self = .gap
    case "status", "ketluan": self = .status
    default: return nil
    }
  }

  /// How many arguments it takes.
  package var argumentCount: ClosedRange<Int> {
    switch self {
    case .round, .prev: 1...2
    case .moving: 2...2
    case .sum, .min, .max, .avg, .count, .distinct, .abs, .change, .growth, .share, .rank,
      .coverage, .missing, .target, .gap, .status:
      1...1
    }
  }
}
