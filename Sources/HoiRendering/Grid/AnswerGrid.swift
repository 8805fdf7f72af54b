import HoiAnswer
import HoiDiagnostics
import HoiText

/// The grid of an answer: its columns, and beside every ratio the two counts behind it.
struct AnswerGrid {
  private(set) var grid = Grid()
  private let answer: Answer
  private let rows: [Int]
  private let options: RenderOptions

  init(_ answer: Answer, rows: [Int], _ options: RenderOptions) {
    self.answer = answer
    self.rows = rows
    self.options = options
    grid.rowCount = rows.count
    grid.totalCount = answer.totalCount
    let hasGroups = answer.columns.contains { $0.role == .group }
    grid.hasRules = hasGroups || rows.count > 1
    if !grid.hasRules { grid.gap = 3 }
    let nameOfTotal = answer.columns.firstIndex { $0.isUnknown(answer.rowCount - 1) }
    for (place, column) in answer.columns.enumerated() where column.role != .data {
      grid.columns.append(self.column(column, isNameOfTotal: place == nameOfTotal))
      if let sides = sides(column) { grid.columns.append(sides) }
    }
    // Many columns of numbers stand closer under heads of several lines.
    if grid.columns.count(where: \.isRight) > 3 {
      for place in grid.columns.indices where grid.columns[place].isRight {
        grid.columns[place].headLimit = 20
      }
    }
    if let sparklines = Sparklines(answer, rows: rows, options) {
      grid.columns.append(
        Grid.Column(
          name: "", head: "", isRight: false, cells: sparklines.texts.map { Grid.Cell(text: $0) },
          isDrawing: true, dispensability: 2))
    }
  }

  private func column(_ column: AnswerColumn, isNameOfTotal: Bool) -> Grid.Column {
    let words = CellWords(column, options)
    var cells = words.isNumeric ? alignedNumbers(words, rows) : rows.map { words.cell($0) }
    for place in rows.indices.suffix(grid.totalCount) {
      cells[place].ink = .strong
      guard column.isUnknown(rows[place]) else { continue }
      cells[place].text = isNameOfTotal ? totalWording[options.language] : ""
    }
    return Grid.Column(
      name: displaySafe(column.name), head: head(column), isRight: words.isNumeric, cells: cells,
      wraps: column.isText)
  }

  /// What the heading says is not said again at the head of its column.
  private func head(_ column: AnswerColumn) -> String {
    if let member = column.member {
      let member = displaySafe(member[options.language])
      return isPivotOfOne ? member : column.head(options.language) + "\n" + member
    }
    let head = column.head(options.language)
    guard column.role == .item, answer.kind == .table,
      let subject = answer.title.first?[options.language], isOnly(subject)
    else { return head }
    let label = column.label[options.language]
    // Of `Tỷ lệ huy động: thay đổi (điểm %)` the heading says the first part.
    if label == subject || label.hasPrefix(subject + ": "), let colon = head.ranges(of: ": ").last {
      return String(head[colon.upperBound...]).capitalizedFirst
    }
    guard label == subject, column.unit == .ratio else { return head }
    return options.language == .vietnamese ? "Tỷ lệ" : "Rate"
  }

  /// Whether the heading names one item; what is made of it and what it is compared with are not
  /// further ones.
  private func isOnly(_ subject: String) -> Bool {
    answer.columns.allSatisfy { column in
      let label = column.label[options.language]
      return column.role != .item || label == subject || label.hasPrefix(subject + ": ")
        || !answer.title.contains(column.label)
    }
  }

  /// Whether all members are about the same item, which the heading names.
  private var isPivotOfOne: Bool {
    Set(answer.columns.filter { $0.member != nil }.map(\.label)).count == 1
  }

  /// The counts behind a ratio: `3 /  14`; beside each of many members they would drown it.
  private func sides(_ column: AnswerColumn) -> Grid.Column? {
    guard column.member == nil, let sides = column.sides, case .numbers(let numbers) = column.cells
    else { return nil }
    let pairs = rows.map { row in
      numbers[row].map { value in
        (
          groupedCount(value.numerator, options.language),
          groupedCount(value.denominator, options.language)
        )
      }
    }
    let left = pairs.reduce(0) { max($0, $1?.0.utf8.count ?? 0) }
    let right = pairs.reduce(0) { max($0, $1?.1.utf8.count ?? 0) }
    let cells = pairs.enumerated().map { place, pair in
      let text =
        pair.map { top, bottom in
          blanks(left - top.utf8.count) + top + " / " + blanks(right - bottom.utf8.count) + bottom
        } ?? ""
      return Grid.Cell(text: text, ink: place >= rows.count - grid.totalCount ? .strong : .plain)
    }
    return Grid.Column(
      name: options.language == .vietnamese ? "tử số / mẫu số" : "numerator / denominator",
      head: sidesHead(sides, options.language), isRight: true, cells: cells,
      dispensability: 1)
  }
}

let totalWording = Wording(vi: "Tổng", en: "Total")

/// `Trẻ đến trường / trong độ tuổi`: words that both sides begin with are said once.
func sidesHead(
  _ sides: (numerator: Wording, denominator: Wording), _ language: Language
) -> String {
  let top = displaySafe(sides.numerator[language]).split(separator: " ")
  let bottom = displaySafe(sides.denominator[language]).split(separator: " ")
  let shared = zip(top, bottom).prefix { $0 == $1 }.count
  // What is left must still say what is counted.
  let rest =
    bottom.count - shared >= 3 && shared < top.count ? bottom.dropFirst(shared) : bottom[...]
  return top.joined(separator: " ") + " / " + rest.joined(separator: " ")
}

/// Numbers with their decimal marks below each other.
func alignedNumbers(_ words: CellWords, _ rows: [Int]) -> [Grid.Cell] {
  let shown = rows.map { words.shown($0) }
  var (decimals, suffix) = (0, 0)
  for case .number(let number) in shown {
    decimals = max(decimals, number.decimals.utf8.count)
    suffix = max(suffix, cellWidth(number.suffix))
  }
  return shown.map { shown in
    switch shown {
    case .text(let text, let ink): return Grid.Cell(text: text, ink: ink)
    case .number(let number):
      let after = decimals - number.decimals.utf8.count + suffix - cellWidth(number.suffix)
      return Grid.Cell(text: number.text + blanks(after))
    }
  }
}

func groupedCount(_ value: Int128, _ language: Language) -> String {
  groupedDigits(
    String(value), separator: language == .vietnamese ? "." : ",", point: "")
}

extension CellWords {
  func cell(_ row: Int) -> Grid.Cell {
    switch shown(row) {
    case .number(let number): Grid.Cell(text: number.text)
    case .text(let text, let ink): Grid.Cell(text: text, ink: ink)
    }
  }
}

extension AnswerColumn {
  /// Whether a row names no member of it, as totals do.
  func isUnknown(_ row: Int) -> Bool {
    guard row >= 0 else { return false }
    switch cells[row] {
    case .unknown: return true
    case .year(let year): return year <= 0
    case .number, .missing, .notApplicable, .hidden, .text, .wording, .verdict: return false
    }
  }

  var isText: Bool {
    switch cells {
    case .members, .text, .wording, .verdicts: true
    case .years, .numbers: false
    }
  }
}
