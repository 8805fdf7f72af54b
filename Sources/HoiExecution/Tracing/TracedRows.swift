import HoiCatalog
import HoiColumns
import HoiPlanning

/// The rows of one reading behind the number of one group.
struct TracedRows {
  /// Lines of the rows that entered; rows given by a program have their place, from 1.
  var entered = RowRuns()
  /// Sums of the measures that the reading adds, and for a level the lowest, by column.
  var sums: [Int: Int128] = [:]
  /// Rows that did not enter, by the measure that they lack.
  var lacking: [Int: LeftOut] = [:]
  /// Rows that did not enter because the other side has no report.
  var unpaired = LeftOut()

  /// Rows and whose they are.
  struct LeftOut {
    var rows = RowRuns()
    var owners: [Int32] = []

    mutating func append(_ line: Int, of owner: Int32?) {
      rows.append(line)
      if let owner, owners.last != owner, !owners.contains(owner) { owners.append(owner) }
    }
  }
}

/// The rows of every reading of a plan, by the group that they belong to.
///
/// A row enters as it enters a leaf: if every measure that the formula reads of it is reported, and,
/// where several readings are paired, if the others have a value or nothing in a report that came.
func traceRows(
  _ plan: TracePlan, attendance: AttendanceCells?, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> [[[Int32]: TracedRows]] {
  var scans: [ScannedReading] = []
  for reading in plan.readings {
    scans.append(try scan(reading, in: catalog, context: context))
  }
  let entering = enteringCells(plan, scans, attendance)
  var traced: [[[Int32]: TracedRows]] = []
  for (reading, scan) in zip(plan.readings, scans) {
    var groups: [[Int32]: TracedRows] = [:]
    for row in scan.rows {
      let key = plan.isPaired ? cell(row, plan) : nil
      let isIn = key.map(entering.contains) ?? true
      try add(row, isIn: isIn, reading, to: &groups[row.group, default: TracedRows()], catalog)
    }
    traced.append(groups)
  }
  return traced
}

/// A row that is in the scope of a reading.
private struct ScannedRow {
  var row: Int
  var group: [Int32]
  var owner: Int32?
  /// It may enter by the conditions of related readings.
  var canEnter: Bool
  /// The first measure that it lacks.
  var lacks: Int?
}

private struct ScannedReading {
  var rows: [ScannedRow]
}

private func scan(
  _ reading: TracedReading, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> ScannedReading {
  let facts = catalog[reading.reading.table].facts
  let present = try select(reading.present, from: facts, most: nil, context: context).rows
  // Most readings have no conditions of their own, and every row that is there can enter.
  let isPlain = reading.entering == reading.present
  let entering =
    isPlain
    ? [] : Set(try select(reading.entering, from: facts, most: nil, context: context).rows)
  func member(_ key: GroupKey, _ row: Int) -> Int32 {
    facts.value(row: row, column: key.column).map { key.memberOfCode[Int($0)] } ?? -1
  }
  let rows = present.map { row in
    ScannedRow(
      row: row, group: reading.keys.map { member($0, row) },
      owner: reading.owner.map { member($0.key, row) }, canEnter: isPlain || entering.contains(row),
      lacks: reading.requires.first { facts.value(row: row, column: $0) == nil })
  }
  return ScannedReading(rows: rows)
}

/// What enters or not as one, where readings are paired: the rows of a group, and of a member where
/// the tables share one that owes the reports.
private func cell(_ row: ScannedRow, _ plan: TracePlan) -> [Int32] {
  plan.attendance == nil ? row.group : row.group + [row.owner ?? -1]
}

/// The cells that have a value in every reading, or nothing in a report that came.
private func enteringCells(
  _ plan: TracePlan, _ scans: [ScannedReading], _ attendance: AttendanceCells?
) -> Set<[Int32]> {
  guard plan.isPaired else { return [] }
  var present = scans.map { _ in Set<[Int32]>() }
  var entered = present
  for (side, scan) in scans.enumerated() {
    for row in scan.rows where row.canEnter {
      present[side].insert(cell(row, plan))
      if row.lacks == nil { entered[side].insert(cell(row, plan)) }
    }
  }
  func isAbsent(_ side: Int, _ cell: [Int32]) -> Bool {
    if present[side].contains(cell) { return false }
    if let attendance {
      return attendance.hasReported(side) { cell[plan.attendancePlaces[$0]] }
    }
    return plan.readings[side].isRegister
      || scans.indices.contains {
        plan.readings[$0].family == plan.readings[side].family && entered[$0].contains(cell)
      }
  }
  let all = entered.reduce(into: Set()) { $0.formUnion($1) }
  return all.filter { cell in
    scans.indices.allSatisfy { entered[$0].contains(cell) || isAbsent($0, cell) }
  }
}

private func add(
  _ row: ScannedRow, isIn: Bool, _ reading: TracedReading, to traced: inout TracedRows,
  _ catalog: Catalog
) throws(LeafFailure) {
  let table = catalog[reading.reading.table]
  let line = table.facts.origin.line(ofRow: row.row) ?? row.row + 1
  if let column = row.lacks {
    traced.lacking[column, default: .init()].append(line, of: row.owner)
    return
  }
  guard row.canEnter, isIn else {
    traced.unpaired.append(line, of: row.owner)
    return
  }
  traced.entered.append(line)
  for measure in table.measures {
    guard let value = table.facts.value(row: row.row, column: measure.column) else { continue }
    let number = Int128(value)
    guard let sum = traced.sums[measure.column] else {
      traced.sums[measure.column] = number
      continue
    }
    if measure.kind == .level {
      traced.sums[measure.column] = min(sum, number)
    } else {
      let (next, overflow) = sum.addingReportingOverflow(number)
      if overflow { throw .overflow }
      traced.sums[measure.column] = next
    }
  }
}
