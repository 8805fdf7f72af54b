import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// What a chart draws: values by place and by course, in one unit, and the target among them.
///
/// Doubles are good enough for where something is drawn; what is written beside it is exact.
struct ChartData {
  /// A value where there is one, and the words for it.
  struct Point {
    var value: Double?
    var text: String
    /// Projected, not counted.
    var isEstimate = false
  }

  struct Course {
    var name: String
    var points: [Point]
  }

  /// What the values are: the label of an item, with its unit.
  var title: String
  /// The members along the axis, in the order of the answer.
  var places: [String]
  var courses: [Course]
  /// The target that speaks of all of it, and its words.
  var target: (value: Double, text: String)?
  var unit: Unit

  /// One chart for each item with numbers; none where there is nothing to place.
  static func all(_ answer: Answer, _ options: RenderOptions) -> [ChartData] {
    let rows = Array(0..<(answer.rowCount - answer.totalCount))
    let items = answer.columns.indices.filter { place in
      guard case .numbers = answer.columns[place].cells else { return false }
      return answer.columns[place].role == .item
    }
    guard !rows.isEmpty, let first = items.first else { return [] }
    if answer.columns[first].member != nil {
      let labels = items.map { answer.columns[$0].label }.uniqued
      return labels.map { label in
        ChartData(
          pivoted: items.filter { answer.columns[$0].label == label }, answer, rows, options)
      }
    }
    return items.map { ChartData($0, answer, rows, options) }
  }

  /// The first group along the axis, a course for each combination of the others.
  private init(_ item: Int, _ answer: Answer, _ rows: [Int], _ options: RenderOptions) {
    let column = answer.columns[item]
    let words = CellWords(column, options)
    let groups = answer.columns.filter { $0.role == .group }.map { CellWords($0, options) }
    places = rows.map { row in groups.first.map { $0.text(row) } ?? "" }.uniqued
    courses = []
    let columnOfPlace = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    for row in rows {
      let name = groups.dropFirst().map { $0.text(row) }.joined(separator: ", ")
      let place = groups.first.map { columnOfPlace[$0.text(row)]! } ?? 0
      let course = courses.firstIndex { $0.name == name } ?? courses.count
      if course == courses.count {
        let none = Point(value: nil, text: options.glyphs.missing)
        courses.append(
          Course(name: name, points: Array(repeating: none, count: places.count)))
      }
      courses[course].points[place] = Point(column, words, row)
    }
    title = column.head(options.language)
    unit = column.unit
    target = Self.target(column, options)
  }

  /// The members of a pivot along the axis, a course for each row.
  private init(
    pivoted items: [Int], _ answer: Answer, _ rows: [Int], _ options: RenderOptions
  ) {
    let columns = items.map { answer.columns[$0] }
    let words = columns.map { CellWords($0, options) }
    let groups = answer.columns.filter { $0.role == .group }.map { CellWords($0, options) }
    places = columns.map { displaySafe($0.member?[options.language] ?? $0.name) }
    courses = rows.map { row in
      Course(
        name: groups.map { $0.text(row) }.joined(separator: ", "),
        points: zip(columns, words).map { Point($0, $1, row) })
    }
    title = columns[0].head(options.language)
    unit = columns[0].unit
    target = Self.target(columns[0], options)
  }

  private static func target(
    _ column: AnswerColumn, _ options: RenderOptions
  ) -> (value: Double, text: String)? {
    guard let threshold = column.target else { return nil }
    let number = exactText(threshold, column, options.language)
    return (
      threshold.double, options.language == .vietnamese ? "mức \(number)" : "target \(number)"
    )
  }

  var hasEstimates: Bool { courses.contains { $0.points.contains(where: \.isEstimate) } }

  /// What the mark of an estimate means.
  func estimateWords(_ language: Language) -> String {
    language == .vietnamese ? "dự báo" : "projected"
  }

  /// The least and the greatest of what is drawn.
  var span: (low: Double, high: Double)? {
    let values =
      courses.flatMap { $0.points.compactMap(\.value) } + (target.map { [$0.value] } ?? [])
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }
}

/// A threshold as it was written, without zeros at its end.
private func exactText(
  _ threshold: Fraction, _ column: AnswerColumn, _ language: Language
) -> String {
  let wording =
    column.unit.isPercentage
    ? Wording.percentage(threshold, places: 12, isExact: true)
    : Wording.number(threshold, places: 12, isExact: true)
  return wording?[language] ?? NumberFormat(column, language).text(threshold)
}

extension ChartData.Point {
  fileprivate init(_ column: AnswerColumn, _ words: CellWords, _ row: Int) {
    text = words.text(row)
    if case .number(let number) = column.shownCell(row) { value = number.double }
    if row < column.estimates.count { isEstimate = column.estimates[row] }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of its first place.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
