import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

extension Page {
  /// Targets with their value, what is lacking and the verdict; below them how many stand where.
  mutating func check(_ answer: Answer) {
    let lines = CheckLine.all(answer, language)
    let rows = shownRows(answer)
    if !lines.isEmpty {
      add(grid(CheckGrid(answer, rows.map { lines[$0] }, rows: rows, options).grid))
      blankLine()
    }
    footer(
      answer, hiddenRows: answer.rowCount - rows.count,
      before: lines.count > 1 ? [summaryWords(lines)] : [])
    let sections = Set(lines.map(\.section))
    if sections.count == 1, let section = sections.first, !section.isEmpty {
      let words =
        language == .vietnamese
        ? "căn cứ: \(section) · `describe` một mục tiêu để xem nguyên văn"
        : "under: \(section) · `describe` a target for its words"
      paragraph(replacing(words, " · ", by: options.glyphs.separator), ink: .faint, hanging: 2)
    }
  }

  /// `13 mục tiêu: 4 đạt · 3 đúng tiến độ · …`, best first.
  private func summaryWords(_ lines: [CheckLine]) -> String {
    let kinds = Verdict.allCases.compactMap { verdict -> String? in
      let count = lines.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.wording[language])" : nil
    }
    let head = language == .vietnamese ? "\(lines.count) mục tiêu" : "\(lines.count) targets"
    return head + ": " + kinds.joined(separator: " · ")
  }
}
