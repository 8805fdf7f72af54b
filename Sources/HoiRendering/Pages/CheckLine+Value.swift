import HoiAnswer
import HoiDiagnostics
import HoiNumbers

let yesWording = Wording(vi: "có", en: "yes")
private let noWording = Wording(vi: "không", en: "no")

extension CheckLine {
  /// `chậm (mốc nội suy 50,05 %)`: the verdict, and in brackets why.
  func conclusion(_ language: Language) -> String {
    let words = verdict.wording[language]
    if details.isEmpty { return words }
    // `đạt (trước hạn)` has brackets of its own.
    return words.hasSuffix(")") ? words.dropLast() + "; \(details))" : "\(words) (\(details))"
  }

  /// What was reached: a number, yes or no, or the ends of what it may be.
  func shownValue(_ options: RenderOptions) -> CellWords.Shown {
    let language = options.language
    let format = NumberFormat(
      unit: unit, places: places, thresholds: goal.map { [$0] } ?? [], isPart: unit == .ratio,
      language)
    if let bounds, verdict == .insufficient {
      // What the value may turn out to be says more than what is known so far.
      let low = format.parts(bounds.low)
      let high = format.text(bounds.high)
      return .text(low.whole + low.decimals + options.glyphs.dash + high, .plain)
    }
    switch value {
    case .number(let value):
      if isYesOrNo {
        return .text((value == .one ? yesWording : noWording)[language], .plain)
      }
      if !valueWords.isEmpty { return .text(valueWords, .plain) }
      return .number(format.parts(value))
    case .notApplicable: return .text("KAD", .faint)
    case .hidden: return .text("*", .faint)
    case .missing, .year, .text, .unknown, .wording, .verdict:
      return .text(options.glyphs.missing, .faint)
    }
  }

  /// Whole numbers without decimals, everything else as its unit has it.
  private var places: Int? {
    if unit == .ratio { return nil }
    if case .number(let value) = value, value.denominator == 1 { return 0 }
    return nil
  }
}
