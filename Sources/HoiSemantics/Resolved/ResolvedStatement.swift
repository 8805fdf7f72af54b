import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// A statement that asks, with meaning: what is left to do cannot be refused for a name, a unit or
/// a dimension.
package enum ResolvedStatement: Sendable {
  case show(ShowQuestion)
  case check(CheckQuestion)
  case pace(PaceQuestion)
  case project(ProjectQuestion)
  case trace(TraceQuestion)
  case rows(RowsQuestion)
  /// The definitions are listed beside the catalogue.
  case list(Listing, Definitions)
  case describe(Described)
}

/// What `having` asks of a result. `not` has been driven inward.
package indirect enum ResultCondition: Sendable {
  case compare(Predicate.Ordering, Value, Value)
  case missing(Value, Bool)
  /// The member of one of the question's axes.
  case member(axis: Int, MemberSet)
  case all([ResultCondition])
  case any([ResultCondition])

  package var negation: ResultCondition {
    switch self {
    case .compare(let ordering, let left, let right): .compare(ordering.opposite, left, right)
    case .missing(let value, let wanted): .missing(value, !wanted)
    case .member(let axis, let set): .member(axis: axis, set.complement)
    case .all(let terms): .any(terms.map(\.negation))
    case .any(let terms): .all(terms.map(\.negation))
    }
  }

  /// The values that it looks at.
  package var values: [Value] {
    switch self {
    case .compare(_, let left, let right): [left, right]
    case .missing(let value, _): [value]
    case .member: []
    case .all(let terms), .any(let terms): terms.flatMap(\.values)
    }
  }
}

/// A key that results are sorted by.
package struct ResultKey: Sendable {
  package enum Key: Sendable {
    case axis(Int)
    case value(Value)
  }
  package var key: Key
  package var isDescending: Bool
}

/// `rows`: the stored rows of a table.
package struct RowsQuestion: Sendable {
  package var table: TableID
  package var filter: Predicate
  package var sort: [(column: StoredColumn, isDescending: Bool)]
  package var limit: Int?
  package var title: [Wording]

  package enum StoredColumn: Hashable, Sendable {
    case axis(Axis)
    case measure(Int)
  }
}

/// `list`: which part of the catalogue.
package enum Listing: String, Sendable, CaseIterable {
  case everything, tables, dimensions, subjects, indicators, measures, targets, names, parameters
}

/// `describe`: one thing of the catalogue.
package enum Described: Sendable {
  case indicator(IndicatorID)
  case measure(MeasureID)
  case target(TargetID)
  case table(TableID)
  case dimension(DimensionID)
  case attribute(DimensionID, Int)
  case subject(SubjectID)
  case member(Axis, Int32)
  case named(NamedValue)
}
