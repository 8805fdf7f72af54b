import HoiText

/// A picture in SVG, gathered element by element; sizes are in its own units.
struct SVGPicture {
  let width: Double
  let height: Double
  private var elements: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, color: String = "currentColor",
    isFaint: Bool = false
  ) {
    elements.append(
      "<text x=\"\(written(x))\" y=\"\(written(y))\" text-anchor=\"\(anchor.rawValue)\""
        + " fill=\"\(color)\"\(isFaint ? " opacity=\"0.7\"" : "")>\(escapedMarkup(text))</text>")
  }

  mutating func line(
    from: (x: Double, y: Double), to: (x: Double, y: Double), color: String = "currentColor",
    width: Double = 1, opacity: Double = 1, dashes: String? = nil
  ) {
    elements.append(
      "<line x1=\"\(written(from.x))\" y1=\"\(written(from.y))\" x2=\"\(written(to.x))\""
        + " y2=\"\(written(to.y))\" stroke=\"\(color)\" stroke-width=\"\(written(width))\""
        + " opacity=\"\(written(opacity))\""
        + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "") + "/>")
  }

  mutating func path(_ points: [(x: Double, y: Double)], color: String, dashes: String?) {
    let course = points.enumerated().map { place, point in
      "\(place == 0 ? "M" : "L")\(written(point.x)) \(written(point.y))"
    }.joined()
    elements.append(
      "<path d=\"\(course)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\""
        + " stroke-linejoin=\"round\"" + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "")
        + "/>")
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, color: String, isHollow: Bool = false
  ) {
    let paint =
      isHollow ? "fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.5\"" : "fill=\"\(color)\""
    elements.append(
      "<circle cx=\"\(written(x))\" cy=\"\(written(y))\" r=\"\(written(radius))\" \(paint)/>")
  }

  mutating func bar(x: Double, y: Double, width: Double, height: Double, color: String) {
    elements.append(
      "<rect x=\"\(written(x))\" y=\"\(written(y))\" width=\"\(written(max(0, width)))\""
        + " height=\"\(written(height))\" rx=\"1.5\" fill=\"\(color)\"/>")
  }

  /// The picture as a document of its own; the title is what a screen reader says.
  func finish(title: String) -> String {
    let size = "\(written(width))\" height=\"\(written(height))\""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"\(size)"
      + " viewBox=\"0 0 \(written(width)) \(written(height))\""
      + " font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\" font-size=\"13\">\n"
      + "<title>\(escapedMarkup(title))</title>\n" + elements.joined(separator: "\n")
      + "\n</svg>\n"
  }
}

/// About how wide a text of this size is: pictures are laid out without the letters at hand.
func textWidth(_ text: String) -> Double { Double(cellWidth(text)) * 7.2 }

/// A length with one decimal, the same on every machine.
private func written(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, part) = (abs(tenths) / 10, abs(tenths) % 10)
  return (tenths < 0 ? "-" : "") + (part == 0 ? "\(whole)" : "\(whole).\(part)")
}
