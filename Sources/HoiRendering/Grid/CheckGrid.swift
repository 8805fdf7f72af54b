import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// Cells of a bar that reaches its threshold.
private let barCells = 12

/// The grid of a `check`: a row for each target and group.
struct CheckGrid {
  private(set) var grid = Grid()
  private let lines: [CheckLine]
  private let options: RenderOptions

  /// - Parameters:
  ///   - lines: what is shown, one for each of `rows`.
  ///   - rows: the rows of the answer that are shown.
  init(
    _ answer: Answer, _ lines: [CheckLine], rows: [Int], _ options: RenderOptions,
    showsClauses: Bool = false
  ) {
    self.lines = lines
    self.options = options
    grid.rowCount = rows.count
    addSections()
    add(.target, Wording(vi: "Mục tiêu", en: "Target"), wraps: true) { Grid.Cell(text: $0.target) }
    for group in answer.columns where group.role == .group {
      let words = CellWords(group, options)
      grid.columns.append(
        Grid.Column(
          name: displaySafe(group.name), head: group.head(language), isRight: false,
          cells: rows.map { words.cell($0) }, wraps: true))
    }
    add(.threshold, Wording(vi: "Mức", en: "Level"), isRight: true) {
      Grid.Cell(text: $0.isYesOrNo && $0.goal != nil ? yesWording[options.language] : $0.threshold)
    }
    addValues()
    addBars()
    add(.shortfall, Wording(vi: "Còn thiếu", en: "Lacking"), wraps: true, dispensability: 1) {
      Grid.Cell(text: $0.shortfall, ink: $0.shortfall.count <= 1 ? .faint : .plain)
    }
    add(.verdict, Wording(vi: "Kết luận", en: "Verdict"), wraps: true) { line in
      Grid.Cell(text: line.conclusion(options.language), ink: line.verdict.ink)
    }
    if showsClauses, lines.contains(where: { !$0.clause.isEmpty }) {
      add(.clause, Wording(vi: "Điều khoản", en: "Clause"), wraps: true) {
        Grid.Cell(text: $0.clause)
      }
    }
  }

  private var language: Language { options.language }

  private mutating func add(
    _ name: CheckColumn, _ head: Wording, isRight: Bool = false, wraps: Bool = false,
    dispensability: Int = 0, _ cell: (CheckLine) -> Grid.Cell
  ) {
    grid.columns.append(
      Grid.Column(
        name: name.rawValue, head: head[language], isRight: isRight, cells: lines.map(cell),
        wraps: wraps, dispensability: dispensability))
  }

  /// Targets of several sections of the resolution stand under their names.
  private mutating func addSections() {
    guard Set(lines.map(\.section)).count > 1 else { return }
    for (place, line) in lines.enumerated()
    where place == 0 || line.section != lines[place - 1].section {
      grid.sections[place] = line.section.isEmpty ? options.glyphs.dash : line.section
    }
  }

  /// The values, whatever their units, on one decimal mark; under the year if it is the same.
  private mutating func addValues() {
    let years = Set(lines.compactMap(\.year))
    if years.count > 1 {
      let missing = options.glyphs.missing
      add(.year, Wording(vi: "Năm", en: "Year")) {
        Grid.Cell(text: $0.year.map(String.init) ?? missing)
      }
    }
    let values = lines.map { $0.shownValue(options) }
    let after = values.map { value in
      if case .number(let number) = value {
        return cellWidth(number.decimals) + cellWidth(number.suffix)
      }
      return 0
    }
    let widest = after.max() ?? 0
    let head = Wording(vi: "Giá trị", en: "Value")
    grid.columns.append(
      Grid.Column(
        name: CheckColumn.value.rawValue,
        head: years.count == 1 ? "\(years.first!)" : head[language], isRight: true,
        cells: zip(values, after).map { value, after in
          switch value {
          case .number(let number): Grid.Cell(text: number.text + blanks(widest - after))
          case .text(let text, let ink): Grid.Cell(text: text, ink: ink)
          }
        }))
  }

  private mutating func addBars() {
    let bars = lines.map { $0.bar(barCells, options.glyphs) }
    guard bars.contains(where: { $0 != nil }) else { return }
    // It repeats what the numbers say, so nobody is told where it has no room.
    grid.columns.append(
      Grid.Column(
        name: "", head: "", isRight: false,
        cells: zip(lines, bars).map { Grid.Cell(text: $1 ?? "", ink: $0.verdict.ink) },
        isDrawing: true, dispensability: 2))
  }
}
