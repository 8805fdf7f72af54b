import HoiNumbers

/// What people ask for, under a name: a ratio or a measure of a subject.
public struct Indicator: Sendable {
  public var subject: SubjectID
  public var name: String
  public var label: String
  public var formula: Formula
  public var unit: Unit
  /// The numerator is part of the denominator: over 100 % is suspect.
  public var isPart: Bool
  public var lowerBetter: Bool
  /// Definition, population, source and notes, by what they are, in the order of the model.
  public var texts: [IndicatorText]
  /// The formula as the model writes it.
  public var spelling: String
  /// Between what values it lies, both included; a value beyond is shown and said to be looked at.
  public var bound: (low: Fraction, high: Fraction)?

  public init(
    subject: SubjectID, name: String, label: String?, formula: Formula, unit: Unit, isPart: Bool,
    lowerBetter: Bool, texts: [IndicatorText], spelling: String,
    bound: (low: Fraction, high: Fraction)? = nil
  ) {
    self.subject = subject
    self.name = name
    self.label = label ?? name
    self.formula = formula
    self.unit = unit
    self.isPart = isPart
    self.lowerBetter = lowerBetter
    self.texts = texts
    self.spelling = spelling
    self.bound = bound
  }
}

/// Something the model says of an indicator.
public struct IndicatorText: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case definition, population, source, note
  }
  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A group of indicators that belong together.
public struct Subject: Sendable {
  public var name: String
  public var label: String
  public var notes: [String]

  public init(name: String, label: String?, notes: [String]) {
    self.name = name
    self.label = label ?? name
    self.notes = notes
  }
}
