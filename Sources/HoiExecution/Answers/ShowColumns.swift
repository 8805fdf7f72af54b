import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Turns the cells of a question into the columns of its answer.
struct ShowColumns {
  let question: ShowQuestion
  let plan: Plan
  let catalog: Catalog
  let main: BlockCells
  let total: BlockCells?

  /// A column for each axis and item, over the rows kept and then the totals.
  func columns(_ rows: [Int32]) -> [AnswerColumn] {
    groupColumns(rows, totalRows: Array(0..<Int32(total?.rowCount ?? 0)))
      + question.items.indices.map { item in
        column(item) { numbers, isTotal in
          isTotal ? numbers : numbers.gathering(rows)
        }
      }
  }

  /// A column for each axis but one, and for each item and member of that one.
  func pivoted(_ pivot: PivotedRows, axis: Int) -> [AnswerColumn] {
    var totals: PivotedRows?
    if let total, let place = plan.totalPlaces.firstIndex(of: axis) {
      totals = PivotedRows(
        Array(0..<Int32(total.rowCount)), of: total, axis: place, limit: nil)
    }
    var columns = groupColumns(pivot.heads, totalRows: totals?.heads ?? [])
    for (place, member) in pivot.members.enumerated() {
      let totalRows = totals.map { totals in
        totals.members.firstIndex(of: member).map { totals.rowOfMember[$0] }
          ?? Array(repeating: -1, count: totals.heads.count)
      }
      let (key, label) = words(of: member, on: question.axes[axis])
      for item in question.items.indices {
        var column = column(item) { numbers, isTotal in
          isTotal
            ? numbers.gatheringPresent(totalRows ?? [])
            : numbers.gatheringPresent(pivot.rowOfMember[place])
        }
        column.member = label
        column.name = question.items.count == 1 ? key : "\(column.name).\(key)"
        columns.append(column)
      }
    }
    return columns
  }

  private func words(of member: Int32, on axis: Axis) -> (key: String, label: Wording) {
    if axis == .time {
      let name = question.period == .school ? "\(member)–\(member + 1)" : String(member)
      return (String(member), Wording(verbatim: name))
    }
    if member < 0 { return ("", Wording(vi: "không rõ", en: "unknown")) }
    let label = catalog.labels(axis)[Int(member)]
    return (label, Wording(verbatim: label))
  }

  private func groupColumns(_ rows: [Int32], totalRows: [Int32]) -> [AnswerColumn] {
    question.axes.indices.filter { $0 != question.pivot }.map { place in
      var members = rows.map { main.keys[place][Int($0)] }
      let kept = plan.totalPlaces.firstIndex(of: place)
      for row in totalRows { members.append(kept.map { total!.keys[$0][Int(row)] } ?? -1) }
      return catalog.column(
        question.axes[place], members, period: question.period, timeName: question.timeName)
    }
  }

  /// Verdicts are told by name.
  private func cells(_ numbers: NumberColumn, of item: ShownItem) -> CellColumn {
    guard case .judged(_, .verdict, _) = item.value else { return .numbers(numbers) }
    return .verdicts(
      (0..<numbers.count).map { row in
        numbers[row].map { Verdict.allCases[Int($0.numerator)] }
          ?? (numbers.state(row) == .hidden ? .hidden : .notJudged)
      })
  }

  /// The column of an item, of the rows that `gather` takes from the answer and from its total.
  private func column(
    _ place: Int, _ gather: (NumberColumn, _ isTotal: Bool) -> NumberColumn
  ) -> AnswerColumn {
    let item = question.items[place]
    var cells = gather(main.values[place], false)
    if let total { cells = cells.appending(gather(total.values[place], true)) }
    var column = AnswerColumn(
      name: item.name, label: item.label, unit: item.unit, cells: self.cells(cells, of: item))
    column.sides = item.sides
    column.thresholds = item.thresholds
    column.target = item.target
    column.places = item.places
    column.steps = catalog.steps(of: item.value)
    column.isPart = item.isPart
    column.isChange = item.isChange
    if case .share = item.value {
      // Two decimals of a percentage.
      let partition = Partition(main.keys, places: question.within, rowCount: main.rowCount)
      if let rounded = roundedShares(
        main.values[place], places: 4, groups: partition.groups, groupCount: partition.count)
      {
        var shown = gather(rounded, false)
        if let total { shown = shown.appending(gather(total.values[place], true)) }
        column.shown = shown
        column.places = 2
      }
    }
    return column
  }
}
