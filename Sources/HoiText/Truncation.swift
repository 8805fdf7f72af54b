// A text that is too wide for its column is cut where a person would cut it: between letters.

/// A text cut to a number of cells, ending in `…` where something was cut.
///
/// A letter and its marks are never parted, so the result may be narrower than `toCells` by one cell.
/// With no cells there is nothing, with one cell of a longer text only `…`.
public func truncated(_ text: String, toCells cells: Int) -> String {
  guard cells > 0 else { return "" }
  // No scalar takes more cells than bytes.
  if text.utf8.count <= cells { return text }
  var width = 0
  var end = text.startIndex
  for index in text.indices {
    width += cellWidth(of: text[index])
    if width > cells { return text[..<end] + "…" }
    // What is kept must leave a cell for the sign that something was cut.
    if width < cells { end = text.index(after: index) }
  }
  return text
}
