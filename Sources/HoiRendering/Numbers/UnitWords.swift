import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

extension AnswerColumn {
  /// The head of a column, with its unit where the cells do not carry it.
  package func head(_ language: Language) -> String {
    let label = displaySafe(self.label[language])
    guard let unit = unit.headWords?[language], !unit.isEmpty,
      !folded(label).contains(folded(unit))
    else { return label }
    return "\(label) (\(displaySafe(unit)))"
  }
}

extension Unit {
  /// What stands at the head instead of behind every number.
  fileprivate var headWords: Wording? {
    switch self {
    case .number, .ratio, .growth, .level, .rank: nil
    case .named(let name): name.isEmpty ? nil : Wording(verbatim: name)
    case .points: Wording(vi: "điểm %", en: "points")
    case .quotient(let top, let bottom):
      Wording(
        vi: "\(top.partWords.vietnamese)/\(bottom.partWords.vietnamese)",
        en: "\(top.partWords.english)/\(bottom.partWords.english)")
    }
  }

  private var partWords: Wording {
    switch self {
    case .ratio, .growth: Wording(verbatim: "%")
    case .level: Wording(vi: "mức", en: "level")
    case .rank: Wording(vi: "hạng", en: "rank")
    case .number: Wording(verbatim: "1")
    case .named(let name): Wording(verbatim: name.isEmpty ? "1" : name)
    case .points, .quotient: headWords ?? Wording(verbatim: "1")
    }
  }
}
