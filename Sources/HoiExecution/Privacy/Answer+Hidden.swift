import HoiAnswer
import HoiDiagnostics
import HoiNumbers

extension Answer {
  /// Says how much is not published and why, and takes back what else would tell it.
  mutating func tellHidden() {
    for place in coverage.indices { coverage[place].hideFew() }
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
    for place in coverage.indices { coverage[place].denominatorCovered = nil }
    notes.append(.hidden(count))
  }
}

extension Coverage {
  /// Forgets what would tell a count below 5: who has nobody to count, and how much is lacking where
  /// that is few people.
  fileprivate mutating func hideFew() {
    guard let left = peopleLeft else { return }
    expected += notApplicable.count
    reported += notApplicable.count
    notApplicable = []
    if left < Fraction(CountTable.smallestPublished) { denominatorCovered = nil }
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
