import HoiAnswer
import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `rows`: stored rows as they were read, with the line each came from.
package func answer(
  _ question: RowsQuestion, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let table = catalog[question.table]
  let filter = catalog.rowFilter(question.filter, over: question.table)
  let wanted = question.sort.isEmpty ? question.limit : nil
  var (rows, count) = try select(filter, from: table.facts, most: wanted, context: context)
  if !question.sort.isEmpty {
    let keys = question.sort.map { key in
      (catalog.column(key.column, of: question.table), isDescending: key.isDescending)
    }
    rows = sorted(rows, by: keys, of: table.facts)
    if let most = question.limit { rows = Array(rows.prefix(most)) }
  }
  var answer = Answer(kind: .list, title: question.title, rowCount: rows.count)
  answer.rowsBeforeLimit = count
  answer.columns = catalog.columns(of: question.table, rows)
  if rows.isEmpty {
    answer.notes.append(catalog.whyEmpty([question.table], where: question.filter))
  }
  answer.cite([question.table], in: catalog)
  return answer
}

/// How a column of stored rows compares: by the member of each code, or by value.
private typealias StoredKey = (column: Int, memberOfCode: [Int32]?)

extension Catalog {
  fileprivate func column(_ key: RowsQuestion.StoredColumn, of table: TableID) -> StoredKey {
    switch key {
    case .axis(let axis):
      let group = groupKey(axis, over: table)
      return (group.column, group.memberOfCode)
    case .measure(let index): return (self[table].measures[index].column, nil)
    }
  }

  fileprivate func columns(of id: TableID, _ rows: [Int]) -> [AnswerColumn] {
    let table = self[id]
    var columns: [AnswerColumn] = []
    let lines = rows.map { table.facts.origin.line(ofRow: $0) }
    if !lines.contains(nil) {
      columns.append(
        AnswerColumn(
          name: "dong", label: Wording(vi: "Dòng", en: "Line"), role: .group,
          cells: .numbers(
            NumberColumn(
              numerators: .narrow(lines.map { Int64($0!) }),
              denominators: .constant(1, count: rows.count)))))
    }
    for axis in [.time] + table.dimensions.map({ Axis.dimension($0.dimension) }) {
      let key = groupKey(axis, over: id)
      let members = rows.map { row in
        table.facts.value(row: row, column: key.column).map { key.memberOfCode[Int($0)] } ?? -1
      }
      columns.append(column(axis, members, period: table.period, timeName: table.timeName))
    }
    for measure in table.measures {
      var builder = NumberColumnBuilder(capacity: rows.count)
      for row in rows {
        if let value = table.facts.value(row: row, column: measure.column) {
          builder.append(Fraction(Int128(value), over: powerOfTen(measure.scale)))
        } else {
          builder.append(.missing)
        }
      }
      let unit: Unit = measure.kind == .flag ? .number : measure.unit
      columns.append(
        AnswerColumn(
          name: measure.name, label: Wording(verbatim: measure.label), unit: unit,
          cells: .numbers(builder.finish())))
    }
    return columns
  }
}

/// Rows in the order of keys, missing last both ways, ties as stored.
private func sorted(
  _ rows: [Int], by keys: [(key: StoredKey, isDescending: Bool)], of facts: FactTable
) -> [Int] {
  func value(_ key: StoredKey, _ row: Int) -> Int64? {
    guard let stored = facts.value(row: row, column: key.column) else { return nil }
    guard let members = key.memberOfCode else { return stored }
    let member = members[Int(stored)]
    return member < 0 ? nil : Int64(member)
  }
  return rows.sorted { left, right in
    for (key, isDescending) in keys {
      switch (value(key, left), value(key, right)) {
      case (nil, nil): continue
      case (nil, _): return false
      case (_, nil): return true
      case (let a?, let b?):
        if a == b { continue }
        return isDescending ? b < a : a < b
      }
    }
    return left < right
  }
}
