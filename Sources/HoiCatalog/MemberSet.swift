/// A set of members or years, as ascending intervals that neither touch nor overlap.
///
/// -1 stands for a row that names no member. A set made by `complement` holds it, so that
/// `thon != a` keeps rows whose village is unknown.
public struct MemberSet: Hashable, Sendable {
  public let intervals: [ClosedRange<Int32>]

  public static let nothing = MemberSet(intervals: [])
  public static let everything = MemberSet(intervals: [Int32.min...Int32.max])

  private init(intervals: [ClosedRange<Int32>]) {
    self.intervals = intervals
  }

  public init(_ members: some Sequence<Int32>) {
    self = MemberSet(ranges: members.map { $0...$0 })
  }

  public init(ranges: [ClosedRange<Int32>]) {
    var merged: [ClosedRange<Int32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound == .min || last.upperBound >= range.lowerBound - 1
      {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.init(intervals: merged)
  }

  public func contains(_ member: Int32) -> Bool {
    let place = firstInterval(endingFrom: member)
    return place < intervals.count && intervals[place].lowerBound <= member
  }

  /// The place of the first interval that does not end before a member.
  private func firstInterval(endingFrom member: Int32) -> Int {
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].upperBound < member { low = middle + 1 } else { high = middle }
    }
    return low
  }

  public var complement: MemberSet {
    var gaps: [ClosedRange<Int32>] = []
    var next: Int32? = .min
    for interval in intervals {
      if let start = next, start < interval.lowerBound {
        gaps.append(start...interval.lowerBound - 1)
      }
      next = interval.upperBound == .max ? nil : interval.upperBound + 1
    }
    if let start = next { gaps.append(start...Int32.max) }
    return MemberSet(intervals: gaps)
  }

  /// The one member, where there is just one.
  public var single: Int32? {
    guard intervals.count == 1, intervals[0].lowerBound == intervals[0].upperBound else {
      return nil
    }
    return intervals[0].lowerBound
  }

  public func intersection(_ other: MemberSet) -> MemberSet {
    var both: [ClosedRange<Int32>] = []
    // Both ascend, and intervals of one do not touch: each step leaves the one that ends first behind.
    var (own, others) = (intervals[...], other.intervals[...])
    while let interval = own.first, let candidate = others.first {
      if interval.overlaps(candidate) { both.append(interval.clamped(to: candidate)) }
      if interval.upperBound < candidate.upperBound {
        own.removeFirst()
      } else {
        others.removeFirst()
      }
    }
    return MemberSet(ranges: both)
  }

  /// Calls back for each of some members that is one of these, with its place.
  public func visitPlaces(in members: [Int32], _ body: (Int) -> Void) {
    // A dictionary's members mostly ascend, so most are in the interval, or the gap, of the one before.
    var (low, high, isMember) = stretch(of: members.first ?? 0)
    for place in members.indices {
      let member = members[place]
      if member < low || member > high { (low, high, isMember) = stretch(of: member) }
      if isMember { body(place) }
    }
  }

  /// The interval that a member is in, or the gap.
  private func stretch(of member: Int32) -> (low: Int32, high: Int32, isMember: Bool) {
    let place = firstInterval(endingFrom: member)
    if place < intervals.count, intervals[place].lowerBound <= member {
      return (intervals[place].lowerBound, intervals[place].upperBound, true)
    }
    // Next to a gap there is an interval, or no other number.
    let low = place == 0 ? .min : intervals[place - 1].upperBound + 1
    let high = place == intervals.count ? .max : intervals[place].lowerBound - 1
    return (low, high, false)
  }

  /// The same years some time earlier or later; ends that are open stay open.
  func shifted(by distance: Int32) -> MemberSet {
    func moved(_ end: Int32) -> Int32 {
      end == .min || end == .max ? end : end.addingReportingOverflow(distance).partialValue
    }
    return MemberSet(ranges: intervals.map { moved($0.lowerBound)...moved($0.upperBound) })
  }

  /// The same members after they have moved; one that every other was let through with stays so.
  ///
  /// - Parameter places: the new place of each old member.
  func moved(to places: [Int32]) -> MemberSet {
    if contains(.max) { return complement.moved(to: places).complement }
    var ranges: [ClosedRange<Int32>] = contains(-1) ? [-1 ... -1] : []
    for place in places.indices where contains(Int32(place)) {
      ranges.append(places[place]...places[place])
    }
    return MemberSet(ranges: ranges)
  }
}
