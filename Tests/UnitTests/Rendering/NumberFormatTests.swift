import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiRendering
import Testing

private func column(
  _ unit: Unit, _ values: [Fraction], thresholds: [Fraction] = [], places: Int? = nil,
  isPart: Bool = false
) -> AnswerColumn {
  var column = AnswerColumn(
    name: "x", label: Wording(verbatim: "X"), unit: unit,
    cells: .numbers(
      NumberColumn(
        numerators: IntegerColumn(narrowing: values.map(\.numerator)),
        denominators: IntegerColumn(narrowing: values.map(\.denominator)))))
  column.thresholds = thresholds
  column.places = places
  column.isPart = isPart
  return column
}

private func shown(_ column: AnswerColumn, _ language: Language = .vietnamese) -> [String] {
  let format = NumberFormat(column, language)
  return (0..<column.cells.count).map { row in
    guard case .number(let value) = column.cells[row] else { return "" }
    return format.text(value)
  }
}

@Suite struct NumberFormatTests {
  @Test func countsAreGroupedInThrees() {
    let counts = column(.named("trẻ"), [Fraction(1_234_567), Fraction(-1000), Fraction(0)])
    #expect(shown(counts) == ["1.234.567", "-1.000", "0"])
    #expect(shown(counts, .english) == ["1,234,567", "-1,000", "0"])
  }

  @Test func amountsKeepTheDecimalsTheyHave() {
    let amounts = column(.named("tỷ"), [Fraction(12_345_675, over: 10), Fraction(3)])
    #expect(shown(amounts) == ["1.234.567,5", "3,0"])
    #expect(shown(amounts, .english) == ["1,234,567.5", "3.0"])
    #expect(shown(column(.named("tỷ"), [Fraction(1, over: 8)])) == ["0,125"])
    // A mean need not end.
    #expect(
      shown(column(.named("trẻ"), [Fraction(10, over: 3), Fraction(4)])) == ["3,33", "4,00"])
  }

  @Test func ratiosHaveTwoDecimals() {
    let ratios = column(.ratio, [Fraction(206, over: 423), Fraction(1, over: 2)])
    #expect(shown(ratios) == ["48,70 %", "50,00 %"])
    #expect(shown(ratios, .english) == ["48.70%", "50.00%"])
  }

  @Test func aShownRatioNeverReachesAThresholdItDoesNot() {
    let goal = Fraction(557, over: 1000)
    let near = [Fraction(55_699, over: 100_000), Fraction(55_701, over: 100_000), goal]
    #expect(
      shown(column(.ratio, near, thresholds: [goal])) == ["55,699 %", "55,701 %", "55,70 %"])
    #expect(shown(column(.ratio, near)) == ["55,70 %", "55,70 %", "55,70 %"])
    // Less than 1,32 %, and not much.
    let limit = Fraction(132, over: 10_000)
    #expect(
      shown(column(.ratio, [Fraction(10, over: 758)], thresholds: [limit])) == ["1,319 %"])
  }

  @Test func beyondAllDecimalsASignTellsTheSide() {
    let goal = Fraction(1, over: 2)
    let below = Fraction((1 << 100) - 1, over: 1 << 101)
    #expect(shown(column(.ratio, [below], thresholds: [goal])).first?.hasPrefix("<50,0") == true)
  }

  @Test func notOneIsNotNoneAndAllButOneIsNotAll() {
    let ends = [Fraction(1, over: 1_000_000), Fraction(999_999, over: 1_000_000), .zero, .one]
    #expect(
      shown(column(.ratio, ends, isPart: true))
        == ["0,0001 %", "99,9999 %", "0,00 %", "100,00 %"])
  }

  @Test func aPartLargerThanItsWholeIsMarked() {
    #expect(shown(column(.ratio, [Fraction(11, over: 10)], isPart: true)) == ["110,00 % ?"])
    #expect(shown(column(.ratio, [Fraction(11, over: 10)])) == ["110,00 %"])
  }

  @Test func changesCarryTheirSign() {
    let changes = [Fraction(7, over: 100), Fraction(-7, over: 100), .zero]
    #expect(shown(column(.points, changes)) == ["+7,00", "-7,00", "0,00"])
    #expect(shown(column(.growth, changes)) == ["+7,00 %", "-7,00 %", "0,00 %"])
  }

  @Test func roundingThatWasAskedForIsKept() {
    #expect(shown(column(.ratio, [Fraction(487, over: 1000)], places: 1)) == ["48,7 %"])
    #expect(shown(column(.level, [Fraction(3)])) == ["3"])
  }

  @Test func hugeNumbersAreShownWhole() {
    let huge = Fraction(.max)
    #expect(
      shown(column(.named(""), [huge])).first
        == "170.141.183.460.469.231.731.687.303.715.884.105.727")
    #expect(shown(column(.ratio, [huge])).first?.hasSuffix("88.410.572.700 %") == true)
  }

  @Test func theUnitStandsAtTheHeadUnlessTheLabelSaysIt() {
    var column = column(.named("triệu đồng"), [])
    column.label = Wording(vi: "Chi", en: "Spending")
    #expect(column.head(.vietnamese) == "Chi (triệu đồng)")
    column.label = Wording(verbatim: "Số Triệu đồng")
    #expect(column.head(.vietnamese) == "Số Triệu đồng")
    column.unit = .quotient(.named("trẻ"), .named("lớp"))
    #expect(column.head(.english) == "Số Triệu đồng (trẻ/lớp)")
    column.unit = .points
    #expect(column.head(.vietnamese) == "Số Triệu đồng (điểm %)")
  }
}
