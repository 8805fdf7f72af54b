import HoiAnswer
import HoiDiagnostics
import HoiNumbers

extension Answer {
  /// The answer with one column of numbers for each member of one of its groups; rows that differ in
  /// nothing but that member become one. A combination that is not there is missing.
  ///
  /// Totals, which are of all members, are left out: a column has no place for them.
  func pivoted(_ pivot: Int) -> Answer {
    let body = 0..<(rowCount - totalCount)
    let groups = columns.indices.filter { $0 != pivot && columns[$0].role == .group }
    let members = columns[pivot].cells.distinctCells(body)
    var placeOfKey: [String: Int] = [:]
    var heads: [Int32] = []
    var rowOf: [[Int]] = []
    for row in body {
      let key = groups.map { "\(self[row, $0])" }.joined(separator: "\u{0}")
      let place = placeOfKey[key] ?? heads.count
      if place == heads.count {
        placeOfKey[key] = place
        heads.append(Int32(row))
        rowOf.append(Array(repeating: -1, count: members.count))
      }
      if let member = members.firstIndex(of: self[row, pivot]) { rowOf[place][member] = row }
    }
    var answer = self
    answer.columns = groups.map { group in
      var column = columns[group]
      column.cells = column.cells.gathering(heads)
      return column
    }
    let itemCount = columns.count { $0.role == .item }
    for (place, member) in members.enumerated() {
      for column in columns where column.role == .item {
        guard case .numbers(let numbers) = column.cells else { continue }
        var turned = column
        let words = member.words
        turned.name =
          itemCount == 1 ? words.vietnamese : "\(column.name).\(words.vietnamese)"
        turned.member = words
        turned.shown = nil
        turned.cells = .numbers(numbers.gatheringPresent(rowOf.map { Int32($0[place]) }))
        answer.columns.append(turned)
      }
    }
    if rowOf.contains(where: { $0.contains(-1) }) { answer.notes.append(.absentWhenPivoted()) }
    answer.rowCount = heads.count
    answer.totalCount = 0
    answer.rowsBeforeLimit = heads.count
    answer.splitCount = 0
    return answer
  }
}

extension Note {
  /// A sign for *missing* that means something else here.
  fileprivate static func absentWhenPivoted() -> Note {
    Note(
      "absent",
      Wording(
        vi: "— cũng đứng ở chỗ mà câu trả lời trước không có dòng nào",
        en: "— also stands where the answer before had no row"))
  }
}

extension CellColumn {
  /// Each different cell once, in the order of years or members.
  fileprivate func distinctCells(_ rows: Range<Int>) -> [Cell] {
    switch self {
    case .years(let years, _):
      return Set(rows.map { years[$0] }).sorted().map { Cell.year(Int($0)) }
    case .members(let codes, let labels):
      let known = Set(rows.map { codes[$0] })
      let listed = known.filter { $0 >= 0 }.sorted().map { Cell.text(labels[Int($0)]) }
      return known.contains(-1) ? listed + [.unknown] : listed
    case .text, .wording, .numbers, .verdicts: return []
    }
  }
}

extension Cell {
  fileprivate var words: Wording {
    switch self {
    case .year(let year): Wording(verbatim: "\(year)")
    case .text(let text): Wording(verbatim: text)
    case .unknown: Wording(vi: "(không rõ)", en: "(unknown)")
    case .number, .missing, .notApplicable, .hidden, .wording, .verdict: Wording(verbatim: "")
    }
  }
}
