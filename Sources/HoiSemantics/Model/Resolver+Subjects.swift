import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

extension Resolver {
  /// `subject mamnon "Giáo dục mầm non" { … }`: the catalogue with the subject and its indicators.
  ///
  /// - Throws: a name that is taken, two indicators of one name, a `ratio` that is none.
  package func subject(_ declaration: SubjectDeclaration) throws(Diagnostic) -> ModelChange {
    try requireFreeName(declaration.name)
    var notes: [String] = []
    var indicators: [(declaration: IndicatorDeclaration, range: SourceRange)] = []
    for entry in declaration.entries {
      switch entry.kind {
      case .indicator(let indicator): indicators.append((indicator, entry.range))
      case .note(let text): notes.append(text.text)
      case .broken: break
      }
    }
    try requireDistinct(indicators.map(\.declaration.name))
    var change = ModelChange(catalog)
    let id = change.catalog.add(
      Subject(name: declaration.name.text, label: declaration.label?.text, notes: notes))
    for (indicator, range) in indicators {
      _ = change.catalog.add(try makeIndicator(indicator, at: range, of: id))
    }
    return change
  }

  private func makeIndicator(
    _ declaration: IndicatorDeclaration, at range: SourceRange, of subject: SubjectID
  ) throws(Diagnostic) -> Indicator {
    let (formula, unit) = try formula(declaration.formula)
    if formula.measures.isEmpty {
      throw .formulaWithoutMeasure(declaration.formula.range, in: source)
    }
    if declaration.kind == .ratio, unit != .ratio {
      throw .notARatio(
        declaration.name.text, unit: unit, at: declaration.formula.range,
        keyword: keyword(of: declaration, at: range), in: source)
    }
    if let part = declaration.part, unit != .ratio {
      throw .partOfNoRatio(part, unit: unit, in: source)
    }
    var texts: [IndicatorText] = []
    for (word, text) in declaration.texts {
      guard let kind = IndicatorText.Kind(rawValue: word.text) else {
        throw .unknownText(word, in: source)
      }
      texts.append(IndicatorText(kind, text.text))
    }
    return Indicator(
      subject: subject, name: declaration.name.text, label: declaration.label?.text,
      formula: formula, unit: unit, isPart: declaration.part != nil || formula.isFlagShare,
      lowerBetter: declaration.lowerBetter != nil, texts: texts,
      spelling: source[declaration.formula.range].onOneLine,
      bound: try declaration.bound.map { written throws(Diagnostic) in
        try bounds(written, of: formula, unit)
      })
  }

  /// `bound 0%..100%`, or one value: from 0 to it.
  private func bounds(
    _ written: Expression, of formula: Formula, _ unit: Unit
  ) throws(Diagnostic) -> (low: Fraction, high: Fraction) {
    func value(
      _ expression: Expression, _ ordering: Predicate.Ordering
    ) throws(Diagnostic) -> Fraction {
      if let level = formula.level { return try step(expression, of: catalog[level], ordering) }
      return try bound(expression, for: unit, isWhole: isWhole(formula), ordering: ordering)
    }
    guard case .range(_, let lower, let upper, _) = written else {
      return (.zero, try value(written, .lessOrEqual))
    }
    let (low, high) = (try value(lower, .greaterOrEqual), try value(upper, .lessOrEqual))
    try requireForward(low, high, lower, upper)
    return (low, high)
  }

  /// The word `ratio`, where the entry begins with it.
  private func keyword(
    of declaration: IndicatorDeclaration, at range: SourceRange
  ) -> SourceRange? {
    let word = declaration.kind.rawValue
    let start = SourceRange(range.start, min(range.end, range.start + word.utf8.count))
    return source[start] == word ? start : nil
  }
}
