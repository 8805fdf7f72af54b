import HoiColumns
import HoiNumbers

/// A table of facts: what its columns mean, and its rows.
public struct Table: Sendable {
  public var name: String
  public var label: String
  /// The name of its years, usually `nam`.
  public var timeName: String
  public var timeColumn: Int
  public var period: Period
  public var referenceDay: (day: Int, month: Int)?
  public var dimensions: [TableDimension]
  public var measures: [Measure]
  /// The dimension whose members each owe a report for each year.
  public var reportsBy: DimensionID?
  /// Which of those members owe one: all, unless the model says which. A condition on the dimension
  /// and its attributes alone.
  public var owing = Predicate.always
  /// That condition as the model writes it.
  public var owingSpelling: String?
  public var notes: [String]
  public var facts: FactTable
  /// Its rows hold from a day to a day, and what it does not list does not hold: a register owes no
  /// reports.
  public var isRegister: Bool
  /// Columns of its own for attributes whose value depends on the year.
  var attributeColumns: [Axis: Int] = [:]
  /// The statement that declares it, where it was inferred from its file.
  public internal(set) var inferredText: String?

  public init(
    name: String, label: String?, timeName: String, timeColumn: Int, period: Period,
    referenceDay: (day: Int, month: Int)?, dimensions: [TableDimension], measures: [Measure],
    reportsBy: DimensionID?, notes: [String], facts: FactTable, isRegister: Bool = false
  ) {
    self.name = name
    self.label = label ?? name
    self.timeName = timeName
    self.timeColumn = timeColumn
    self.period = period
    self.referenceDay = referenceDay
    self.dimensions = dimensions
    self.measures = measures
    self.reportsBy = reportsBy
    self.notes = notes
    self.facts = facts
    self.isRegister = isRegister
  }

  /// The years that have rows, ascending.
  public var years: [Int32] {
    if case .years(let years) = facts.keys[timeColumn] { return years }
    return []
  }

  /// The column that holds an axis row by row, where what a member is does not tell.
  public func column(of axis: Axis) -> Int? { attributeColumns[axis] }

  public func dimension(_ id: DimensionID) -> TableDimension? {
    dimensions.first { $0.dimension == id }
  }

  /// Whether its rows can be grouped and filtered by an axis.
  public func has(_ axis: Axis) -> Bool {
    switch axis {
    case .time: true
    case .dimension(let id), .attribute(let id, _): dimension(id) != nil
    }
  }
}

/// A dimension as a table uses it.
public struct TableDimension: Sendable {
  public var dimension: DimensionID
  public var column: Int
  /// Its members never add: survey rounds, estimate and settled.
  public var isApart: Bool
  /// The member of each code of the column's dictionary.
  public var memberOfCode: [Int32]

  public init(dimension: DimensionID, column: Int, isApart: Bool, memberOfCode: [Int32] = []) {
    self.dimension = dimension
    self.column = column
    self.isApart = isApart
    self.memberOfCode = memberOfCode
  }
}

/// Something counted or stated in each row.
public struct Measure: Sendable {
  public var name: String
  public var label: String
  public var kind: MeasureKind
  public var unit: Unit
  /// Whether it counts people, of whom few are not told in public.
  public var countsPeople: Bool { kind == .count && !isOpen }
  /// A stock never adds over time, a flow does.
  public var isFlow: Bool
  /// It counts no people: its small numbers are published.
  public var isOpen: Bool
  public var column: Int
  /// Stored values are the value times `10^scale`.
  public var scale: Int
  /// The names of a level's steps, by their number.
  public var steps: [(step: Int, label: String)]

  public init(
    name: String, label: String?, kind: MeasureKind, unit: Unit, isFlow: Bool,
    isOpen: Bool = false, column: Int, scale: Int = 0, steps: [(step: Int, label: String)] = []
  ) {
    self.name = name
    self.label = label ?? name
    self.kind = kind
    self.unit = unit
    self.isFlow = isFlow
    self.isOpen = isOpen
    self.column = column
    self.scale = scale
    self.steps = steps
  }
}
