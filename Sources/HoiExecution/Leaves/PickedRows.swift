import HoiColumns
import HoiKernels

/// A few rows of a batch with their groups, listed so that the kernels look at them alone.
struct PickedRows {
  private(set) var rows = EnteringRows()
  var groups: [UInt32] = []
  private var words: [UInt64] = []

  /// Takes those of some rows of a segment that are in the batch, with the groups that all its rows have.
  ///
  /// - Parameter listed: rows of the segment, ascending.
  mutating func pick(_ listed: [UInt32], of entering: EnteringRows, _ numbered: [UInt32]) {
    list(listed, of: entering, places: numbered.count)
    let places = rows.list
    withSpan(of: &groups) {
      HoiKernels.pick(numbered.span, at: places.span.extracting(first: rows.count), into: &$0)
    }
  }

  /// Takes those of some rows of a segment that are in the batch, without their groups.
  ///
  /// - Parameter places: for how many rows there is to be room.
  mutating func list(_ listed: [UInt32], of entering: EnteringRows, places: Int) {
    makeRoom(entering, places)
    let first = listed.place(of: entering.batch.lowerBound)
    let end = listed.place(of: entering.batch.upperBound)
    rows.count = end - first
    let batchStart = UInt32(entering.batch.lowerBound)
    withSpan(of: &rows.list) {
      step(listed.span.extracting(first..<end), back: batchStart, into: &$0)
    }
  }

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
    makeRoom(entering, numbered.count)
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

  private mutating func makeRoom(_ entering: EnteringRows, _ places: Int) {
    rows.batch = entering.batch
    rows.isListed = true
    if rows.list.count < places {
      rows.list = Array(repeating: 0, count: places)
      groups = rows.list
    }
  }
}

extension [UInt32] {
  /// The place of the first of some ascending rows that is not below one.
  fileprivate func place(of row: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
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
