import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

extension Resolver {
  /// An item with its head, its sides and the thresholds it must not be rounded across.
  func shownItem(_ item: Item, _ value: ItemValue) -> ShownItem {
    ShownItem(
      name: name(of: item), label: label(of: item, value), value: value.value, unit: value.unit,
      indicator: value.indicator, isPart: value.isPart, sides: sides(of: value.value),
      thresholds: value.indicator.map { id in
        catalog.targets(on: id).flatMap { catalog[$0].bounds }
      } ?? [],
      places: value.places)
  }

  /// The head of the column for programs: an alias, the model's last name, or the words typed.
  private func name(of item: Item) -> String {
    if let alias = item.alias { return alias.text }
    if let path = item.expression.path {
      switch references(path, expecting: .values).first?.reference {
      case .indicator(let id): return catalog[id].name
      case .measure(let id): return catalog[id].name
      case .subject, .table, .target, .axis, nil: break
      }
    }
    return source[item.expression.range]
  }

  private func label(of item: Item, _ value: ItemValue) -> Wording {
    if let alias = item.alias { return Wording(verbatim: alias.text) }
    if let id = value.indicator { return Wording(verbatim: catalog[id].label) }
    if let path = item.expression.path,
      case .measure(let id)? = references(path, expecting: .values).first?.reference
    {
      return Wording(verbatim: catalog[id].label)
    }
    return Wording(verbatim: source[item.expression.range])
  }

  /// What the two sides of a quotient count, where its terms are those sums themselves.
  private func sides(of value: Value) -> (numerator: Wording, denominator: Wording)? {
    guard case .formula(let formula) = value, let sides = formula.sides,
      isWhole(sides.numerator), isWhole(sides.denominator)
    else { return nil }
    return (
      Wording(verbatim: words(sides.numerator)), words(ofDenominator: sides.denominator)
    )
  }

  private func words(ofDenominator formula: Formula) -> Wording {
    if case .reported = formula { return Wording(vi: "có báo cáo", en: "reported") }
    return Wording(verbatim: words(formula))
  }

  private func words(_ formula: Formula) -> String {
    switch formula {
    case .literal(let value): value.decimalText(places: 6) ?? "…"
    case .measure(let id), .reported(let id), .lowest(let id): catalog[id].label
    case .sum(let left, let right): "\(words(left)) + \(words(right))"
    case .difference(let left, let right): "\(words(left)) − \(words(right))"
    case .product(let left, let right): "\(words(left)) × \(words(right))"
    case .quotient(let left, let right): "\(words(left)) / \(words(right))"
    }
  }
}
