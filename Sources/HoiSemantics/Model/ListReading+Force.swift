import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiSyntax
import HoiText

/// Columns of a list that say when its members are in force and what they became.
extension ListReading {
  func validity() throws(Diagnostic) -> [Validity] {
    for entry in declaration.entries {
      guard case .valid(let from, let to) = entry.kind else { continue }
      let (first, last) = (try column(from), try column(to))
      var found: [Validity] = []
      for row in list.lines.indices {
        let start = try day(list.columns[first][row], row, from, closing: false)
        let end = try day(list.columns[last][row], row, to, closing: true)
        if start > end {
          throw .forceEndsFirst(
            start, end, of: list.file, line: list.lines[row], at: entry.range, in: resolver.source)
        }
        found.append(Validity(from: start, to: end))
      }
      return found
    }
    return []
  }

  private func day(
    _ text: String, _ row: Int, _ column: Name, closing: Bool
  ) throws(Diagnostic) -> CalendarDay {
    if text.isEmpty { return closing ? .never : .always }
    guard let day = CalendarDay(text, closing: closing) else {
      throw .notADayInList(
        text, of: list.file, line: list.lines[row], at: column.range, in: resolver.source)
    }
    return day
  }

  /// The members that each member became; none for those that still are.
  ///
  /// A cell names a key or a label, or several where a member was split, parted by `,` `;` or `+`.
  func successors(keys: [String], labels: [String?]) throws(Diagnostic) -> [[Int32]] {
    for entry in declaration.entries {
      guard case .successor(let name) = entry.kind else { continue }
      let names = NameIndex(keys: keys, labels: labels)
      var found: [[Int32]] = []
      for (row, cell) in list.columns[try column(name)].enumerated() {
        found.append(try successors(cell, row, names, at: name))
      }
      try refuseCircles(found, keys, at: name)
      return found
    }
    return []
  }

  private func successors(
    _ cell: String, _ row: Int, _ names: NameIndex, at name: Name
  ) throws(Diagnostic) -> [Int32] {
    var found: [Int32] = []
    for part in cell.split(whereSeparator: { ",;+".contains($0) }) {
      let text = part.trimmingBlanks
      if text.isEmpty { continue }
      let places = names.places(named: text)
      guard places.count == 1, let place = places.first else {
        throw .unknownSuccessor(
          text, of: list.file, line: list.lines[row], at: name.range, in: resolver.source)
      }
      if !found.contains(place) { found.append(place) }
    }
    return found
  }

  private func refuseCircles(
    _ successors: [[Int32]], _ keys: [String], at name: Name
  ) throws(Diagnostic) {
    for start in successors.indices {
      var member = start
      for _ in successors.indices {
        guard successors[member].count == 1 else { break }
        member = Int(successors[member][0])
        if member == start {
          throw .successorCircle(
            keys[start], of: list.file, line: list.lines[start], at: name.range,
            in: resolver.source)
        }
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
