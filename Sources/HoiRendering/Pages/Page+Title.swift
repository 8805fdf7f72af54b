import HoiAnswer
import HoiText

extension Page {
  /// What is shown, the filters in words, the period.
  mutating func title(_ answer: Answer) {
    let title = titleParts(answer, language).joined(separator: options.glyphs.separator)
    guard !title.isEmpty else { return }
    paragraph(title, ink: .strong)
    blankLine()
  }

  /// Text in the width of the page, its further lines indented by `hanging`.
  mutating func paragraph(_ text: String, ink: Ink = .plain, hanging: Int = 0) {
    let room = options.width.map { max(20, $0 - margin) } ?? .max
    var broken = wrapped(text, toCells: room)
    if broken.count > 1, hanging > 0 {
      let rest = String(text.dropFirst(broken[0].count).drop { $0 == " " })
      broken = [broken[0]] + wrapped(rest, toCells: room - hanging).map { blanks(hanging) + $0 }
    }
    for line in broken {
      widest = max(widest, cellWidth(line) + margin)
      add([blanks(margin) + ink.painting(line, options)])
    }
  }
}
