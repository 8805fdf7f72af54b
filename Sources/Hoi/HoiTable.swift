/// Rows given by a program instead of a file: columns as arrays, all of one length.
public struct HoiTable: Sendable {
  public struct Dimension: Sendable {
    public var name: String
    public var label: String?
    /// The member of each row; nil where a row names none.
    public var members: [String?]
  }

  public struct Measure: Sendable {
    /// What is counted or stated. `nil` in an array is *missing*, which is never 0.
    public enum Values: Sendable {
      /// Whole numbers of things.
      case counts([Int?])
      /// Exact decimals, such as money.
      case amounts([Fraction?])
      /// Yes or no.
      case flags([Bool?])
      /// Steps of an ordinal scale.
      case levels([Int?])

      var count: Int {
        switch self {
        case .counts(let values), .levels(let values): values.count
        case .amounts(let values): values.count
        case .flags(let values): values.count
        }
      }
    }

    public var name: String
    public var label: String?
    /// What is counted: `trẻ`.
    public var unit: String
    public var values: Values
    /// A stock never adds over time, a flow does.
    public var isFlow: Bool
    /// It counts no people, so that its small counts are published too. Counts only.
    public var isOpen: Bool
  }

  public var name: String
  public var label: String?
  public var period: Period
  /// What questions call the year.
  public var timeName: String
  public var years: [Int]
  public private(set) var dimensions: [Dimension] = []
  public private(set) var measures: [Measure] = []
  /// The dimension whose members each owe a report for each year.
  public var reportsBy: String?

  /// - Parameters:
  ///   - years: the year of each row; they decide how many rows there are.
  ///   - reportsBy: the dimension whose members each owe a report for each year.
  public init(
    _ name: String, label: String? = nil, years: [Int], period: Period = .school,
    timeName: String = "nam", reportsBy: String? = nil
  ) {
    self.name = name
    self.label = label
    self.period = period
    self.timeName = timeName
    self.years = years
    self.reportsBy = reportsBy
  }

  /// Adds what rows can be told apart by.
  public mutating func addDimension(_ name: String, label: String? = nil, _ members: [String?]) {
    dimensions.append(Dimension(name: name, label: label, members: members))
  }

  /// Adds something counted or stated in each row.
  ///
  /// - Parameters:
  ///   - isFlow: whether it adds over time, as drop-outs do and pupils on a day do not.
  ///   - isOpen: whether it counts no people; otherwise its small counts are kept out of answers for
  ///     publication.
  public mutating func addMeasure(
    _ name: String, label: String? = nil, unit: String = "", isFlow: Bool = false,
    isOpen: Bool = false, _ values: Measure.Values
  ) {
    measures.append(
      Measure(
        name: name, label: label, unit: unit, values: values, isFlow: isFlow, isOpen: isOpen))
  }
}
