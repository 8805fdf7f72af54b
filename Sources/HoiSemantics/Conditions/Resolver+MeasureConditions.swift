import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// What the value of a row is compared with: a number, a step of a level, yes or no.
  func measureBound(
    _ expression: Expression, of id: MeasureID, _ ordering: Predicate.Ordering
  ) throws(Diagnostic) -> Fraction {
    let measure = catalog[id]
    switch measure.kind {
    case .count:
      return try bound(expression, for: measure.unit, isWhole: true, ordering: ordering)
    case .amount: return try bound(expression, for: measure.unit, ordering: ordering)
    case .level: return try step(expression, of: measure, ordering)
    case .flag: return try yesOrNo(expression)
    }
  }

  /// A step of a level by its number or its name.
  package func step(
    _ expression: Expression, of measure: Measure, _ ordering: Predicate.Ordering
  ) throws(Diagnostic) -> Fraction {
    guard let path = expression.path else {
      return try bound(expression, for: .level, ordering: ordering)
    }
    let text = path.text
    let steps = measure.steps
    let index = NameIndex([
      TextList(steps.map { String($0.step) }), TextList(steps.map(\.label)),
    ])
    let places = index.places(named: text)
    if places.count == 1 { return Fraction(Int128(steps[Int(places[0])].step)) }
    let spellings = steps.map { quotedText($0.label) }
    throw .unknownMember(
      text, of: measure.name, at: path.range, in: source,
      near: NearNames.suggestions(
        for: text, among: steps.map { ($0.label, quotedText($0.label)) }), known: spellings)
  }

  private func yesOrNo(_ expression: Expression) throws(Diagnostic) -> Fraction {
    let (text, range) = try memberText(expression)
    switch HoiText.folded(text) {
    case "1", "co", "yes", "true", "dung": return .one
    case "0", "khong", "no", "false", "sai": return .zero
    default: throw .notYesOrNo(text, at: range, in: source)
    }
  }
}
