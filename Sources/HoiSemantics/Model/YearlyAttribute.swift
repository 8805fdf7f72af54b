import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiSyntax
import HoiText

/// `attribute dia_ban "Địa bàn" from "dia_ban.csv" by nam`: a file that says from which year on a
/// member has which value, until a later row says otherwise.
struct YearlyAttribute {
  let resolver: Resolver
  let name: Name
  let file: StringLiteral
  let years: Name
  let list: TextTable
  /// The members of the dimension.
  let names: NameIndex
  let memberCount: Int
  /// The head of the members' column: the dimension's key, or its name.
  let memberHeads: [String]

  private var source: SourceText { resolver.source }

  /// The cells of its values, one for each row.
  func valueCells() throws(Diagnostic) -> [String] {
    list.columns[try column(name.text, at: name.range)]
  }

  /// - Parameter valueOfRow: the place of each row's value.
  func changes(
    _ valueOfRow: [Int32]
  ) throws(Diagnostic) -> [(from: Int32, valueOfMember: [Int32])] {
    let members = try memberColumn()
    let yearColumn = try column(years.text, at: years.range)
    var rows: [(year: Int32, member: Int32, value: Int32, line: Int)] = []
    for (row, line) in list.lines.enumerated() {
      let cell = list.columns[yearColumn][row]
      guard let year = Int32(cell.prefix(4)), Limits().years.contains(year),
        cell.utf8.count == 4 || cell.utf8.count == 9
      else {
        throw .notAYearInList(cell, of: list.file, line: line, at: years.range, in: source)
      }
      let key = list.columns[members][row]
      let places = names.places(named: key)
      guard places.count == 1 else {
        throw .unknownMemberInList(key, of: list.file, line: line, at: file.range, in: source)
      }
      rows.append((year, places[0], valueOfRow[row], line))
    }
    return try inOrder(rows)
  }

  private func inOrder(
    _ rows: [(year: Int32, member: Int32, value: Int32, line: Int)]
  ) throws(Diagnostic) -> [(from: Int32, valueOfMember: [Int32])] {
    var current = [Int32](repeating: -1, count: memberCount)
    var changes: [(from: Int32, valueOfMember: [Int32])] = []
    for year in Set(rows.map(\.year)).sorted() {
      var lineOfMember: [Int32: Int] = [:]
      for row in rows where row.year == year {
        if let first = lineOfMember.updateValue(row.line, forKey: row.member) {
          throw .valueTwice(
            year, of: list.file, lines: (first, row.line), at: file.range, in: source)
        }
        current[Int(row.member)] = row.value
      }
      changes.append((year, current))
    }
    return changes
  }

  private func memberColumn() throws(Diagnostic) -> Int {
    for head in memberHeads {
      let wanted = HoiText.folded(head)
      if let place = list.header.firstIndex(where: { HoiText.folded($0) == wanted }) {
        return place
      }
    }
    return try column(memberHeads[0], at: file.range)
  }

  private func column(_ head: String, at range: SourceRange) throws(Diagnostic) -> Int {
    if let exact = list.header.firstIndex(of: head) { return exact }
    let wanted = HoiText.folded(head)
    let like = list.header.indices.filter { HoiText.folded(list.header[$0]) == wanted }
    if like.count == 1 { return like[0] }
    throw .unknownColumn(
      head, of: list.file, at: range, in: source,
      near: NearNames.suggestions(for: head, among: list.header.map { ($0, $0) }),
      known: list.header)
  }
}
