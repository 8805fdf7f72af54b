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
  /// The places, among the axes of `main`, of those of `total`.
  package var totalPlaces: [Int]
  /// Who owed a report, for each formula that differs.
  package var ledgers: [Ledger]
  /// The ledgers that each item stands on, by item.
  package var ledgersOfItem: [[Int]]
  package var having: PlannedCondition?
  package var sort: [PlannedKey]
  /// The rows that a condition on their values passed over for want of one; nil without such a
  /// condition.
  package var passedOver: Block?
}

/// Values over the same axes: the cells of an answer, of its total, or of a ledger.
package struct Block: Sendable {
  package var axes: [Axis]
  package var sources: [Source]
  package var rows: Frame
  package var values: [CellExpression]
  /// Values over fewer axes, that several rows look up alike.
  package var inner: [InnerBlock] = []
  /// Who owes reports for each row.
  package var rosters: [Roster] = []
  /// What it means that a row has nothing of a source.
  package var absences: [Absence] = []
  /// Targets that are judged row by row.
  package var judged: [JudgedTarget] = []
  /// For `strict`: the reports that each item stands on; empty otherwise.
  package var standsOn: [[RowRoster]] = []
  /// The places of the axes within which shares and ranks are.
  package var within: [Int] = []

  /// Which rows a block has.
  package enum Frame: Hashable, Sendable {
    /// The combinations that any source has.
    case present
    /// Each of these members of the last axis, for each combination of the axes before it; in some
    /// years, known by the first axis, not all of them.
    case listed([Int32], absent: [Int32: Set<Int32>])
    /// Each member of one axis beside each combination of the others; of those the last may have
    /// listed members.
    case crossed(axis: Int, listed: [Int32]?)
  }
}

/// A target and how the rows of a block name its groups and years.
package struct JudgedTarget: Sendable {
  package var planned: PlannedTarget
  /// The places, among the axes of the block, of those of its groups.
  package var places: [Int]
  package var timePlace: Int?
  /// The year that is asked for, where it is no axis.
  package var year: Int32?
}

/// A block whose rows are looked up by some of the axes of another.
package struct InnerBlock: Sendable {
  package var block: Block
  /// The places, among the axes of the other, of its own.
  package var places: [Int]
  /// The year that every row of the other is about, if its combinations are rows there too.
  package var yearOfRows: Int32?
}

/// Who owes reports for each row of a block.
package struct Roster: Sendable {
  /// Its block has the axes of the other, and then that of the member who owes.
  package var ledger: Ledger
  /// Where the member stands among the keys of the ledger; nil where rows are counted.
  package var memberPlace: Int?
  /// Where the year stands among the keys of the ledger.
  package var yearPlace: Int?
  /// Who owes; nil where rows are counted.
  package var owing: Owing?
  /// The places, among the axes of the other block, of what never adds.
  package var apartPlaces: [Int]
}

/// Who owes the reports that a value stands on, row by row of a block.
package struct RowRoster: Sendable {
  package var roster: Roster
  /// The places, among the axes of the block, of those of the roster.
  package var places: [Int]
}

/// Where the numbers of a block come from: leaves that share its axes.
package enum Source: Hashable, Sendable {
  /// A leaf grouped by the axes of the block.
  case leaf(Int)
  case pairing(Pairing)
}

/// Leaves of several readings, each grouped by the axes of the block, then by the year where years
/// are pooled, and then, unless an axis is that already, by the dimension that owes the reports to all of them.
///
/// A member enters a group of a year only if every side has a value there or has reported without
/// one; with no such dimension, a group enters only if it is in all.
package struct Pairing: Hashable, Sendable {
  package var sides: [PairedSide]
  /// Who reported to each side; nil where the tables share nobody who owes.
  package var attendance: Attendance?
  /// The places of its keys among the keys of the leaves.
  package var attendancePlaces: [Int]
}

/// One reading of a pairing.
package struct PairedSide: Hashable, Sendable {
  package var leaf: Int
  /// The column of the leaf that counts the rows with every measure the formula reads of it.
  package var entered: Int
  /// Sides of one family read the same table and year: one that has no row where another has
  /// reported is zero there.
  package var family: Int
  /// What it does not list does not hold: zero, whoever else reports.
  package var isRegister: Bool
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
  /// A value of an inner block.
  case looked(inner: Int, value: Int)
  /// The part of the sum over all rows of one group.
  case share(CellExpression)
  /// The place among the rows of one group.
  case rank(CellExpression, lowestFirst: Bool)
  /// No number at all: a rank has no total.
  case notApplicable
  /// The value in rows with one of these members on an axis; in others there is a gap, and it is
  /// missing, or it is not about them, and does not apply.
  case among(MemberSet, place: Int, isGap: Bool, CellExpression)
  /// The verdict on a target, by its place among all verdicts.
  case verdict(Int)
  /// What the reports of some rosters come to.
  case reports(rosters: [Int], Value.Reports)
}

/// An aggregate column of one of a block's sources.
package struct ColumnReference: Hashable, Sendable {
  package var source: Int
  /// Which of the source's leaves.
  package var side: Int
  package var column: Int
  /// Stored values are the value times `10^scale`.
  package var scale: Int
  /// What stands in a row that has no group.
  package var absent = Absent.gap

  /// The value of what has no row. The places are those of absences of the block, which say where a
  /// report came that only has nothing of this.
  package enum Absent: Hashable, Sendable {
    case gap
    case zero(absence: Int)
    case notApplicable(absence: Int)
  }
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
  /// Which of them are registers, that owe no reports.
  package var registers: [Bool]
  /// The dimension whose members owe reports; nil where rows are counted.
  package var dimension: DimensionID?
  /// Conditions that say which members and years are in scope.
  package var filter: Predicate
  /// Whether the first axis of the block is the year; otherwise one year is fixed, or none.
  package var hasYears: Bool
  /// The years that rows of the answer may be about.
  package var shownYears: [Int32]
  /// By year and reporting member. Where rows are counted, over the axes of the question. Its
  /// values, in this order: for each reading the rows present and the rows that entered; then, with
  /// a denominator, what of it is known and what of it entered.
  package var block: Block
  package var hasDenominator: Bool
  /// Who reported to each reading at all; nil where rows are counted.
  package var attendance: Attendance?
  /// The members of axes that never add which it is about; empty where there are none, or all are.
  package var apart: [ApartMember] = []
}

/// A member that is never added to others of its axis.
package struct ApartMember: Hashable, Sendable {
  package var axis: Axis
  package var member: Int32
}
