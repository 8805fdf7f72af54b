import HoiAnswer
import HoiColumns
import HoiKernels

/// One aggregate of every group so far.
protocol GroupAccumulator: OffsetReader {
  var byteCount: Int { get }

  /// Makes room for groups below a number.
  func grow(to groupCount: Int)

  /// Brings the `1 << shift` copies of each group together.
  func fold(shift: UInt32)

  /// Takes in the entering rows of a column of one segment.
  ///
  /// Each class has its own, two lines long: called through the protocol, reading would not be
  /// compiled for the width of the offsets, and be sixty times slower.
  func add(
    _ column: EncodedColumn, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64])

  /// Takes in some rows of a column of one segment that are all in one group.
  ///
  /// - Parameters:
  ///   - words: a bit per row of the segment; nil for all rows.
  ///   - count: how many rows that is.
  func add(_ column: EncodedColumn, words: [UInt64]?, count: Int, group: UInt32)

  /// Takes in what another accumulator of the same aggregate has; both have been folded.
  ///
  /// - Parameter groups: the number here of each group there; nil where it is the same.
  func absorb(_ other: any GroupAccumulator, groups: [UInt32]?)

  /// The aggregate of the groups asked for, 0 where `rows` says that none entered.
  func values(of groups: [UInt32], rows: [Int64]) -> IntegerColumn
}

/// Sums in the narrowest integers that no sum of the table can overflow.
final class SumAccumulator: GroupAccumulator {
  private enum Width { case narrow, medium, wide }

  private let width: Width
  private var narrow: [Int32] = []
  private var medium: [Int64] = []
  private var wide: [Int128] = []

  /// - Parameter bound: no sum of any rows has a magnitude above it.
  init(bound: UInt128) {
    // Narrow tables stay in the cache, and fresh memory is dear.
    width = bound <= UInt128(Int32.max) ? .narrow : bound <= UInt128(Int64.max) ? .medium : .wide
  }

  var byteCount: Int { narrow.capacity * 4 + medium.capacity * 8 + wide.capacity * 16 }
  var hasRoom: Bool { !narrow.isEmpty || !medium.isEmpty || !wide.isEmpty }

  func grow(to groupCount: Int) {
    switch width {
    case .narrow: narrow.extend(to: groupCount, with: 0)
    case .medium: medium.extend(to: groupCount, with: 0)
    case .wide: wide.extend(to: groupCount, with: 0)
    }
  }

  func add(_ column: EncodedColumn, words: [UInt64]?, count: Int, group: UInt32) {
    add(column.sum(words: words, count: count), to: group)
  }

  func add(_ sum: Int128, to group: UInt32) {
    switch width {
    case .narrow: narrow[Int(group)] += Int32(sum)
    case .medium: medium[Int(group)] += Int64(sum)
    case .wide: wide[Int(group)] += sum
    }
  }

  func fold(shift: UInt32) {
    // The bound holds for the sum of all copies too.
    narrow.fold(shift: shift, &+)
    medium.fold(shift: shift, &+)
    wide.fold(shift: shift, &+)
  }

  func add(
    _ column: EncodedColumn, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) {
    column.read(by: self, entering: rows, groups: &groups, gathered: &gathered)
  }

  func read<Offset: ColumnOffset>(
    _ offsets: Span<Offset>, base: Int64, groups: inout [UInt32]
  ) {
    let groups = groups.span.extracting(first: offsets.count)
    switch width {
    case .narrow:
      withSpan(of: &narrow) {
        addByGroup(offsets, base: base, groups: groups, sums: &$0)
      }
    case .medium:
      withSpan(of: &medium) {
        addByGroup(offsets, base: base, groups: groups, sums: &$0)
      }
    case .wide:
      withSpan(of: &wide) {
        addByGroup(offsets, base: base, groups: groups, sums: &$0)
      }
    }
  }

  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32]) {
    let groups = groups.span.extracting(first: count)
    switch width {
    case .narrow:
      withSpan(of: &narrow) { addConstantByGroup(value, groups: groups, sums: &$0) }
    case .medium:
      withSpan(of: &medium) { addConstantByGroup(value, groups: groups, sums: &$0) }
    case .wide:
      withSpan(of: &wide) { addConstantByGroup(value, groups: groups, sums: &$0) }
    }
  }

  /// Turns sums over some rows into sums over the others.
  ///
  /// - Precondition: the other has the same bound, and sums over all rows.
  func subtract(from whole: SumAccumulator) {
    // What is left is a sum too, so the bound holds for it. Each array is taken out of its class once:
    // asking for it by the element costs more than the subtraction.
    let (narrows, mediums, wides) = (whole.narrow, whole.medium, whole.wide)
    withSpan(of: &narrow) { HoiKernels.subtract(&$0, from: narrows.span) }
    withSpan(of: &medium) { HoiKernels.subtract(&$0, from: mediums.span) }
    withSpan(of: &wide) { HoiKernels.subtract(&$0, from: wides.span) }
  }

  func absorb(_ other: any GroupAccumulator, groups: [UInt32]?) {
    guard let other = other as? SumAccumulator else {
      preconditionFailure("workers on one leaf add alike")
    }
    // The bound holds for the rows of all workers together.
    narrow.absorb(other.narrow, groups: groups, &+)
    medium.absorb(other.medium, groups: groups, &+)
    wide.absorb(other.wide, groups: groups, &+)
  }

  func values(of groups: [UInt32], rows: [Int64]) -> IntegerColumn {
    switch width {
    case .narrow, .medium: .narrow(numbers(of: groups))
    case .wide: IntegerColumn(narrowing: groups.map { wide[Int($0)] })
    }
  }

  /// Adds a part of the words of each group from one on.
  ///
  /// - Parameter width: how many words a group has.
  func add(_ part: SumPack.Part, of words: [UInt64], from first: Int, width: Int) {
    let (lane, shift) = (part.lane, part.shift)
    let mask = part.mask
    switch self.width {
    case .narrow:
      withSpan(of: &narrow) {
        addPart(
          of: words.span, from: first, width: width, lane: lane, shift: shift, mask: mask, to: &$0)
      }
    case .medium:
      withSpan(of: &medium) {
        addPart(
          of: words.span, from: first, width: width, lane: lane, shift: shift, mask: mask, to: &$0)
      }
    case .wide:
      withSpan(of: &wide) {
        addPart(
          of: words.span, from: first, width: width, lane: lane, shift: shift, mask: mask, to: &$0)
      }
    }
  }

  /// The sums as numbers of 64 bits, as a count of rows always is.
  func numbers(of groups: [UInt32]) -> [Int64] {
    // Taken out of the class once.
    switch width {
    case .narrow: groups.map { [narrow] in Int64(narrow[Int($0)]) }
    case .medium: groups.map { [medium] in medium[Int($0)] }
    case .wide: groups.map { [wide] in Int64(wide[Int($0)]) }
    }
  }

  func isNonzero(_ group: Int) -> Bool {
    switch width {
    case .narrow: narrow[group] != 0
    case .medium: medium[group] != 0
    case .wide: wide[group] != 0
    }
  }

  /// The groups that count and whose sum is not zero, ascending.
  func nonzeroGroups() -> [UInt32] {
    switch width {
    case .narrow: nonzeroPlaces(narrow)
    case .medium: nonzeroPlaces(medium)
    case .wide: nonzeroPlaces(wide)
    }
  }
}

/// The smallest value of each group, or the largest.
final class BoundAccumulator: GroupAccumulator {
  private let isMinimum: Bool
  private let copies: Int
  private var bounds: [Int64] = []

  init(isMinimum: Bool, copies: Int) {
    self.isMinimum = isMinimum
    self.copies = copies
  }

  var byteCount: Int { bounds.capacity * 8 }

  func grow(to groupCount: Int) { bounds.extend(to: groupCount, with: isMinimum ? .max : .min) }

  func add(_ column: EncodedColumn, words: [UInt64]?, count: Int, group: UInt32) {
    guard let found = column.bounds(words: words) else { return }
    let group = Int(group)
    bounds[group] = isMinimum ? min(bounds[group], found.low) : max(bounds[group], found.high)
  }

  func fold(shift: UInt32) { bounds.fold(shift: shift, isMinimum ? min : max) }

  func add(
    _ column: EncodedColumn, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) {
    column.read(by: self, entering: rows, groups: &groups, gathered: &gathered)
  }

  func read<Offset: ColumnOffset>(
    _ offsets: Span<Offset>, base: Int64, groups: inout [UInt32]
  ) {
    let groups = groups.span.extracting(first: offsets.count)
    if isMinimum {
      withSpan(of: &bounds) {
        lowerByGroup(offsets, base: base, groups: groups, minima: &$0)
      }
    } else {
      withSpan(of: &bounds) {
        raiseByGroup(offsets, base: base, groups: groups, maxima: &$0)
      }
    }
  }

  /// Whether no row with values between two can change a bound of any group that has rows.
  ///
  /// - Parameter hasRows: whether a copy of a group has rows, those with such values among them.
  func isSettled(low: Int64, high: Int64, _ hasRows: (Int) -> Bool) -> Bool {
    // Looking at many groups would cost more than the rows.
    if bounds.count > 1 << 11 { return false }
    // Taken out of the class once.
    let (bounds, copies) = (bounds, copies)
    for first in stride(from: Int(firstGroup) * copies, to: bounds.count, by: copies) {
      var bound = bounds[first]
      for copy in (first + 1)..<(first + copies) {
        bound = isMinimum ? min(bound, bounds[copy]) : max(bound, bounds[copy])
      }
      if isMinimum ? bound <= low : bound >= high { continue }
      if (first..<(first + copies)).contains(where: hasRows) { return false }
    }
    return true
  }

  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32]) {
    for place in 0..<count {
      let group = Int(groups[place])
      bounds[group] = isMinimum ? min(bounds[group], value) : max(bounds[group], value)
    }
  }

  func absorb(_ other: any GroupAccumulator, groups: [UInt32]?) {
    guard let other = other as? BoundAccumulator else {
      preconditionFailure("workers on one leaf add alike")
    }
    bounds.absorb(other.bounds, groups: groups, isMinimum ? min : max)
  }

  func values(of groups: [UInt32], rows: [Int64]) -> IntegerColumn {
    .narrow(groups.indices.map { rows[$0] == 0 ? 0 : bounds[Int(groups[$0])] })
  }
}

/// The places from `firstGroup` on that hold no zero.
private func nonzeroPlaces<Sum: FixedWidthInteger & SignedInteger>(_ sums: [Sum]) -> [UInt32] {
  var places = [UInt32](repeating: 0, count: sums.count)
  let count = withSpan(of: &places) { listNonzero(sums.span, from: Int(firstGroup), into: &$0) }
  places.removeLast(places.count - count)
  return places
}
