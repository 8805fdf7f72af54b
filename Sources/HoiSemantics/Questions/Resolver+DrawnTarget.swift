import HoiCatalog

extension Resolver {
  /// An item with the bound to be drawn among its values, where one target speaks of all of them.
  ///
  /// A target speaks of a question that keeps to its scope. Where two do, or one with two ends, nobody
  /// could tell whose line it is, and none is drawn.
  func withTarget(_ item: ShownItem, in filter: Predicate) -> ShownItem {
    guard let id = item.indicator, catalog[id].unit == item.unit else { return item }
    let terms = filter.terms
    let bounds = catalog.targets(on: id)
      .filter { catalog[$0].scope.terms.allSatisfy(terms.contains) }
      .flatMap { catalog[$0].bounds }
    var item = item
    if Set(bounds).count == 1 { item.target = bounds[0] }
    return item
  }
}
