import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// A value that an expression gives, with what else is known of it.
package struct ItemValue: Sendable {
  package var value: Value
  package var unit: Unit
  package var range: SourceRange
  /// The indicator that it is, where it is one and nothing else.
  package var indicator: IndicatorID?
  package var isPart: Bool
  /// Decimals that `round` asks for.
  package var places: Int?
  /// Whether it is a difference, which is shown with its sign.
  package var isChange = false
  /// What a person calls it, where that is more than its words in the question.
  package var label: Wording?

  init(
    _ value: Value, _ unit: Unit, _ range: SourceRange, indicator: IndicatorID? = nil,
    isPart: Bool = false, places: Int? = nil, label: Wording? = nil
  ) {
    self.value = value
    self.unit = unit
    self.range = range
    self.indicator = indicator
    self.isPart = isPart
    self.places = places
    self.label = label
  }

  /// Whether it reads no data.
  var isLiteral: Bool { value.tables.isEmpty }
}
