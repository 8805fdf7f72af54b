/// The line of least squares through some years, and how far a value yet to come may be from it.
///
/// The only floating point of the program. The sums run in the order of the years, so that the same
/// data give the same digits.
package struct StraightLine {
  /// How many years it runs through.
  package let count: Int
  /// What a year brings.
  package let slope: Double
  private let meanYear: Double
  private let meanValue: Double
  private let yearSquares: Double
  /// The spread of the values about the line.
  private let spread: Double

  /// - Precondition: at least three different years.
  package init(_ points: [(year: Int32, value: Double)]) {
    precondition(points.count >= 3, "a line with an interval needs three years")
    count = points.count
    let size = Double(points.count)
    let years = points.map { Double($0.year) }
    let values = points.map(\.value)
    let meanYear = years.reduce(0, +) / size
    let meanValue = values.reduce(0, +) / size
    var squares = 0.0
    var products = 0.0
    for place in points.indices {
      squares += (years[place] - meanYear) * (years[place] - meanYear)
      products += (years[place] - meanYear) * (values[place] - meanValue)
    }
    let slope = products / squares
    var residuals = 0.0
    for place in points.indices {
      let rest = values[place] - (meanValue + slope * (years[place] - meanYear))
      residuals += rest * rest
    }
    (self.meanYear, self.meanValue, self.slope, yearSquares) = (meanYear, meanValue, slope, squares)
    spread = (residuals / (size - 2)).squareRoot()
  }

  package func value(in year: Int32) -> Double {
    meanValue + slope * (Double(year) - meanYear)
  }

  /// Half of the interval that holds the value of a year with a probability of 80 %.
  package func halfInterval(in year: Int32) -> Double {
    let distance = Double(year) - meanYear
    let widening = (1 + 1 / Double(count) + distance * distance / yearSquares).squareRoot()
    return studentQuantile(degrees: count - 2) * spread * widening
  }
}
