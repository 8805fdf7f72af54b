import HoiText

/// Which columns of a grid are shown, and how wide.
struct GridFit {
  var columns: [Int]
  var widths: [Int]
  /// Columns for which there was no room.
  var omitted: [Int]
}

extension Grid {
  /// The widths of columns for lines of at most `width` cells.
  ///
  /// Where the columns do not fit as they are, heads are broken over lines first, then long texts;
  /// then columns are left out, the most dispensable first. Numbers are never cut, and the
  /// first column always stays.
  func fit(_ width: Int?) -> GridFit {
    var shown = Array(columns.indices)
    let natural = columns.map(\.width)
    guard let width else { return GridFit(columns: shown, widths: natural, omitted: []) }
    let narrow = columns.map(\.narrowestWidth)
    while shown.count > 1, total(shown.map { narrow[$0] }) > width {
      let next = shown.indices.dropFirst().max {
        columns[shown[$0]].dispensability <= columns[shown[$1]].dispensability
      }
      shown.remove(at: next ?? shown.count - 1)
    }
    let heads = columns.map { min($0.width, max($0.contentWidth, widestWord($0.head))) }
    var widths = shown.map { natural[$0] }
    shrink(&widths, to: width, notBelow: shown.map { heads[$0] })
    shrink(&widths, to: width, notBelow: shown.map { narrow[$0] })
    return GridFit(
      columns: shown, widths: widths, omitted: columns.indices.filter { !shown.contains($0) })
  }

  private func total(_ widths: [Int]) -> Int {
    margin + widths.reduce(0, +) + gap * (widths.count - 1)
  }

  /// Takes cells from the widest columns until the line fits.
  private func shrink(_ widths: inout [Int], to width: Int, notBelow least: [Int]) {
    var excess = total(widths) - width
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }
}

extension Grid.Column {
  /// Texts are not squeezed below this.
  private static let leastText = 14

  fileprivate var narrowestWidth: Int {
    let content = wraps ? min(contentWidth, Self.leastText) : contentWidth
    return min(width, max(content, min(widestWord(head), wraps ? Self.leastText : .max)))
  }
}
