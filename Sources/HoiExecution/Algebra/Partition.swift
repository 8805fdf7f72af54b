/// Rows told apart by some of the axes: one dense number per row.
struct Partition {
  var groups: [Int32]
  var count: Int

  /// - Parameters:
  ///   - keys: one column of members per axis, the rows ascending by them.
  ///   - places: the axes that tell rows apart.
  init(_ keys: [[Int32]], places: [Int], rowCount: Int) {
    groups = Array(repeating: 0, count: rowCount)
    count = rowCount == 0 ? 0 : 1
    guard !places.isEmpty, rowCount > 0 else { return }
    if places == Array(0..<places.count) {
      var group: Int32 = 0
      for row in 1..<rowCount {
        if places.contains(where: { keys[$0][row] != keys[$0][row - 1] }) { group += 1 }
        groups[row] = group
      }
      count = Int(group) + 1
      return
    }
    for place in places { refine(by: keys[place]) }
  }

  /// Tells apart what one more column tells apart.
  private mutating func refine(by members: [Int32]) {
    var numbers: [UInt64: Int32] = [:]
    for row in groups.indices {
      let pair = UInt64(UInt32(bitPattern: groups[row])) << 32 | UInt64(memberRank(members[row]))
      if let known = numbers[pair] {
        groups[row] = known
      } else {
        let new = Int32(numbers.count)
        numbers[pair] = new
        groups[row] = new
      }
    }
    count = numbers.count
  }
}
