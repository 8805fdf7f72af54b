/// The signs that pages are drawn with.
struct Glyphs: Sendable {
  var rule: String
  var missing: String
  var ellipsis: String
  /// Between the parts of a heading or footer.
  var separator: String
  /// Between the ends of a range.
  var dash: String
  /// Between the number of a source line and its text.
  var edge: String
  /// A cell that is full, and the parts of one from an eighth upwards.
  var fullBlock: String
  var partialBlocks: [String]
  /// Heights in one cell, the lowest first.
  var levels: [String]

  static let unicode = Glyphs(
    rule: "─", missing: "—", ellipsis: "…", separator: " · ", dash: "–", edge: "│",
    fullBlock: "█", partialBlocks: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])
  static let ascii = Glyphs(
    rule: "-", missing: "--", ellipsis: "...", separator: " | ", dash: "-", edge: "|",
    fullBlock: "#", partialBlocks: [], levels: ["_", ".", "-", "=", "^"])
}
