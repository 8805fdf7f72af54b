import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// A target of a `check`, as a line of its page.
struct CheckLine {
  var target: String
  var threshold: String
  var comparison: String
  var unit: Unit
  var isFlag: Bool
  var clause: String
  var year: Int?
  var value: Cell
  var valueWords: String
  var shortfall: String
  var verdict: Verdict
  var details: String
  var goal: Fraction?
  var bounds: (low: Fraction, high: Fraction)?

  /// The lines of an answer; empty where it has no verdicts.
  static func all(_ answer: Answer, _ language: Language) -> [CheckLine] {
    guard case .verdicts(let verdicts)? = answer.column(.verdict)?.cells else { return [] }
    return verdicts.indices.map { row in
      CheckLine(answer, row, verdicts[row], language)
    }
  }

  private init(_ answer: Answer, _ row: Int, _ verdict: Verdict, _ language: Language) {
    func text(_ name: CheckColumn) -> String {
      switch answer.column(name)?.cells[row] {
      case .text(let text): displaySafe(text)
      case .wording(let wording): displaySafe(wording[language])
      case .number, .missing, .notApplicable, .hidden, .year, .unknown, .verdict, nil: ""
      }
    }
    func number(_ name: CheckColumn) -> Fraction? {
      if case .number(let value)? = answer.column(name)?.cells[row] { return value }
      return nil
    }
    target = text(.target)
    threshold = text(.threshold)
    comparison = text(.comparison)
    let unit = text(.unit)
    isFlag = unit == "flag"
    self.unit = Self.unit(named: unit)
    clause = text(.clause)
    if case .year(let year)? = answer.column(.year)?.cells[row], year > 0 { self.year = year }
    value = answer.column(.value)?.cells[row] ?? .missing
    valueWords = text(.valueWords)
    shortfall = text(.shortfall)
    self.verdict = verdict
    details = text(.details)
    goal = number(.thresholdNumber)
    if let low = number(.lowerBound), let high = number(.upperBound) { bounds = (low, high) }
  }

  private static func unit(named name: String) -> Unit {
    switch name {
    case "ratio", "flag": .ratio
    case "growth": .growth
    case "points": .points
    case "level": .level
    case "rank": .rank
    case "": .number
    default: .named(name)
    }
  }

  /// Whether one yes or no is all there is to it.
  var isYesOrNo: Bool {
    guard isFlag, goal == nil || comparison == "=" && goal == .one else { return false }
    guard case .number(let value) = value else { return true }
    return value.denominator == 1
  }

  /// The section of the resolution: `Điều 1, mục I.2.1`, without what follows it.
  var section: String {
    clause.split(separator: ", ").prefix(2).joined(separator: ", ")
  }

  /// Whether more is better, so that there is a way to go that a bar can show.
  var isClimbing: Bool {
    switch comparison {
    case "≥", ">", "in": true
    case "=": !isYesOrNo
    default: false
    }
  }

  /// The bar from nothing to the threshold, or nil where none can be drawn.
  func bar(_ cells: Int, _ glyphs: Glyphs) -> String? {
    guard isClimbing, unit == .ratio, verdict != .insufficient, verdict != .suspect,
      case .number(let value) = value, let goal, goal > .zero,
      !value.isNegative, let share = Fraction.dividing(value, goal)
    else { return nil }
    let isMet = share > .one || (share == .one && comparison != ">")
    return HoiRendering.bar(isMet ? .one : share, isFull: isMet, cells: cells, glyphs)
  }
}
