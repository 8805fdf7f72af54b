import HoiAnswer
import HoiCatalog
import HoiPlanning

/// Which rows of each value stand on a leaf that did not report: `strict` makes them missing.
///
/// A missing leaf touches a row unless the row's own year, member or attribute tells them apart.
func rowsLackingReports(
  _ cells: BlockCells, axes: [Axis], ledgers: [(cells: LedgerCells, missing: [ReportingCell])],
  ledgersOfValue: [[Int]], in catalog: Catalog
) -> [[Bool]] {
  ledgersOfValue.map { places in
    var isTouched = Array(repeating: false, count: cells.rowCount)
    for place in places {
      let (ledger, missing) = ledgers[place]
      touch(&isTouched, ledger, missing, cells: cells, axes: axes, in: catalog)
    }
    return isTouched
  }
}

extension NumberColumn {
  /// The column with nothing in some rows.
  func lacking(_ rows: [Bool]) -> NumberColumn {
    guard rows.contains(true) else { return self }
    var column = self
    if column.states.isEmpty { column.states = Array(repeating: .value, count: count) }
    for row in rows.indices where rows[row] { column.states[row] = .missing }
    return column
  }
}

private func touch(
  _ isTouched: inout [Bool], _ ledger: LedgerCells, _ missing: [ReportingCell], cells: BlockCells,
  axes: [Axis], in catalog: Catalog
) {
  guard let dimension = ledger.ledger.dimension else {
    touchIncompleteGroups(&isTouched, ledger, cells, axes)
    return
  }
  // Only some axes can tell a missing leaf from a row; what those say is compared as one key.
  let telling = axes.indices.filter { axis in
    switch axes[axis] {
    case .time: ledger.ledger.hasYears
    case .dimension(let id): id == dimension
    case .attribute(let id, _): id == dimension
    }
  }
  let keys = Set(
    missing.map { cell in
      telling.map { axis in
        catalog.value(of: axes[axis], for: cell.member, of: dimension, in: cell.year) ?? -1
      }
    })
  let apart = ledger.ledger.apart.compactMap { part in
    axes.firstIndex(of: part.axis).map { (axis: $0, member: part.member) }
  }
  for row in isTouched.indices
  where apart.allSatisfy({ cells.keys[$0.axis][row] == $0.member })
    && keys.contains(telling.map { cells.keys[$0][row] })
  {
    isTouched[row] = true
  }
}

/// Where rows are counted, a group is touched when one of its own rows did not enter.
///
/// A total keeps some of the axes, wherever they stand in `by`: groups meet axis by axis.
private func touchIncompleteGroups(
  _ isTouched: inout [Bool], _ ledger: LedgerCells, _ cells: BlockCells, _ axes: [Axis]
) {
  let ledgerAxes = ledger.ledger.block.axes
  let shared = axes.indices.compactMap { own in
    ledgerAxes.firstIndex(of: axes[own]).map { (own: own, other: $0) }
  }
  let incomplete = Set(
    (0..<ledger.block.rowCount).filter { !ledger.isComplete(row: $0) }.map { row in
      shared.map { ledger.block.keys[$0.other][row] }
    })
  for row in isTouched.indices
  where incomplete.contains(shared.map { cells.keys[$0.own][row] }) {
    isTouched[row] = true
  }
}
