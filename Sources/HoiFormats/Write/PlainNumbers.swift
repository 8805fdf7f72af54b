import HoiAnswer
import HoiNumbers

/// Appends a number as programs read it: a decimal point, no groups, no unit.
///
/// Whole numbers and short decimals are exact, everything else is rounded half away from zero to
/// fifteen decimals. Ratios and growth are plain fractions, `0.487`; differences of ratios are in
/// points, `7` for 0.07, because that is what points are.
func appendNumber(_ value: Fraction, _ unit: Unit, to output: inout [UInt8]) {
  if value.denominator == 1, unit != .points {
    appendInteger(value.numerator, to: &output)
    return
  }
  let shift = unit == .points ? 2 : 0
  output.append(contentsOf: decimalText(value, shift: shift))
}

/// Decimals that are written at most.
private let mostPlaces = 15

/// The decimal of a value times `10^shift`, without zeros at its end.
private func decimalText(_ value: Fraction, shift: Int) -> [UInt8] {
  // Terms near 128 bits leave room for fewer decimals, never for none: a sum of that size is known
  // to more than thirty digits anyway.
  var places = mostPlaces + shift
  var scaled = value.scaledAndRounded(toPlaces: places)
  while scaled == nil, places > 0 {
    places -= 1
    scaled = value.scaledAndRounded(toPlaces: places)
  }
  // Rounding to no decimals at all multiplies by one and cannot fail.
  guard let scaled else { preconditionFailure("a fraction rounds to a whole number") }
  var digits = Array(String(scaled.magnitude).utf8)
  while places < shift {
    digits.append(0x30)
    places += 1
  }
  places -= shift
  while digits.count <= places { digits.insert(0x30, at: 0) }
  var whole = Array(digits.prefix(digits.count - places))
  var decimals = digits.suffix(places)
  while decimals.last == 0x30 { decimals.removeLast() }
  while whole.count > 1, whole[0] == 0x30 { whole.removeFirst() }
  let sign: [UInt8] = scaled < 0 ? [0x2D] : []
  return sign + whole + (decimals.isEmpty ? [] : [0x2E] + decimals)
}

func appendInteger(_ value: Int128, to output: inout [UInt8]) {
  if let narrow = Int64(exactly: value) {
    output.append(contentsOf: String(narrow).utf8)
  } else {
    output.append(contentsOf: String(value).utf8)
  }
}

extension Answer {
  /// A cell, a year that is none as an unknown member: a total over years belongs to no year.
  func cell(_ row: Int, _ column: Int) -> Cell {
    let cell = self[row, column]
    if case .year(let year) = cell, year <= 0 { return .unknown }
    return cell
  }

  /// The columns that programs read, by their places: groups and items, no details.
  var dataColumns: [Int] {
    columns.indices.filter { index in
      switch columns[index].role {
      case .group, .item, .data: true
      case .detail: false
      }
    }
  }
}
