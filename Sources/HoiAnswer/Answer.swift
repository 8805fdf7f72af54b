import HoiDiagnostics
import HoiNumbers

/// What a question was answered with: columns of exact cells, and everything needed to defend them.
///
/// Execution makes it; rendering, formats and embedding programs read it. It knows no width, no
/// colour and no language: sentences are `Wording`s.
public struct Answer: Sendable {
  /// How it wants to be read.
  public enum Kind: Sendable {
    /// Rows of groups and items.
    case table
    /// One row per target, with `Verdict`s.
    case check
    /// Properties of one thing, a name and a text per row.
    case sheet
    /// A catalogue, or stored rows.
    case list
  }

  public var kind: Kind
  /// The parts of the heading: what is shown, the filters in words, the period.
  public var title: [Wording]
  public var columns: [AnswerColumn]
  public var rowCount: Int
  /// How many of the last rows are totals, recomputed from counts: one, or one for each year that
  /// the answer is split by. They are part of `rowCount`.
  public var totalCount: Int
  /// Rows before `limit`, where it left some out; otherwise `rowCount` without the totals.
  public var rowsBeforeLimit: Int
  /// How many of the first columns the answer is split by unasked; rows are ordered and cut within
  /// each.
  public var splitCount: Int
  public var coverage: [Coverage]
  /// The chart that was asked for.
  public var chart: Chart?
  public var notes: [Note]
  /// The data files behind it, as the model names them, in the order of first use.
  public var sources: [String]
  /// What the question asks it to be shown as; nil leaves it to whoever shows it.
  public var format: OutputFormat?
  /// Parse, plan, execute and materialise, by a monotonic clock.
  public var milliseconds: Double

  public init(
    kind: Kind = .table, title: [Wording] = [], columns: [AnswerColumn] = [], rowCount: Int = 0
  ) {
    self.kind = kind
    self.title = title
    self.columns = columns
    self.rowCount = rowCount
    self.totalCount = 0
    self.rowsBeforeLimit = rowCount
    self.splitCount = 0
    self.coverage = []
    self.chart = nil
    self.notes = []
    self.sources = []
    self.format = nil
    self.milliseconds = 0
  }

  /// How an answer is drawn: over its first group, a line or a bar for each item.
  public enum Chart: String, Sendable, CaseIterable {
    case line, bar
  }

  /// Whether the last row is a total.
  public var hasTotal: Bool {
    get { totalCount > 0 }
    set { totalCount = newValue ? 1 : 0 }
  }

  public subscript(row: Int, column: Int) -> Cell { columns[column].cells[row] }
}

/// A column of an answer.
public struct AnswerColumn: Sendable {
  public enum Role: Sendable {
    /// One of the dimensions the answer is grouped by.
    case group
    /// Something that was asked for.
    case item
    /// Shown to people beside an item, left out of what programs read.
    case detail
    /// What programs read beside what is shown, left out of pages.
    case data
  }

  /// The name a question uses: `tyle_huydong`, `thon`, an alias.
  public var name: String
  /// What a person reads at the head.
  public var label: Wording
  public var role: Role
  public var unit: Unit
  public var cells: CellColumn
  /// For a ratio from a pair: what its two sides count. The sides are the terms of its fractions.
  public var sides: (numerator: Wording, denominator: Wording)?
  /// Thresholds that a shown value must not round across.
  public var thresholds: [Fraction]
  /// The bound of the one target that speaks of all its rows, to be drawn among them.
  public var target: Fraction?
  /// Rows whose numbers were not counted but projected, to be drawn apart; empty where none were.
  public var estimates: [Bool]
  /// Decimals asked for by `round` or `format`; nil lets the renderer choose.
  public var places: Int?
  /// Whether the numerator is part of the denominator, so that more than 100 % is suspect.
  public var isPart: Bool
  /// Whether it is a difference, which a page shows with its sign.
  public var isChange: Bool
  /// The names of a level's steps, ascending; people read the name in place of the number.
  public var steps: [(step: Int, label: String)]
  /// The member that a column of a pivoted answer is about; its `label` is that of the item.
  public var member: Wording?
  /// What a person reads where the exact values, rounded one by one, would mislead: shares that are
  /// rounded so that they add to 100 %.
  public var shown: NumberColumn?

  public init(
    name: String, label: Wording, role: Role = .item, unit: Unit = .number, cells: CellColumn
  ) {
    self.name = name
    self.label = label
    self.role = role
    self.unit = unit
    self.cells = cells
    self.sides = nil
    self.thresholds = []
    self.target = nil
    self.estimates = []
    self.places = nil
    self.isPart = false
    self.isChange = false
    self.steps = []
    self.member = nil
    self.shown = nil
  }

  /// The cell as a person reads it; programs read `cells`.
  public func shownCell(_ row: Int) -> Cell {
    guard let shown, case .numbers(let exact) = cells, exact.state(row) == .value else {
      return cells[row]
    }
    return CellColumn.numbers(shown)[row]
  }
}

/// Something said under an answer. The code is stable, for programs.
public struct Note: Sendable {
  public var code: String
  public var text: Wording

  public init(_ code: String, _ text: Wording) {
    self.code = code
    self.text = text
  }
}
