import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// Cells of a bar that reaches its threshold.
private let barCells = 12

extension Page {
  /// Targets with their value, what is lacking and the verdict; below them how many stand where.
  mutating func check(_ answer: Answer) {
    let lines = CheckLine.all(answer, language)
    if !lines.isEmpty {
      let rows = shownRows(answer)
      add(grid(checkGrid(answer, lines, rows: rows)))
      blankLine()
    }
    var summary: [String] = []
    if lines.count > 1 { summary.append(summaryWords(lines)) }
    footer(answer, hiddenRows: answer.rowCount - shownRows(answer).count, before: summary)
    let sections = Set(lines.map(\.section))
    if sections.count == 1, let section = sections.first, !section.isEmpty {
      let words =
        language == .vietnamese
        ? "căn cứ: \(section) · `describe` một mục tiêu để xem nguyên văn"
        : "under: \(section) · `describe` a target for its words"
      paragraph(replacing(words, " · ", by: options.glyphs.separator), ink: .faint, hanging: 2)
    }
  }

  private func checkGrid(_ answer: Answer, _ lines: [CheckLine], rows: [Int]) -> Grid {
    var grid = Grid()
    grid.rowCount = rows.count
    let shown = rows.map { lines[$0] }
    if Set(shown.map(\.section)).count > 1 {
      for (place, line) in shown.enumerated()
      where place == 0 || line.section != shown[place - 1].section {
        grid.sections[place] = line.section.isEmpty ? "–" : line.section
      }
    }
    func column(
      _ name: CheckColumn, _ head: Wording, isRight: Bool = false, wraps: Bool = false,
      dispensability: Int = 0, _ cell: (CheckLine) -> Grid.Cell
    ) {
      grid.columns.append(
        Grid.Column(
          name: name.rawValue, head: head[language], isRight: isRight, cells: shown.map(cell),
          wraps: wraps, dispensability: dispensability))
    }
    column(.target, Wording(vi: "Mục tiêu", en: "Target"), wraps: true) {
      Grid.Cell(text: $0.target)
    }
    for group in answer.columns where group.role == .group {
      let words = CellWords(group, options)
      grid.columns.append(
        Grid.Column(
          name: displaySafe(group.name), head: group.head(language), isRight: false,
          cells: rows.map { words.cell($0) }, wraps: true))
    }
    column(.threshold, Wording(vi: "Mức", en: "Level"), isRight: true) {
      Grid.Cell(text: $0.isYesOrNo ? yesWording[language] : $0.threshold)
    }
    let years = Set(shown.compactMap(\.year))
    if years.count > 1 {
      column(.year, Wording(vi: "Năm", en: "Year")) {
        Grid.Cell(text: $0.year.map(String.init) ?? options.glyphs.missing)
      }
    }
    grid.columns.append(
      Grid.Column(
        name: CheckColumn.value.rawValue,
        head: years.count == 1 ? "\(years.first!)" : language == .vietnamese ? "Giá trị" : "Value",
        isRight: true, cells: values(shown)))
    if shown.contains(where: { $0.bar(barCells, options.glyphs) != nil }) {
      // It repeats what the numbers say, so nobody is told where it has no room.
      grid.columns.append(
        Grid.Column(
          name: "", head: "", isRight: false,
          cells: shown.map { line in
            Grid.Cell(text: line.bar(barCells, options.glyphs) ?? "", ink: line.verdict.ink)
          }, dispensability: 2))
    }
    column(
      .shortfall, Wording(vi: "Còn thiếu", en: "Lacking"), wraps: true, dispensability: 1
    ) {
      Grid.Cell(text: $0.shortfall, ink: $0.shortfall.count <= 1 ? .faint : .plain)
    }
    column(.verdict, Wording(vi: "Kết luận", en: "Verdict"), wraps: true) { line in
      let details = line.details.isEmpty ? "" : " (\(line.details))"
      return Grid.Cell(text: line.verdict.wording[language] + details, ink: line.verdict.ink)
    }
    return grid
  }

  /// The values, whatever their units, on one decimal mark.
  private func values(_ lines: [CheckLine]) -> [Grid.Cell] {
    var shown: [ShownNumber?] = []
    var texts: [Grid.Cell] = []
    for line in lines {
      let format = NumberFormat(
        unit: line.unit, places: line.unit == .ratio ? 2 : places(line.value),
        thresholds: line.goal.map { [$0] } ?? [], isPart: line.unit == .ratio, language)
      var number: ShownNumber?
      var text = Grid.Cell(text: "")
      switch line.value {
      case .number(let value):
        if line.isYesOrNo {
          text.text = (value == .one ? yesWording : noWording)[language]
        } else {
          number = format.parts(value)
        }
      case .notApplicable: text = Grid.Cell(text: "KAD", ink: .faint)
      case .missing, .year, .text, .unknown, .wording, .verdict:
        text = Grid.Cell(text: options.glyphs.missing, ink: .faint)
      }
      if let bounds = line.bounds, line.verdict == .insufficient {
        // What the value may turn out to be says more than what is known so far.
        let (low, high) = (format.parts(bounds.low), format.text(bounds.high))
        number = nil
        text = Grid.Cell(text: low.whole + low.decimals + options.glyphs.dash + high)
      }
      shown.append(number)
      texts.append(text)
    }
    let decimals = shown.reduce(0) { max($0, $1.map { $0.decimals.count + $0.suffix.count } ?? 0) }
    return zip(shown, texts).map { number, text in
      guard let number else { return text }
      return Grid.Cell(
        text: number.text + blanks(decimals - number.decimals.count - number.suffix.count))
    }
  }

  private func places(_ value: Cell) -> Int? {
    if case .number(let value) = value, value.denominator == 1 { return 0 }
    return nil
  }

  /// `13 mục tiêu: 4 đạt · 3 đúng tiến độ · …`, best first.
  private func summaryWords(_ lines: [CheckLine]) -> String {
    let count = lines.count
    let kinds = Verdict.allCases.compactMap { verdict -> String? in
      let count = lines.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.wording[language])" : nil
    }
    let head =
      language == .vietnamese
      ? "\(count) mục tiêu" : count == 1 ? "1 target" : "\(count) targets"
    return head + ": " + kinds.joined(separator: " · ")
  }
}

let yesWording = Wording(vi: "có", en: "yes")
let noWording = Wording(vi: "không", en: "no")
