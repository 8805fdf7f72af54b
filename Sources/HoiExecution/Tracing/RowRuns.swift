import HoiColumns

/// Lines of a file as ascending runs, so that a million rows are a few ranges.
struct RowRuns {
  private(set) var runs: [ClosedRange<Int>] = []
  private(set) var count = 0

  /// - Precondition: lines ascend.
  mutating func append(_ line: Int) {
    count += 1
    if let last = runs.last, last.upperBound + 1 == line {
      runs[runs.count - 1] = last.lowerBound...line
    } else {
      runs.append(line...line)
    }
  }
}
