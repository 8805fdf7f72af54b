import HoiDiagnostics
import HoiText

extension ChartData {
  /// A bar for each value, from zero, with the target drawn across them.
  func bars(_ options: RenderOptions) -> [String] {
    let glyphs = options.glyphs
    guard let span,
      let axis = Axis(
        low: span.low, high: span.high, steps: 4, fromZero: true, isPercent: unit.isInPercent)
    else { return [] }
    let entries = places.indices.flatMap { place in
      courses.map { course in
        let parts = [places[place], course.name].filter { !$0.isEmpty }
        return (name: parts.joined(separator: ", "), point: course.points[place])
      }
    }
    let names = min(entries.reduce(0) { max($0, cellWidth($1.name)) }, 32)
    let texts = entries.reduce(0) { max($0, cellWidth($1.point.text)) }
    let room = (options.width ?? usualWidth) - margin - names - texts - 4
    let cells = min(max(room, 10), mostCells)
    // The end of the bars is the greatest value and not the next round number: no cell is wasted.
    let scale = BarScale(low: min(axis.low, 0) < 0 ? span.low : 0, high: max(span.high, 0), cells)
    var lines: [String] = []
    for entry in entries {
      let name = truncated(entry.name, toCells: names)
      let number = blanks(texts - cellWidth(entry.point.text)) + entry.point.text
      let bar = entry.point.value.map { scale.bar($0, target: target?.value, glyphs) } ?? ""
      lines.append(
        blanks(margin) + name + blanks(names - cellWidth(name) + 2) + number
          + (bar.isEmpty ? "" : "  " + bar))
    }
    if let target {
      let before = margin + names + texts + 4 + scale.cell(target.value)
      lines.append(blanks(before) + Ink.faint.painting(glyphs.tick + " " + target.text, options))
    }
    return lines
  }
}

/// Cells of the longest bar.
private let mostCells = 50
/// Cells of a line where nothing says how many there are.
let usualWidth = 80

/// Bars over cells, from zero to the right, or to the left below it.
private struct BarScale {
  let low: Double
  let high: Double
  let cells: Int

  init(low: Double, high: Double, _ cells: Int) {
    self.low = low
    self.high = high > low ? high : low + 1
    self.cells = cells
  }

  /// The cell that a value falls into.
  func cell(_ value: Double) -> Int { min(cells - 1, max(0, Int(offset(value)))) }

  private func offset(_ value: Double) -> Double { (value - low) / (high - low) * Double(cells) }

  func bar(_ value: Double, target: Double?, _ glyphs: Glyphs) -> String {
    var letters = Array(repeating: " ", count: cells)
    let (zero, end) = (offset(0), offset(value))
    let steps = Double(glyphs.partialBlocks.count + 1)
    for place in 0..<cells {
      let (left, right) = (Double(place), Double(place + 1))
      if value < 0 {
        // Blocks grow from the left, so a bar to the left is drawn in whole cells.
        if right > end, right <= zero.rounded(.up), zero > left {
          letters[place] = glyphs.fullBlock
        }
      } else if right <= end + 1e-9, left >= zero.rounded(.down) {
        letters[place] = glyphs.fullBlock
      } else if left < end, right > end, left >= zero.rounded(.down) {
        let part = Int((end - left) * steps)
        if part > 0 { letters[place] = glyphs.partialBlocks[part - 1] }
      }
    }
    if let target { letters[cell(target)] = glyphs.tick }
    while letters.last == " " { letters.removeLast() }
    return letters.joined()
  }
}
