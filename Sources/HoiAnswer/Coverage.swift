import HoiDiagnostics
import HoiNumbers

/// Who reported and who did not, for one item of an answer.
public struct Coverage: Sendable {
  /// What is counted: the label of the dimension that owes a report (`Thôn`), or of the rows.
  public var leaf: Wording
  /// The name of the item, where an answer has several that differ.
  public var item: String
  /// Leaves that owed a report: members in force times years in scope, less `notApplicable`.
  public var expected: Int
  public var reported: Int
  /// Who is missing, in list order; with the year where several years are in scope.
  public var missing: [String]
  /// Members with a known denominator of zero: they owe nothing.
  public var notApplicable: [String]
  /// The known denominator over all leaves, and the part of it that the answer covers; nil where
  /// the item has no denominator. A numerator over a denominator, not reduced.
  public var denominatorCovered: Fraction?
  /// What the denominator counts, where it is one thing.
  public var denominator: Wording?
  /// How many years it is about: a leaf owes a report for each of them.
  public var yearCount: Int
  /// Rows left out of the formula although their leaf reported something.
  public var droppedRows: Int
  /// True where a leaf is a row, because the table names no dimension that owes a report.
  public var countsRows: Bool

  /// Where the denominator counts people: how many known ones the answer does not cover.
  package var peopleLeft: Fraction?

  /// The members of axes that never add which it is about: the estimate, the settled accounts.
  public var apart: Wording?
  /// The years it is about, where others of the same answer are about other years.
  public var years: Wording?

  public init(
    leaf: Wording, item: String, expected: Int, reported: Int, missing: [String] = [],
    notApplicable: [String] = [], denominatorCovered: Fraction? = nil, droppedRows: Int = 0,
    countsRows: Bool = false
  ) {
    self.leaf = leaf
    self.item = item
    self.expected = expected
    self.reported = reported
    self.missing = missing
    self.notApplicable = notApplicable
    self.denominatorCovered = denominatorCovered
    self.droppedRows = droppedRows
    denominator = nil
    yearCount = 1
    self.countsRows = countsRows
  }

  public var isComplete: Bool { reported >= expected }
}
