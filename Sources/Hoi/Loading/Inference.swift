import HoiDiagnostics
import HoiFormats
import HoiText

/// Decides what the columns of a file are, from their heads and all their cells.
struct Inference {
  var table: InferredTable
  private(set) var warnings: [Diagnostic] = []
  private let file: String
  private let source: SourceText
  private let range: SourceRange

  /// - Parameters:
  ///   - source, range: the place that asks for the file.
  /// - Throws: a file without a column of years, with several that could be it, or without numbers.
  init(
    _ looks: [ColumnLooks], name: String, file: String, at range: SourceRange,
    in source: SourceText
  ) throws(Diagnostic) {
    table = InferredTable(name: name, file: file)
    self.file = file
    self.source = source
    self.range = range
    let time = try timeColumn(of: looks)
    var names: Set<String> = []
    for (place, column) in looks.enumerated() {
      guard let role = place == time ? .time : role(of: column, at: place) else { continue }
      let name = freeName(usableName(column.head, orElse: "cot"), &names)
      var entry = InferredTable.Column(role: role, name: name, head: column.head)
      if role == .time { entry.isSchool = isSchool(column) }
      entry.isSurelyNumbers = column.isSurelyNumbers
      table.columns.append(entry)
      if role == .count || role == .amount {
        for mark in column.marks where !table.marks.contains(mark) { table.marks.append(mark) }
      }
    }
    if !table.columns.contains(where: { $0.role == .count || $0.role == .amount }) {
      throw .noNumbers(file, why: warnings.map(\.message), at: range, in: source)
    }
  }

  private func freeName(_ wanted: String, _ names: inout Set<String>) -> String {
    var name = wanted
    var number = 2
    while !names.insert(folded(name)).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }

  // MARK: Years

  private mutating func timeColumn(of looks: [ColumnLooks]) throws(Diagnostic) -> Int {
    let holding = looks.indices.filter { looks[$0].holdsYears }
    let named = holding.filter { isYearHead(looks[$0].head) }
    let found = named.isEmpty ? holding : named
    guard let time = found.first else {
      let suspect = looks.first { isYearHead($0.head) }
      throw .noYearColumn(
        file, heads: looks.map(\.head), suspect: suspect?.head, at: range, in: source)
    }
    if found.count > 1 {
      throw .severalYearColumns(file, found.map { looks[$0].head }, at: range, in: source)
    }
    let column = looks[time]
    if named.isEmpty || !isSchool(column) {
      warnings.append(
        .yearAssumed(
          column.head, file, byContent: named.isEmpty, isSchool: isSchool(column), at: range,
          in: source))
    }
    return time
  }

  private func isSchool(_ column: ColumnLooks) -> Bool {
    column.schoolYearCount > 0 || schoolHeads.contains(folded(column.head))
  }

  private func isYearHead(_ head: String) -> Bool {
    yearHeads.contains(folded(head)) || schoolHeads.contains(folded(head))
  }

  // MARK: Others

  /// Nil: the column is left out, which is said.
  private mutating func role(of column: ColumnLooks, at place: Int) -> InferredTable.Column.Role? {
    let head = folded(column.head)
    let filled =
      column.numberCount + column.codeCount + column.percentageCount + column.textCount
      + column.schoolYearCount
    if column.head.isEmpty {
      warnings.append(.namelessLeftOut(place + 1, file, at: range, in: source))
      return nil
    }
    if filled == 0 || rowNumberHeads.contains(head) && column.textCount == 0 {
      let reason =
        filled == 0
        ? Wording(vi: "nó không có gì", en: "it holds nothing")
        : Wording(vi: "nó là số thứ tự", en: "it numbers the rows")
      warnings.append(.columnLeftOut(column.head, file, reason, at: range, in: source))
      return nil
    }
    let isNumeric =
      column.numberCount > 0 && column.textCount + column.codeCount + column.schoolYearCount == 0
    let holdsPercentages = column.percentageCount > 0 && column.textCount == 0
    if holdsPercentages || isNumeric && isPercentHead(column.head) {
      warnings.append(.percentLeftOut(column.head, file, at: range, in: source))
      return nil
    }
    if !isNumeric {
      if column.numberCount > 0, column.textCount > 0 {
        warnings.append(
          .mixedColumn(
            column.head, file, numbers: column.numberCount, texts: column.textCount,
            line: column.firstTextLine, at: range, in: source))
      }
      return .dimension
    }
    // Identity numbers are no amounts either; the reader of the rows warns of them.
    if personalData(head: column.head, texts: []) != nil { return .dimension }
    if column.decimalCount == 0, isCodeHead(column.head) { return .dimension }
    return column.decimalCount > 0 ? .amount : .count
  }

  private func isPercentHead(_ head: String) -> Bool {
    let words = foldedForSearch(head)
    return head.contains("%")
      || ["ti le", "tile", "phan tram", "percent", "percentage", "rate"]
        .contains { words == $0 || words.hasPrefix($0 + " ") || words.hasSuffix(" " + $0) }
  }

  private func isCodeHead(_ head: String) -> Bool {
    let words = foldedForSearch(head)
    let first = words.prefix { $0 != " " }
    return codeHeads.contains(String(first)) || codeHeads.contains(folded(head))
      || words.hasSuffix(" id") || words.hasSuffix(" code")
  }
}

extension ColumnLooks {
  /// Whether every cell is a year.
  fileprivate var holdsYears: Bool {
    yearCount + schoolYearCount > 0 && yearCount == wholeCount
      && blankCount + decimalCount + codeCount + percentageCount + textCount + markCount == 0
  }
}

// Heads as people write them, folded: without case, accents, blanks and `_`.
private let yearHeads = foldedSet(
  "nam", "năm", "year", "năm dương lịch", "calendar year", "nam_bao_cao")
private let schoolHeads = foldedSet("năm học", "school year", "schoolyear", "niên học", "niên khóa")
private let rowNumberHeads = foldedSet("stt", "tt", "số thứ tự", "#")
/// Numbers that name things: adding them up would mean nothing. By the first word, or all of them; folded.
private let codeHeads: Set<String> = [
  "ma", "id", "code", "thang", "month", "quy", "quarter", "khoi", "lop", "grade", "class", "tuoi",
  "age", "ngay", "day", "tuan", "week", "ki", "hocki", "semester", "term",
]

private func foldedSet(_ heads: String...) -> Set<String> { Set(heads.map { folded($0) }) }
