import HoiDiagnostics
import HoiNumbers

/// A scale from a round number to a round number, with marks at round numbers between them.
struct Axis {
  /// The marks, ascending; exact, so that what is written at them is true.
  let ticks: [Fraction]
  private let decimals: Int

  /// Beyond this nothing is drawn: the marks would not fit 128 bits.
  private static let greatest = 1e24

  /// - Parameters:
  ///   - steps: about how many parts it has.
  ///   - fromZero: whether zero is on it, as it must be for bars.
  init?(low: Double, high: Double, steps: Int, fromZero: Bool, isPercent: Bool) {
    guard low.isFinite, high.isFinite, max(abs(low), abs(high)) < Self.greatest else { return nil }
    var (low, high) = (fromZero ? min(low, 0) : low, fromZero ? max(high, 0) : high)
    if low == high {
      let room = max(abs(high) / 10, isPercent ? 0.01 : 1)
      low -= fromZero && high >= 0 ? 0 : room
      high += room
    }
    let (step, decimals) = Self.roundStep((high - low) / Double(max(1, steps)))
    let first = Int128((low / step.double).rounded(.down))
    let last = Int128((high / step.double).rounded(.up))
    ticks = (first...max(last, first + 1)).map {
      Fraction($0 * step.numerator, over: step.denominator)
    }
    // A percent is written two places to the right.
    self.decimals = max(0, decimals - (isPercent ? 2 : 0))
  }

  var low: Double { ticks[0].double }
  var high: Double { ticks[ticks.count - 1].double }

  /// Where a value stands, from 0 to 1.
  func place(_ value: Double) -> Double { (value - low) / (high - low) }

  func labels(_ unit: Unit, _ language: Language) -> [String] {
    let format = NumberFormat(unit: unit, places: decimals, language)
    return ticks.map { format.text($0) }
  }

  /// 1, 2, 2.5 or 5 times a power of ten, at least `least`, and the decimals it has.
  private static func roundStep(_ least: Double) -> (Fraction, Int) {
    var exponent = 0
    var size = least
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1, exponent > -12 {
      size *= 10
      exponent -= 1
    }
    for (tenths, decimals) in [(10, 0), (20, 0), (25, 1), (50, 0), (100, 0)] as [(Int128, Int)]
    where size * 10 <= Double(tenths) {
      let places = max(0, decimals - exponent)
      return exponent >= 0
        ? (Fraction(tenths * powerOfTen(exponent), over: 10), places)
        : (Fraction(tenths, over: 10 * powerOfTen(-exponent)), places)
    }
    return (Fraction(powerOfTen(max(0, exponent + 1))), 0)
  }
}
