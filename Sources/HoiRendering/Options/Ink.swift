import HoiAnswer

/// What a piece of a page is, for its colour. Colour only ever repeats what the words say.
enum Ink: Sendable {
  case plain
  case strong
  case faint
  case good
  case fair
  case bad

  /// The parameters of the escape sequence that begins it.
  private var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .fair: "33"
    case .bad: "31"
    }
  }

  /// A text in this ink; the text itself where there is no colour.
  ///
  /// - Parameter text: safe to be shown, see `displaySafe`.
  func painting(_ text: String, _ options: RenderOptions) -> String {
    guard options.color, let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Verdict {
  var ink: Ink {
    switch self {
    case .met, .metEarly, .onTrack, .within, .above: .good
    case .behind, .notMetNoBreach: .fair
    case .notMet, .below, .suspect: .bad
    case .notDue, .insufficient, .notJudged, .hidden: .faint
    }
  }
}
