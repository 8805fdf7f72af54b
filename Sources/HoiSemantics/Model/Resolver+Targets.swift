import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// `target ID on INDICATOR …`: the catalogue with the promise of a resolution in it.
  ///
  /// - Throws: an unknown subject, indicator or grade, a threshold of another unit, years that run
  ///   backward, a name that is taken.
  package func target(_ declaration: TargetDeclaration) throws(Diagnostic) -> ModelChange {
    let (subject, name) = try identity(declaration)
    let indicator = try indicator(of: declaration)
    let threshold = try declaration.threshold.map { written throws(Diagnostic) in
      try self.threshold(written, for: indicator)
    }
    let deadline = try deadline(declaration)
    let from = try declaration.from.map { literal throws(Diagnostic) in try year(literal) }
    try checkOrder(declaration, deadline, from)
    let fromValue = try declaration.fromValue.map { value throws(Diagnostic) in
      try bound(value, for: indicator, .equal)
    }
    let scope = try scope(declaration, indicator)
    let grade = try declaration.grade.map { word throws(Diagnostic) in try self.grade(word) }
    let parts = words(scope, period: period(of: catalog[indicator].formula))
    let label =
      declaration.label?.text
      ?? ([catalog[indicator].label] + parts.map(\.vietnamese)).joined(separator: ", ")
    var target = Target(
      subject: subject, name: name, label: label, indicator: indicator, threshold: threshold,
      deadline: deadline, from: from, fromValue: fromValue, scope: scope,
      scopeSpelling: declaration.scope.map { definitions.spelled(source[$0.range]) }, grade: grade,
      clause: declaration.clause?.text, quote: declaration.quote?.text,
      notes: declaration.notes.map(\.text), blend: declaration.blend?.text)
    // Where the model lies is the machine's; which of its files it is belongs to the model.
    let file = source.name.split(separator: "/").last.map(String.init) ?? ""
    target.origin = (file, source.position(of: declaration.id.range.start).line)
    if let blend = declaration.blend { try requireBlending(target, blend) }
    var change = ModelChange(catalog)
    _ = change.catalog.add(target)
    return change
  }

  /// Targets that share a threshold must be parts of one promise: one ratio, compared alike, due
  /// alike, of rows that are not the same.
  private func requireBlending(_ target: Target, _ blend: Name) throws(Diagnostic) {
    guard case .comparison(let ordering, _)? = target.threshold,
      catalog[target.indicator].formula.sides != nil,
      catalog[target.indicator].unit.isPercentage
    else { throw .blendOfNoRatio(blend, in: source) }
    for other in catalog.targets where other.blend == blend.text {
      guard other.indicator == target.indicator, other.deadline == target.deadline,
        case .comparison(ordering, _)? = other.threshold
      else { throw .blendMismatch(blend, other: other.name, in: source) }
      if !catalog.areDisjoint(other.scope, target.scope) {
        throw .blendOverlap(blend, other: other.name, in: source)
      }
    }
  }

  /// The subject that the first part of the name must be, and the full name.
  private func identity(
    _ declaration: TargetDeclaration
  ) throws(Diagnostic) -> (SubjectID, String) {
    let id = declaration.id
    guard id.parts.count == 2 else {
      throw .targetWithoutSubject(id, subjects: catalog.subjects.map(\.name), in: source)
    }
    guard case .subject(let subject) = try reference(Path([id.parts[0]]), expecting: .subjects)
    else { preconditionFailure("look-up keeps to the kinds it was given") }
    let name = "\(catalog[subject].name).\(id.last.text)"
    if catalog.targets.contains(where: { $0.name == name }) {
      throw .nameTaken(
        Name(name, range: id.range), by: .targets, in: source)
    }
    return (subject, name)
  }

  private func indicator(of declaration: TargetDeclaration) throws(Diagnostic) -> IndicatorID {
    if declaration.indicator == nil,
      references(declaration.id, expecting: .indicators).isEmpty
    {
      let names = catalog.indicators.indices.map { catalog.qualifiedName(IndicatorID($0)) }
      throw .targetWithoutIndicator(
        declaration.id, near: nearestIndicator(to: declaration.id.text, among: names),
        in: source)
    }
    let path = declaration.indicator ?? declaration.id
    guard case .indicator(let id) = try reference(path, expecting: .indicators) else {
      preconditionFailure("look-up keeps to the kinds it was given")
    }
    return id
  }

  /// A target's name is often its indicator's with a word for the scope behind it.
  private func nearestIndicator(to name: String, among names: [String]) -> String? {
    let folded = HoiText.folded(name)
    let prefixed = names.filter { folded.hasPrefix(HoiText.folded($0)) }
    return prefixed.max { $0.utf8.count < $1.utf8.count }
      ?? NearNames.suggestions(for: name, among: names.map { ($0, $0) }).first
  }

  private func threshold(
    _ written: TargetDeclaration.Threshold, for indicator: IndicatorID
  ) throws(Diagnostic) -> Target.Threshold {
    switch written {
    case .comparison(let sign, let value, let range):
      guard let ordering = sign.ordering, ordering != .notEqual else {
        throw .thresholdSign(range, in: source)
      }
      return .comparison(ordering, try bound(value, for: indicator, ordering))
    case .range(let lower, let upper, _):
      let low = try bound(lower, for: indicator, .greaterOrEqual)
      let high = try bound(upper, for: indicator, .lessOrEqual)
      try requireForward(low, high, lower, upper)
      return .range(low, high)
    }
  }

  private func bound(
    _ value: Expression, for id: IndicatorID, _ ordering: Predicate.Ordering
  ) throws(Diagnostic) -> Fraction {
    let indicator = catalog[id]
    if let measure = indicator.formula.level {
      return try step(value, of: catalog[measure], ordering)
    }
    return try bound(
      value, for: indicator.unit, isWhole: isWhole(indicator.formula), ordering: ordering)
  }

  private func deadline(_ declaration: TargetDeclaration) throws(Diagnostic) -> Target.Deadline {
    switch declaration.deadline {
    case .due(let literal): return .due(try year(literal))
    case .everyYear(let to, _):
      return .everyYear(to: try to.map { literal throws(Diagnostic) in try year(literal) })
    case nil: throw .targetWithoutDeadline(declaration.id, in: source)
    }
  }

  private func year(_ literal: NumberLiteral) throws(Diagnostic) -> Int32 {
    let year = try year(.number(literal), tables: [])
    guard Limits().years.contains(year) else { throw .notAYear(literal.range, in: source) }
    return year
  }

  private func checkOrder(
    _ declaration: TargetDeclaration, _ deadline: Target.Deadline, _ from: Int32?
  ) throws(Diagnostic) {
    let end: Int32? =
      switch deadline {
      case .due(let year): year
      case .everyYear(let to): to
      }
    if let from, let end, end < from, let literal = declaration.from {
      throw .dueBeforeFrom(literal.range, from: from, end: end, in: source)
    }
  }

  private func scope(
    _ declaration: TargetDeclaration, _ indicator: IndicatorID
  ) throws(Diagnostic) -> Predicate {
    guard let written = declaration.scope else { return .always }
    let formula = catalog[indicator].formula
    let scope = try predicate(
      written, tables: formula.tables,
      users: [AxisUser(name: catalog.qualifiedName(indicator), formula: formula)])
    if scope.axes.contains(.time) { throw .scopeWithYear(written.range, in: source) }
    return scope
  }

  private func grade(_ word: Name) throws(Diagnostic) -> Target.Grade {
    let wanted = HoiText.folded(word.text)
    let found = Target.Grade.allCases.first { HoiText.folded($0.rawValue) == wanted }
    guard let found else {
      let names = Target.Grade.allCases.map(\.rawValue)
      throw .unknownGrade(
        word, near: NearNames.suggestions(for: word.text, among: names.map { ($0, $0) }),
        known: names, in: source)
    }
    return found
  }

  /// What a year means in the first table of a formula.
  func period(of formula: Formula) -> Period {
    formula.tables.first.map { catalog[$0].period } ?? .calendar
  }
}
