import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// `vs 2025`, `vs prev`, `vs dantoc = kinh`.
  func versus(
    _ expression: Expression, tables: [TableID], users: [AxisUser]
  ) throws(Diagnostic) -> Versus {
    switch expression {
    case .bracket(let inner, _): return try versus(inner, tables: tables, users: users)
    case .number, .parameter:
      return yearVersus(try year(expression, tables: tables), tables)
    case .name(let path)
    where path.parts.count == 1 && ValueFunction(folded: HoiText.folded(path.text)) == .prev:
      return .previousYear(nil)
    case .name(let path)
    where path.parts.count == 1 && isYearWord(path.text):
      return yearVersus(try year(expression, tables: tables), tables)
    case .comparison(.equal, let left, let right, _):
      guard let path = left.path else { throw .versusNeedsMember(expression.range, in: source) }
      let axis = try self.axis(path, tables: tables)
      try requireAxis(axis, at: path.range, on: users, isGrouping: false)
      if axis == .time { return yearVersus(try year(right, tables: tables), tables) }
      let member = try self.member(right, of: axis)
      let (key, label) = memberWords(member, of: axis)
      return .member(axis, member, name: key, label: Wording(verbatim: label))
    case .string, .name, .call, .negative, .arithmetic, .comparison, .membership, .range, .not,
      .all, .any, .filtered, .broken:
      throw .versusNeedsMember(expression.range, in: source)
    }
  }

  /// `latest`, or a school year in full.
  private func isYearWord(_ text: String) -> Bool {
    ["latest", "moinhat"].contains(HoiText.folded(text)) || text.first?.isNumber ?? false
  }

  private func yearVersus(_ year: Int32, _ tables: [TableID]) -> Versus {
    let period = tables.first.map { catalog[$0].period } ?? .calendar
    return .member(
      .time, year, name: String(year), label: yearWords(MemberSet([year]), period))
  }

  /// The year before the only one that is asked for has a name.
  func named(_ versus: Versus, _ filter: Predicate, _ tables: [TableID]) -> Versus {
    guard case .previousYear(nil) = versus, let year = filter.allowed(on: .time).single else {
      return versus
    }
    let period = tables.first.map { catalog[$0].period } ?? .calendar
    return .previousYear(yearWords(MemberSet([year - 1]), period))
  }

  private func memberWords(_ member: Int32, of axis: Axis) -> (key: String, label: String) {
    guard let list = memberList(axis) else { return (String(member), String(member)) }
    return (list.keys[Int(member)], list.labels[Int(member)])
  }

  /// An item as its columns: itself, and with `vs` the other value and the difference.
  func shownItems(
    _ item: Item, _ value: ItemValue, versus: Versus?, isOnly: Bool
  ) -> [(value: ItemValue, shown: ShownItem)] {
    let own = shownItem(item, value)
    // What a target says is of its own years and members.
    guard let versus, !value.value.isJudged else { return [(value, own)] }
    let other: ItemValue
    let (suffix, label): (String, Wording)
    switch versus {
    case .previousYear:
      other = changed(value, value.value.earlier(by: 1))
      (suffix, label) = ("truoc", versus.label)
    case .member(let axis, let member, let name, let words):
      other = changed(value, .fixed(value.value, axis, member))
      (suffix, label) = (name, words)
    }
    var columns = [(value, own)]
    var shownOther = own
    shownOther.name = "\(own.name)_\(suffix)"
    // Beside the only item its name need not be said again.
    shownOther.label = isOnly ? label.capitalized : own.label.qualified(by: label)
    shownOther.value = other.value
    columns.append((other, shownOther))
    // Levels and ranks have an order and no difference.
    let apart = Wording(vi: "chênh lệch", en: "difference")
    if let unit = Unit.difference(of: value.unit, and: value.unit) {
      let difference = ItemValue(
        .arithmetic(.subtract, value.value, other.value), unit, value.range)
      columns.append(
        (
          difference,
          ShownItem(
            name: "\(own.name)_chenh",
            label: isOnly ? apart.capitalized : own.label.qualified(by: apart),
            value: difference.value, unit: unit, indicator: nil, isPart: false, sides: nil,
            thresholds: [], places: own.places, isChange: true)
        ))
    }
    return columns
  }

  private func changed(_ value: ItemValue, _ new: Value) -> ItemValue {
    var other = value
    other.value = new
    return other
  }
}
