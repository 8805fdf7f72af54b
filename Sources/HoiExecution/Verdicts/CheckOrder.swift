import HoiAnswer
import HoiCatalog
import HoiNumbers
import HoiSemantics

/// The rows of a check that a condition keeps, and how many it passed over for want of a value.
func rows(
  _ rows: [CheckRow], having condition: CheckCondition, in catalog: Catalog
) -> (kept: [CheckRow], passedOver: Int) {
  var kept: [CheckRow] = []
  var passedOver = 0
  for row in rows {
    if holds(condition, row, catalog) {
      kept.append(row)
    } else if lacksValue(condition, row, catalog) {
      passedOver += 1
    }
  }
  return (kept, passedOver)
}

private func holds(_ condition: CheckCondition, _ row: CheckRow, _ catalog: Catalog) -> Bool {
  switch condition {
  case .verdict(let set): set.contains(row.verdict)
  case .target(let set): row.ids.allSatisfy(set.contains)
  case .compare(let number, let ordering, let bound, let isPercentage):
    isOfKind(number, row, bound.isZero ? nil : isPercentage, catalog)
      && (row.number(number).map { ordering.holds($0, bound) } ?? false)
  case .missing(let number, let wanted): (row.number(number) == nil) == wanted
  case .member(let axis, let set): row.member(axis).map(set.contains) ?? false
  case .all(let terms): terms.allSatisfy { holds($0, row, catalog) }
  case .any(let terms): terms.contains { holds($0, row, catalog) }
  }
}

private func lacksValue(_ condition: CheckCondition, _ row: CheckRow, _ catalog: Catalog) -> Bool {
  switch condition {
  case .compare(let number, _, _, let isPercentage):
    row.number(number) == nil && isOfKind(number, row, isPercentage, catalog)
  case .verdict, .target, .missing, .member: false
  case .all(let terms), .any(let terms): terms.contains { lacksValue($0, row, catalog) }
  }
}

/// Whether a number is a percentage or not, as what it is compared with; nil fits both.
private func isOfKind(
  _ number: CheckNumber, _ row: CheckRow, _ isPercentage: Bool?, _ catalog: Catalog
) -> Bool {
  guard number.hasUnitOfIndicator, let isPercentage else { return true }
  return catalog[row.target.indicator].unit.isPercentage == isPercentage
}

/// Rows in the order of keys; missing stands last both ways, ties as they were.
func sort(_ rows: [CheckRow], by keys: [CheckKey], in catalog: Catalog) -> [CheckRow] {
  if keys.isEmpty { return rows }
  return rows.enumerated().sorted { left, right in
    for key in keys {
      let a = place(left.element, key.key)
      let b = place(right.element, key.key)
      switch (a, b) {
      case (nil, nil): continue
      case (nil, _): return false
      case (_, nil): return true
      case (let first?, let second?):
        if first == second { continue }
        return key.isDescending ? second < first : first < second
      }
    }
    return left.offset < right.offset
  }.map(\.element)
}

/// Rows of one section of a resolution together, sections in the order of their first.
func bySection(_ rows: [CheckRow]) -> [CheckRow] {
  var rowsOfSection: [Substring: [CheckRow]] = [:]
  var sections: [Substring] = []
  for row in rows {
    // `Điều 1, mục I.2.1`, without what follows it.
    let parts = (row.target.clause ?? "").split(separator: ",", maxSplits: 2)
    let section = parts.count < 2 ? parts.first ?? "" : parts[0] + "," + parts[1]
    if rowsOfSection[section] == nil { sections.append(section) }
    rowsOfSection[section, default: []].append(row)
  }
  return sections.flatMap { rowsOfSection[$0] ?? [] }
}

/// The first rows, of each group where there are groups.
func limit(_ rows: [CheckRow], to most: Int, within groups: [CheckKey.Key]) -> [CheckRow] {
  var counts: [[Fraction?]: Int] = [:]
  return rows.filter { row in
    let group = groups.map { place(row, $0) }
    counts[group, default: 0] += 1
    return counts[group]! <= most
  }
}

/// Where a row stands by one key: verdicts and grades in the order that they are listed in.
private func place(_ row: CheckRow, _ key: CheckKey.Key) -> Fraction? {
  switch key {
  case .verdict:
    return Verdict.allCases.firstIndex(of: row.verdict).map { Fraction(Int128($0)) }
  case .target: return Fraction(Int128(row.ids[0].index))
  case .grade:
    return row.target.grade.flatMap { Target.Grade.allCases.firstIndex(of: $0) }.map {
      Fraction(Int128($0))
    }
  case .number(let number): return row.number(number)
  case .axis(let axis):
    return row.member(axis).flatMap { $0 < 0 ? nil : Fraction(Int128($0)) }
  }
}
