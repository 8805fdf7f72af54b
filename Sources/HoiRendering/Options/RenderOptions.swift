import HoiDiagnostics

/// For whom an answer is rendered. What is rendered depends on nothing else but the answer.
package struct RenderOptions: Sendable {
  package var language: Language
  /// Cells in a row; nil where there is no end to it.
  package var width: Int?
  package var color: Bool
  package var showsTiming: Bool
  /// Rows that are shown at most, totals apart; nil for all.
  package var rowLimit: Int?
  /// Whether lines, bars and signs are drawn in ASCII, for a locale that is not UTF-8.
  package var isPlain: Bool

  package init(
    language: Language, width: Int? = nil, color: Bool = false, showsTiming: Bool = false,
    rowLimit: Int? = nil, isPlain: Bool = false
  ) {
    self.language = language
    self.width = width
    self.color = color
    self.showsTiming = showsTiming
    self.rowLimit = rowLimit
    self.isPlain = isPlain
  }

  var glyphs: Glyphs { isPlain ? .ascii : .unicode }
}
