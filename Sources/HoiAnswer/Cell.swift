import HoiDiagnostics
import HoiNumbers
import HoiText

/// One cell of an answer, as an embedding program reads it.
public enum Cell: Sendable, Equatable {
  case number(Fraction)
  case missing
  case notApplicable
  /// Not published: it counts too few people, or would give away a cell that does.
  case hidden
  case year(Int)
  /// The label of a member or a name; nil in the data is `unknown`.
  case text(String)
  /// A member that the rows do not name.
  case unknown
  case wording(Wording)
  case verdict(Verdict)
}

/// The cells of one column.
public enum CellColumn: Sendable {
  /// Members as codes into shared labels; -1 is unknown.
  case members(codes: [Int32], labels: TextList)
  case years([Int32], Period)
  case text([String])
  case wording([Wording])
  case numbers(NumberColumn)
  case verdicts([Verdict])

  public var count: Int {
    switch self {
    case .members(let codes, _): codes.count
    case .years(let years, _): years.count
    case .text(let texts): texts.count
    case .wording(let wordings): wordings.count
    case .numbers(let numbers): numbers.count
    case .verdicts(let verdicts): verdicts.count
    }
  }

  public subscript(row: Int) -> Cell {
    switch self {
    case .members(let codes, let labels):
      codes[row] < 0 ? .unknown : .text(labels[Int(codes[row])])
    case .years(let years, _): .year(Int(years[row]))
    case .text(let texts): .text(texts[row])
    case .wording(let wordings): .wording(wordings[row])
    case .numbers(let numbers):
      switch numbers.state(row) {
      case .value: .number(Fraction(numbers.numerators[row], over: numbers.denominators[row]))
      case .missing: .missing
      case .notApplicable: .notApplicable
      case .hidden: .hidden
      }
    case .verdicts(let verdicts): .verdict(verdicts[row])
    }
  }
}
