import HoiAnswer
import HoiColumns
import HoiKernels

/// Different codes per group, as a bit per group and code.
final class MarkAccumulator: GroupAccumulator {
  private let wordsPerGroup: Int
  private let shift: UInt32
  private var marks: [UInt64] = []
  /// By group, with all copies: the first word of its marks.
  private var starts: [UInt32] = []

  init(codeCount: Int, shift: UInt32) {
    wordsPerGroup = Self.wordsPerGroup(codeCount: codeCount)
    self.shift = shift
  }

  /// A bit more than there are codes, for rows that name no member; those do not count.
  static func wordsPerGroup(codeCount: Int) -> Int { (codeCount >> 6) + 1 }

  var byteCount: Int { marks.capacity * 8 + starts.capacity * 4 }

  func grow(to groupCount: Int) {
    if starts.count == groupCount << Int(shift) { return }
    // Only groups with a number of their own are counted in bits, and all are known from the first.
    marks.extend(to: (place(of: UInt32(groupCount - 1)) + 1) * wordsPerGroup, with: 0)
    starts = (0..<UInt32(groupCount << Int(shift))).map {
      UInt32(place(of: $0 >> shift) * wordsPerGroup)
    }
  }

  func add(_ column: EncodedColumn, words: [UInt64]?, count: Int, group: UInt32) {
    let firstMark = place(of: group >> shift) * wordsPerGroup * 64
    let words = words ?? Bitmap(count: count, repeating: true).words
    column.markCodes(words: words, firstMark: firstMark, marks: &marks)
  }

  /// Copies share their marks already.
  func fold(shift: UInt32) {}

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
    let starts = starts
    withSpan(of: &marks) {
      markByGroup(
        offsets, firstCode: Int(base), groups: groups, starts: starts.span, marks: &$0)
    }
  }

  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32]) {
    let code = Int(value)
    for place in 0..<count {
      marks[self.place(of: groups[place] >> shift) * wordsPerGroup + code >> 6] |=
        1 << UInt64(code & 63)
    }
  }

  func absorb(_ other: any GroupAccumulator, groups: [UInt32]?) {
    guard let other = other as? MarkAccumulator else {
      preconditionFailure("workers on one leaf count alike")
    }
    // Only groups with a number of their own are counted in bits.
    precondition(groups == nil)
    for word in other.marks.indices { marks[word] |= other.marks[word] }
  }

  func values(of groups: [UInt32], rows: [Int64]) -> IntegerColumn {
    let marks = marks
    return .narrow(
      groups.map { group in
        let first = place(of: group) * wordsPerGroup
        return Int64(population(marks.span.extracting(first..<(first + wordsPerGroup))))
      })
  }

  /// All groups that do not count share the first marks.
  private func place(of group: UInt32) -> Int { Int(max(group, firstGroup - 1) - (firstGroup - 1)) }
}

/// Different codes per group, as a hash table of the pairs that were met.
final class PairAccumulator: GroupAccumulator {
  private let codeCount: Int
  private let shift: UInt32
  private let limit: Int
  private var table = GroupTable()
  private var packed: [UInt64] = []
  private var numbers: [UInt32] = []
  /// Set where a segment had more pairs than may be kept.
  private(set) var isFull = false

  init(codeCount: Int, shift: UInt32, limit: Int) {
    self.codeCount = codeCount
    self.shift = shift
    self.limit = limit
  }

  var byteCount: Int { table.byteCount }

  func grow(to groupCount: Int) {}

  /// Finds the codes first, so that each is looked for in the table once.
  func add(_ column: EncodedColumn, words: [UInt64]?, count: Int, group: UInt32) {
    var marks = [UInt64](repeating: 0, count: codeCount >> 6 + 1)
    let words = words ?? Bitmap(count: count, repeating: true).words
    column.markCodes(words: words, marks: &marks)
    packed.removeAll(keepingCapacity: true)
    for (index, mark) in marks.enumerated() {
      var left = mark
      while left != 0 {
        packed.append(pair(group, Int64(index * 64 + left.trailingZeroBitCount)))
        left &= left - 1
      }
    }
    let found = packed.count
    prepare(found)
    addPairs(found)
  }

  /// Copies share their pairs already.
  func fold(shift: UInt32) {}

  func add(
    _ column: EncodedColumn, entering rows: EnteringRows, groups: inout [UInt32],
    gathered: inout [UInt64]
  ) {
    column.read(by: self, entering: rows, groups: &groups, gathered: &gathered)
  }

  func read<Offset: ColumnOffset>(
    _ offsets: Span<Offset>, base: Int64, groups: inout [UInt32]
  ) {
    prepare(groups.count)
    for row in offsets.indices {
      packed[row] = pair(groups[row], base &+ Int64(truncatingIfNeeded: offsets[row]))
    }
    addPairs(offsets.count)
  }

  func readConstant(_ value: Int64, count: Int, groups: inout [UInt32]) {
    prepare(groups.count)
    for place in 0..<count { packed[place] = pair(groups[place], value) }
    addPairs(count)
  }

  func absorb(_ other: any GroupAccumulator, groups: [UInt32]?) {
    guard let other = other as? PairAccumulator else {
      preconditionFailure("workers on one leaf count alike")
    }
    isFull = isFull || other.isFull
    packed = other.table.keysOfGroups
    if let groups {
      for place in packed.indices where packed[place] >= UInt64(firstGroup) * radix {
        packed[place] =
          UInt64(groups[Int(packed[place] / radix)]) * radix + packed[place] % radix
      }
    }
    let found = packed.count
    prepare(found)
    addPairs(found)
  }

  func values(of groups: [UInt32], rows: [Int64]) -> IntegerColumn {
    var counts = [Int64](repeating: 0, count: Int(groups.max() ?? 0) + 1)
    for key in table.keys[Int(firstGroup)..<table.groupCount] { counts[Int(key / radix)] += 1 }
    return .narrow(groups.map { counts[Int($0)] })
  }

  private var radix: UInt64 { UInt64(codeCount) + 1 }

  /// Both are below 2^32; rows that do not count share a pair.
  private func pair(_ group: UInt32, _ code: Int64) -> UInt64 {
    let group = group >> shift
    return group < firstGroup ? 0 : UInt64(group) &* radix &+ UInt64(truncatingIfNeeded: code)
  }

  private func prepare(_ count: Int) {
    packed.extend(to: count, with: 0)
    numbers.extend(to: count, with: 0)
  }

  private func addPairs(_ count: Int) {
    do {
      try table.number(packed, count: count, limit: limit, groups: &numbers)
    } catch {
      isFull = true
    }
  }
}
