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
      places: value.places, isChange: value.isChange)
  }

  /// The head of the column for programs: an alias, the model's last name, or the words typed.
  private func name(of item: Item) -> String {
    if let alias = item.alias { return alias.text }
    if let path = item.expression.path {
      // A `let` is shown under its own name, whatever it is another name of.
      if let thing = references(path, expecting: .values).first { return thing.name }
    }
    return source[item.expression.range].onOneLine
  }

  private func label(of item: Item, _ value: ItemValue) -> Wording {
    if let alias = item.alias { return Wording(verbatim: alias.text) }
    if let label = value.label { return label }
    return Wording(verbatim: source[item.expression.range].onOneLine)
  }

  /// What the two sides of a quotient count, where its terms are those sums themselves.
  private func sides(of value: Value) -> (numerator: Wording, denominator: Wording)? {
    guard case .formula(let formula) = value, let sides = formula.sides,
      isWhole(sides.numerator), isWhole(sides.denominator)
    else { return nil }
    return (
      words(sides.numerator), words(ofDenominator: sides.denominator)
    )
  }

  private func words(ofDenominator formula: Formula) -> Wording {
    if case .reported = formula { return Wording(vi: "có báo cáo", en: "reported") }
    return words(formula)
  }

  private func words(_ formula: Formula) -> Wording {
    switch formula {
    case .literal(let value): Wording(verbatim: value.decimalText(places: 6) ?? "…")
    case .measure(let id), .reported(let id), .lowest(let id): Wording(verbatim: catalog[id].label)
    case .scoped(let inner, let scope): words(inner, over: scope)
    case .sum(let left, let right): joined(words(left), "+", words(right))
    case .difference(let left, let right): joined(words(left), "−", words(right))
    case .product(let left, let right): joined(words(left), "×", words(right))
    case .quotient(let left, let right): joined(words(left), "/", words(right))
    }
  }

  private func joined(_ left: Wording, _ sign: String, _ right: Wording) -> Wording {
    Wording(
      vi: "\(left.vietnamese) \(sign) \(right.vietnamese)",
      en: "\(left.english) \(sign) \(right.english)")
  }

  /// `Học sinh hoàn thành (khối 9)`, `Tuyển mới (khối 6, 3 năm trước)`.
  private func words(_ inner: Formula, over scope: Scope) -> Wording {
    let name = words(inner)
    var parts = words(scope.filter, period: period(of: inner))
    if scope.yearsBack > 0 {
      let count = scope.yearsBack
      parts.append(
        Wording(
          vi: count == 1 ? "năm trước" : "\(count) năm trước",
          en: count == 1 ? "the year before" : "\(count) years before"))
    }
    return Wording(
      vi: "\(name.vietnamese) (\(parts.map(\.vietnamese).joined(separator: ", ")))",
      en: "\(name.english) (\(parts.map(\.english).joined(separator: ", ")))")
  }
}
