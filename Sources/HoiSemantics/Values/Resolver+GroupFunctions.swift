import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// Functions over the rows of an answer, and over those who owe reports.
extension Resolver {
  /// `share(x)`: only of what adds up, so that the shares are parts of one whole.
  func share(
    _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(argument)
    try requireData(inner, name)
    if inner.unit.isPercentage || inner.unit == .points || inner.unit == .level {
      throw .shareOfRatio(name, argument.range, numerator: numerator(of: inner), in: source)
    }
    guard inner.value.isAdditive else {
      throw .shareOfResult(name, argument.range, in: source)
    }
    return ItemValue(
      .share(inner.value), .ratio, range, label: inner.labelled(vi: "cơ cấu", en: "share"))
  }

  /// What can be shared out instead of a ratio, as a question writes it.
  private func numerator(of value: ItemValue) -> String? {
    value.indicator.flatMap { id in
      catalog[id].formula.sides.flatMap { $0.numerator.isAdditive ? $0 : nil }
        .map { _ in "\(catalog.qualifiedName(id)).tu" }
    }
  }

  /// `rank(x)`: 1 is the highest, or the lowest of what is better low.
  func rank(
    _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(argument)
    try requireData(inner, name)
    let lowestFirst = inner.indicator.map { catalog[$0].lowerBetter } ?? false
    return ItemValue(
      .rank(inner.value, lowestFirst: lowestFirst), .rank, range,
      label: inner.labelled(vi: "thứ hạng", en: "rank"))
  }

  /// `coverage(x)` and `missing(x)`.
  func reports(
    _ kind: Value.Reports, _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(argument)
    let formulas = inner.value.formulas
    guard formulas.count == 1 else {
      throw .reportsOfSeveral(name, argument.range, in: source)
    }
    switch kind {
    case .coverage:
      return ItemValue(
        .reports(formulas[0], kind), .ratio, range, isPart: true,
        label: inner.labelled(vi: "tỷ lệ đã báo cáo", en: "coverage"))
    case .missing:
      return ItemValue(
        .reports(formulas[0], kind), .number, range,
        label: inner.labelled(vi: "số chưa báo cáo", en: "not reported"))
    }
  }
}
