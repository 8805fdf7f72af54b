import HoiColumns
import HoiKernels

/// Numbers the groups that are met, through hash tables of packed ranks.
///
/// Mostly one table does. Where the ranks of all keys together need more than 64 bits, the first
/// keys are numbered by a table of their own, and their number is packed with the keys that follow.
final class HashNumbering: GroupNumbering, OffsetReader {
  private struct Stage {
    var keys: Range<Int>
    /// By key of the stage: what its rank is multiplied by.
    var strides: [UInt64]
    /// What the group of the stage before is multiplied by, for every stage but the first.
    var stride: UInt64
    var table = GroupTable()
  }

  private let columns: [Int]
  private let ranks: [MemberRanks]
  private let groupLimit: Int
  private var stages: [Stage]
  private var packed: [UInt64] = []
  /// The key that is being read, and its stride.
  private var key = 0
  private var stride: UInt64 = 1

  init(columns: [Int], ranks: [MemberRanks], groupLimit: Int) {
    self.columns = columns
    self.ranks = ranks
    self.groupLimit = groupLimit
    stages = Self.makeStages(radices: ranks.map { UInt64(max($0.members.count, 1)) })
  }

  /// Splits keys so that a stage's ranks, and a number of 32 bits before them, fit 64 bits.
  private static func makeStages(radices: [UInt64]) -> [Stage] {
    var stages: [Stage] = []
    var first = 0
    while first < radices.count {
      var end = first
      var product: UInt64 = 1
      // Counts of members are below 2^32, so a stage takes at least one key.
      let room: UInt64 = stages.isEmpty ? .max : 1 << 32
      while end < radices.count {
        let (next, overflow) = product.multipliedReportingOverflow(by: radices[end])
        if overflow || next > room { break }
        product = next
        end += 1
      }
      var stride = product
      let strides = radices[first..<end].map { radix in
        stride /= radix
        return stride
      }
      stages.append(Stage(keys: first..<end, strides: strides, stride: product))
      first = end
    }
    return stages
  }

  var groupCount: Int { stages[stages.count - 1].table.groupCount }
  /// There are too many groups for them to meet often.
  var copyShift: UInt32 { 0 }
  var byteCount: Int { stages.reduce(0) { $0 + $1.table.byteCount } }
  /// Numbering a row makes its group, which must not be there for one that is not selected.
  var numbersAnyRow: Bool { false }

  func number(
    _ segment: Segment, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) throws(LeafFailure) {
    if packed.count < groups.count { packed = Array(repeating: 0, count: groups.count) }
    for index in stages.indices {
      for row in 0..<rows.count {
        // The number is below 2^32 and the stride at most 2^32.
        packed[row] = index == 0 ? 0 : UInt64(groups[row]) &* stages[index].stride
      }
      for (place, key) in stages[index].keys.enumerated() {
        self.key = key
        stride = stages[index].strides[place]
        segment.columns[columns[key]].read(
          by: self, entering: rows, groups: &groups, gathered: &gathered)
      }
      try stages[index].table.number(
        packed, count: rows.count, limit: groupLimit, groups: &groups)
    }
  }

  func read<Offset: ColumnOffset>(
    _ offsets: Span<Offset>, base: Int64, groups: inout [UInt32]
  ) {
    let table = ranks[key].rankOfCode
    if table.isEmpty {
      let first = UInt64(base) &* stride
      let stride = stride
      return withSpan(of: &packed) {
        packOffsets(offsets, first: first, stride: stride, packed: &$0)
      }
    }
    let codes = table.span
    let ranks = codes.extracting(Int(base)..<codes.count)
    withSpan(of: &packed) { packKeys(offsets, ranks: ranks, stride: stride, packed: &$0) }
  }

  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32]) {
    let addend = UInt64(ranks[key].rank(ofCode: Int(value))) &* stride
    withSpan(of: &packed) { addEverywhere(addend, count: count, to: &$0) }
  }

  func step(in segment: Segment) -> GroupStep? { nil }

  func absorb(_ other: any GroupNumbering) throws(LeafFailure) -> [UInt32]? {
    guard let other = other as? HashNumbering else {
      preconditionFailure("workers on one leaf number alike")
    }
    var groups: [UInt32] = []
    for index in stages.indices {
      var keys = other.stages[index].table.keysOfGroups
      if index > 0 {
        let stride = stages[index].stride
        for place in keys.indices {
          keys[place] = UInt64(groups[Int(keys[place] / stride)]) * stride + keys[place] % stride
        }
      }
      groups = try stages[index].table.number(adding: keys, limit: groupLimit)
    }
    return groups
  }

  func order(_ groups: [UInt32]) -> [UInt32] {
    if stages.count == 1 {
      return sorted(groups, by: stages[0].table.keys, below: stages[0].stride)
    }
    let rankColumns = ranks.indices.map { rankColumn(key: $0, of: groups) }
    let places = groups.indices.sorted { left, right in
      for column in rankColumns where column[left] != column[right] {
        return column[left] < column[right]
      }
      return false
    }
    return places.map { groups[$0] }
  }

  func members(of groups: [UInt32]) -> [[Int32]] {
    ranks.indices.map { key in rankColumn(key: key, of: groups).map { ranks[key].members[$0] } }
  }

  /// Unpacks the rank of a key, going back through the stages to the one that holds it.
  private func rankColumn(key: Int, of groups: [UInt32]) -> [Int] {
    var numbers = groups
    var index = stages.count - 1
    while !stages[index].keys.contains(key) {
      let stage = stages[index]
      numbers = numbers.map { UInt32(stage.table.keys[Int($0)] / stage.stride) }
      index -= 1
    }
    let stage = stages[index]
    let stride = stage.strides[key - stage.keys.lowerBound]
    let radix = UInt64(max(ranks[key].members.count, 1))
    return numbers.map { Int(stage.table.keys[Int($0)] / stride % radix) }
  }
}

/// Sorts groups by their keys, all of which are below a bound, digit by digit.
private func sorted(_ groups: [UInt32], by keyOfGroup: [UInt64], below bound: UInt64) -> [UInt32] {
  var groups = groups
  var keys = groups.map { keyOfGroup[Int($0)] }
  var otherGroups = groups
  var otherKeys = keys
  var counts = [Int](repeating: 0, count: 1 << 11)
  let bitCount = UInt64.bitWidth - (bound - 1).leadingZeroBitCount
  for shift in stride(from: 0, to: bitCount, by: 11) {
    sortDigit(keys.span, groups, shift, &counts, &otherKeys, &otherGroups)
    swap(&keys, &otherKeys)
    swap(&groups, &otherGroups)
  }
  return groups
}

/// Takes the arrays one by one, since only so can all be written to at once.
private func sortDigit(
  _ keys: Span<UInt64>, _ groups: [UInt32], _ shift: Int, _ counts: inout [Int],
  _ otherKeys: inout [UInt64], _ otherGroups: inout [UInt32]
) {
  var countSpan = counts.mutableSpan
  var keySpan = otherKeys.mutableSpan
  var groupSpan = otherGroups.mutableSpan
  sortByDigit(
    keys, groups: groups.span, shift: UInt64(shift), counts: &countSpan, intoKeys: &keySpan,
    groups: &groupSpan)
}
