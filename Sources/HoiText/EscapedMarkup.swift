/// A text as it stands for itself in HTML, XML and SVG, also between quotes; line breaks stay.
///
/// What would turn the direction of a line or command a terminal is written out, see `displaySafe`.
public func escapedMarkup(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if place > 0 { result.append("\n") }
    for scalar in displaySafe(String(line)).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
  }
  return String(result)
}
