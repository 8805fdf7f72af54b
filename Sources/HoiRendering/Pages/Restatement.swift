import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// An answer in one sentence, so that a person can check that it is the one they asked for.
package func restated(_ answer: Answer, _ language: Language) -> String {
  // What is shown is said with its value; the title says what of.
  let shown = answer.columns.filter { $0.role == .item }.map(\.label)
  let parts = answer.title.filter { answer.kind != .table || !shown.contains($0) }
  let title = parts.map { displaySafe($0[language]) }.filter { !$0.isEmpty }
    .joined(separator: ", ")
  let said: String
  switch answer.kind {
  case .check: said = answer.verdictCounts(language)
  case .table: said = answer.tableWords(language)
  case .sheet, .list: said = answer.rowCountWords(language)
  }
  let sentence = title.isEmpty ? said : "\(title): \(said)"
  return sentence.hasSuffix(".") ? sentence : sentence + "."
}

extension Answer {
  fileprivate func rowCountWords(_ language: Language) -> String {
    let count = groupedCount(Int128(rowCount - totalCount), language)
    switch language {
    case .vietnamese: return "\(count) dòng"
    case .english: return rowCount - totalCount == 1 ? "1 row" : "\(count) rows"
    }
  }

  fileprivate func verdictCounts(_ language: Language) -> String {
    var counts: [(verdict: Verdict, count: Int)] = []
    for column in columns {
      guard case .verdicts(let verdicts) = column.cells else { continue }
      for verdict in Verdict.allCases {
        let count = verdicts.count { $0 == verdict }
        if count > 0 { counts.append((verdict, count)) }
      }
    }
    let words = counts.map { "\($0.count) \($0.verdict.wording[language])" }
    let whole =
      language == .vietnamese
      ? "\(rowCount) mục tiêu" : rowCount == 1 ? "1 target" : "\(rowCount) targets"
    return words.isEmpty ? whole : "\(whole): \(words.joined(separator: ", "))"
  }

  fileprivate func tableWords(_ language: Language) -> String {
    let body = rowCount - totalCount
    if body == 0 {
      let why = notes.first { $0.code.hasPrefix("empty") }?.text[language]
      return (language == .vietnamese ? "không có dòng nào" : "no row")
        + (why.map { "; \($0)" } ?? "")
    }
    let items = columns.filter { $0.role == .item }
    var parts: [String]
    if body == 1 {
      let group = groupWords(0, language)
      parts = (group.isEmpty ? [] : [group]) + items.map { valueWords($0, row: 0, language) }
    } else {
      parts = [rowCountWords(language)] + items.compactMap { extremes($0, language) }
    }
    return (parts + coverageWords(language)).joined(separator: "; ")
  }

  /// `tỷ lệ huy động 48,70 % (1.234 trên 2.534)`.
  private func valueWords(_ column: AnswerColumn, row: Int, _ language: Language) -> String {
    let value = CellWords(column, RenderOptions(language: language)).text(row)
    let label = column.head(language)
    guard case .numbers(let numbers) = column.cells, column.sides != nil,
      numbers.state(row) == .value
    else { return "\(label) \(value)" }
    let (top, bottom) = (
      groupedCount(numbers.numerators[row], language),
      groupedCount(numbers.denominators[row], language)
    )
    return language == .vietnamese
      ? "\(label) \(value) (\(top) trên \(bottom))" : "\(label) \(value) (\(top) of \(bottom))"
  }

  /// The lowest and the highest of a column of numbers, with the rows that have them.
  private func extremes(_ column: AnswerColumn, _ language: Language) -> String? {
    guard case .numbers(let numbers) = column.cells else { return nil }
    var lowest: (row: Int, value: Fraction)?
    var highest: (row: Int, value: Fraction)?
    for row in 0..<(rowCount - totalCount) {
      guard let value = numbers[row] else { continue }
      if lowest.map({ value < $0.value }) ?? true { lowest = (row, value) }
      if highest.map({ $0.value < value }) ?? true { highest = (row, value) }
    }
    guard let lowest, let highest else { return nil }
    let words = CellWords(column, RenderOptions(language: language))
    let label = column.head(language)
    let low = "\(words.text(lowest.row)) (\(groupWords(lowest.row, language)))"
    let high = "\(words.text(highest.row)) (\(groupWords(highest.row, language)))"
    return language == .vietnamese
      ? "\(label) từ \(low) đến \(high)" : "\(label) from \(low) to \(high)"
  }

  private func groupWords(_ row: Int, _ language: Language) -> String {
    columns.filter { $0.role == .group }
      .map { CellWords($0, RenderOptions(language: language)).text(row) }.joined(separator: ", ")
  }
}
