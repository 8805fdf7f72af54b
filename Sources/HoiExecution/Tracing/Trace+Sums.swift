import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// The sums that a value is made of.
extension Trace {
  func sumLines(_ reading: SeriesCells.Reading) -> [TraceLine] {
    guard let sides = cells.formula.sides else {
      let isLevel = cells.formula.level != nil
      return leafLines(
        cells.formula, .sum,
        head: isLevel ? Wording(vi: "thấp nhất", en: "lowest") : Wording(vi: "tổng", en: "sum"))
    }
    return sideLines(
      sides.numerator, .numerator, total: reading.numerator,
      head: Wording(vi: "tử số", en: "numerator"))
      + sideLines(
        sides.denominator, .denominator, total: reading.denominator,
        head: Wording(vi: "mẫu số", en: "denominator"))
  }

  /// A side that is one sum is that sum; of another, its total and then each of its sums.
  private func sideLines(
    _ side: Formula, _ kind: TraceLine.Kind, total: Fraction?, head: Wording
  ) -> [TraceLine] {
    if side.isOneSum { return leafLines(side, kind, head: head) }
    var line = TraceLine(kind: kind, head: head, text: Wording(verbatim: spelled(side)))
    if let total {
      line.number = total
      line.shown = exact(total) ?? Wording(verbatim: "…")
    }
    return [line] + leafLines(side, .sum, head: Wording(vi: "gồm", en: "made of"))
  }

  private func leafLines(
    _ formula: Formula, _ kind: TraceLine.Kind, head: Wording
  ) -> [TraceLine] {
    formula.sums.enumerated().map { place, sum in
      line(sum, kind, head: place == 0 ? head : Wording(verbatim: ""))
    }
  }

  /// `206   Σ mamnon_cutru.ra_lop: trẻ đến trường, 60 dòng`.
  private func line(_ sum: FormulaSum, _ kind: TraceLine.Kind, head: Wording) -> TraceLine {
    let measure = catalog[sum.measure]
    let rows = plan.readings.firstIndex {
      $0.reading == FormulaReading(table: sum.measure.table, scope: sum.scope)
    }.map { self.rows[$0] }
    let count = rows?.entered.count ?? 0
    let stored = rows?.sums[measure.column]
    let (sign, number): (String, Fraction?) =
      switch sum.kind {
      case .sum: ("Σ", stored.map { Fraction($0, over: powerOfTen(measure.scale)) })
      case .reported: ("#", Fraction(Int128(count)))
      case .lowest: ("min", stored.map { Fraction($0) })
      }
    var text = "\(sign) \(catalog.qualifiedName(sum.measure))"
    if sum.scope.yearsBack > 0 { text += " (\(year - sum.scope.yearsBack))" }
    var line = TraceLine(
      kind: kind, head: head,
      text: Wording(
        vi: "\(text): \(measure.label), \(count) dòng",
        en: "\(text): \(measure.label), \(count) \(count == 1 ? "row" : "rows")"))
    line.number = number
    line.shown = number.flatMap(exact) ?? Wording(verbatim: "—")
    return line
  }

  /// A formula by the names of its measures.
  private func spelled(_ formula: Formula) -> String {
    switch formula {
    case .literal(let value): value.decimalText(places: 12) ?? "…"
    case .measure(let id), .lowest(let id): catalog.qualifiedName(id)
    case .reported(let id): "count(\(catalog.qualifiedName(id)))"
    case .scoped(let inner, _): spelled(inner)
    case .sum(let left, let right): "\(spelled(left)) + \(spelled(right))"
    case .difference(let left, let right): "\(spelled(left)) - \(spelled(right))"
    case .product(let left, let right): "\(spelled(left)) * \(spelled(right))"
    case .quotient(let left, let right): "\(spelled(left)) / \(spelled(right))"
    }
  }
}

/// One sum of a formula, with the rows that it is added over.
struct FormulaSum: Hashable {
  enum Kind: Hashable { case sum, reported, lowest }

  var kind: Kind
  var measure: MeasureID
  var scope: Scope
}

extension Formula {
  /// Its sums in the order written, each once.
  var sums: [FormulaSum] { sums(within: .plain).uniqued }

  /// Whether it is one sum and nothing is done with it.
  var isOneSum: Bool {
    switch self {
    case .measure, .reported, .lowest: true
    case .scoped(let inner, _): inner.isOneSum
    case .literal, .sum, .difference, .product, .quotient: false
    }
  }

  private func sums(within scope: Scope) -> [FormulaSum] {
    switch self {
    case .literal: []
    case .measure(let id): [FormulaSum(kind: .sum, measure: id, scope: scope)]
    case .reported(let id): [FormulaSum(kind: .reported, measure: id, scope: scope)]
    case .lowest(let id): [FormulaSum(kind: .lowest, measure: id, scope: scope)]
    case .scoped(let inner, let own): inner.sums(within: own.within(scope))
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      left.sums(within: scope) + right.sums(within: scope)
    }
  }
}
