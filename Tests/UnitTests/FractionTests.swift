import HoiNumbers
import Testing

@Suite struct FractionTests {
  @Test func comparesWithoutRounding() {
    #expect(Fraction(1319, over: 100_000) < Fraction(132, over: 10_000))
    #expect(Fraction(557, over: 1000) == Fraction(5570, over: 10_000))
    let huge = Fraction(Int128.max, over: Int128.max - 1)
    #expect(huge > Fraction.one)
    #expect(huge < Fraction(Int128.max - 1, over: Int128.max - 2))
  }

  @Test func roundsHalfAwayFromZero() {
    #expect(Fraction(1, over: 8).fixedText(places: 2) == "0.13")
    #expect(Fraction(-1, over: 8).fixedText(places: 2) == "-0.13")
    #expect(Fraction(5, over: 2).fixedText(places: 0) == "3")
    #expect(Fraction(1, over: 1000).fixedText(places: 2) == "0.00")
  }

  @Test func refusesWhatDoesNotFit() {
    let large = Fraction(Int128.max)
    #expect(Fraction.adding(large, .one) == nil)
    #expect(Fraction.multiplying(large, Fraction(2)) == nil)
    #expect(Fraction.multiplying(large, Fraction(1, over: 2)) != nil)
  }
}
