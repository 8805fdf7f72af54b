import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// The years that a comparison lets through; a year without rows is no error.
  func years(
    _ sign: Expression.Comparison, _ right: Expression, _ range: SourceRange,
    _ place: ConditionPlace
  ) throws(Diagnostic) -> MemberSet {
    let year = try year(right, tables: place.tables)
    switch sign {
    case .equal: return MemberSet([year])
    case .notEqual: return MemberSet([year]).complement
    // -1 is a row that names no year, which no comparison of years lets through.
    case .less: return MemberSet(ranges: year <= 0 ? [] : [0...year - 1])
    case .lessOrEqual: return MemberSet(ranges: year < 0 ? [] : [0...year])
    case .greater: return MemberSet(ranges: year == .max ? [] : [max(0, year + 1)...Int32.max])
    case .greaterOrEqual: return MemberSet(ranges: [max(0, year)...Int32.max])
    case .contains: throw .containsNeedsText(source[right.range], at: range, in: source)
    }
  }

  func yearRange(
    _ lower: Expression, _ upper: Expression, _ place: ConditionPlace
  ) throws(Diagnostic) -> MemberSet {
    let low = try year(lower, tables: place.tables)
    let high = try year(upper, tables: place.tables)
    try requireForward(Fraction(Int128(low)), Fraction(Int128(high)), lower, upper)
    return MemberSet(ranges: [low...high])
  }

  /// A year: a number, `latest`, a school year such as `2027-2028`, or arithmetic in brackets.
  package func year(_ expression: Expression, tables: [TableID]) throws(Diagnostic) -> Int32 {
    switch expression {
    case .number(let literal):
      guard let whole = literal.wholeNumber, let year = Int32(exactly: whole), year >= 0 else {
        throw .notAYear(literal.range, in: source)
      }
      return year
    case .name, .string:
      return try yearNamed(expression, tables)
    case .bracket(let inner, let range):
      let value = try constant(inner).reduced
      guard value.denominator == 1, let year = Int32(exactly: value.numerator), year >= 0 else {
        throw .notAYear(range, in: source)
      }
      return year
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .call, .negative, .arithmetic, .comparison, .membership, .range, .not, .all, .any,
      .filtered, .broken:
      throw .notAYear(expression.range, in: source)
    }
  }

  private func yearNamed(
    _ expression: Expression, _ tables: [TableID]
  ) throws(Diagnostic) -> Int32 {
    let (text, range) = try memberText(expression)
    if ["latest", "moi_nhat", "moinhat"].contains(HoiText.folded(text)) {
      guard let latest = latestYear(tables) else { throw .noYears(at: range, in: source) }
      return latest
    }
    let halves = text.split(whereSeparator: { $0 == "-" || $0 == "–" })
    if halves.count == 2, let first = Int32(halves[0]), let second = Int32(halves[1]),
      first >= 0, first < .max, second == first + 1
    {
      return first
    }
    guard let year = Int32(text), year >= 0 else { throw .notAYear(range, in: source) }
    return year
  }

  /// The latest year that has rows in every table, or, where they share none, in any.
  package func latestYear(_ tables: [TableID]) -> Int32? {
    guard let first = tables.first else { return nil }
    var shared = Set(catalog[first].years)
    for table in tables.dropFirst() { shared.formIntersection(catalog[table].years) }
    return shared.max() ?? tables.compactMap { catalog[$0].years.last }.max()
  }
}
