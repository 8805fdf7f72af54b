import HoiKernels

/// The rows of a segment that the kernels of a grouped leaf look at together.
struct EnteringRows {
  /// A run of rows that begins on a whole word of a bitmap.
  var batch = 0..<0
  /// How many enter: all rows of the batch, or those listed.
  var count = 0
  var isListed = false
  /// The rows listed first, counted from the batch's own first; what stands after `count` is old.
  var list: [UInt32] = []

  /// So few that their group numbers stay in the nearest cache, and are not fresh memory to small
  /// tables; so many that choosing what to do with them costs nothing.
  static let batchRows = 1 << 13

  /// The words of a bitmap that are about the batch.
  var words: Range<Int> { (batch.lowerBound >> 6)..<((batch.upperBound + 63) >> 6) }
}

/// Something that reads the offsets of a column, in whatever width they have.
protocol OffsetReader: AnyObject {
  /// - Parameter groups: at least as many as offsets; what stands after them is old.
  func read<Offset: ColumnOffset>(
    _ offsets: Span<Offset>, base: Int64, groups: inout [UInt32])

  /// Reads a column whose `count` entering rows all have one value.
  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32])
}

/// Shows numbers as a span that can be written to; a property of a class cannot do so by itself.
func withSpan<Number, Result>(
  of numbers: inout [Number], _ body: (inout MutableSpan<Number>) -> Result
) -> Result {
  var span = numbers.mutableSpan
  return body(&span)
}

extension Array {
  /// Combines each run of `1 << shift` elements into one.
  mutating func fold(shift: UInt32, _ combine: (Element, Element) -> Element) {
    for place in 0..<(count >> Int(shift)) {
      let first = place << Int(shift)
      self[place] = self[(first + 1)..<(first + 1 << Int(shift))].reduce(self[first], combine)
    }
    removeLast(count - count >> Int(shift))
  }

  /// Combines the elements of another array with those at the places given, or at the same ones.
  ///
  /// What stands below `firstGroup` is nobody's.
  mutating func absorb(
    _ other: [Element], groups: [UInt32]?, _ combine: (Element, Element) -> Element
  ) {
    for place in other.indices.dropFirst(Int(firstGroup)) {
      let own = groups.map { Int($0[place]) } ?? place
      self[own] = combine(self[own], other[place])
    }
  }

  /// Appends one element until there are `count`.
  mutating func extend(to count: Int, with element: Element) {
    guard count > self.count else { return }
    // All groups that there can be are known at once, or come by the segment.
    if isEmpty {
      self = Array(repeating: element, count: count)
    } else {
      append(contentsOf: repeatElement(element, count: count - self.count))
    }
  }
}
