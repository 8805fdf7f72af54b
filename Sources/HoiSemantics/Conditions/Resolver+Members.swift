import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// The members of an axis other than the years.
struct AxisMembers {
  var keys: TextList
  var labels: TextList
  var names: NameIndex
  /// Members past this stand outside the list.
  var listedCount: Int

  /// Whether every listed key is a whole number, so that members have an order of their own.
  var areWholeNumbers: Bool {
    listedCount > 0 && keys.prefix(listedCount).allSatisfy { Int64($0) != nil }
  }

  /// The members whose keys are whole numbers that pass.
  func wholeNumbers(where passes: (Fraction) -> Bool) -> MemberSet {
    MemberSet(
      keys.indices.filter { Int64(keys[$0]).map { passes(Fraction(Int128($0))) } ?? false }
        .map { Int32($0) })
  }
}

extension Resolver {
  /// The members of a dimension or an attribute; nil for years.
  func memberList(_ axis: Axis) -> AxisMembers? {
    switch axis {
    case .time: return nil
    case .dimension(let id):
      let dimension = catalog[id]
      return AxisMembers(
        keys: dimension.keys, labels: dimension.labels, names: dimension.names,
        listedCount: dimension.members.count)
    case .attribute(let id, let index):
      let attribute = catalog[id].attributes[index]
      return AxisMembers(
        keys: attribute.keys, labels: attribute.labels, names: attribute.names,
        listedCount: attribute.keys.count)
    }
  }

  /// The members that a comparison on an axis lets through.
  func members(
    _ sign: Expression.Comparison, of axis: Axis, _ right: Expression, spelled: String,
    _ range: SourceRange, _ place: ConditionPlace
  ) throws(Diagnostic) -> MemberSet {
    guard let list = memberList(axis) else { return try years(sign, right, range, place) }
    switch sign {
    case .equal: return MemberSet([try member(right, of: axis)])
    case .notEqual: return MemberSet([try member(right, of: axis)]).complement
    case .contains:
      return MemberSet(list.names.places(containing: try memberText(right).text))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard list.areWholeNumbers, let ordering = sign.ordering else {
        throw .membersHaveNoOrder(spelled, at: range, in: source)
      }
      let bound = try bound(right, for: .number)
      return list.wholeNumbers { ordering.holds($0, bound) }
    }
  }

  /// The members or years between two, both included.
  func memberRange(
    of axis: Axis, _ lower: Expression, _ upper: Expression, spelled: String,
    _ range: SourceRange, _ place: ConditionPlace
  ) throws(Diagnostic) -> MemberSet {
    guard let list = memberList(axis) else { return try yearRange(lower, upper, place) }
    guard list.areWholeNumbers else { throw .membersHaveNoOrder(spelled, at: range, in: source) }
    let low = try bound(lower, for: .number)
    let high = try bound(upper, for: .number)
    try requireForward(low, high, lower, upper)
    return list.wholeNumbers { $0 >= low && $0 <= high }
  }

  /// The one member that a word, a number or a text names, by its key or its label.
  package func member(_ expression: Expression, of axis: Axis) throws(Diagnostic) -> Int32 {
    guard let list = memberList(axis) else {
      preconditionFailure("a year is no member of a list")
    }
    let (text, range) = try memberText(expression)
    let places = list.names.places(named: text)
    if places.count == 1 { return places[0] }
    if places.count > 1 {
      let byKey = places.filter { list.keys[Int($0)] == text }
      if byKey.count == 1 { return byKey[0] }
      throw .ambiguousMember(
        text, at: range, in: source,
        meanings: places.map { (list.keys[Int($0)], list.labels[Int($0)]) })
    }
    throw unknownMember(text, at: range, in: list, axis)
  }

  private func unknownMember(
    _ text: String, at range: SourceRange, in list: AxisMembers, _ axis: Axis
  ) -> Diagnostic {
    var candidates: [(compared: String, suggested: String)] = []
    for place in list.keys.indices {
      let spelled = memberSpelling(key: list.keys[place], label: list.labels[place])
      candidates.append((list.keys[place], spelled))
      if list.labels[place] != list.keys[place] { candidates.append((list.labels[place], spelled)) }
    }
    return .unknownMember(
      text, of: catalog.name(axis), at: range, in: source,
      near: NearNames.suggestions(for: text, among: candidates),
      known: list.keys.prefix(list.listedCount).indices.map {
        memberSpelling(key: list.keys[$0], label: list.labels[$0])
      })
  }

  /// What stands right of `=` as the text of a member.
  func memberText(
    _ expression: Expression
  ) throws(Diagnostic) -> (text: String, range: SourceRange) {
    switch expression {
    case .name(let path): return (path.text, path.range)
    case .string(let literal): return (literal.text, literal.range)
    case .number(let literal) where literal.suffix == .none:
      return (literal.spelling, literal.range)
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .number, .call, .negative, .arithmetic, .comparison, .membership, .range, .not, .all,
      .any, .filtered, .bracket, .broken:
      throw .notAMember(expression.range, in: source)
    }
  }
}

/// How a member is written in a question: its key where that is a plain word, else its label.
func memberSpelling(key: String, label: String) -> String {
  let isWord =
    key.first.map { $0.isLetter || $0 == "_" } ?? false
    && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  return isWord ? key : quotedText(label)
}

/// A text between straight quotes.
package func quotedText(_ text: String) -> String {
  var quoted = "\""
  for character in text {
    if character == "\"" || character == "\\" { quoted.append("\\") }
    quoted.append(character)
  }
  return quoted + "\""
}
