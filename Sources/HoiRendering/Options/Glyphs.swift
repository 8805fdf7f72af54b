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

  /// Where a target stands among bars, and the dashes of its line.
  var tick: String
  var dashes: Character
  /// The edge of a chart, without and with a number beside it.
  var axis: String
  var tickedAxis: String
  /// Points of courses that must be told apart.
  var marks: [Character]
  /// A point that is no count but a projection.
  var estimate: Character

  static let unicode = Glyphs(
    rule: "─", missing: "—", ellipsis: "…", separator: " · ", dash: "–", edge: "│",
    fullBlock: "█", partialBlocks: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], tick: "┊", dashes: "╌", axis: "│",
    tickedAxis: "┤", marks: ["●", "○", "■", "□", "▲", "△", "◆", "◇"],
    estimate: "◦")
  static let ascii = Glyphs(
    rule: "-", missing: "--", ellipsis: "...", separator: " | ", dash: "-", edge: "|",
    fullBlock: "#", partialBlocks: [], levels: ["_", ".", "-", "=", "^"], tick: ":",
    dashes: "-", axis: "|", tickedAxis: "+", marks: ["*", "o", "#", "@", "x", "&", "%", "="],
    estimate: "~")
}
