import HoiCatalog

/// What a name stands for.
package enum Reference: Hashable, Sendable {
  case indicator(IndicatorID)
  case measure(MeasureID)
  case subject(SubjectID)
  case table(TableID)
  case target(TargetID)
  /// A `let` that is no other name of an indicator or a measure, by its place.
  case named(Int)
  /// The table is known where the name was written as `table.axis`, and for the name of its years.
  case axis(Axis, of: TableID?)
}

/// Kinds of things that a place in a statement can take.
package struct ReferenceKinds: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let indicators = ReferenceKinds(rawValue: 1)
  package static let measures = ReferenceKinds(rawValue: 2)
  package static let subjects = ReferenceKinds(rawValue: 4)
  package static let tables = ReferenceKinds(rawValue: 8)
  package static let targets = ReferenceKinds(rawValue: 16)
  package static let axes = ReferenceKinds(rawValue: 32)
  package static let names = ReferenceKinds(rawValue: 64)

  /// What `show` takes as an item.
  package static let values: ReferenceKinds = [.indicators, .measures, .names]
  package static let everything: ReferenceKinds = [
    .indicators, .measures, .subjects, .tables, .targets, .axes, .names,
  ]
}

extension Reference {
  package var kind: ReferenceKinds {
    switch self {
    case .indicator: .indicators
    case .measure: .measures
    case .subject: .subjects
    case .table: .tables
    case .target: .targets
    case .named: .names
    case .axis: .axes
    }
  }
}

/// Something the catalogue names, as look-up sees it.
struct NamedThing {
  var name: String
  var label: String
  /// How a person writes it so that nothing else can be meant.
  var qualified: String
  var reference: Reference
}
