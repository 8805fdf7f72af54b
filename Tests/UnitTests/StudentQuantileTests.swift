import HoiExecution
import Testing

@Suite struct StudentQuantileTests {
  /// Worked out by integrating the density, apart from the tables.
  @Test(arguments: [
    (1, 3.077684), (2, 1.885618), (3, 1.637744), (10, 1.372184), (30, 1.310415), (31, 1.309464),
    (40, 1.303077), (60, 1.295821), (100, 1.290075),
  ])
  func meetsTheDensity(degrees: Int, quantile: Double) {
    #expect(abs(studentQuantile(degrees: degrees) - quantile) < 2e-6)
  }

  @Test func theTableGoesOverIntoTheExpansion() {
    let steps = (1..<200).map { studentQuantile(degrees: $0) - studentQuantile(degrees: $0 + 1) }
    #expect(steps.allSatisfy { $0 > 0 })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func aLineThroughPointsOnItHasNoSpread() {
    let line = StraightLine([(2023, 1), (2024, 3), (2026, 7)])
    #expect(abs(line.value(in: 2030) - 15) < 1e-11)
    #expect(line.halfInterval(in: 2030) < 1e-11)
  }
}
