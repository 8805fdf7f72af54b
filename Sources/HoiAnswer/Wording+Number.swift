import HoiDiagnostics
import HoiNumbers

extension Wording {
  /// A number inside a sentence: `1.234,5` and `1,234.5`; nil past 128 bits.
  ///
  /// - Parameter isExact: as many of the places as the number needs, instead of all of them.
  public static func number(_ value: Fraction, places: Int, isExact: Bool = false) -> Wording? {
    guard let text = isExact ? value.decimalText(places: places) : value.fixedText(places: places)
    else { return nil }
    return Wording(
      vi: groupedDigits(text, separator: ".", point: ","),
      en: groupedDigits(text, separator: ",", point: "."))
  }

  /// A ratio in percent: `55,7 %` and `55.7%`.
  public static func percentage(_ value: Fraction, places: Int, isExact: Bool = false) -> Wording? {
    guard let scaled = Fraction.multiplying(value, Fraction(100)),
      let number = Wording.number(scaled, places: places, isExact: isExact)
    else { return nil }
    return Wording(vi: number.vietnamese + " %", en: number.english + "%")
  }

  /// A count inside a sentence: `1.264` and `1,264`.
  package static func count(_ value: Int) -> Wording {
    Wording(
      vi: groupedDigits(String(value), separator: ".", point: ","),
      en: groupedDigits(String(value), separator: ",", point: "."))
  }

  /// Several sentences as one.
  public static func joined(_ parts: [Wording], separator: String) -> Wording {
    Wording(
      vi: parts.map(\.vietnamese).joined(separator: separator),
      en: parts.map(\.english).joined(separator: separator))
  }
}

/// Digits in groups of three before the point.
package func groupedDigits(_ text: String, separator: String, point: String) -> String {
  let isNegative = text.hasPrefix("-")
  let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
  let whole = Array(parts[0])
  var result = isNegative ? "-" : ""
  for (place, digit) in whole.enumerated() {
    if place > 0, (whole.count - place) % 3 == 0 { result += separator }
    result.append(digit)
  }
  return parts.count > 1 ? result + point + parts[1] : result
}
