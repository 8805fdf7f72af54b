import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// Names that are said at most; the others are counted.
private let mostNames = 8

extension Answer {
  /// Who reported and who did not: one line for all items of which the same is true.
  func coverageWords(_ language: Language) -> [String] {
    var groups: [[Coverage]] = []
    for coverage in coverage {
      if let place = groups.firstIndex(where: { $0[0].saysTheSame(as: coverage) }) {
        groups[place].append(coverage)
      } else {
        groups.append([coverage])
      }
    }
    return groups.map { group in
      let text = group[0].words(of: self, language)
      if groups.count == 1 { return text }
      var labels: [String] = []
      for coverage in group {
        let label = column(of: coverage)?.label[language] ?? coverage.item
        if !labels.contains(label) { labels.append(label) }
      }
      return labels.map(displaySafe).joined(separator: ", ") + ": " + text
    }
  }
}

extension Answer {
  /// The column that a coverage is about, or one of them where the item is pivoted.
  fileprivate func column(of coverage: Coverage) -> AnswerColumn? {
    if let column = columns.first(where: { $0.name == coverage.item }) { return column }
    let pivoted = columns.filter { $0.member != nil }
    if Set(pivoted.map(\.label)).count == 1 { return pivoted.first }
    return pivoted.first { $0.name.hasPrefix(coverage.item + ".") }
  }
}

extension Coverage {
  fileprivate func saysTheSame(as other: Coverage) -> Bool {
    leaf == other.leaf && (expected, reported) == (other.expected, other.reported)
      && missing == other.missing && notApplicable == other.notApplicable
      && denominatorCovered == other.denominatorCovered && droppedRows == other.droppedRows
      && countsRows == other.countsRows && apart == other.apart
  }

  /// `31/32 thôn đã báo cáo, 97,4 % trẻ trong độ tuổi · chưa báo cáo: Thôn BM-31`.
  fileprivate func words(of answer: Answer, _ language: Language) -> String {
    let leaf = displaySafe(self.leaf[language]).lowercased()
    let (reported, expected) = (
      groupedCount(Int128(reported), language), groupedCount(Int128(expected), language)
    )
    var first =
      switch (language, countsRows) {
      case (.vietnamese, false): "\(reported)/\(expected) \(leaf) đã báo cáo"
      case (.english, false): "\(reported)/\(expected) \(leaf) reported"
      case (.vietnamese, true): "\(reported)/\(expected) dòng có số liệu"
      case (.english, true): "\(reported)/\(expected) rows have a value"
      }
    if let share = denominatorWords(of: answer, language) { first += ", " + share }
    if let apart { first = "\(displaySafe(apart[language])): \(first)" }
    var parts = [first]
    if !missing.isEmpty {
      let names = spelled(missing, language)
      parts.append(
        language == .vietnamese ? "chưa báo cáo: \(names)" : "not reported: \(names)")
    }
    if !notApplicable.isEmpty {
      let names = spelled(notApplicable, language)
      parts.append(
        language == .vietnamese
          ? "không áp dụng (mẫu số bằng 0): \(names)"
          : "not applicable (denominator 0): \(names)")
    }
    if droppedRows > 0, !countsRows {
      let count = groupedCount(Int128(droppedRows), language)
      parts.append(
        language == .vietnamese
          ? "bỏ \(count) dòng thiếu số liệu"
          : droppedRows == 1 ? "1 incomplete row left out" : "\(count) incomplete rows left out")
    }
    return parts.joined(separator: " · ")
  }

  /// How much of the known denominator is covered, where that is not all of it.
  private func denominatorWords(of answer: Answer, _ language: Language) -> String? {
    guard let share = denominatorCovered, share.denominator > 0, share < .one else { return nil }
    let format = NumberFormat(unit: .ratio, places: 1, thresholds: [.one], language)
    let sides = answer.column(of: self)?.sides
    let whole =
      sides.map { displaySafe($0.denominator[language]).lowercasedFirst }
      ?? (language == .vietnamese ? "mẫu số" : "the denominator")
    return language == .vietnamese
      ? "\(format.text(share)) \(whole)" : "\(format.text(share)) of \(whole)"
  }
}

private func spelled(_ names: [String], _ language: Language) -> String {
  let shown = names.prefix(mostNames).map(displaySafe).joined(separator: ", ")
  let rest = names.count - mostNames
  if rest <= 0 { return shown }
  return language == .vietnamese ? "\(shown) và \(rest) nữa" : "\(shown) and \(rest) more"
}

extension String {
  /// With a small first letter, unless what follows is an abbreviation.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
