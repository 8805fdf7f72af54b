import HoiNumbers

/// Which rows a question or a target is about. `not` has been driven inward.
public indirect enum Predicate: Hashable, Sendable {
  case always
  case never
  case members(Axis, MemberSet)
  /// Rows that report the measure and whose value compares so.
  case value(MeasureID, Ordering, Fraction)
  /// Rows that report the measure, or rows that do not.
  case reported(MeasureID, Bool)
  case all([Predicate])
  case any([Predicate])

  /// How a value compares with another.
  public enum Ordering: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "≠"
    case less = "<"
    case lessOrEqual = "≤"
    case greater = ">"
    case greaterOrEqual = "≥"

    public var opposite: Ordering {
      switch self {
      case .equal: .notEqual
      case .notEqual: .equal
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .greater: .lessOrEqual
      case .greaterOrEqual: .less
      }
    }

    public func holds(_ left: Fraction, _ right: Fraction) -> Bool {
      switch self {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
  }

  /// The rows that this one leaves out, except that a comparison with a missing value holds in
  /// neither.
  public var negation: Predicate {
    switch self {
    case .always: .never
    case .never: .always
    case .members(let axis, let set): .members(axis, set.complement)
    case .value(let id, let ordering, let bound): .value(id, ordering.opposite, bound)
    case .reported(let id, let wanted): .reported(id, !wanted)
    case .all(let terms): .any(terms.map(\.negation))
    case .any(let terms): .all(terms.map(\.negation))
    }
  }

  /// Both conditions at once.
  public func and(_ other: Predicate) -> Predicate {
    switch (self, other) {
    case (.always, _): other
    case (_, .always): self
    case (.never, _), (_, .never): .never
    case (.all(let left), .all(let right)): .all(left + right)
    case (.all(let left), _): .all(left + [other])
    case (_, .all(let right)): .all([self] + right)
    default: .all([self, other])
    }
  }

  /// This condition with those terms of another that it does not hold already: for a scope and a
  /// question that ask the same.
  package func narrowed(by other: Predicate) -> Predicate {
    let own = Set(terms)
    return other == .never
      ? .never : other.terms.filter { !own.contains($0) }.reduce(self) { $0.and($1) }
  }

  /// The terms that must all hold.
  public var terms: [Predicate] {
    switch self {
    case .all(let terms): terms.flatMap(\.terms)
    case .always: []
    case .never, .members, .value, .reported, .any: [self]
    }
  }

  /// The axes it looks at.
  public var axes: Set<Axis> {
    switch self {
    case .always, .never, .value, .reported: []
    case .members(let axis, _): [axis]
    case .all(let terms), .any(let terms): terms.reduce(into: []) { $0.formUnion($1.axes) }
    }
  }

  /// The measures whose values it looks at.
  public var measures: Set<MeasureID> {
    switch self {
    case .always, .never, .members: []
    case .value(let id, _, _), .reported(let id, _): [id]
    case .all(let terms), .any(let terms): terms.reduce(into: []) { $0.formUnion($1.measures) }
    }
  }

  /// The members of an axis that the condition could let through, whatever else a row holds.
  public func allowed(on axis: Axis) -> MemberSet {
    switch self {
    case .always, .value, .reported: return .everything
    case .never: return .nothing
    case .members(let own, let set): return own == axis ? set : .everything
    case .all(let terms):
      return terms.reduce(.everything) { $0.intersection($1.allowed(on: axis)) }
    case .any(let terms):
      return MemberSet(ranges: terms.flatMap { $0.allowed(on: axis).intervals })
    }
  }

  /// Whether the condition could hold for a row of which only some axes are known.
  ///
  /// - Parameter member: the member on an axis, or nil where that is not known.
  public func couldHold(_ member: (Axis) -> Int32?) -> Bool {
    switch self {
    case .always, .value, .reported: true
    case .never: false
    case .members(let axis, let set): member(axis).map(set.contains) ?? true
    case .all(let terms): terms.allSatisfy { $0.couldHold(member) }
    case .any(let terms): terms.contains { $0.couldHold(member) }
    }
  }

  /// The condition without its top-level terms on an axis.
  public func without(_ axis: Axis) -> Predicate {
    let kept = terms.filter { term in
      if case .members(let own, _) = term { return own != axis }
      return true
    }
    return kept.reduce(.always) { $0.and($1) }
  }

  /// The same condition after the members of an axis have moved.
  func moving(_ axis: Axis, to places: [Int32]) -> Predicate {
    switch self {
    case .members(axis, let set): .members(axis, set.moved(to: places))
    case .always, .never, .members, .value, .reported: self
    case .all(let terms): .all(terms.map { $0.moving(axis, to: places) })
    case .any(let terms): .any(terms.map { $0.moving(axis, to: places) })
    }
  }
}
