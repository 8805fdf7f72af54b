import HoiAnswer
import HoiDiagnostics
import HoiNumbers

/// How the numbers of one column are shown.
///
/// Two decimals for ratios and quotients, as many as they have for counts and amounts; more where
/// a shown value would otherwise stand on another side of a threshold than the value itself.
package struct NumberFormat {
  private let language: Language
  private let places: Int
  /// How many places the decimal mark moves to the right: two for percent and points.
  private let shift: Int
  private let suffix: String
  private let showsSign: Bool
  /// Values that a shown number must not reach or cross unless the number itself does.
  private let thresholds: [Fraction]
  private let isPart: Bool
  private let steps: [(step: Int, label: String)]

  package init(_ column: AnswerColumn, _ language: Language) {
    self.language = language
    isPart = column.isPart
    steps = column.unit == .level ? column.steps : []
    var thresholds = column.thresholds
    var percent = language == .vietnamese ? " %" : "%"
    switch column.unit {
    case .ratio:
      (shift, showsSign) = (2, false)
      // Not one child is not none, and all but one is not all.
      thresholds += column.isPart ? [.zero, .one] : [.zero]
    case .growth:
      (shift, showsSign) = (2, true)
      thresholds.append(.zero)
    case .points:
      (shift, showsSign) = (2, true)
      thresholds.append(.zero)
      percent = ""
    case .number, .named, .quotient, .level, .rank:
      (shift, showsSign) = (0, column.isChange)
      thresholds.append(.zero)
      percent = ""
    }
    suffix = percent
    self.thresholds = thresholds
    places = column.places ?? usualPlaces(column)
  }

  /// A format for numbers that stand in no column.
  init(
    unit: Unit, places: Int?, thresholds: [Fraction] = [], isPart: Bool = false,
    _ language: Language
  ) {
    var column = AnswerColumn(
      name: "", label: Wording(verbatim: ""), unit: unit, cells: .text([]))
    column.places = places
    column.thresholds = thresholds
    column.isPart = isPart
    self.init(column, language)
  }

  package func text(_ value: Fraction) -> String { parts(value).text }

  func parts(_ value: Fraction) -> ShownNumber {
    if let step = steps.first(where: { Fraction(Int128($0.step)) == value }) {
      return ShownNumber(whole: step.label, decimals: "", suffix: "")
    }
    var places = self.places
    var shown = rounded(value, places)
    while places < mostPlaces, crossed(value, shown) != nil {
      places += 1
      let finer = rounded(value, places)
      // Terms near 128 bits leave no room for more decimals.
      if finer.places == shown.places { break }
      shown = finer
    }
    let grouped = groupedDigits(
      digits(shown), separator: language == .vietnamese ? "." : ",", point: String(mark))
    let split = grouped.lastIndex(of: mark) ?? grouped.endIndex
    let hasDecimals = shown.places > shift
    var whole = hasDecimals ? String(grouped[..<split]) : grouped
    if showsSign, value > .zero { whole = "+" + whole }
    // Beyond all decimals that are shown, a sign tells on which side of its threshold a value is.
    if let threshold = crossed(value, shown) { whole = (value < threshold ? "<" : ">") + whole }
    let isSuspect = isPart && value > .one
    return ShownNumber(
      whole: whole, decimals: hasDecimals ? String(grouped[split...]) : "",
      suffix: suffix + (isSuspect ? " ?" : ""))
  }

  private var mark: Character { language == .vietnamese ? "," : "." }

  /// A value as it is shown: a whole number over a power of ten.
  private typealias Rounded = (scaled: Int128, places: Int)

  private func rounded(_ value: Fraction, _ places: Int) -> Rounded {
    for known in stride(from: places + shift, through: 0, by: -1) {
      if let scaled = value.scaledAndRounded(toPlaces: known) { return (scaled, known) }
    }
    preconditionFailure("rounding to no decimals multiplies by one")
  }

  /// The threshold with which the shown number would compare otherwise than the value does.
  private func crossed(_ value: Fraction, _ shown: Rounded) -> Fraction? {
    let seen = Fraction(shown.scaled, over: powerOfTen(shown.places))
    return thresholds.first { sign(value, $0) != sign(seen, $0) }
  }

  private func sign(_ left: Fraction, _ right: Fraction) -> Int {
    left < right ? -1 : (left == right ? 0 : 1)
  }

  /// Digits with a decimal point, in percent or points where the unit is.
  private func digits(_ shown: Rounded) -> String {
    var digits = String(shown.scaled.magnitude)
    digits += String(repeating: "0", count: max(0, shift - shown.places))
    let decimals = max(0, shown.places - shift)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    if decimals > 0 {
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return shown.scaled < 0 ? "-" + digits : digits
  }
}

/// Decimals that are shown at most.
private let mostPlaces = 18

private func usualPlaces(_ column: AnswerColumn) -> Int {
  switch column.unit {
  case .ratio, .growth, .points, .quotient: return 2
  case .level, .rank: return 0
  case .number, .named:
    guard case .numbers(let numbers) = column.cells else { return 2 }
    var places = 0
    for row in 0..<numbers.count {
      guard let value = numbers[row], value.denominator != 1 else { continue }
      guard let own = exactPlaces(value) else { return 2 }
      places = max(places, own)
    }
    return places
  }
}

/// How many decimals a value has, or nil if they do not end soon.
private func exactPlaces(_ value: Fraction) -> Int? {
  var denominator = value.reduced.denominator
  var (twos, fives) = (0, 0)
  while denominator % 2 == 0 {
    denominator /= 2
    twos += 1
  }
  while denominator % 5 == 0 {
    denominator /= 5
    fives += 1
  }
  let places = max(twos, fives)
  return denominator == 1 && places <= 12 ? places : nil
}
