import HoiAnswer
import HoiDiagnostics

extension Answer {
  /// Says how much is not published and why, and takes back what else would tell it.
  mutating func tellHidden() {
    var count = 0
    for column in columns where column.role == .item {
      // Of a check, the cells that people read.
      if kind == .check, ![.value, .verdict].contains(CheckColumn(rawValue: column.name)) {
        continue
      }
      switch column.cells {
      case .numbers(let numbers): count += numbers.states.count { $0 == .hidden }
      case .verdicts(let verdicts): count += verdicts.count { $0 == .hidden }
      case .members, .years, .text, .wording: break
      }
    }
    guard count > 0 else { return }
    for place in coverage.indices {
      coverage[place].denominatorCovered = nil
      // Whose denominator is zero is a count below 5 too.
      coverage[place].notApplicable = []
    }
    notes.append(.hidden(count))
  }
}

extension Note {
  fileprivate static func hidden(_ count: Int) -> Note {
    Note(
      "hidden_cells",
      Wording(
        vi: "\(count) ô không công bố (*): số đếm dưới 5, hoặc ô mà từ đó suy ra được số ấy",
        en: count == 1
          ? "1 cell is not published (*): a count below 5, or what would tell one"
          : "\(count) cells are not published (*): counts below 5, or what would tell them"))
  }
}
