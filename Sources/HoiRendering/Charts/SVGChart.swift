import HoiAnswer
import HoiDiagnostics
import HoiText

/// The charts of an answer as SVG pictures, one below the other; nil where none was asked for.
package func svgCharts(_ answer: Answer, _ options: RenderOptions) -> String? {
  guard let kind = answer.chart else { return nil }
  let pictures = ChartData.all(answer, options).compactMap { svgChart($0, kind, options) }
  return pictures.isEmpty ? nil : pictures.joined()
}

/// One chart as a picture.
private func svgChart(
  _ chart: ChartData, _ kind: Answer.Chart, _ options: RenderOptions
) -> String? {
  switch kind {
  case .line: chart.linePicture(options)
  case .bar: chart.barPicture(options)
  }
}

/// Colours that can be told apart also by those who see few, and their dashes for print.
private let courseColors = [
  "#0b62a4", "#c2410c", "#15803d", "#7e22ce", "#a16207", "#0e7490", "#be185d", "#475569",
]
private let courseDashes: [String?] = [nil, "6 4", "2 3", "8 3 2 3"]
private let targetColor = "#b91c1c"

extension ChartData {
  fileprivate func linePicture(_ options: RenderOptions) -> String? {
    guard let span,
      let axis = Axis(
        low: span.low, high: span.high, steps: 5, fromZero: false, isPercent: unit.isInPercent)
    else { return nil }
    let labels = axis.labels(unit, options.language)
    let left = 16 + (labels.map(textWidth).max() ?? 0)
    let right = max(24, target.map { textWidth($0.text) + 12 } ?? 0)
    let drawn = courses.prefix(mostCourses)
    let keys = courses.count > 1 || hasEstimates ? 24.0 : 0
    var picture = SVGPicture(width: 720, height: 340 + keys)
    let (top, bottom) = (34.0, 300.0)
    let (first, last) = (left + 12, picture.width - right - 12)
    func x(_ place: Int) -> Double {
      places.count < 2
        ? (first + last) / 2 : first + (last - first) * Double(place) / Double(places.count - 1)
    }
    func y(_ value: Double) -> Double { bottom - (bottom - top) * axis.place(value) }
    picture.text(title, x: 0, y: 16)
    for (tick, label) in zip(axis.ticks, labels) {
      let height = y(tick.double)
      picture.line(
        from: (left, height), to: (picture.width - right, height), opacity: 0.15)
      picture.text(label, x: left - 6, y: height + 4, anchor: .end, isFaint: true)
    }
    // As many names along the axis as do not touch.
    let widest = (places.map(textWidth).max() ?? 0) + 10
    let every = max(1, Int((widest * Double(places.count) / (last - first + widest)).rounded(.up)))
    for place in stride(from: 0, to: places.count, by: every) {
      picture.text(places[place], x: x(place), y: bottom + 22, anchor: .middle, isFaint: true)
    }
    if let target {
      picture.line(
        from: (left, y(target.value)), to: (picture.width - right, y(target.value)),
        color: targetColor, width: 1.5, dashes: "5 4")
      picture.text(
        target.text, x: picture.width - right + 6, y: y(target.value) + 4, color: targetColor)
    }
    for (place, course) in drawn.enumerated() {
      draw(course, place, in: &picture, x: x, y: y, showsNumbers: courses.count == 1)
    }
    if keys > 0 { addKeys(Array(drawn), to: &picture, y: bottom + 50, options) }
    return picture.finish(title: spoken(options))
  }

  private func draw(
    _ course: Course, _ place: Int, in picture: inout SVGPicture, x: (Int) -> Double,
    y: (Double) -> Double, showsNumbers: Bool
  ) {
    let color = courseColors[place % courseColors.count]
    var run: [(x: Double, y: Double)] = []
    for (index, point) in course.points.enumerated() {
      if let value = point.value { run.append((x(index), y(value))) }
      if point.value == nil || index == course.points.count - 1 {
        // A year without a value breaks the line: nothing is drawn where nothing is known.
        if run.count > 1 {
          picture.path(run, color: color, dashes: courseDashes[place % courseDashes.count])
        }
        run = []
      }
    }
    for (index, point) in course.points.enumerated() {
      guard let value = point.value else { continue }
      picture.circle(
        x: x(index), y: y(value), radius: 3.5, color: color, isHollow: point.isEstimate)
      if showsNumbers, course.points.count <= 12 {
        picture.text(point.text, x: x(index), y: y(value) - 9, anchor: .middle)
      }
    }
  }

  private func addKeys(
    _ drawn: [Course], to picture: inout SVGPicture, y: Double, _ options: RenderOptions
  ) {
    var x = 0.0
    if hasEstimates {
      let words = estimateWords(options.language)
      picture.circle(x: 5, y: y - 4, radius: 3.5, color: "currentColor", isHollow: true)
      picture.text(words, x: 14, y: y)
      x = 14 + textWidth(words) + 22
    }
    for (place, course) in drawn.enumerated() where courses.count > 1 {
      let color = courseColors[place % courseColors.count]
      picture.line(
        from: (x, y - 4), to: (x + 22, y - 4), color: color, width: 2,
        dashes: courseDashes[place % courseDashes.count])
      picture.text(course.name, x: x + 28, y: y)
      x += 28 + textWidth(course.name) + 22
    }
  }

  fileprivate func barPicture(_ options: RenderOptions) -> String? {
    guard let span,
      Axis(low: span.low, high: span.high, steps: 4, fromZero: true, isPercent: unit.isInPercent)
        != nil
    else { return nil }
    let entries = places.indices.flatMap { place in
      courses.enumerated().map { index, course in
        let parts = [places[place], course.name].filter { !$0.isEmpty }
        return (name: parts.joined(separator: ", "), point: course.points[place], course: index)
      }
    }
    let left = min(260, (entries.map { textWidth($0.name) }.max() ?? 0) + 12)
    let right = (entries.map { textWidth($0.point.text) }.max() ?? 0) + 16
    let (top, step) = (34.0, 24.0)
    let below = target == nil ? 6.0 : 26
    var picture = SVGPicture(width: 720, height: top + step * Double(entries.count) + below)
    let (low, high) = (min(span.low, 0), max(span.high, 0))
    let room = picture.width - left - right
    func x(_ value: Double) -> Double {
      high > low ? left + room * (value - low) / (high - low) : left
    }
    picture.text(title, x: 0, y: 16)
    for (place, entry) in entries.enumerated() {
      let y = top + step * Double(place)
      let name = truncated(entry.name, toCells: Int((left - 12) / 7.2))
      picture.text(name, x: left - 8, y: y + 15, anchor: .end)
      guard let value = entry.point.value else {
        picture.text(entry.point.text, x: x(0) + 6, y: y + 15, isFaint: true)
        continue
      }
      picture.bar(
        x: min(x(0), x(value)), y: y + 3, width: abs(x(value) - x(0)), height: step - 8,
        color: courseColors[entry.course % courseColors.count])
      picture.text(entry.point.text, x: max(x(0), x(value)) + 6, y: y + 15)
    }
    let bottom = top + step * Double(entries.count)
    picture.line(from: (x(0), top - 2), to: (x(0), bottom), opacity: 0.5)
    if let target {
      picture.line(
        from: (x(target.value), top - 4), to: (x(target.value), bottom + 4), color: targetColor,
        width: 1.5, dashes: "5 4")
      picture.text(
        target.text, x: x(target.value), y: bottom + 19, anchor: .middle, color: targetColor)
    }
    return picture.finish(title: spoken(options))
  }

  /// What the picture shows, said in words.
  private func spoken(_ options: RenderOptions) -> String {
    let values = courses.prefix(mostCourses).map { course in
      let points = zip(places, course.points).map { "\($0) \($1.text)" }.joined(separator: ", ")
      return course.name.isEmpty ? points : "\(course.name): \(points)"
    }
    return ([title] + values + (target.map { [$0.text] } ?? [])).joined(separator: "; ")
  }
}
