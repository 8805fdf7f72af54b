import HoiCatalog
import HoiNumbers
import HoiPlanning

/// What is known of a target, by year and by the groups of the question.
struct TargetCells {
  let target: Target
  let series: SeriesCells

  typealias Reading = SeriesCells.Reading

  init(
    _ planned: PlannedTarget, leaves: [Leaf], results: [LeafResult], in catalog: Catalog
  ) throws(LeafFailure) {
    target = catalog[planned.target]
    series = try SeriesCells(planned.series, leaves: leaves, results: results, in: catalog)
  }

  var catalog: Catalog { series.catalog }
  var formula: Formula { series.formula }
  var groups: [[Int32]] { series.groups }
  var years: [Int32] { series.years }
  var yearsWithRows: [Int32] { series.yearsWithRows }
  var isStepwise: Bool { series.isStepwise }
  var isFlag: Bool { series.isFlag }
  var ledgers: [LedgerCells] { series.ledgers }

  func reading(_ group: [Int32], in year: Int32) throws(LeafFailure) -> Reading {
    try series.reading(group, in: year)
  }
}
