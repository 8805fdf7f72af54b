import HoiAnswer
import HoiNumbers
import HoiText

extension Page {
  /// The chart that was asked for, above its table.
  mutating func chart(_ answer: Answer) {
    guard let kind = answer.chart else { return }
    let charts = ChartData.all(answer, options)
    for chart in charts {
      let lines =
        switch kind {
        case .line: chart.line(options)
        case .bar: chart.bars(options)
        }
      if lines.isEmpty { continue }
      if charts.count > 1 { add([blanks(margin) + chart.title]) }
      add(lines)
      blankLine()
    }
  }
}

extension Unit {
  /// Whether its numbers are written two places to the right.
  var isInPercent: Bool { isPercentage || self == .points }
}
