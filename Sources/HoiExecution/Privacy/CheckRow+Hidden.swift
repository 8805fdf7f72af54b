import HoiCatalog

/// Hides the rows of a check that stand on counts of few people, and those that would tell them: the
/// blend of their parts, and the same indicator and year over fewer axes or without a scope.
func hideFew(_ rows: inout [CheckRow], in catalog: Catalog) {
  for place in rows.indices {
    // The worst and the best case tell how many the missing reports are about.
    if rows[place].cells.series.lacksFew(rows[place].finding?.reading) {
      rows[place].finding?.reading.bounds = nil
    }
  }
  for place in rows.indices where !rows[place].isBlend {
    let row = rows[place]
    let group = row.cells.series.planned.block.axes.dropFirst().map { row.members[$0] ?? -1 }
    if row.cells.series.countsFew(group) { rows[place].isHidden = true }
  }
  let hidden = rows.filter(\.isHidden)
  guard !hidden.isEmpty else { return }
  for place in rows.indices where !rows[place].isHidden {
    let row = rows[place]
    rows[place].isHidden = hidden.contains { few in
      few.year == row.year && row.isToldBy(few)
        && (row.isBlend || row.members.count < few.members.count
          || row.target.scopeSpelling == nil && few.target.scopeSpelling != nil)
    }
  }
  for place in rows.indices where rows[place].isHidden {
    (rows[place].finding, rows[place].shortfall) = (nil, nil)
    if rows[place].isBlend { rows[place].weights = [] }
  }
}

extension CheckRow {
  /// Whether another row counts some of what this one counts.
  fileprivate func isToldBy(_ other: CheckRow) -> Bool {
    if isBlend, !other.ids.contains(where: ids.contains) { return false }
    if !isBlend, target.indicator != other.target.indicator { return false }
    return members.allSatisfy { axis, member in other.members[axis].map { $0 == member } ?? true }
  }
}
