import HoiDiagnostics
import HoiText

/// Courses that are drawn at most: beyond this nobody can tell them apart.
let mostCourses = 8

extension ChartData {
  /// A line for each course over the places, with the target drawn across.
  func line(_ options: RenderOptions) -> [String] {
    let height = 13
    let glyphs = options.glyphs
    guard let span,
      let axis = Axis(
        low: span.low, high: span.high, steps: 4, fromZero: false, isPercent: unit.isInPercent)
    else { return [] }
    let labels = axis.labels(unit, options.language)
    let left = labels.reduce(0) { max($0, cellWidth($1)) }
    let targetText = target.map { " " + $0.text } ?? ""
    let room = (options.width ?? usualWidth) - margin - left - 3 - cellWidth(targetText)
    let ends = insets.left + insets.right + 1
    let spacing = max(2, min(12, (room - ends) / max(1, places.count - 1)))
    let width = min(max(room, 16), spacing * max(1, places.count - 1) + ends)
    var canvas = Canvas(width: width, height: height, isPlain: options.isPlain)
    let drawn = courses.prefix(mostCourses)
    let targetRow = target.map { row(ofTarget: $0.value, on: canvas, axis, drawn) }
    if let targetRow { canvas.rule(row: targetRow, glyphs.dashes) }
    for (place, course) in drawn.enumerated() {
      let points = course.points.enumerated().map { index, point in
        point.value.map { (x: x(index, width), y: axis.place($0)) }
      }
      let own = glyphs.marks[place % glyphs.marks.count]
      canvas.course(
        points, marks: course.points.map { $0.isEstimate ? glyphs.estimate : own })
    }
    let texts = canvas.lines
    let rowOfTick = axis.ticks.map { canvas.row(axis.place($0.double)) }
    var lines = texts.enumerated().map { row, text in
      let label = rowOfTick.firstIndex(of: row).map { labels[$0] } ?? ""
      let edge = label.isEmpty ? glyphs.axis : glyphs.tickedAxis
      var line =
        blanks(margin + left - cellWidth(label))
        + Ink.faint.painting(label + " " + edge, options) + text
      if row == targetRow { line += Ink.faint.painting(targetText, options) }
      return line
    }
    lines.append(blanks(margin + left + 2) + Ink.faint.painting(placeLine(width), options))
    return lines + legend(Array(drawn), options)
  }

  /// The row of the target: its own, or the next where a point on another side of it stands there.
  private func row(
    ofTarget target: Double, on canvas: Canvas, _ axis: Axis, _ drawn: ArraySlice<Course>
  ) -> Int {
    let own = canvas.row(axis.place(target))
    let points = drawn.flatMap { $0.points.compactMap(\.value) }
    func isTrue(_ row: Int) -> Bool {
      points.allSatisfy { value in
        let other = canvas.row(axis.place(value))
        return value == target ? other == row : value > target ? other < row : other > row
      }
    }
    return [own, own + 1, own - 1].first { (0..<canvas.height).contains($0) && isTrue($0) } ?? own
  }

  /// The cell of a place.
  private func x(_ index: Int, _ width: Int) -> Int {
    if places.count < 2 { return width / 2 }
    let ends = insets
    return ends.left + index * (width - 1 - ends.left - ends.right) / (places.count - 1)
  }

  /// Cells before the first point and behind the last, so that their names stand under them.
  private var insets: (left: Int, right: Int) {
    let (first, last) = (cellWidth(places.first ?? ""), cellWidth(places.last ?? ""))
    return (min(6, max(1, first / 2)), min(6, max(1, (last - 1) / 2)))
  }

  /// Names of the places under their points, as many as do not touch: each, every other, every
  /// third, so that years stand evenly; where no such step fits, whichever have room.
  private func placeLine(_ width: Int) -> String {
    let steps = 1...max(1, places.count / 2)
    for step in steps {
      if let line = placeLine(width, every: step, skips: false) { return line }
    }
    return placeLine(width, every: 1, skips: true) ?? ""
  }

  /// - Parameter skips: whether a name without room is left out; without it there is no line then.
  private func placeLine(_ width: Int, every step: Int, skips: Bool) -> String? {
    var line = ""
    var used = 0
    for index in stride(from: 0, to: places.count, by: step) {
      let name = truncated(places[index], toCells: max(4, width / 2))
      let start = max(used == 0 ? 0 : used + 1, x(index, width) - cellWidth(name) / 2)
      // A name that would not stand near its point.
      let isShifted = used > 0 && start > x(index, width) - cellWidth(name) / 2
      if skips ? start > x(index, width) : isShifted {
        if skips { continue }
        return nil
      }
      line += blanks(start - used) + name
      used = start + cellWidth(name)
    }
    return line
  }

  /// Which mark is whose.
  private func legend(_ drawn: [Course], _ options: RenderOptions) -> [String] {
    guard courses.count > 1 || hasEstimates else { return [] }
    let marks = options.glyphs.marks
    var keys = drawn.enumerated().map { "\(marks[$0 % marks.count]) \($1.name)" }
    if courses.count == 1 { keys = [] }
    if hasEstimates { keys.append("\(options.glyphs.estimate) \(estimateWords(options.language))") }
    var text = keys.joined(separator: "   ")
    if courses.count > drawn.count {
      text +=
        options.language == .vietnamese
        ? "   (vẽ \(drawn.count) trong \(courses.count) đường)"
        : "   (\(drawn.count) of \(courses.count) lines are drawn)"
    }
    return wrapped(text, toCells: (options.width ?? usualWidth) - margin).map {
      blanks(margin) + $0
    }
  }
}
