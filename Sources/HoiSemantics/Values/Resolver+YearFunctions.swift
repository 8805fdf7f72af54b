import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// Functions that look at earlier years by the calendar: a gap is missing.
extension Resolver {
  /// `prev(x[, n])`.
  func previous(
    _ name: Name, _ arguments: [Expression], _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(arguments[0])
    try requireData(inner, name)
    let years = arguments.count == 2 ? try yearsBack(arguments[1], from: 1) : 1
    return ItemValue(
      inner.value.earlier(by: years), inner.unit, range, isPart: inner.isPart,
      places: inner.places, label: inner.labelled(before: years))
  }

  /// `change(x)`: in points for a ratio.
  ///
  /// Sums are compared like with like, as one formula over two years: whoever did not report in one
  /// of them enters neither. A ratio is closed, and differs from itself as it was shown then.
  func change(
    _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(argument)
    try requireData(inner, name)
    guard let unit = Unit.difference(of: inner.unit, and: inner.unit) else {
      throw .noDifference(name, inner.unit, at: argument.range, in: source)
    }
    let label = inner.labelled(vi: "thay đổi", en: "change")
    var change: ItemValue
    if case .formula(let formula) = inner.value, formula.isAdditive {
      change = ItemValue(
        .formula(.difference(formula, formula.over(Scope(yearsBack: 1)))), unit, range,
        label: label)
    } else {
      change = ItemValue(
        .arithmetic(.subtract, inner.value, inner.value.earlier(by: 1)), unit, range, label: label)
    }
    change.isChange = true
    return change
  }

  /// `growth(x)`: relative; from nothing there is none.
  func growth(
    _ name: Name, _ argument: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(argument)
    try requireData(inner, name)
    guard Unit.difference(of: inner.unit, and: inner.unit) != nil else {
      throw .noDifference(name, inner.unit, at: argument.range, in: source)
    }
    let label = inner.labelled(vi: "mức tăng", en: "growth")
    if case .formula(let formula) = inner.value, formula.isAdditive {
      let pair = Formula.quotient(formula, formula.over(Scope(yearsBack: 1)))
      return ItemValue(
        .arithmetic(.growth, .numerator(of: pair), .denominator(of: pair)), .growth, range,
        label: label)
    }
    return ItemValue(
      .arithmetic(.growth, inner.value, inner.value.earlier(by: 1)), .growth, range, label: label)
  }

  /// `moving(x, n)`: the counts of a ratio are pooled, anything else is averaged.
  func moving(
    _ name: Name, _ arguments: [Expression], _ range: SourceRange
  ) throws(Diagnostic) -> ItemValue {
    let inner = try value(arguments[0])
    try requireData(inner, name)
    let years = try yearsBack(arguments[1], from: 2)
    if case .formula(let formula) = inner.value, formula.sides != nil {
      return ItemValue(
        .arithmetic(
          .divide, sum(of: .numerator(of: formula), over: years),
          sum(of: .denominator(of: formula), over: years)), inner.unit, range,
        isPart: inner.isPart,
        label: inner.labelled(vi: "gộp \(years) năm", en: "\(years) years pooled"))
    }
    guard inner.unit != .ratio, Unit.sum(of: inner.unit, and: inner.unit) != nil else {
      throw .noMean(name, inner.unit, at: arguments[0].range, in: source)
    }
    return ItemValue(
      .arithmetic(
        .divide, sum(of: inner.value, over: years), .literal(Fraction(Int128(years)))),
      inner.unit, range,
      label: inner.labelled(vi: "trung bình \(years) năm", en: "mean of \(years) years"))
  }

  private func sum(of value: Value, over years: Int32) -> Value {
    (1..<years).reduce(value) { .arithmetic(.add, $0, value.earlier(by: $1)) }
  }

  private func yearsBack(
    _ expression: Expression, from least: Int64
  ) throws(Diagnostic) -> Int32 {
    guard case .number(let literal) = expression, let whole = literal.wholeNumber, whole >= least,
      Self.yearsBack.contains(whole)
    else {
      throw .windowOutOfRange(
        expression.range, least: least, most: Self.yearsBack.upperBound, in: source)
    }
    return Int32(whole)
  }

  /// A number has no other years and no groups, and what a target says of them is no data.
  func requireData(_ value: ItemValue, _ name: Name) throws(Diagnostic) {
    if value.isLiteral || value.value.isJudged {
      throw .functionOfNoData(name, value.range, in: source)
    }
  }
}

extension Wording {
  /// `Tỷ lệ đạt: thứ hạng, năm trước`.
  func qualified(by words: Wording) -> Wording {
    func joined(_ first: String, _ second: String) -> String {
      first + (first.contains(": ") ? ", " : ": ") + second
    }
    return Wording(
      vi: joined(vietnamese, words.vietnamese), en: joined(english, words.english))
  }

  /// With a capital in front.
  var capitalized: Wording {
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Wording(vi: capital(vietnamese), en: capital(english))
  }
}

extension ItemValue {
  /// The label with what a function makes of it behind; nil where there is none.
  func labelled(vi vietnamese: String, en english: String) -> Wording? {
    label.map { $0.qualified(by: Wording(vi: vietnamese, en: english)) }
  }

  fileprivate func labelled(before years: Int32) -> Wording? {
    years == 1
      ? labelled(vi: "năm trước", en: "the year before")
      : labelled(vi: "\(years) năm trước", en: "\(years) years before")
  }
}
