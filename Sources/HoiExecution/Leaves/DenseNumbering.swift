import HoiColumns
import HoiKernels

/// Numbers groups by their place among all combinations of members.
final class DenseNumbering: GroupNumbering, OffsetReader {
  let groupCount: Int
  let copyShift: UInt32
  private var copies: UInt32 { 1 << copyShift }
  private let columns: [Int]
  private let ranks: [MemberRanks]
  /// By key: how far apart the groups of neighbouring members are, not counting copies.
  private let strides: [Int]
  /// By key: what a code adds to the number of the first copy, the first key `firstGroup` more; empty
  /// where a code is its own rank.
  private let slots: [[UInt32]]
  /// The key that is being read.
  private var key = 0

  /// - Parameter slotCount: the product of the counts of members.
  init(columns: [Int], ranks: [MemberRanks], slotCount: Int) {
    self.columns = columns
    self.ranks = ranks
    groupCount = slotCount + Int(firstGroup)
    // The fewer groups, the sooner a row meets one that is still being added to.
    copyShift = groupCount <= 1 << 8 ? 3 : groupCount <= 1 << 11 ? 1 : 0
    var stride = slotCount
    strides = ranks.map { rank in
      stride /= max(rank.members.count, 1)
      return stride
    }
    slots = ranks.indices.map { [strides, copyShift] key in
      let past = key == 0 ? firstGroup : 0
      return ranks[key].rankOfCode.map { ($0 * UInt32(strides[key]) + past) << copyShift }
    }
  }

  var byteCount: Int { slots.reduce(0) { $0 + $1.count * 4 } }
  var numbersAnyRow: Bool { true }

  func number(
    _ segment: Segment, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) {
    let numbered = numberTwo(segment, entering: rows, groups: &groups)
    for (key, column) in columns.enumerated().dropFirst(numbered) {
      self.key = key
      segment.columns[column].read(
        by: self, entering: rows, groups: &groups, gathered: &gathered)
    }
  }

  /// Numbers by the first two keys at once, where both have few members and codes that are ranks.
  ///
  /// - Returns: how many keys that are.
  private func numberTwo(
    _ segment: Segment, entering rows: EnteringRows, groups: inout [UInt32]
  ) -> Int {
    guard columns.count > 1, !rows.isListed, slots[0].isEmpty, slots[1].isEmpty,
      groupCount << Int(copyShift) <= 1 << 16
    else { return 0 }
    let (one, other) = (segment.columns[columns[0]], segment.columns[columns[1]])
    guard one.hasByteOffsets, other.hasByteOffsets else { return 0 }
    let first = slot(ofCode: Int(one.base), key: 0) + slot(ofCode: Int(other.base), key: 1)
    one.stepIntoGroups(
      with: other, rows.batch, first: UInt16(first),
      strides: (UInt16(strides[0] << Int(copyShift)), UInt16(strides[1] << Int(copyShift))),
      copies: UInt16(copies), groups: &groups)
    return 2
  }

  func read<Offset: ColumnOffset>(
    _ offsets: Span<Offset>, base: Int64, groups: inout [UInt32]
  ) {
    let table = slots[key]
    if table.isEmpty {
      let slot = slot(ofCode: Int(base), key: key)
      let stride = UInt32(strides[key]) << copyShift
      var span = groups.mutableSpan
      return stepIntoGroups(
        offsets, first: slot, stride: stride, adding: key > 0, copies: copies, groups: &span)
    }
    let slots = table.span
    var span = groups.mutableSpan
    placeInGroups(
      offsets, slots: slots.extracting(Int(base)..<slots.count), adding: key > 0, copies: copies,
      groups: &span)
  }

  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32]) {
    let slot = slot(ofCode: Int(value), key: key)
    var span = groups.mutableSpan
    if key == 0 {
      setEverywhere(slot, count: count, copies: copies, in: &span)
    } else {
      addEverywhere(slot, count: count, to: &span)
    }
  }

  func step(in segment: Segment) -> GroupStep? {
    guard columns.count == 1, slots[0].isEmpty, segment.columns[columns[0]].hasNarrowOffsets else {
      return nil
    }
    return GroupStep(
      first: slot(ofCode: Int(segment.columns[columns[0]].base), key: 0), shift: copyShift,
      copies: Int(copies))
  }

  private func slot(ofCode code: Int, key: Int) -> UInt32 {
    if !slots[key].isEmpty { return slots[key][code] }
    precondition(code < ranks[key].members.count)
    return (UInt32(code * strides[key]) + (key == 0 ? firstGroup : 0)) << copyShift
  }

  /// A group has its number from its members alone.
  func absorb(_ other: any GroupNumbering) -> [UInt32]? { nil }

  /// Numbers ascend as the members do.
  func order(_ groups: [UInt32]) -> [UInt32] { groups }

  func members(of groups: [UInt32]) -> [[Int32]] {
    var places = groups
    for group in places.indices { places[group] &-= firstGroup }
    var columns = ranks.map { _ in [Int32](repeating: 0, count: groups.count) }
    if groups.isEmpty { return columns }
    var left = places
    for key in ranks.indices.reversed() {
      let members = ranks[key].members
      if key > 0 {
        split(&places, by: members.count, ranks: &left)
      } else {
        left = places
      }
      withSpan(of: &columns[key]) { lookUp(members.span, at: left.span, into: &$0) }
    }
    return columns
  }
}

/// Takes the arrays one by one, since only so can both be written to at once.
private func split(_ places: inout [UInt32], by memberCount: Int, ranks: inout [UInt32]) {
  var placeSpan = places.mutableSpan
  var rankSpan = ranks.mutableSpan
  splitPlaces(&placeSpan, by: memberCount, ranks: &rankSpan)
}
