import HoiPlanning

/// The distinct members of a grouping key in the order of the answer, and each code's place there.
struct MemberRanks {
  /// Ascending, -1 for unknown last.
  let members: [Int32]
  /// By code, 0 for codes that no selected row has; empty where a code is its own rank.
  let rankOfCode: [UInt32]

  init(_ key: GroupKey, possible: PossibleCodes) {
    let memberOfCode = key.memberOfCode
    if possible.isEvery && Self.isOrdered(memberOfCode) {
      (members, rankOfCode) = (memberOfCode, [])
      return
    }
    var low = Int32.max
    var high = Int32.min
    possible.visit { code in
      let member = memberOfCode[code]
      if member == Self.unknown { return }
      low = min(low, member)
      high = max(high, member)
    }
    // Years and places lie close together, so a table of flags is smaller than sorting.
    if low <= high && Int(high) - Int(low) < 4 * memberOfCode.count + 1024 {
      (members, rankOfCode) = Self.rankByTable(memberOfCode, possible, low: low, high: high)
    } else {
      (members, rankOfCode) = Self.rankBySorting(memberOfCode, possible)
    }
  }

  func rank(ofCode code: Int) -> UInt32 {
    rankOfCode.isEmpty ? UInt32(code) : rankOfCode[code]
  }

  private static let unknown: Int32 = -1

  /// Whether members ascend as their codes do, but that the last may be unknown.
  static func isOrdered(_ memberOfCode: [Int32]) -> Bool {
    var before = Int64.min
    for (code, member) in memberOfCode.enumerated() {
      if member == unknown { return code == memberOfCode.count - 1 }
      if Int64(member) <= before { return false }
      before = Int64(member)
    }
    return true
  }

  private static func rankByTable(
    _ memberOfCode: [Int32], _ possible: PossibleCodes, low: Int32, high: Int32
  ) -> ([Int32], [UInt32]) {
    let first = Int(low)
    // One place more for the unknown.
    let span = Int(high) - first + 1
    var ranks = [UInt32](repeating: 0, count: span + 1)
    func place(_ member: Int32) -> Int { member == unknown ? span : Int(member) - first }
    possible.visit { ranks[place(memberOfCode[$0])] = 1 }
    var members: [Int32] = []
    for place in ranks.indices where ranks[place] == 1 {
      ranks[place] = UInt32(members.count)
      members.append(place == span ? unknown : Int32(first + place))
    }
    var rankOfCode = [UInt32](repeating: 0, count: memberOfCode.count)
    possible.visit { rankOfCode[$0] = ranks[place(memberOfCode[$0])] }
    return (members, rankOfCode)
  }

  private static func rankBySorting(
    _ memberOfCode: [Int32], _ possible: PossibleCodes
  ) -> ([Int32], [UInt32]) {
    var found: Set<Int32> = []
    possible.visit { found.insert(memberOfCode[$0]) }
    var members = found.filter { $0 != unknown }.sorted()
    if found.contains(unknown) { members.append(unknown) }
    let ranks = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($0.element, UInt32($0.offset)) })
    var rankOfCode = [UInt32](repeating: 0, count: memberOfCode.count)
    possible.visit { rankOfCode[$0] = ranks[memberOfCode[$0]]! }
    return (members, rankOfCode)
  }
}
