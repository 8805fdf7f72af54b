import HoiColumns
import HoiText

/// Keeps the rows of a file that belong to its table.
struct RowSelection {
  /// The rows that stay, ascending; nil where all do.
  private(set) var kept: [Int]?
  /// Texts of the conditions that no row has, by the column they were looked for in.
  private(set) var unmet: [(column: Int, text: String)] = []

  init(_ conditions: [RowCondition], _ columns: [ReadColumn], rowCount: Int) {
    guard !conditions.isEmpty else { return }
    var keeps = [Bool](repeating: true, count: rowCount)
    for condition in conditions {
      let holds = evaluate(condition, columns, rowCount: rowCount)
      for row in keeps.indices where !holds[row] { keeps[row] = false }
    }
    if keeps.contains(false) { kept = keeps.indices.filter { keeps[$0] } }
  }

  private mutating func evaluate(
    _ condition: RowCondition, _ columns: [ReadColumn], rowCount: Int
  ) -> [Bool] {
    switch condition {
    case .text(let column, let texts):
      var accepted: Set<Int64> = []
      for text in texts {
        let codes = codes(of: text, in: columns[column])
        if codes.isEmpty { unmet.append((column, text)) }
        accepted.formUnion(codes)
      }
      return columns[column].values.map(accepted.contains)
    case .contains(let column, let text):
      let needle = foldedForSearch(text)
      guard case .text(let keys) = columns[column].keys else { return falses(rowCount) }
      let holds = keys.map { foldedForSearch($0).contains(needle) } + [false]
      return columns[column].values.map { holds[Int($0)] }
    case .years(let column, let ranges):
      guard case .years(let years) = columns[column].keys else { return falses(rowCount) }
      let holds = years.map { year in ranges.contains { $0.contains(year) } } + [false]
      return columns[column].values.map { holds[Int($0)] }
    case .missing(let column):
      let noMember = Int64(columns[column].keys.count)
      return columns[column].values.map { $0 == noMember }
    case .not(let inner):
      return evaluate(inner, columns, rowCount: rowCount).map { !$0 }
    case .all(let terms):
      var all = [Bool](repeating: true, count: rowCount)
      for term in terms {
        let holds = evaluate(term, columns, rowCount: rowCount)
        for row in all.indices where !holds[row] { all[row] = false }
      }
      return all
    case .any(let terms):
      var any = falses(rowCount)
      for term in terms {
        let holds = evaluate(term, columns, rowCount: rowCount)
        for row in any.indices where holds[row] { any[row] = true }
      }
      return any
    }
  }

  private func falses(_ count: Int) -> [Bool] { [Bool](repeating: false, count: count) }

  /// The codes of a text: written so, else alike without case, accents and blanks.
  private func codes(of text: String, in column: ReadColumn) -> Set<Int64> {
    guard case .text(let keys) = column.keys else { return [] }
    let name = normalized(text)
    if let exact = keys.firstIndex(of: name) { return [Int64(exact)] }
    let wanted = folded(name)
    return Set(keys.indices.filter { folded(keys[$0]) == wanted }.map(Int64.init))
  }

  /// A column with the rows that stay, and only the keys that those name.
  func applied(to column: ReadColumn) -> ReadColumn {
    guard let kept else { return column }
    var result = column
    result.values = kept.map { column.values[$0] }
    if let validity = column.validity {
      var bits = Bitmap(count: kept.count)
      for (row, old) in kept.enumerated() where validity[old] { bits[row] = true }
      result.validity = bits
    }
    switch column.keys {
    case .none: return result
    case .text(let keys):
      let (used, codes) = compacted(result.values, keyCount: keys.count)
      result.keys = .text(TextList(used.map { keys[$0] }))
      result.values = codes
    case .years(let years):
      let (used, codes) = compacted(result.values, keyCount: years.count)
      result.keys = .years(used.map { years[$0] })
      result.values = codes
    }
    return result
  }

  /// The keys that codes use, ascending, and the codes counted among those alone.
  private func compacted(_ codes: [Int64], keyCount: Int) -> (used: [Int], codes: [Int64]) {
    var isUsed = [Bool](repeating: false, count: keyCount)
    for code in codes where code < keyCount { isUsed[Int(code)] = true }
    let used = isUsed.indices.filter { isUsed[$0] }
    var placeOfCode = [Int64](repeating: Int64(used.count), count: keyCount + 1)
    for (place, code) in used.enumerated() { placeOfCode[code] = Int64(place) }
    return (used, codes.map { placeOfCode[Int($0)] })
  }
}

extension RowOrigin {
  /// Where the rows that stay came from.
  ///
  /// - Parameter rowsPerRecord: how many rows each record of the file became.
  func keeping(_ kept: [Int]?, rowCount: Int, rowsPerRecord: Int) -> RowOrigin {
    if kept == nil, rowsPerRecord == 1 { return self }
    var breaks: [(row: Int, line: Int)] = []
    var expected = -1
    for row in 0..<(kept?.count ?? rowCount) {
      let record = (kept?[row] ?? row) / rowsPerRecord
      let line = line(ofRow: record) ?? 0
      if line != expected { breaks.append((row, line)) }
      expected = line + 1
    }
    return RowOrigin(file: file, breaks: breaks)
  }
}
