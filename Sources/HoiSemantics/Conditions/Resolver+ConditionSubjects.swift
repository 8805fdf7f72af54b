import HoiCatalog
import HoiDiagnostics
import HoiSyntax
import HoiText

extension Resolver {
  /// What the left side of a condition is: an axis or a measure of the rows, or a result.
  func subject(
    _ expression: Expression, _ place: ConditionPlace
  ) throws(Diagnostic) -> ConditionSubject {
    switch expression {
    case .bracket(let inner, _): return try subject(inner, place)
    case .name, .string:
      guard let path = expression.path else { preconditionFailure("a name has a path") }
      return try subject(path, place)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .call, .arithmetic, .negative, .filtered: return .result
    case .number, .comparison, .membership, .range, .not, .all, .any, .broken:
      throw .notACondition(expression.range, in: source, mended: nil)
    }
  }

  func subject(_ path: Path, _ place: ConditionPlace) throws(Diagnostic) -> ConditionSubject {
    if isShownResult(path, in: place.question) { return .result }
    if let axis = try knownAxis(path, tables: place.tables),
      place.tables.contains(where: { catalog[$0].has(axis) })
    {
      return .axis(axis)
    }
    if path.parts.count == 1 {
      let own = SoughtName(path.last.text).closest(among: [
        place.tables.flatMap { measureThings($0) }
      ])
      if own.count > 1 {
        throw .ambiguousName(path, in: source, meanings: own.map(\.qualified))
      }
      if case .measure(let id)? = own.first?.reference { return .measure(id) }
    }
    if let axis = try knownAxis(path, tables: place.tables) { return .axis(axis) }
    let values = references(path, expecting: .values)
    if values.contains(where: { $0.reference.kind != .measures }) { return .result }
    if values.isEmpty, references(path, expecting: .everything).isEmpty {
      throw unknownSubject(path, place)
    }
    guard case .measure(let id) = try reference(path, expecting: .values) else { return .result }
    return .measure(id)
  }

  /// Whether a name is that of something shown: an alias, or the last part of an indicator.
  ///
  /// A measure of the same name is then not meant: filtering its rows would answer another question
  /// in silence.
  private func isShownResult(_ path: Path, in question: Question?) -> Bool {
    guard path.parts.count == 1, case .items(let items)? = question?.subject else { return false }
    let wanted = HoiText.folded(path.last.text)
    return items.contains { item in
      if let alias = item.alias { return HoiText.folded(alias.text) == wanted }
      guard case .name(let shown) = item.expression, HoiText.folded(shown.last.text) == wanted
      else { return false }
      return references(shown, expecting: .values).contains { $0.reference.kind == .indicators }
    }
  }

  /// Near names among what rows have: axes and measures of the tables.
  private func unknownSubject(_ path: Path, _ place: ConditionPlace) -> Diagnostic {
    guard path.parts.count == 1 else { return unknown(path, expecting: [.axes, .measures]) }
    let axes = sharedAxisNames(place.tables)
    let attributes = place.tables.flatMap { catalog[$0].dimensions }.flatMap {
      attributeThings($0.dimension)
    }.map { ($0.name, $0.name) }
    let measures = place.tables.flatMap { measureThings($0) }.map { ($0.name, $0.name) }
    let near = NearNames.suggestions(
      for: path.text, among: axes.map { ($0, $0) } + attributes + measures)
    return .unknownName(
      path.text, at: path.range, in: source, near: near, known: near.isEmpty ? axes : [])
  }

  /// A measure filters only rows that hold it.
  func requireMeasure(
    _ id: MeasureID, _ range: SourceRange, _ place: ConditionPlace
  ) throws(Diagnostic) {
    if let other = place.tables.first(where: { $0 != id.table }) {
      throw .measureOfOtherTable(
        source[range], of: catalog[id.table].name, lackedBy: catalog[other].name, at: range,
        in: source)
    }
  }

  /// A name that stands alone where a condition must stand.
  func notACondition(_ path: Path, _ place: ConditionPlace) throws(Diagnostic) -> Diagnostic {
    switch try subject(path, place) {
    case .measure(let id) where catalog[id].kind == .flag:
      .notACondition(path.range, in: source, mended: "\(source[path.range]) = 1")
    case .axis, .measure, .result: .notACondition(path.range, in: source, mended: nil)
    }
  }
}
