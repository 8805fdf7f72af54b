import HoiColumns
import HoiKernels

/// A few rows of a batch with their groups, listed so that the kernels look at them alone.
struct PickedRows {
  private(set) var rows = EnteringRows()
  var groups: [UInt32] = []
  private var words: [UInt64] = []

  /// Lists the rows that a bitmap has, of those that enter.
  ///
  /// - Parameters:
  ///   - chosen: the words of the bitmap that are about the batch.
  ///   - entering: all rows of the batch, or a list of them.
  ///   - numbered: the group of each that enters.
  ///   - selection: the words of the whole segment for the rows that are selected, where not all are.
  mutating func pick(
    _ chosen: Span<UInt64>, of entering: EnteringRows, _ numbered: [UInt32],
    selection: [UInt64]?
  ) {
    rows.batch = entering.batch
    rows.isListed = true
    if rows.list.count < numbered.count {
      rows.list = Array(repeating: 0, count: numbered.count)
      groups = rows.list
    }
    if entering.isListed {
      rows.count = listPicked(
        entering.list.span.extracting(first: entering.count), groups: numbered.span,
        keeping: chosen, rows: &rows.list, groups: &groups)
      return
    }
    if words.count != chosen.count { words = Array(repeating: 0, count: chosen.count) }
    withSpan(of: &words) { copy(chosen, into: &$0) }
    if let selection {
      withSpan(of: &words) {
        intersect(&$0, with: selection.span.extracting(entering.words))
      }
    }
    let words = words
    rows.count = withSpan(of: &rows.list) { listRows(words.span, into: &$0) }
    let places = rows.list
    withSpan(of: &groups) {
      HoiKernels.pick(numbered.span, at: places.span.extracting(first: rows.count), into: &$0)
    }
  }
}

/// Takes the arrays one by one, since only so can all be written to at once.
private func listPicked(
  _ list: Span<UInt32>, groups: Span<UInt32>, keeping words: Span<UInt64>,
  rows: inout [UInt32], groups pickedGroups: inout [UInt32]
) -> Int {
  var rowSpan = rows.mutableSpan
  var groupSpan = pickedGroups.mutableSpan
  return pick(list, groups: groups, keeping: words, intoRows: &rowSpan, groups: &groupSpan)
}
