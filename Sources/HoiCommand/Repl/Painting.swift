import Hoi
import HoiText

/// Colours of what is typed, by what it is.
enum Painting {
  static let plain = "\u{1B}[0m"

  /// The same text with colours.
  ///
  /// - Parameter before: what was typed in the lines before it, which is not painted.
  static func painted(_ line: String, after before: String) -> String {
    let whole = before.isEmpty ? line : before + "\n" + line
    let bytes = Array(whole.utf8)
    let start = bytes.count - line.utf8.count
    var result = ""
    var position = start
    for highlight in highlights(whole) {
      guard highlight.range.end > start, let style = style(highlight.kind) else { continue }
      let from = max(start, highlight.range.start)
      result += String(decoding: bytes[position..<from], as: UTF8.self) + style
      result += String(decoding: bytes[from..<highlight.range.end], as: UTF8.self) + plain
      position = highlight.range.end
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }

  private static func style(_ kind: Highlight.Kind) -> String? {
    switch kind {
    case .keyword: "\u{1B}[35m"
    case .function: "\u{1B}[36m"
    case .number, .parameter: "\u{1B}[33m"
    case .string: "\u{1B}[32m"
    case .comment: "\u{1B}[2m"
    case .mistake: "\u{1B}[31m"
    case .name: nil
    }
  }
}

/// A text without the sequences that colour it.
func withoutColors(_ text: Substring) -> String {
  var result = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in text.unicodeScalars {
    if scalar == "\u{1B}" {
      isEscaped = true
    } else if !isEscaped {
      result.append(scalar)
    } else if scalar.properties.isAlphabetic {
      isEscaped = false
    }
  }
  return String(result)
}
