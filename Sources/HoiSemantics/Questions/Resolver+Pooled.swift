import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

extension Resolver {
  /// The axes of `pooled`: apart ones only, and only for what is not added up by it.
  func pooledAxes(
    _ paths: [Path], _ items: [(item: Item, value: ItemValue)], _ asked: [Axis],
    _ filter: Predicate, tables: [TableID], users: [AxisUser], problems: inout [Diagnostic]
  ) -> [Axis] {
    var pooled: [Axis] = []
    for path in paths {
      let axis = collecting(&problems) { () throws(Diagnostic) in
        let axis = try self.axis(path, tables: tables)
        try requireAxis(axis, at: path.range, on: users)
        guard apartAxes(tables).contains(axis) else {
          throw .pooledAdds(path, in: source)
        }
        if asked.contains(axis) { throw .pooledAndSplit(path, in: source) }
        for item in items {
          if axis == .time, item.value.value.looksAtOtherYears {
            throw .pooledAcrossYears(item.item.range, path, in: source)
          }
          if let problem = poolingProblem(item.value.value, axis) {
            throw .cannotPool(
              item.item.range, problem, ratio: ratioOver(item.value), path, in: source)
          }
        }
        return axis
      }
      if let axis { pooled.append(axis) }
    }
    return pooled
  }

  /// Why a value has no meaning over several years or rounds together.
  enum PoolingProblem {
    case stock, level, sumOfRounds
  }

  private func poolingProblem(_ value: Value, _ axis: Axis) -> PoolingProblem? {
    switch value {
    case .literal, .rowCount, .distinct, .reports: return nil
    case .judged(_, _, on: let formula): return poolingProblem(formula, axis)
    case .formula(let formula): return poolingProblem(formula, axis)
    case .numerator(let formula):
      return formula.sides.flatMap { poolingProblem($0.numerator, axis) }
    case .denominator(let formula):
      return formula.sides.flatMap { poolingProblem($0.denominator, axis) }
    case .aggregate(let aggregation, let id):
      if catalog[id].kind == .level { return .level }
      return aggregation == .sum ? poolingProblem(.measure(id), axis) : nil
    case .arithmetic(_, let left, let right):
      return poolingProblem(left, axis) ?? poolingProblem(right, axis)
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
      .earlier(let inner, _), .fixed(let inner, _, _), .within(let inner, _), .share(let inner),
      .rank(let inner, _):
      return poolingProblem(inner, axis)
    }
  }

  /// A quotient of two sums stays what it is; a sum of stocks does not.
  private func poolingProblem(_ formula: Formula, _ axis: Axis) -> PoolingProblem? {
    switch formula {
    case .literal, .reported: return nil
    case .lowest: return .level
    case .scoped(let inner, _): return poolingProblem(inner, axis)
    case .quotient(_, let right) where !right.measures.isEmpty: return nil
    case .measure(let id):
      if axis != .time { return .sumOfRounds }
      return catalog[id].isFlow ? nil : .stock
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      return poolingProblem(left, axis) ?? poolingProblem(right, axis)
    }
  }

  private func ratioOver(_ value: ItemValue) -> String? {
    guard case .formula(.measure(let id)) = value.value,
      let index = catalog.indicators.firstIndex(where: {
        $0.formula.sides != nil && $0.formula.measures.contains(id)
      })
    else { return nil }
    return catalog.qualifiedName(IndicatorID(index))
  }

  func poolNotes(_ frame: ShowFrame, _ tables: [TableID]) -> [(code: String, text: Wording)] {
    frame.pooled.compactMap { axis in
      let name = catalog.name(axis, time: catalog[tables[0]].timeName)
      return (
        "pooled",
        axis == .time
          ? Wording(
            vi: "gộp năm: số liệu của các năm được gộp lại theo yêu cầu",
            en: "years pooled: the data of several years are merged as asked")
          : Wording(
            vi: "gộp `\(name)`: số liệu của các `\(name)` được gộp lại theo yêu cầu",
            en: "`\(name)` pooled: its members are merged as asked")
      )
    }
  }
}
