import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Answers `trace`: for each group and year the lines that its number can be followed by.
package func answer(
  _ question: TraceQuestion, plan: TracePlan, in catalog: Catalog, context: ExecutionContext
) throws(LeafFailure) -> Answer {
  let results = try runAll(plan.leaves, in: catalog, context: context)
  let cells = try SeriesCells(plan.series, leaves: plan.leaves, results: results, in: catalog)
  let rows = try traceRows(
    plan,
    attendance: plan.attendance.map { (own) throws(LeafFailure) in
      try AttendanceCells(own, results: results)
    }, in: catalog, context: context)
  var sections: [(key: [Int32], lines: [TraceLine])] = []
  for row in 0..<cells.block.rowCount {
    let key = cells.block.keys.map { $0[row] }
    let trace = Trace(
      question: question, plan: plan, cells: cells, catalog: catalog,
      rows: rows.map { $0[key] ?? TracedRows() }, group: Array(key.dropFirst()), year: key[0])
    sections.append((key, try trace.lines()))
  }
  sections = inOrder(sections, question)
  var answer = Answer(kind: .sheet, title: question.title)
  answer.notes = question.notes.map { Note($0.code, $0.text) }
  let tables = question.value.formula.tables
  if sections.isEmpty { answer.notes.append(catalog.whyEmpty(tables, where: question.filter)) }
  answer.cite(tables, in: catalog)
  if sections.isEmpty { return answer }
  answer.columns = columns(sections, question, in: catalog)
  answer.rowCount = answer.columns[0].cells.count
  answer.rowsBeforeLimit = answer.rowCount
  return answer
}

/// Keys hold the year first; the question may ask for another order.
private func inOrder(
  _ sections: [(key: [Int32], lines: [TraceLine])], _ question: TraceQuestion
) -> [(key: [Int32], lines: [TraceLine])] {
  let places = keyPlaces(question)
  return sections.sorted { left, right in
    for place in places where left.key[place] != right.key[place] {
      return memberRank(left.key[place]) < memberRank(right.key[place])
    }
    return false
  }
}

/// Where each axis of the question stands among the keys of a section.
private func keyPlaces(_ question: TraceQuestion) -> [Int] {
  let others = question.axes.filter { $0 != .time }
  return question.axes.map { axis in
    axis == .time ? 0 : others.firstIndex(of: axis)! + 1
  }
}

private func columns(
  _ sections: [(key: [Int32], lines: [TraceLine])], _ question: TraceQuestion,
  in catalog: Catalog
) -> [AnswerColumn] {
  var members = question.axes.map { _ in [Int32]() }
  var kinds: [String] = []
  var heads: [Wording] = []
  var shown: [Wording] = []
  var texts: [Wording] = []
  var numbers = NumberColumnBuilder(capacity: sections.count * 8)
  let places = keyPlaces(question)
  for section in sections {
    // People read whose number it is in a line of its own, programs in every row.
    let names = zip(question.axes, places).map { axis, place in
      catalog.memberWording(axis, section.key[place], question.value.period)
    }
    let title = TraceLine(
      kind: .group, head: Wording(vi: "của", en: "of"), text: .joined(names, separator: " · "))
    for line in (names.isEmpty ? [] : [title]) + section.lines {
      for (axis, place) in places.enumerated() { members[axis].append(section.key[place]) }
      kinds.append(line.kind.rawValue)
      heads.append(line.head)
      shown.append(line.shown)
      texts.append(line.text)
      if let number = line.number { numbers.append(number) } else { numbers.append(line.state) }
    }
  }
  var columns = question.axes.enumerated().map { place, axis in
    var column = catalog.column(
      axis, members[place], period: question.value.period, timeName: question.value.timeName)
    column.role = .data
    return column
  }
  columns += [
    AnswerColumn(
      name: "phan", label: Wording(vi: "Phần", en: "Part"), role: .data, cells: .text(kinds)),
    AnswerColumn(
      name: "muc", label: Wording(vi: "Mục", en: "Property"), role: .group,
      cells: .wording(heads)),
    AnswerColumn(
      name: "so", label: Wording(vi: "Số", en: "Number"), role: .detail, cells: .wording(shown)),
    AnswerColumn(
      name: "gia_tri", label: Wording(vi: "Giá trị", en: "Value"), role: .data,
      cells: .numbers(numbers.finish())),
    AnswerColumn(
      name: "noi_dung", label: Wording(vi: "Nội dung", en: "Content"), cells: .wording(texts)),
  ]
  return columns
}

extension Catalog {
  /// A member as it is read: a label, `2027–2028` for a school year.
  fileprivate func memberWording(_ axis: Axis, _ member: Int32, _ period: Period) -> Wording {
    if member < 0 { return Wording(vi: "không rõ", en: "unknown") }
    if axis == .time {
      return period.words(of: member)
    }
    return Wording(verbatim: labels(axis)[Int(member)])
  }
}
