import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// Names that are said at most; the others are counted.
private let mostNames = 8

extension Answer {
  /// Who reported and who did not: one line for all items of which the same is true.
  func coverageWords(_ language: Language) -> [String] {
    var groups: [(text: String, of: [Coverage])] = []
    for coverage in coverage {
      let text = coverage.words(of: self, language)
      if let place = groups.firstIndex(where: {
        $0.text == text || $0.of[0].saysTheSame(as: coverage)
      }) {
        groups[place].of.append(coverage)
      } else {
        groups.append((text, [coverage]))
      }
    }
    return groups.enumerated().map { place, group in
      if groups.count == 1 { return group.text }
      let others = groups.indices.filter { $0 != place }.flatMap { groups[$0].of }
      var labels: [String] = []
      for coverage in group.of {
        let label = self.label(of: coverage, besides: others, language)
        if !labels.contains(label) { labels.append(label) }
      }
      return labels.map(displaySafe).joined(separator: ", ") + ": " + group.text
    }
  }

  /// What tells a line from the others: the item, or its years where all are of one item.
  private func label(
    of coverage: Coverage, besides others: [Coverage], _ language: Language
  ) -> String {
    let item = column(of: coverage)?.label[language] ?? coverage.item
    guard let years = coverage.years?[language] else { return item }
    let isAlone = (others + [coverage]).allSatisfy { $0.item == coverage.item }
    if isAlone || isComparedByYears(language) { return years.capitalizedFirst }
    return others.contains { $0.item == coverage.item } ? "\(item), \(years)" : item
  }

  /// Whether one item stands beside its own value of another year, whose column that year heads.
  private func isComparedByYears(_ language: Language) -> Bool {
    coverage.contains {
      $0.years != nil && column(of: $0)?.label[language] == $0.years?[language].capitalizedFirst
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
      // A village that owes a report for each of eight years is no eight villages.
      case (.vietnamese, false) where yearCount > 1:
        "\(reported)/\(expected) báo cáo của \(leaf) trong \(yearCount) năm"
      case (.english, false) where yearCount > 1:
        "\(reported)/\(expected) reports of \(leaf) in \(yearCount) years"
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
      (sides?.denominator ?? denominator).map { displaySafe($0[language]).lowercasedFirst }
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
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter, unless what follows is an abbreviation.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
