import HoiColumns
import HoiDiagnostics
import HoiText

/// Where each column of a table is read from: a column of the file, or, in a wide file, the heads and
/// the columns of a shape.
struct FileLayout {
  /// What stands in a virtual row's cell.
  enum Source {
    case column(Int)
    /// The part of a head, by its place in the tuple.
    case head(Int)
    /// A measure's column for the tuple, by its place among the wide measures.
    case wide(Int)
    /// Years that the file does not write: they follow from the days of its rows.
    case days
  }

  /// One for each column of the blueprint, then one for each of its condition columns.
  var sources: [Source]
  /// What the heads of a wide file hold: the rows that each record becomes. One, with nothing in it,
  /// for a file that is not wide.
  var tuples: [Tuple] = [Tuple()]
  /// Texts of heads, behind the bytes of the file.
  var headBytes: [UInt8] = []
  /// The first head with a mark for preliminary numbers.
  var preliminary: (column: Int, count: Int)?
  /// Columns that are not read though their heads name a year, which no column that is read gives.
  var lostYears: [(column: Int, year: Int32)] = []

  struct Tuple {
    var parts: [CellBounds] = []
    /// The file's column of each wide measure; nil where it has no such head.
    var columns: [Int?] = []
  }

  var isWide: Bool { !tuples[0].columns.isEmpty }

  /// The file's column that a cell came from, for messages.
  func column(_ column: Int, row: Int) -> Int {
    let tuple = tuples[row % tuples.count]
    switch sources[column] {
    case .column(let place): return place
    case .head: return tuple.columns.compactMap { $0 }.first ?? 0
    case .days: return 0
    case .wide(let measure): return tuple.columns[measure] ?? 0
    }
  }

  /// The records of a block as rows of the table, their cells in the order of the blueprint.
  func expanded(_ block: borrowing CellBlock) -> CellBlock {
    var rows = CellBlock(columnCount: sources.count)
    rows.firstRow = block.firstRow * tuples.count
    rows.rowCount = block.rowCount * tuples.count
    let absent = CellBounds(start: 0, length: 0, form: .plain)
    for record in 0..<block.rowCount {
      for tuple in tuples {
        for source in sources {
          switch source {
          case .column(let column): rows.cells.append(block.cell(record, column))
          case .head(let part): rows.cells.append(tuple.parts[part])
          case .days: rows.cells.append(absent)
          case .wide(let measure):
            rows.cells.append(tuple.columns[measure].map { block.cell(record, $0) } ?? absent)
          }
        }
      }
    }
    return rows
  }
}

extension OpenedCSV {
  /// Where the columns of a blueprint stand in the file.
  func layout(of blueprint: TableBlueprint, limits: Limits) throws(Diagnostic) -> FileLayout {
    let wide = blueprint.columns.indices.filter { blueprint.columns[$0].pattern != nil }
    let taken = wide.first.map { blueprint.columns[$0].pattern!.columns } ?? []
    let isRegister = blueprint.validity != nil && !hasYears(blueprint)
    let plain = blueprint.columns.indices.filter { column in
      !wide.contains(column) && !taken.contains(column)
        && !(isRegister && isTime(column, blueprint))
    }
    let places = try columns(
      of: plain.map { blueprint.columns[$0] } + blueprint.textColumns)
    var sources = blueprint.columns.indices.map { column -> FileLayout.Source in
      if let measure = wide.firstIndex(of: column) { return .wide(measure) }
      if let part = taken.firstIndex(of: column) { return .head(part) }
      // The years of a register follow from its days.
      return plain.firstIndex(of: column).map { .column(places[$0]) } ?? .days
    }
    sources += places.dropFirst(plain.count).map { .column($0) }
    var layout = FileLayout(sources: sources)
    if !wide.isEmpty { try addTuples(to: &layout, wide, taken, blueprint, limits) }
    return layout
  }

  /// Whether the file has a column of years.
  private func hasYears(_ blueprint: TableBlueprint) -> Bool {
    blueprint.columns.contains { column in
      guard case .time = column.schema.role else { return false }
      let name = folded(column.sourceName)
      return header.contains { folded($0) == name }
    }
  }

  private func addTuples(
    to layout: inout FileLayout, _ wide: [Int], _ taken: [Int], _ blueprint: TableBlueprint,
    _ limits: Limits
  ) throws(Diagnostic) {
    layout.tuples = []
    var placeOfTuple: [[String]: Int] = [:]
    for (measure, column) in wide.enumerated() {
      let pattern = blueprint.columns[column].pattern!
      var found = false
      for (place, head) in header.enumerated() {
        guard
          let match = match(head, pattern, limits.years, isTime: { self.isTime($0, blueprint) })
        else { continue }
        found = true
        if match.isPreliminary {
          layout.preliminary = (
            layout.preliminary?.column ?? place, (layout.preliminary?.count ?? 0) + 1
          )
        }
        let parts = taken.map { match.parts[$0] ?? "" }
        let tuple = placeOfTuple[parts] ?? layout.tuples.count
        if tuple == layout.tuples.count {
          placeOfTuple[parts] = tuple
          layout.tuples.append(
            FileLayout.Tuple(
              parts: parts.map { layout.keep($0, behind: file.bytes.count) },
              columns: Array(repeating: nil, count: wide.count)))
        }
        if let first = layout.tuples[tuple].columns[measure] {
          throw .sameHeadTwice(self, first, place, pattern.spelling)
        }
        layout.tuples[tuple].columns[measure] = place
      }
      if !found { throw .noHeadOfShape(self, pattern.spelling) }
    }
    if let time = taken.firstIndex(where: { isTime($0, blueprint) }) {
      layout.lostYears = lostYears(layout, knowing: Set(placeOfTuple.keys.map { $0[time] }))
    }
  }

  private func lostYears(
    _ layout: FileLayout, knowing years: Set<String>
  ) -> [(column: Int, year: Int32)] {
    let used = layout.sources.compactMap { source -> Int? in
      if case .column(let place) = source { return place }
      return nil
    }
    return header.indices.compactMap { place in
      guard !used.contains(place), let year = yearNamed(in: header[place]),
        !years.contains(String(year))
      else { return nil }
      return (place, year)
    }
  }

  private func isTime(_ column: Int, _ blueprint: TableBlueprint) -> Bool {
    if case .time = blueprint.columns[column].schema.role { return true }
    return false
  }

  /// What a head holds at the places of a shape; nil where it has another shape.
  private func match(
    _ head: String, _ pattern: ColumnPattern, _ years: ClosedRange<Int32>,
    isTime: (Int) -> Bool
  ) -> (parts: [Int: String], isPreliminary: Bool)? {
    // A head longer than this holds a sentence, not a year and a name.
    guard head.count <= 200 else { return nil }
    var parts: [Int: String] = [:]
    var isPreliminary = false
    func matches(_ rest: Substring, _ pieces: ArraySlice<ColumnPattern.Piece>) -> Bool {
      guard let piece = pieces.first else { return rest.isEmpty }
      switch piece {
      case .text(let text):
        let text = normalized(text)
        return rest.hasPrefix(text) && matches(rest.dropFirst(text.count), pieces.dropFirst())
      case .column(let column):
        var end = rest.startIndex
        while end < rest.endIndex {
          end = rest.index(after: end)
          var part = trimmed(rest[..<end])
          if isTime(column) {
            guard let year = markedYear(part), let narrow = Int32(exactly: year.year),
              years.contains(narrow)
            else { continue }
            part = String(narrow)
            if matches(rest[end...], pieces.dropFirst()) {
              isPreliminary = isPreliminary || year.isPreliminary
              parts[column] = part
              return true
            }
          } else if !part.isEmpty, matches(rest[end...], pieces.dropFirst()) {
            parts[column] = part
            return true
          }
        }
        return false
      }
    }
    return matches(head[...], pattern.pieces[...]) ? (parts, isPreliminary) : nil
  }
}

extension FileLayout {
  fileprivate mutating func keep(_ text: String, behind fileCount: Int) -> CellBounds {
    let start = fileCount + headBytes.count
    headBytes += Array(text.utf8)
    return CellBounds(start: start, length: Int32(text.utf8.count), form: .plain)
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}
