import HoiColumns
import HoiNumbers

/// Members in force, and what members became.
extension Catalog {
  /// Whether a member of a dimension was there in a year of a table: on the table's reference day, or
  /// on any day of the year where it has none.
  public func isInForce(_ member: Int32, of id: DimensionID, in year: Int32, by table: TableID)
    -> Bool
  {
    self[id].isInForce(member, on: self[table].days.days(of: year))
  }

  /// The same catalogue with every member that merged counted under what it became.
  public var restated: Catalog {
    var changed = self
    changed.isRestated = true
    return changed
  }

  /// What rows of a member count for: itself, or, restated, its last successor.
  public func current(_ member: Int32, of id: DimensionID) -> Int32 {
    guard isRestated, member >= 0, Int(member) < self[id].lastSuccessor.count else { return member }
    return self[id].lastSuccessor[Int(member)]
  }
}

extension Dimension {
  /// Whether a member is in force on one of some days; one without a beginning and an end always is.
  public func isInForce(_ member: Int32, on days: ClosedRange<CalendarDay>) -> Bool {
    guard member >= 0, Int(member) < validity.count else { return true }
    return validity[Int(member)].holds(on: days)
  }

  /// What each member has become in the end, by the chain of its successors; a member that was split
  /// stays itself: nobody knows which part of it belongs to whom.
  static func lastSuccessors(_ successors: [[Int32]]) -> [Int32] {
    successors.indices.map { start in
      var member = Int32(start)
      // Loading has refused circles.
      while successors[Int(member)].count == 1 { member = successors[Int(member)][0] }
      return member
    }
  }
}

extension Table {
  /// The days that a year stands for.
  public var days: YearDays { YearDays(period: period, referenceDay: referenceDay) }
}

extension YearDays {
  /// A day before August lies in the second half of a school year.
  public init(period: Period, referenceDay: (day: Int, month: Int)?) {
    if let (day, month) = referenceDay {
      let offset: Int32 = period == .school && month < 8 ? 1 : 0
      let bound = Bound(yearOffset: offset, month: Int32(month), day: Int32(day))
      self.init(first: bound, last: bound)
      return
    }
    switch period {
    case .calendar:
      self.init(
        first: Bound(yearOffset: 0, month: 1, day: 1),
        last: Bound(yearOffset: 0, month: 12, day: 31))
    case .school:
      self.init(
        first: Bound(yearOffset: 0, month: 8, day: 1),
        last: Bound(yearOffset: 1, month: 7, day: 31))
    }
  }
}
