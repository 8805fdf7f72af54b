import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import HoiText

extension Answer {
  /// Its columns, as a question about them sees them.
  package var answeredColumns: [AnsweredColumn] {
    columns.map { column in
      let cells: AnsweredColumn.Cells =
        switch column.cells {
        case .numbers: .numbers
        case .years: .years
        case .members(_, let labels): .labels(labels)
        case .text, .wording, .verdicts: .texts
        }
      return AnsweredColumn(
        name: column.name, label: column.label, unit: column.unit, cells: cells)
    }
  }

  /// The answer again, with its rows filtered, sorted, cut and turned. Totals stay what they are, and
  /// stay last; what the answer is split by stays apart.
  package func again(_ question: AgainQuestion) -> Answer {
    var answer = self
    answer.notes.removeAll { $0.code == "empty_having" || $0.code == "passed_over" }
    // A count of verdicts is of the rows that it was made of.
    if question.having != nil || question.limit != nil {
      answer.notes.removeAll { $0.code == "totals" }
    }
    let body = 0..<(rowCount - totalCount)
    var kept = Array(body)
    if let having = question.having {
      kept = body.filter { holds(having, $0) }
      let passedOver = body.count { !holds(having, $0) && lacksValue(having, $0) }
      if passedOver > 0 { answer.notes.append(.passedOver(passedOver)) }
      if kept.isEmpty { answer.notes.append(.nothingHeld(question.havingSpelling)) }
      answer.rowsBeforeLimit = kept.count
    }
    if !question.sort.isEmpty { kept = sorted(kept, by: question.sort) }
    if let most = question.limit {
      kept = limited(kept, to: most, within: Array(0..<splitCount) + question.limitGroups)
    }
    let rows = (kept + Array(body.count..<rowCount)).map { Int32($0) }
    for place in columns.indices {
      answer.columns[place].cells = columns[place].cells.gathering(rows)
      answer.columns[place].shown = columns[place].shown?.gathering(rows)
    }
    answer.rowCount = rows.count
    answer.chart = question.chart.map { $0 == .line ? .line : .bar }
    return question.pivot.map { answer.pivoted($0) } ?? answer
  }

  // MARK: having

  private func holds(_ condition: AnsweredCondition, _ row: Int) -> Bool {
    switch condition {
    case .number(let ordering, let column, let bound):
      number(row, column).map { ordering.holds($0, bound) } ?? false
    case .numbers(let ordering, let column, let other):
      if let left = number(row, column), let right = number(row, other) {
        ordering.holds(left, right)
      } else {
        false
      }
    case .missing(let column, let wanted): (self[row, column] == .missing) == wanted
    case .year(let ordering, let column, let year):
      if case .year(let own) = self[row, column] {
        ordering.holds(Fraction(Int128(own)), Fraction(Int128(year)))
      } else {
        false
      }
    case .label(let column, let places, let isIn):
      if case .members(let codes, _) = columns[column].cells {
        places.contains(Int(codes[row])) == isIn
      } else {
        false
      }
    case .text(let column, let wanted, let contains, let holds):
      texts(row, column).contains { contains ? $0.contains(wanted) : $0 == wanted } == holds
    case .all(let terms): terms.allSatisfy { self.holds($0, row) }
    case .any(let terms): terms.contains { self.holds($0, row) }
    }
  }

  private func lacksValue(_ condition: AnsweredCondition, _ row: Int) -> Bool {
    switch condition {
    case .number(_, let column, _): number(row, column) == nil
    case .numbers(_, let column, let other):
      number(row, column) == nil || number(row, other) == nil
    case .missing, .year, .label, .text: false
    case .all(let terms), .any(let terms): terms.contains { lacksValue($0, row) }
    }
  }

  private func number(_ row: Int, _ column: Int) -> Fraction? {
    if case .number(let value) = self[row, column] { return value }
    return nil
  }

  /// What a cell of text can be called, folded.
  private func texts(_ row: Int, _ column: Int) -> [String] {
    switch self[row, column] {
    case .text(let text): [folded(text)]
    case .wording(let wording): Language.allCases.map { folded(wording[$0]) }
    case .verdict(let verdict):
      [folded(verdict.rawValue)] + Language.allCases.map { folded(verdict.wording[$0]) }
    case .number, .missing, .notApplicable, .hidden, .year, .unknown: []
    }
  }

  // MARK: limit

  private func limited(_ rows: [Int], to most: Int, within groups: [Int]) -> [Int] {
    if groups.isEmpty { return Array(rows.prefix(most)) }
    let keys = groups.map { columns[$0].cells.ranks }
    var seen: [[Int]: Int] = [:]
    return rows.filter { row in
      let key = keys.map { $0[row] }
      seen[key, default: 0] += 1
      return seen[key]! <= most
    }
  }

  // MARK: sort

  private func sorted(_ rows: [Int], by keys: [(column: Int, isDescending: Bool)]) -> [Int] {
    let splits = (0..<splitCount).map { self.columns[$0].cells.ranks }
    let columns = keys.map { AgainKey(self.columns[$0.column].cells, $0.isDescending) }
    return rows.enumerated().sorted { left, right in
      for ranks in splits where ranks[left.element] != ranks[right.element] {
        return ranks[left.element] < ranks[right.element]
      }
      for column in columns {
        if let isBefore = column.isBefore(left.element, right.element) { return isBefore }
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}

/// One key of a sort: numbers by value, all else by rank; what has no value stands last both ways.
private struct AgainKey {
  let cells: CellColumn
  let isDescending: Bool
  let ranks: [Int]

  init(_ cells: CellColumn, _ isDescending: Bool) {
    self.cells = cells
    self.isDescending = isDescending
    if case .numbers = cells { ranks = [] } else { ranks = cells.ranks }
  }

  /// Nil for a tie.
  func isBefore(_ left: Int, _ right: Int) -> Bool? {
    if case .numbers(let numbers) = cells {
      switch (numbers[left], numbers[right]) {
      case (nil, nil): return nil
      case (nil, _): return false
      case (_, nil): return true
      case (let first?, let second?):
        if first == second { return nil }
        return isDescending ? second < first : first < second
      }
    }
    let (first, second) = (ranks[left], ranks[right])
    if first == second { return nil }
    if first == .max || second == .max { return second == .max }
    return isDescending ? first > second : first < second
  }
}

extension CellColumn {
  /// Where each cell stands in the order of its kind; the largest number for what has no value.
  fileprivate var ranks: [Int] {
    switch self {
    case .members(let codes, _): codes.map { $0 < 0 ? .max : Int($0) }
    case .years(let years, _): years.map { $0 < 0 ? .max : Int($0) }
    case .text(let texts): ranked(texts)
    case .wording(let wordings): ranked(wordings.map(\.vietnamese))
    case .verdicts(let verdicts): verdicts.map { Verdict.allCases.firstIndex(of: $0) ?? .max }
    case .numbers(let numbers):
      // Equal values need equal ranks only, to tell groups apart.
      ranked((0..<numbers.count).map { numbers[$0].map { "\($0.reduced)" } ?? "" })
    }
  }

  func gathering(_ rows: [Int32]) -> CellColumn {
    switch self {
    case .members(let codes, let labels):
      .members(codes: rows.map { codes[Int($0)] }, labels: labels)
    case .years(let years, let period): .years(rows.map { years[Int($0)] }, period)
    case .text(let texts): .text(rows.map { texts[Int($0)] })
    case .wording(let wordings): .wording(rows.map { wordings[Int($0)] })
    case .numbers(let numbers): .numbers(numbers.gathering(rows))
    case .verdicts(let verdicts): .verdicts(rows.map { verdicts[Int($0)] })
    }
  }
}

/// The place of each text in Vietnamese order.
private func ranked(_ texts: [String]) -> [Int] {
  let different = Array(Set(texts))
  var ranks: [String: Int] = [:]
  for (rank, place) in sortedKeys(different).enumerated() { ranks[different[Int(place)]] = rank }
  return texts.map { ranks[$0]! }
}
