import HoiCatalog

/// A formula over every year of its tables, with all that is needed to say how far it can be trusted.
package struct PlannedSeries: Sendable {
  package var formula: Formula
  /// The numerator is part of the denominator.
  package var isPart: Bool
  /// By year and then by the axes of the question. Its values, in this order: the value; of a
  /// quotient, numerator and denominator of the rows that entered; then, with a denominator of one
  /// reading, what of it is known, the rows that are present and those whose denominator is known.
  package var block: Block
  package var hasDenominator: Bool
  package var ledgers: [Ledger]
  package var filter: Predicate
}

/// What a verdict needs to know.
package struct PlannedTarget: Sendable {
  package var target: TargetID
  package var series: PlannedSeries
}

/// The targets of a `check`, each with the values its verdict needs.
package struct CheckPlan: Sendable {
  package var leaves: [Leaf]
  package var targets: [PlannedTarget]
  package var blends: [PlannedBlend]
}

/// Targets that also get one threshold together, weighted by their denominators.
package struct PlannedBlend: Sendable {
  /// Split only by what is never added.
  package var parts: [PlannedTarget]
  package var isNarrower: Bool
}

/// One target of a `pace`.
package struct PacePlan: Sendable {
  package var leaves: [Leaf]
  package var target: PlannedTarget
}

/// The formula of a `project`.
package struct SeriesPlan: Sendable {
  package var leaves: [Leaf]
  package var series: PlannedSeries
}
