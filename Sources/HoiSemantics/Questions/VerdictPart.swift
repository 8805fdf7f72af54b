import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiSyntax
import HoiText

/// What a check says of a target, as a question names it.
enum VerdictPart: Hashable {
  case verdict, grade, target, name, clause
  case number(CheckNumber)
  /// One of the axes of `by`.
  case axis(Axis)

  /// The columns of the answer, and the words that stand for them; the first of each is suggested.
  static let words: [(part: VerdictPart, names: [String])] = [
    (.verdict, ["status", "verdict", "ket_luan"]),
    (.number(.value), ["value", "gia_tri"]),
    (.number(.gap), ["gap", "thieu", "con_thieu"]),
    (.number(.units), ["units", "thieu_dv"]),
    (.number(.threshold), ["threshold", "nguong", "nguong_so"]),
    (.number(.milestone), ["milestone", "moc"]),
    (.number(.low), ["low", "can_duoi"]),
    (.number(.high), ["high", "can_tren"]),
    (.grade, ["grade", "muc_cam_ket"]),
    (.target, ["target", "muc_tieu"]),
    (.name, ["id"]),
    (.clause, ["clause", "dieu_khoan"]),
  ]

  init?(folded name: String) {
    let found = Self.words.first { word in word.names.contains { HoiText.folded($0) == name } }
    guard let found else { return nil }
    self = found.part
  }
}

extension Resolver {
  /// What a side of `having` or a key of `sort` stands for in a check.
  func verdictPart(
    _ expression: Expression, _ scope: CheckScope
  ) throws(Diagnostic) -> VerdictPart {
    if case .bracket(let inner, _) = expression { return try verdictPart(inner, scope) }
    if case .parameter(let name) = expression { throw .unknownParameter(name, in: source) }
    let known = VerdictPart.words.map(\.names[0])
    guard let path = expression.path else {
      throw .unknownVerdictPart(
        source[expression.range], at: expression.range, in: source, near: [], known: known)
    }
    if path.parts.count == 1, let part = VerdictPart(folded: HoiText.folded(path.last.text)) {
      return part
    }
    if let axis = try knownAxis(path, tables: scope.tables) {
      // The year of a verdict is a column of every check.
      if axis == .time || scope.axes.contains(axis) { return .axis(axis) }
      throw .axisNotGrouped(source[path.range], at: path.range, in: source)
    }
    // The indicator that is checked stands for its value.
    if case .indicator(let id)? = references(path, expecting: .indicators).first?.reference,
      scope.targets.allSatisfy({ catalog[$0].indicator == id })
    {
      return .number(.value)
    }
    let candidates =
      VerdictPart.words.flatMap { word in word.names.map { ($0, $0) } }
      + scope.axes.map { (catalog.name($0), catalog.name($0)) }
    throw .unknownVerdictPart(
      source[path.range], at: path.range, in: source,
      near: NearNames.suggestions(for: path.text, among: candidates), known: known)
  }
}

extension CheckCondition {
  /// What it leaves out, except that a comparison with a missing value holds in neither.
  ///
  /// - Parameter targets: all of the question.
  func negation(of targets: [TargetID]) -> CheckCondition {
    switch self {
    case .verdict(let set): .verdict(Set(Verdict.allCases).subtracting(set))
    case .target(let set): .target(Set(targets).subtracting(set))
    case .compare(let number, let ordering, let bound, let isPercentage):
      .compare(number, ordering.opposite, bound, isPercentage: isPercentage)
    case .missing(let number, let wanted): .missing(number, !wanted)
    case .member(let axis, let set): .member(axis, set.complement)
    case .all(let terms): .any(terms.map { $0.negation(of: targets) })
    case .any(let terms): .all(terms.map { $0.negation(of: targets) })
    }
  }
}
