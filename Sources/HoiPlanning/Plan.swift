import HoiCatalog
import HoiNumbers
import HoiSemantics

/// What will be done for a question: leaves that touch the rows, and the algebra above them.
///
/// Made by `makePlan`, which cannot fail: everything that can be refused has been.
package struct Plan: Sendable {
  /// Each runs once, however many values read it.
  package var leaves: [Leaf]
  package var main: Block
  /// The question without its `by`, for `with total`; the axes that it is split by stay.
  package var total: Block?
  /// Who owed a report, for each formula that differs.
  package var ledgers: [Ledger]
  /// The ledgers that each item stands on, by item.
  package var ledgersOfItem: [[Int]]
  package var having: PlannedCondition?
  package var sort: [PlannedKey]
}

/// Values over the same axes: the cells of an answer, of its total, or of a ledger.
package struct Block: Sendable {
  package var axes: [Axis]
  package var sources: [Source]
  package var rows: Frame
  package var values: [CellExpression]

  /// Which rows a block has.
  package enum Frame: Hashable, Sendable {
    /// The combinations that any source has.
    case present
    /// Each of these members of the last axis, for each combination of the axes before it.
    case listed([Int32])
  }
}

/// Where the numbers of a block come from: leaves that share its axes.
package enum Source: Hashable, Sendable {
  /// A leaf grouped by the axes of the block.
  case leaf(Int)
  /// Leaves of several tables, each grouped by the axes and then, unless an axis is that already,
  /// by the dimension that owes the reports to all of them. A member enters a year only if it
  /// reported to all; with no such dimension, a group enters only if it is in all.
  /// Both axes are places among the keys of the leaves.
  case pairing([PairedSide], memberAxis: Int?, timeAxis: Int?)
}

/// One reading of a pairing.
package struct PairedSide: Hashable, Sendable {
  package var leaf: Int
  /// The column of the leaf that counts the rows with every measure the formula reads of it.
  package var entered: Int
  /// Sides of one family read the same table and year: one that has no row where another has
  /// reported is zero there.
  package var family: Int
}

/// A value per row of a block.
package indirect enum CellExpression: Hashable, Sendable {
  case literal(Fraction)
  /// A sum, or another aggregate: missing where no row entered.
  case column(ColumnReference)
  /// A count of rows or of members: 0 where there are none.
  case count(ColumnReference)
  case arithmetic(Value.Operator, CellExpression, CellExpression)
  case negative(CellExpression)
  case magnitude(CellExpression)
  case rounded(CellExpression, Int)
  /// The value; but where it is missing and the denominator that is known is zero, there is nothing
  /// to report and the value is not applicable.
  case knowing(denominator: CellExpression, CellExpression)
}

/// An aggregate column of one of a block's sources.
package struct ColumnReference: Hashable, Sendable {
  package var source: Int
  /// Which of the source's leaves.
  package var side: Int
  package var column: Int
  /// Stored values are the value times `10^scale`.
  package var scale: Int
}

/// `having`, over the values of a block.
package indirect enum PlannedCondition: Sendable {
  case compare(Predicate.Ordering, Int, Int)
  case missing(Int, Bool)
  case member(axis: Int, MemberSet)
  case all([PlannedCondition])
  case any([PlannedCondition])
}

/// What rows are sorted by.
package enum PlannedKey: Sendable {
  case axis(Int, isDescending: Bool)
  case value(Int, isDescending: Bool)
}

/// Who owed a report for a formula and whether it came: a block by year and by reporting member.
package struct Ledger: Sendable {
  package var formula: Formula
  /// What it speaks of: all that the formula pairs, or one reading where nothing is shared.
  package var readings: [FormulaReading]
  /// The dimension whose members owe reports; nil where rows are counted.
  package var dimension: DimensionID?
  /// Conditions that say which members and years are in scope.
  package var filter: Predicate
  /// Whether the first axis of the block is the year; otherwise one year is fixed, or none.
  package var hasYears: Bool
  /// By year and reporting member. Where rows are counted, over the axes of the question. Its
  /// values, in this order: for each reading the rows present and the rows that entered; then, with
  /// a denominator, what of it is known and what of it entered.
  package var block: Block
  package var hasDenominator: Bool
}

/// The targets of a `check`, each with the values its verdict needs.
package struct CheckPlan: Sendable {
  package var leaves: [Leaf]
  package var targets: [PlannedTarget]
}

/// What a verdict needs to know, over every year of the table.
package struct PlannedTarget: Sendable {
  package var target: TargetID
  /// By year and then by the axes of the question. Its values, in this order: the value; then, with
  /// a denominator, numerator and denominator of the rows that entered, the denominator that is
  /// known, the rows of its table that are present and those whose denominator is known.
  package var block: Block
  package var hasDenominator: Bool
  package var ledgers: [Ledger]
  package var filter: Predicate
}
